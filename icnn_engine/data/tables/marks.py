"""Landmarks that are edited by hand: an immutable value, read from `landmarks.csv` and written back as its text.

Rows about other pictures and columns that are not edited here are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from icnn_engine.core import table_formats
from icnn_engine.core.annotations import Landmark
from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.tables.csv_tables import TableError, number_text, part_in, point_in, rows_of, second_part
from icnn_engine.data.tables.picture_names import PictureNames

COLUMNS = ("image", "part", "x", "y", "visible")
MACHINE_COLUMN = "machine_confidence"  # of a mark that a network guessed, 0..1; a mark by hand has none
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a part in a picture.

    `point` is (x, y) in pixels of the upright original, origin at the top left; None if the part is not visible.
    `further` holds the values of the file's other columns.
    """

    point: Point | None
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of some pictures.

    `parts` are in the order in which they were added; `rows`: picture -> part -> mark; `columns` are those of the file,
    and `others` its rows about other pictures, kept as they are.
    """

    parts: tuple[str, ...] = ()
    rows: Mapping[str, Mapping[str, Mark]] = field(default_factory=dict)
    columns: tuple[str, ...] = COLUMNS
    others: tuple[Mapping[str, str], ...] = ()

    def of(self, name: str) -> Mapping[str, Mark]:
        """Return the marks of a picture, by part."""
        return self.rows.get(name, {})

    def put(self, name: str, part: str, point: Point | None) -> Marks:
        """Return the marks with a part of a picture at a point; None: it is not visible there. From then on it is no
        guess of a machine."""
        row = self.of(name)
        return self._with_row(name, {**row, part: Mark(point, by_hand(row.get(part, Mark(None)).further))})

    def taken(self, name: str, part: str) -> Marks:
        """Return the marks without that of a part of a picture."""
        return self._with_row(name, {key: mark for key, mark in self.of(name).items() if key != part})

    def _with_row(self, name: str, row: Mapping[str, Mark]) -> Marks:
        rows = {**self.rows, name: row}
        return replace(self, rows={picture: row for picture, row in rows.items() if row})

    def with_part(self, part: str) -> Marks:
        """Return the marks with one more part. Raises LandmarksError if its name is empty or another part's."""
        return replace(self, parts=(*self.parts, self._new_name(part)))

    def without_part(self, part: str) -> Marks:
        """Return the marks without a part."""
        rows = {name: {key: mark for key, mark in row.items() if key != part} for name, row in self.rows.items()}
        parts = tuple(p for p in self.parts if p != part)
        return replace(self, parts=parts, rows={name: row for name, row in rows.items() if row})

    def renamed(self, part: str, name: str) -> Marks:
        """Return the marks with another name for a part. Raises LandmarksError if it is empty or another part's."""
        new = self._new_name(name)
        rows = {
            picture: {new if key == part else key: mark for key, mark in row.items()}
            for picture, row in self.rows.items()
        }
        return replace(self, parts=tuple(new if p == part else p for p in self.parts), rows=rows)

    def seen(self, part: str | None = None) -> int:
        """Count the pictures in which a part, or any part, is marked and visible."""
        return sum(any(m.point and part in (None, key) for key, m in row.items()) for row in self.rows.values())

    def _new_name(self, name: str) -> str:
        plain = " ".join(name.split())
        if not plain:
            raise LandmarksError(translate("Errors", "A part needs a name, such as head."))
        if plain.casefold() in map(str.casefold, self.parts):
            raise LandmarksError(
                translate("Errors", "There is a part called {plain} already. Give each part its own name.").format(
                    plain=plain
                )
            )
        return plain


def by_hand(further: Mapping[str, str]) -> dict[str, str]:
    """Return the values of a mark's other columns once a person has put it where it is."""
    return {column: value for column, value in further.items() if column != MACHINE_COLUMN}


def guess_notice(path: Path) -> str:
    """Say how many rows of a table are a machine's guesses; empty if none is, or if the table cannot be read."""
    try:
        rows = [row for _line, row in rows_of(path, COLUMNS[:2])]
    except TableError:
        return ""
    count = sum(bool(row.get(MACHINE_COLUMN, "").strip()) for row in rows)
    text = translate(
        "Errors",
        "{count} of {rows} landmarks are guesses of a network ({column}), and what is measured by them flatters the "
        "network that made them; correct them first",
    )
    return text.format(count=count, rows=len(rows), column=MACHINE_COLUMN) if count else ""


def read_marks(path: Path, names: Collection[str]) -> Marks:
    """Read the marks of the pictures in `names` from a file. Raises LandmarksError naming the line."""
    known = PictureNames(names)
    rows: dict[str, dict[str, Mark]] = {}
    others: list[Mapping[str, str]] = []
    columns: dict[str, None] = {}
    try:
        for line, row in rows_of(path, COLUMNS[:4]):
            columns |= dict.fromkeys(row)
            further = {column: value for column, value in row.items() if column not in COLUMNS}
            name, part, mark = known.find(row["image"]), part_in(row), Mark(point_in(row, line), further)
            if name is None:
                others.append(row)
            elif part in rows.setdefault(name, {}):
                raise second_part(line, name, part)
            else:
                rows[name][part] = mark
    except TableError as error:
        raise LandmarksError(
            translate("Errors", "The landmarks in {path} cannot be used: {error}.").format(path=path, error=error)
        ) from None
    parts = dict.fromkeys(part for row in rows.values() for part in row)
    return Marks(tuple(parts), rows, tuple(dict.fromkeys([*columns, *COLUMNS])), tuple(others))


def as_marks(landmarks: Mapping[str, tuple[Landmark, ...]]) -> Marks:
    """Return landmarks as marks to edit."""
    rows = {name: {point.part: Mark((point.x, point.y)) for point in own} for name, own in sorted(landmarks.items())}
    return Marks(tuple(dict.fromkeys(part for row in rows.values() for part in row)), rows)


def as_csv(marks: Marks) -> str:
    """Return the text of the file: the rows of the marked pictures by name, then those about other pictures."""
    rows: list[Mapping[str, str]] = []
    for name, row in sorted(marks.rows.items()):
        for part in sorted(row, key=marks.parts.index):
            mark = row[part]
            x, y = ("", "") if mark.point is None else map(number_text, mark.point)
            visible = "0" if mark.point is None else "1"
            rows.append({**mark.further, "image": name, "part": part, "x": x, "y": y, "visible": visible})
    body = ([row.get(column, "") for column in marks.columns] for row in (*rows, *marks.others))
    return table_formats.as_csv([marks.columns, *body])
