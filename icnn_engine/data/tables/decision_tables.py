"""What the tables that hold a user's decisions about pictures share: `left_out.csv` and `corrections.csv`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from icnn_engine.core.annotations import Problem
from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import FolderError, StorageError
from icnn_engine.core.language import translate
from icnn_engine.core.table_formats import as_csv
from icnn_engine.data.tables.csv_tables import other_cases


def gone_note(gone: Collection[str]) -> str:
    """Say how many rows name pictures that are not in the folder, by their names; there is one at least."""
    example = next(iter(gone))
    if len(gone) == 1:
        return translate("Errors", "1 row names a picture that is not here: {name}").format(name=example)
    text = translate("Errors", "{count} rows name pictures that are not here, such as {name}")
    return text.format(count=len(gone), name=example)


def other_spellings(path: Path) -> list[Problem]:
    """Note files beside a table whose names differ from its own in case only: they are not read."""
    ignored = translate("Errors", "not read, for {name} is there too").format(name=path.name)
    return [Problem(name, ignored) for name in other_cases(path)]


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[tuple[str, ...]], failed: str) -> None:
    """Write a table, sorted; remove it if it has no row. Raises FolderError with the text `failed`, which names the
    `path` and the `reason`."""
    every = sorted(rows)
    try:
        if every:
            write_text(path, as_csv([columns, *every]))
        else:
            path.unlink(missing_ok=True)
    except (StorageError, OSError) as error:
        reason = getattr(error.__cause__ or error, "strerror", None) or error
        raise FolderError(failed.format(path=path, reason=reason)) from None
