"""`alike`: the pictures in which a part looks most like it does in a given picture."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from icnn_engine.audit.alike import Alike, AlikeElsewhere, alike, alike_in_folder, alike_to, filter_of_part, is_seen
from icnn_engine.cli.output import changed_pictures_noted
from icnn_engine.cli.progress import watch
from icnn_engine.core.annotations import file_of
from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import RunError
from icnn_engine.core.escaping import visible
from icnn_engine.core.language import short_list, translate
from icnn_engine.core.number_words import decimal
from icnn_engine.core.table_formats import as_csv, as_text
from icnn_engine.data import read_picture
from icnn_engine.data.digests import digest_of
from icnn_engine.data.reading.pictures import read_bytes
from icnn_engine.figures.alike_sheet import alike_sheet
from icnn_engine.figures.sheet import checked_format
from icnn_engine.inspection.filter_order import check_filters
from icnn_engine.inspection.look import Look, look_at
from icnn_engine.runs.run_folder import Run, open_run

Found = Sequence[Alike | AlikeElsewhere]


def run(options: Namespace) -> int:
    """Print the pictures, most alike first; write the sheet and the list that the options ask for."""
    opened = open_run(options.run, options.images)
    if options.grid:
        checked_format(options.grid)  # before a folder is looked at
    filter = options.filter if options.filter is not None else filter_of_part(opened, options.part)
    check_filters(opened, [filter])
    look = _look(opened, options.picture)
    if not is_seen(opened, look, filter):
        print("Note: the filter hardly sees the part in this picture: what is found may be anything.", file=sys.stderr)
    with changed_pictures_noted(opened):
        found = _found(opened, look, filter, options)
        if not found:
            print("No other picture shows this part clearly.")
            return 0
        rows = [("alike", "picture", "row", "column"), *(_line(opened, one) for one in found)]
        print(as_text(rows, "rlrr"), end="")
        if options.list:
            _write_list(opened, found, options.list)
        if options.grid:
            print(visible(str(alike_sheet(opened, look, filter, found, options.grid, options.dpi))))
    return 0


def _found(run: Run, look: Look, filter: int, options: Namespace) -> Found:
    """Return the pictures of the run, or of another folder; print what was left out there."""
    if options.folder is None:
        if look.picture is None:
            return alike_to(run, look, filter, options.count)
        return alike(run, look.picture, filter, options.count)
    from icnn_engine.inspection.explainers import explainer_of

    there = watch(alike_in_folder(explainer_of(run), look, filter, options.folder, options.count))
    print(f"Looked at {there.looked_at} pictures; in {there.faint} the filter does not see the part.")
    if there.unread:
        print(visible(f"Not read: {short_list(there.unread)}"))
    return there.found


def _look(run: Run, picture: Path) -> Look:
    """Return a picture as the networks see it: of the run by its name, path or content, from the stored maps; else
    any file. Raises RunError where there is neither."""
    names, path = {p.name: index for index, p in enumerate(run.pictures)}, picture.absolute()
    index = names.get(picture.as_posix())
    if index is None and path.is_relative_to(run.images):
        index = names.get(path.relative_to(run.images).as_posix())
    if index is None and picture.is_file():
        digest = digest_of(read_bytes(picture), picture)
        index = next((i for i, p in enumerate(run.pictures) if p.digest == digest), None)
    if index is not None:
        return look_at(run, index)
    if not picture.is_file():
        words = translate("Errors", "The run has no picture {name}, and there is no such file. Names are in {run}.")
        raise RunError(words.format(name=picture, run=run.path / "pictures.csv"))
    from icnn_engine.inspection.explainers import explainer_of

    return explainer_of(run).explain(read_picture(run.toned(picture)), picture.name)


def _line(run: Run, one: Alike | AlikeElsewhere) -> tuple[str, ...]:
    name = one.name if isinstance(one, AlikeElsewhere) else run.pictures[one.picture].name
    return decimal(one.similarity), name, str(one.cell[0]), str(one.cell[1])


def _write_list(run: Run, found: Found, path: Path) -> None:
    """Write the pictures as CSV: name, file, similarity, the cell of the peak."""
    rows: list[tuple[object, ...]] = [("image", "file", "alike", "row", "column")]
    for one in found:
        where = one.where if isinstance(one, AlikeElsewhere) else run.picture_path(one.picture)
        rows.append((_line(run, one)[1], str(file_of(where)), f"{one.similarity:.4f}", *one.cell))
    write_text(path, as_csv(rows))
    print(visible(str(path)))
