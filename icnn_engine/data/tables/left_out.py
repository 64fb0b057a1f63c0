"""Reads and changes `left_out.csv` at the top of a folder: the pictures that are not to be used, and why."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from icnn_engine.core.annotations import Picture, Problem
from icnn_engine.core.errors import FolderError
from icnn_engine.core.language import translate
from icnn_engine.data.tables.csv_tables import LEFT_OUT, TableError, rows_of, table_in
from icnn_engine.data.tables.decision_tables import gone_note, other_spellings, write_rows
from icnn_engine.data.tables.picture_names import PictureNames, plain_name

COLUMNS = ("image", "reason")


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """The rows of the file. `reasons`: by name of the picture; `gone`: those of pictures that are not there, by the
    name as written. A reason may be empty."""

    reasons: Mapping[str, str]
    gone: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LeftOutPictures:
    """The pictures of a folder that are left out, as problems with their reasons. `notes` and `refused` as those of the
    other tables."""

    pictures: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names of the pictures."""
        return frozenset(picture.path for picture in self.pictures)


def read_left_out(root: Path, names: Collection[str]) -> LeftOutRows:
    """Read which pictures in `names` are left out; no row if the folder has no such file. Raises TableError."""
    path = table_in(root, LEFT_OUT)
    if not os.path.lexists(path):  # a link that leads nowhere is reported
        return LeftOutRows({}, {})
    known, reasons, gone = PictureNames(names, root), {}, {}
    for _line, row in rows_of(path, ("image",)):
        name, reason = known.find(row["image"]), row.get("reason", "").strip()
        if name is not None:
            reasons[name] = reason
        elif written := plain_name(row["image"]):
            gone[written] = reason
    return LeftOutRows(reasons, gone)


def left_out_pictures(root: Path, pictures: Collection[Picture]) -> LeftOutPictures:
    """Return the pictures of a listed folder that its `left_out.csv` names. Names that match no picture are noted."""
    path = table_in(root, LEFT_OUT)
    if not os.path.lexists(path):
        return LeftOutPictures()
    notes = other_spellings(path)
    try:
        rows = read_left_out(root, [picture.name for picture in pictures])
    except TableError as error:
        text = translate("Errors", "not used: {error}").format(error=error)
        return LeftOutPictures((), tuple(notes), (Problem(path.name, text),))
    if rows.gone:
        notes.append(Problem(path.name, gone_note(rows.gone)))
    return LeftOutPictures(tuple(Problem(name, reason) for name, reason in sorted(rows.reasons.items())), tuple(notes))


def left_out_notice(count: int) -> str:
    """Say how many pictures are left out; empty for none."""
    if not count:
        return ""
    one = translate("Errors", "1 picture is left out ({file}).")
    many = translate("Errors", "{count} pictures are left out ({file}).")
    return (one if count == 1 else many).format(count=count, file=LEFT_OUT)


def change_left_out(
    root: Path, names: Collection[str], leave_out: Mapping[str, str], take_in: Collection[str]
) -> LeftOutRows:
    """Leave pictures out, by name with the reason, and take others in again; return the rows afterwards.

    Rows about pictures that are not in `names` are kept. A file without a row is removed. Raises FolderError if the
    file cannot be read as a table or cannot be written.
    """
    path = table_in(root, LEFT_OUT)
    try:
        before = read_left_out(root, names)
    except TableError as error:
        text = translate("Errors", "{path} cannot be changed: {error}. Mend the file, or rename it.")
        raise FolderError(text.format(path=path, error=error)) from None
    taken = frozenset(take_in)
    kept = {name: reason for name, reason in before.reasons.items() if name not in taken}
    after = replace(before, reasons={**kept, **leave_out})
    if after != before:
        _write(path, after)
    return after


def _write(path: Path, rows: LeftOutRows) -> None:
    text = translate(
        "Errors",
        "Which pictures are left out cannot be written to {path} ({reason}). Allow writing in the folder of the "
        "pictures, or copy it to a place where you may write, and open it there.",
    )
    write_rows(path, COLUMNS, {**rows.reasons, **rows.gone}.items(), text)
