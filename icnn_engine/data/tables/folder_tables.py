"""Reads the tables at the top of a folder: `landmarks.csv` and `groups.csv`, and the boxes that come with it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from icnn_engine.core.annotations import BoxesFound, CheckedPicture, Landmark, Problem
from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.boxes.folder_boxes import ensure_matched, find_boxes, summary_of, unmatched_notice
from icnn_engine.data.boxes.object_boxes import BoxFileError, FolderBoxes
from icnn_engine.data.tables.csv_tables import (
    BOXES,
    GROUPS,
    LANDMARKS,
    TableError,
    matched_rows,
    part_in,
    point_in,
    rows_of,
    second_part,
    table_in,
    unmatched_rows,
)
from icnn_engine.data.tables.decision_tables import other_spellings
from icnn_engine.data.tables.picture_names import PictureNames
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes, TablePoint, why_not_points


def read_landmarks(
    path: Path, names: Collection[str], root: Path | None = None, sizes: Sizes = NO_SIZES
) -> dict[str, tuple[Landmark, ...]]:
    """Read the visible landmarks of pictures from a CSV file.

    Parameters
    ----------
    path
        The file, with the columns image, part, x, y and perhaps visible (1 or 0). Coordinates are pixels of the upright
        original, origin at its top left.
    names
        The names of the pictures. Rows about other pictures are skipped.
    root
        The folder of the pictures. The table is refused if most rows name no file in it.
    sizes
        (width, height) of pictures in pixels, by name. The table is refused if a point lies outside of its picture.

    Returns
    -------
    dict
        The landmarks by name of the picture; pictures without one are left out.

    Raises
    ------
    LandmarksError
        The file cannot be used, with its line; or it has no landmark of these pictures.
    """
    if landmarks := landmarks_in(path, names, root, sizes):
        return landmarks
    count = sum(1 for _ in rows_of(path, ("image",)))
    if not count:
        text = translate("Errors", "The file {path} holds no landmark. Its columns are image,part,x,y,visible.")
        raise LandmarksError(text.format(path=path))
    text = translate(
        "Errors",
        "None of the {rows} landmarks in {path} belongs to a picture of this folder and is visible. The column image "
        "holds paths below the folder such as {example}.",
    )
    raise LandmarksError(text.format(rows=count, path=path, example=PictureNames(names).example_for("")))


def landmarks_in(
    path: Path, names: Collection[str], root: Path | None = None, sizes: Sizes = NO_SIZES
) -> dict[str, tuple[Landmark, ...]]:
    """Read landmarks as `read_landmarks`, but return {} if there is none of these pictures."""
    landmarks: dict[str, dict[str, Landmark]] = {}
    points: list[TablePoint] = []
    try:
        for line, name, row in matched_rows(path, ("image", "part", "x", "y"), names, root).rows:
            part, point = part_in(row), point_in(row, line)
            if name is None or point is None:
                continue
            if part in landmarks.setdefault(name, {}):
                raise second_part(line, name, part)
            landmarks[name][part] = Landmark(part, *point)
            points.append(TablePoint(line, name, *point, part))
        if why := why_not_points(points, sizes):
            raise TableError(why)
    except TableError as error:
        raise LandmarksError(
            translate("Errors", "The landmarks in {path} cannot be used: {error}.").format(path=path, error=error)
        ) from None
    return {name: tuple(parts.values()) for name, parts in sorted(landmarks.items())}


def read_groups(path: Path, names: Collection[str], root: Path | None = None) -> dict[str, str]:
    """Read the source of each picture in `names` from `groups.csv` (image,source).

    Raises TableError, also if most rows match no picture, none names a source, or a picture has two.
    """
    sources: dict[str, str] = {}
    for line, name, row in matched_rows(path, ("image", "source"), names, root).rows:
        source = unicodedata.normalize("NFC", row["source"].strip())
        if name and source and sources.setdefault(name, source) != source:
            raise TableError(
                translate("Errors", "line {line}: {name} has a second source; give each picture one"),
                line=line,
                name=name,
            )
    if not sources:
        raise TableError(translate("Errors", "it names no source of a picture in this folder"))
    return sources


@dataclass(frozen=True, slots=True)
class OwnTables:
    """The tables of a folder. `sources`: by name of the picture; `used`: the number of pictures that each table tells
    about, by its name; `notes`: rows that match no picture, and files that are not read; `refused`: tables that cannot
    be used, and why; `boxes`: those that are used, `found_boxes`: the same in short."""

    sources: Mapping[str, str]
    used: Mapping[str, int]
    notes: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    boxes: FolderBoxes | None = None
    found_boxes: BoxesFound | None = None


def try_tables(root: Path, pictures: Sequence[CheckedPicture]) -> OwnTables:
    """Read the tables and the boxes of a folder whose pictures have been opened."""
    names = [p.name for p in pictures]
    sizes = {p.name: (p.width, p.height) for p in pictures}
    readers: dict[str, Callable[[Path, list[str], Path], dict[str, Any]]] = {
        GROUPS: read_groups,
        LANDMARKS: partial(landmarks_in, sizes=sizes),
    }
    tables: dict[str, dict[str, Any]] = {}
    notes, refused = [], []
    for table, read in readers.items():
        path = table_in(root, table)
        if not os.path.lexists(path):  # a link that leads nowhere is reported
            continue
        notes += other_spellings(path)
        try:
            tables[table] = read(path, names, root)
        except LandmarksError as error:
            refused.append(Problem(path.name, str(error).rstrip(".")))
        except TableError as error:
            refused.append(Problem(path.name, translate("Errors", "not used: {error}").format(error=error)))
        else:
            if text := unmatched_rows(path, names, root):
                notes.append(Problem(path.name, text))
            if table == GROUPS and (text := _without_source(pictures, tables[table])):
                notes.append(Problem(path.name, text))
    used = {table: len(rows) for table, rows in tables.items()}
    own = OwnTables(tables.get(GROUPS, {}), used, tuple(notes), tuple(refused))
    return _with_boxes(own, root, pictures, sizes)


def _with_boxes(tables: OwnTables, root: Path, pictures: Sequence[CheckedPicture], sizes: Sizes) -> OwnTables:
    """Return the tables with the boxes of the folder, in whatever format."""
    names, path = list(sizes), table_in(root, BOXES)
    notes = other_spellings(path) if os.path.lexists(path) else []
    try:
        boxes = find_boxes(root, names, sizes)
        if boxes:
            ensure_matched(boxes, names)
    except BoxFileError as error:
        problem = Problem(error.source, translate("Errors", "not used: {error}").format(error=error))
        return replace(tables, notes=(*tables.notes, *notes), refused=(*tables.refused, problem))
    if boxes is None:
        return tables
    if text := unmatched_notice(boxes) or (unmatched_rows(path, names, root) if boxes.source == path.name else ""):
        notes.append(Problem(boxes.source, text))
    found = summary_of(boxes, {p.name: p.category for p in pictures})
    used = {**tables.used, BOXES: found.pictures}
    return replace(tables, used=used, notes=(*tables.notes, *notes), boxes=boxes, found_boxes=found)


def _without_source(pictures: Sequence[CheckedPicture], sources: Mapping[str, str]) -> str:
    """Say how many pictures have no source although others of their category have one; empty if none."""
    partly = {p.category for p in pictures if p.name in sources}
    own = [p for p in pictures if p.category in partly]
    without = [p.name for p in own if p.name not in sources]
    text = translate("Errors", "{count} of {all} pictures have no source, such as {name}: nothing ties them to others")
    return text.format(count=len(without), all=len(own), name=without[0]) if without else ""
