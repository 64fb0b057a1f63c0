"""The pictures of a slice as a list for other programs. No torch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from icnn_engine.audit.slices import right_answers
from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.core.table_formats import as_csv
from icnn_engine.runs.picture_links import picture_files
from icnn_engine.runs.run_folder import Run

HEAD = ["path", "picture", "category", "side", "right"]


def write_slice_list(run: Run, pictures: Sequence[int], path: Path) -> None:
    """Write a list of pictures of a run, by index: a table (.csv), or their files, one a line (.txt).

    Raises SettingsError for another suffix, RunError where the answers cannot be read, StorageError.
    """
    if path.suffix.lower() == ".txt":
        text = "".join(f"{file}\n" for file in picture_files(run, pictures))
    elif path.suffix.lower() == ".csv":
        text = as_csv([HEAD, *_rows(run, pictures)])
    else:
        words = translate("Errors", "{path}: a list of pictures is written as .csv or .txt. Give the file such an end.")
        raise SettingsError(words.format(path=path.name))
    write_text(path, text)


def _rows(run: Run, pictures: Sequence[int]) -> list[list[str]]:
    right, rows = right_answers(run), []
    for index in pictures:
        own, place = run.pictures[index], str(picture_files(run, [index])[0])
        rows.append([place, own.name, own.category, own.side, "yes" if right[index] else "no"])
    return rows
