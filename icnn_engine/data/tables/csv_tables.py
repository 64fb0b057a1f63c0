"""Reads the CSV files that belong to a folder: `landmarks.csv`, `boxes.csv` and `groups.csv`."""

from __future__ import annotations

import csv
import io
import math
import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from icnn_engine.core.annotations import Landmark
from icnn_engine.core.errors import LandmarksError, PartscopeError
from icnn_engine.core.escaping import csv_value
from icnn_engine.core.language import translate
from icnn_engine.data.tables.picture_names import PictureNames
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes, TablePoint, why_not_points

LANDMARKS, BOXES, GROUPS = "landmarks.csv", "boxes.csv", "groups.csv"  # at the top of a folder they belong to it
_YES = frozenset({"", "1", "1.0", "true", "yes", "y"})
_NO = frozenset({"0", "0.0", "false", "no", "n"})
_ALIASES = ("visibility", "is_visible", "vis", "v")  # of the column visible, in other programs
# Not what Python takes besides: 27_4 for 274, digits of other scripts.
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


class TableError(PartscopeError):
    """A file cannot be read as the table it should be."""


def again() -> str:
    """What to do about a damaged file of a published data set."""
    return translate("Errors", "put a whole copy in its place")


def table_in(folder: Path, name: str) -> Path:
    """Where a table of that name lies at the top of a folder: a file called so in another case (`Landmarks.CSV`) is it
    where there is none called exactly so."""
    if (folder / name).exists():
        return folder / name
    try:
        with os.scandir(folder) as entries:
            found = sorted(e.name for e in entries if e.name.lower() == name and e.is_file())
    except OSError:
        found = []
    return folder / (found[0] if found else name)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table: line, the picture that it names (None: another one) and values; and of those that name no
    picture of the folder, the line and the name as it is written."""

    rows: tuple[tuple[int, str | None, dict[str, str]], ...]
    strangers: tuple[tuple[int, str], ...]

    def told(self, names: PictureNames) -> str:
        """How many rows match no picture, in words; empty where all do."""
        if not self.strangers:
            return ""
        words = translate(
            "Errors",
            "{count} of {rows} rows match no picture, the first is line {line} ({name}); the column image holds paths "
            "below the folder such as {example}",
        )
        line, name = self.strangers[0]
        example = names.like(name)
        return words.format(count=len(self.strangers), rows=len(self.rows), line=line, name=name, example=example)


def matched_rows(path: Path, columns: tuple[str, ...], names: PictureNames) -> Rows:
    """The rows of a table about pictures. Raises TableError, also where most of them match no picture, or all where
    it is not known which other pictures there are."""
    rows = tuple((line, names.find(row["image"]), row) for line, row in rows_of(path, columns))
    strangers = tuple(
        (line, row["image"].strip()) for line, name, row in rows if name is None and names.is_stranger(row["image"])
    )
    found = Rows(rows, strangers)
    most = len(rows) / 2 if names.complete else len(rows) - 1
    if strangers and len(strangers) > most:
        more = translate("Errors", "mend them, or remove the rows of pictures that are not here")
        raise TableError(f"{found.told(names)}; {more}")
    return found


def unmatched_rows(path: Path, names: Collection[str], root: Path | None = None) -> str:
    """How many rows of a table match no picture, in words; empty where all do, or the table cannot be read.

    `root`: the folder of the pictures; rows about another file in it are not counted.
    """
    known = PictureNames(names, root)
    try:
        return matched_rows(path, ("image",), known).told(known)
    except TableError:
        return ""


def read_landmarks(
    path: Path, names: Collection[str], root: Path | None = None, sizes: Sizes = NO_SIZES
) -> dict[str, tuple[Landmark, ...]]:
    """The visible landmarks of the pictures in `names`, as `landmarks_in`. Raises LandmarksError also where there is
    none."""
    found = landmarks_in(path, names, root, sizes)
    if not found:
        rows = sum(1 for _ in rows_of(path, ("image",)))
        raise LandmarksError(_none_matches(path, rows, PictureNames(names).like("")))
    return found


def landmarks_in(
    path: Path, names: Collection[str], root: Path | None = None, sizes: Sizes = NO_SIZES
) -> dict[str, tuple[Landmark, ...]]:
    """The visible landmarks of the pictures in `names`, by name; pictures without one are left out.

    The file has the columns image, part, x, y and perhaps visible (1 or 0); pixels of the upright original, origin at
    the top left. Pictures that are not in `names` are passed over; where most rows match no file below `root` either,
    the table is refused, and so are points outside of the pictures whose `sizes` (width, height) are given. Raises
    LandmarksError naming the line.
    """
    known = PictureNames(names, root)
    found: dict[str, dict[str, Landmark]] = {}
    spots: list[TablePoint] = []
    try:
        for line, name, row in matched_rows(path, ("image", "part", "x", "y"), known).rows:
            landmark = _landmark(row, line)
            if name is None or landmark is None:
                continue
            if landmark.part in found.setdefault(name, {}):
                raise TableError(
                    translate(
                        "Errors", "line {line}: {name} has a second '{part}'; give each part its own name"
                    ).format(line=line, name=name, part=landmark.part)
                )
            found[name][landmark.part] = landmark
            spots.append(TablePoint(line, name, landmark.x, landmark.y, landmark.part))
        if why := why_not_points(spots, sizes):
            raise TableError(why)
    except TableError as error:
        raise LandmarksError(
            translate("Errors", "The landmarks in {path} cannot be used: {error}.").format(path=path, error=error)
        ) from None
    return {name: tuple(parts.values()) for name, parts in sorted(found.items())}


def read_groups(path: Path, names: Collection[str], root: Path | None = None) -> dict[str, str]:
    """The source of each picture in `names` that `groups.csv` (image,source) speaks of. Raises TableError, also where
    most rows match no picture, none names a source, or a picture has two."""
    known = PictureNames(names, root)
    found: dict[str, str] = {}
    for line, name, row in matched_rows(path, ("image", "source"), known).rows:
        source = unicodedata.normalize("NFC", row["source"].strip())
        if name is None or not source:
            continue
        if found.setdefault(name, source) != source:
            words = translate("Errors", "line {line}: {name} has a second source; give each picture one")
            raise TableError(words.format(line=line, name=name))
    if not found:
        raise TableError(translate("Errors", "it names no source of a picture in this folder"))
    return found


def rows_of(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and values of each row, header names in lower case. Raises TableError where a row has more values
    than the header has columns, or lacks one of those in `columns`."""
    reader = csv.reader(io.StringIO(_text_of(path), newline=""), strict=True)
    try:
        header = _header(next(reader, []), columns)
        fewest = 1 + max(header.index(column) for column in columns)
        for row in reader:
            if not any(value.strip() for value in row):
                continue
            if len(row) < fewest or any(value.strip() for value in row[len(header) :]):
                raise TableError(
                    translate("Errors", "line {line_num}: {count} values, but {count2} columns").format(
                        line_num=reader.line_num, count=len(row), count2=len(header)
                    )
                )
            yield reader.line_num, dict(zip(header, [*map(csv_value, row), *[""] * len(header)], strict=False))
    except csv.Error as error:
        raise TableError(
            translate("Errors", "line {line_num}: {error}").format(line_num=reader.line_num, error=error)
        ) from None


def _text_of(path: Path) -> str:
    """The text of a file. Raises TableError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TableError(
            translate("Errors", "the file cannot be read ({strerror})").format(strerror=error.strerror)
        ) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        words = translate("Errors", "line {line}: this is not UTF-8 text; save the file as CSV UTF-8")
        raise TableError(words.format(line=line)) from None


def _header(cells: list[str], columns: tuple[str, ...]) -> list[str]:
    """The names of the columns, in lower case; those without a name at the end are left out. Raises TableError."""
    # Some programs write the byte order mark twice.
    header = [csv_value(name.replace("\ufeff", "").strip()).lower() for name in cells]
    while header and not header[-1]:
        header.pop()
    if missing := [c for c in columns if c not in header]:
        said = translate("Errors", "line 1: no column {missing}; the columns are {columns}").format(
            missing=", ".join(missing), columns=",".join(columns)
        )
        other = next((mark for mark in ";\t|" if mark in "".join(cells)), "")
        wrong = translate("Errors", "put commas between the values where the file has {mark}")
        mark = translate("Errors", "tabs") if other == "\t" else other
        raise TableError(f"{said}; {wrong.format(mark=mark)}" if other else said)
    if twice := next((name for name in header if header.count(name) > 1), None):
        words = translate("Errors", "line 1: the column {name} is there twice; leave one of them out")
        raise TableError(words.format(name=twice))
    return header


def _landmark(row: dict[str, str], line: int) -> Landmark | None:
    """The landmark of a row, None where it is not visible. Raises TableError."""
    if not is_visible(row, line):
        return None
    return Landmark(part_in(row), number_in(row, "x", line), number_in(row, "y", line))


def part_in(row: Mapping[str, str]) -> str:
    """The part that a row names, its letters composed."""
    return unicodedata.normalize("NFC", row["part"].strip())


def is_visible(row: dict[str, str], line: int) -> bool:
    """Whether the part that a row names is visible. Raises TableError."""
    if "visible" not in row and (other := next((name for name in _ALIASES if name in row), "")):
        words = translate("Errors", "line 1: the column {other} is not read; call it visible, with 1 or 0")
        raise TableError(words.format(other=other))
    seen = row.get("visible", "").strip().lower()
    if seen not in _YES | _NO:
        raise TableError(
            translate("Errors", "line {line}: visible is '{seen}'; write 1 or 0").format(line=line, seen=seen)
        )
    if not row["part"].strip():
        raise TableError(translate("Errors", "line {line}: the part has no name").format(line=line))
    return seen in _YES


def number_in(row: dict[str, str], column: str, line: int) -> float:
    """The finite number in a column of a row. Raises TableError."""
    written = row[column].strip()
    value = float(written) if _NUMBER.fullmatch(written) else math.nan
    if not math.isfinite(value):
        words = translate("Errors", "line {line}: {column} is '{row}', which is not a number")
        if "," in written:
            words = translate(
                "Errors", "line {line}: {column} is '{row}'; write a point before decimals, nothing between thousands"
            )
        raise TableError(words.format(line=line, column=column, row=row[column]))
    return value


def _none_matches(path: Path, rows: int, example: str) -> str:
    if not rows:
        text = translate("Errors", "The file {path} holds no landmark. Its columns are image,part,x,y,visible.")
        return text.format(path=path)
    text = translate(
        "Errors",
        "None of the {rows} landmarks in {path} belongs to a picture of this folder and is visible. The column image "
        "holds paths below the folder such as {example}.",
    )
    return text.format(rows=rows, path=path, example=example)
