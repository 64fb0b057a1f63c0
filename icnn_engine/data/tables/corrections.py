"""Reads and changes `corrections.csv` at the top of a folder: which pictures show another category than their folder
says, and which are right as they are. No file is moved."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from icnn_engine.core.annotations import Corrections, Folder, Picture, Problem
from icnn_engine.core.errors import FolderError
from icnn_engine.core.language import translate
from icnn_engine.data.folder_names import plain_category
from icnn_engine.data.tables.csv_tables import CORRECTIONS, TableError, rows_of, table_in
from icnn_engine.data.tables.decision_tables import gone_note, other_spellings, write_rows
from icnn_engine.data.tables.picture_names import PictureNames, plain_name

COLUMNS = ("image", "category", "was", "reason")


@dataclass(frozen=True, slots=True)
class Correction:
    """A row: the category that a picture shows, the one it had in its folder then, and a reason, which may be empty.
    Where both are the same the picture is right as it is."""

    category: str
    was: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionRows:
    """The rows of the file. `pictures`: by name of the picture; `gone`: those of pictures that are not there, by the
    name as written."""

    pictures: Mapping[str, Correction]
    gone: Mapping[str, Correction]


def read_corrections(root: Path, pictures: Iterable[Picture]) -> CorrectionRows:
    """Read the corrections of the pictures of a folder; no row if the folder has no such file.

    Raises TableError with the line if a row names no category of the folder, or a picture has two categories.
    """
    path = table_in(root, CORRECTIONS)
    if not os.path.lexists(path):  # a link that leads nowhere is reported
        return CorrectionRows({}, {})
    pictures = tuple(pictures)
    names, categories = PictureNames([p.name for p in pictures], root), original_categories(pictures)
    known: dict[str, Correction] = {}
    gone: dict[str, Correction] = {}
    for line, row in rows_of(path, ("image", "category")):
        written = Correction(*(plain_category(row.get(column, "").strip()) for column in COLUMNS[1:]))
        if (name := names.find(row["image"])) is None:
            gone |= {plain: written} if (plain := plain_name(row["image"])) else {}
            continue
        one = replace(written, category=_known_category(written.category, categories, line))
        if known.setdefault(name, one).category != one.category:
            text = translate("Errors", "line {line}: {name} has a second category; give each picture one")
            raise TableError(text, line=line, name=name)
    return CorrectionRows(known, gone)


def original_categories(pictures: Iterable[Picture]) -> tuple[str, ...]:
    """Return the categories that a folder gives its pictures, whatever was corrected."""
    return tuple(sorted({p.was or p.category for p in pictures}))


def _known_category(written: str, categories: tuple[str, ...], line: int) -> str:
    """Return the category that a row names, whatever its case if only one fits. Raises TableError."""
    alike = [category for category in categories if category.casefold() == written.casefold()]
    if written in categories or len(alike) == 1:
        return written if written in categories else alike[0]
    text = translate("Errors", "line {line}: there is no category '{category}' in this folder; it has {categories}")
    raise TableError(text, line=line, category=written, categories=", ".join(categories))


def corrected(folder: Folder) -> Folder:
    """Return a listed folder whose pictures have the categories that its `corrections.csv` gives them. A table that
    cannot be used changes nothing; `Folder.corrections` tells why."""
    path = table_in(folder.root, CORRECTIONS)
    if not os.path.lexists(path):
        return folder
    notes = tuple(other_spellings(path))
    try:
        rows = read_corrections(folder.root, folder.pictures)
    except TableError as error:
        text = translate("Errors", "not used: {error}").format(error=error)
        return replace(folder, corrections=Corrections(notes=notes, refused=(Problem(path.name, text),)))
    if rows.gone:
        notes = (*notes, Problem(path.name, gone_note(rows.gone)))
    pictures = tuple(_corrected(picture, rows) for picture in folder.pictures)
    applied = tuple(Problem(p.name, p.category) for p in pictures if p.was)
    return replace(
        folder,
        pictures=pictures,
        categories=tuple(sorted({p.category for p in pictures})),
        corrections=Corrections(applied, len(rows.pictures) - len(applied), notes),
    )


def _corrected(picture: Picture, rows: CorrectionRows) -> Picture:
    row = rows.pictures.get(picture.name)
    if row is None or row.category == picture.category:
        return picture
    return replace(picture, category=row.category, was=picture.category)


def corrections_notice(count: int) -> str:
    """Say how many pictures take another category; empty for none."""
    if not count:
        return ""
    one = translate("Errors", "1 picture takes another category than its folder's ({file}).")
    many = translate("Errors", "{count} pictures take other categories than their folders' ({file}).")
    return (one if count == 1 else many).format(count=count, file=CORRECTIONS)


def change_corrections(
    root: Path, pictures: Collection[Picture], correct: Mapping[str, Correction], take_back: Collection[str]
) -> CorrectionRows:
    """Correct pictures, by name, and take the corrections of others back; return the rows afterwards.

    `pictures`: all of the folder, as listed. Rows about other pictures are kept. A file without a row is removed.
    Raises FolderError if the file cannot be read as a table or cannot be written, or a category is not in the folder.
    """
    path = table_in(root, CORRECTIONS)
    try:
        before = read_corrections(root, pictures)
    except TableError as error:
        text = translate("Errors", "{path} cannot be changed: {error}. Mend the file, or rename it.")
        raise FolderError(text.format(path=path, error=error)) from None
    categories = original_categories(pictures)
    if unknown := next((one.category for one in correct.values() if one.category not in categories), None):
        text = translate("Errors", "There is no category {unknown} in {root}. It has: {categories}.")
        raise FolderError(text.format(unknown=unknown, root=root, categories=", ".join(categories)))
    taken = frozenset(take_back)
    kept = {name: one for name, one in before.pictures.items() if name not in taken}
    after = replace(before, pictures={**kept, **correct})
    if after != before:
        _write(path, after)
    return after


def _write(path: Path, rows: CorrectionRows) -> None:
    text = translate(
        "Errors",
        "The corrections cannot be written to {path} ({reason}). Allow writing in the folder of the pictures, or copy "
        "it to a place where you may write, and open it there.",
    )
    every = {**rows.gone, **rows.pictures}
    write_rows(path, COLUMNS, ((name, one.category, one.was, one.reason) for name, one in every.items()), text)
