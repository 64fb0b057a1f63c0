"""Marks made by hand, as a value that is edited by making a new one; read from a `landmarks.csv` and turned back into
its text, with every row and column that was in it and that is not edited here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from icnn_engine.core import table_formats
from icnn_engine.core.annotations import Landmark
from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.tables.csv_tables import TableError, is_visible, number_in, part_in, rows_of
from icnn_engine.data.tables.picture_names import PictureNames

COLUMNS = ("image", "part", "x", "y", "visible")
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a part is: (x, y) in pixels of the upright original, origin at the top left; None: looked at, not visible.
    `further`: what the file's other columns say of it."""

    point: Point | None
    further: Mapping[str, str] = field(default_factory=dict)


NO_MARKS: Mapping[str, Mark] = {}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in some pictures. `parts`: their names, in the order in which they were named; `rows`: picture ->
    part -> mark; `columns`, `others`: the file's columns, and its rows about other pictures, kept as they are."""

    parts: tuple[str, ...] = ()
    rows: Mapping[str, Mapping[str, Mark]] = field(default_factory=dict)
    columns: tuple[str, ...] = COLUMNS
    others: tuple[Mapping[str, str], ...] = ()

    def of(self, name: str) -> Mapping[str, Mark]:
        """The marks of a picture, by part."""
        return self.rows.get(name, NO_MARKS)

    def put(self, name: str, part: str, point: Point | None) -> Marks:
        """A part of a picture marked at a point; None: it is not visible there."""
        old = self.of(name)
        mark = replace(old[part], point=point) if part in old else Mark(point)
        return self._with_row(name, {**old, part: mark})

    def taken(self, name: str, part: str) -> Marks:
        """Without the mark of a part of a picture: nothing is known of it."""
        return self._with_row(name, {key: mark for key, mark in self.of(name).items() if key != part})

    def _with_row(self, name: str, row: Mapping[str, Mark]) -> Marks:
        rows = {**self.rows, name: row}
        if not row:
            del rows[name]
        return replace(self, rows=rows)

    def with_part(self, part: str) -> Marks:
        """With one more part. Raises LandmarksError where it has no name, or another's."""
        return replace(self, parts=(*self.parts, self._new_name(part)))

    def without_part(self, part: str) -> Marks:
        """Without a part and its marks."""
        rows = {name: {key: mark for key, mark in row.items() if key != part} for name, row in self.rows.items()}
        kept = {name: row for name, row in rows.items() if row}
        return replace(self, parts=tuple(p for p in self.parts if p != part), rows=kept)

    def renamed(self, part: str, name: str) -> Marks:
        """With a part called otherwise. Raises LandmarksError where the name is empty or another part's."""
        new = self._new_name(name)
        rows = {
            picture: {new if key == part else key: mark for key, mark in row.items()}
            for picture, row in self.rows.items()
        }
        return replace(self, parts=tuple(new if p == part else p for p in self.parts), rows=rows)

    def seen(self, part: str | None = None) -> int:
        """In how many pictures a part, or any part, is marked and visible."""
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


def read_marks(path: Path, names: Collection[str]) -> Marks:
    """The marks that a file holds of the pictures in `names`. Raises LandmarksError naming the line."""
    known = PictureNames(names)
    rows: dict[str, dict[str, Mark]] = {}
    others: list[Mapping[str, str]] = []
    columns: dict[str, None] = {}
    try:
        for line, row in rows_of(path, COLUMNS[:4]):
            columns |= dict.fromkeys(row)
            mark, part = _mark(row, line), part_in(row)
            name = known.find(row["image"])
            if name is None:
                others.append(row)
            elif part in rows.setdefault(name, {}):
                raise TableError(
                    translate(
                        "Errors", "line {line}: {name} has a second '{part}'; give each part its own name"
                    ).format(line=line, name=name, part=part)
                )
            else:
                rows[name][part] = mark
    except TableError as error:
        raise LandmarksError(
            translate("Errors", "The landmarks in {path} cannot be used: {error}.").format(path=path, error=error)
        ) from None
    parts = dict.fromkeys(part for row in rows.values() for part in row)
    return Marks(tuple(parts), rows, tuple(dict.fromkeys([*columns, *COLUMNS])), tuple(others))


def as_marks(landmarks: Mapping[str, tuple[Landmark, ...]]) -> Marks:
    """Landmarks as marks to edit."""
    rows = {name: {one.part: Mark((one.x, one.y)) for one in some} for name, some in sorted(landmarks.items())}
    return Marks(tuple(dict.fromkeys(part for row in rows.values() for part in row)), rows)


def as_csv(marks: Marks) -> str:
    """The text of the file: the marked pictures by name, then the rows about others."""
    rows: list[Mapping[str, str]] = []
    for name, row in sorted(marks.rows.items()):
        for part in sorted(row, key=marks.parts.index):
            mark = row[part]
            x, y = ("", "") if mark.point is None else map(_written, mark.point)
            visible = "0" if mark.point is None else "1"
            rows.append({**mark.further, "image": name, "part": part, "x": x, "y": y, "visible": visible})
    body = ([row.get(column, "") for column in marks.columns] for row in (*rows, *marks.others))
    return table_formats.as_csv([marks.columns, *body])


def _mark(row: dict[str, str], line: int) -> Mark:
    point = (number_in(row, "x", line), number_in(row, "y", line)) if is_visible(row, line) else None
    return Mark(point, {column: value for column, value in row.items() if column not in COLUMNS})


def _written(value: float) -> str:
    """A coordinate as short as it can be without changing it."""
    return str(int(value)) if value == int(value) else repr(value)
