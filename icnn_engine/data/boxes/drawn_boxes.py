"""Boxes that are drawn by hand: an immutable value, read from `boxes.csv`, merged, and written back as its text.

Rows about other pictures and columns that are not edited here are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from icnn_engine.core import table_formats
from icnn_engine.core.annotations import Box
from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.boxes.object_boxes import ensure_box
from icnn_engine.data.tables.csv_tables import TableError, number_in, number_text, rows_of
from icnn_engine.data.tables.picture_names import PictureNames
from icnn_engine.data.tables.plausibility import NO_SIZES

SIDES = ("x", "y", "width", "height")
COLUMNS = ("image", *SIDES)


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box in pixels of the upright original, origin at the top left.

    `further` holds the values of the file's other columns.
    """

    x: float
    y: float
    width: float
    height: float
    further: Mapping[str, str] = field(default_factory=dict)

    @property
    def edges(self) -> Box:
        """Left, top, right and bottom."""
        return self.x, self.y, self.x + self.width, self.y + self.height

    def at(self, edges: Box) -> DrawnBox:
        """Return the box with other edges."""
        left, top, right, bottom = edges
        return replace(self, x=left, y=top, width=right - left, height=bottom - top)


Row = tuple[DrawnBox, ...]  # of a picture


@dataclass(frozen=True, slots=True)
class DrawnBoxes:
    """The boxes of some pictures, by name. `columns` are those of the file, and `others` its rows about other pictures,
    kept as they are."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    columns: tuple[str, ...] = COLUMNS
    others: tuple[Mapping[str, str], ...] = ()

    def of(self, name: str) -> Row:
        """Return the boxes of a picture."""
        return self.rows.get(name, ())

    def put(self, name: str, boxes: Row) -> DrawnBoxes:
        """Return the boxes with other ones in a picture."""
        rows = {**self.rows, name: boxes}
        return replace(self, rows={picture: row for picture, row in rows.items() if row})


@dataclass(frozen=True, slots=True)
class BoxConflict:
    """The boxes of a picture that both programs have changed, each in its own way. (): they were removed."""

    name: str
    ours: Row
    theirs: Row


def read_drawn_boxes(path: Path, names: Collection[str]) -> DrawnBoxes:
    """Read the boxes of the pictures in `names` from a file. Raises LandmarksError naming the line."""
    known = PictureNames(names)
    rows: dict[str, Row] = {}
    others: list[Mapping[str, str]] = []
    columns: dict[str, None] = {}
    try:
        for line, row in rows_of(path, COLUMNS):
            columns |= dict.fromkeys(row)
            box, name = _box_in(row, line), known.find(row["image"])
            if name is None:
                others.append(row)
            else:
                rows[name] = (*rows.get(name, ()), box)
    except TableError as error:
        text = translate("Errors", "The boxes in {path} cannot be used: {error}.")
        raise LandmarksError(text.format(path=path, error=error)) from None
    return DrawnBoxes(rows, tuple(dict.fromkeys([*columns, *COLUMNS])), tuple(others))


def _box_in(row: dict[str, str], line: int) -> DrawnBox:
    x, y, width, height = (number_in(row, column, line) for column in SIDES)
    ensure_box(translate("Errors", "line {line}").format(line=line), row["image"], (x, y, width, height), NO_SIZES)
    return DrawnBox(x, y, width, height, {key: value for key, value in row.items() if key not in COLUMNS})


def boxes_as_csv(boxes: DrawnBoxes) -> str:
    """Return the text of the file: the rows of the pictures by name, then those about other pictures."""
    rows: list[Mapping[str, str]] = [
        {**box.further, "image": name} | {side: number_text(getattr(box, side)) for side in SIDES}
        for name, own in sorted(boxes.rows.items())
        for box in own
    ]
    body = ([row.get(column, "") for column in boxes.columns] for row in (*rows, *boxes.others))
    return table_formats.as_csv([boxes.columns, *body])


def merge_boxes(base: DrawnBoxes, ours: DrawnBoxes, theirs: DrawnBoxes) -> tuple[DrawnBoxes, tuple[BoxConflict, ...]]:
    """Return the changes of both programs to `base`, and the pictures whose boxes both have changed differently.

    In a conflict our boxes are taken, or theirs if we have none. Other columns and rows about other pictures are
    theirs, because they are not edited here.
    """
    rows: dict[str, Row] = {}
    conflicts = []
    for name in {**ours.rows, **theirs.rows}:
        before, own, other = (_edges(boxes.of(name)) for boxes in (base, ours, theirs))
        row = ours.of(name)
        if own in (before, other):
            row = theirs.of(name)
        elif other != before:
            conflicts.append(BoxConflict(name, row, theirs.of(name)))
            row = row or theirs.of(name)
        if row:
            rows[name] = row
    added = tuple(row for row in ours.others if row not in (*base.others, *theirs.others))
    columns = tuple(dict.fromkeys([*theirs.columns, *ours.columns]))
    return DrawnBoxes(rows, columns, (*theirs.others, *added)), tuple(conflicts)


def _edges(row: Row) -> list[Box]:
    return [box.edges for box in row]
