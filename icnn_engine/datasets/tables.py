"""Reads the CSV files that belong to a folder: `landmarks.csv`, `boxes.csv` and `groups.csv`."""

from __future__ import annotations

import csv
import math
import os
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from icnn_engine.annotations import Landmark
from icnn_engine.errors import LandmarksError, PartscopeError
from icnn_engine.language import translate

LANDMARKS, BOXES, GROUPS = "landmarks.csv", "boxes.csv", "groups.csv"  # at the top of a folder they belong to it
_YES = frozenset({"", "1", "1.0", "true", "yes", "y"})
_NO = frozenset({"0", "0.0", "false", "no", "n"})


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


def read_landmarks(path: Path, names: Collection[str]) -> dict[str, tuple[Landmark, ...]]:
    """The visible landmarks of the pictures in `names`, by name; pictures without one are left out.

    The file has the columns image, part, x, y and perhaps visible (1 or 0); pixels of the upright original, origin at
    the top left. Pictures that are not in `names` are passed over. Raises LandmarksError naming the line.
    """
    known = by_plain_name(names)
    found: dict[str, dict[str, Landmark]] = {}
    rows = 0
    try:
        for line, row in rows_of(path, ("image", "part", "x", "y")):
            rows += 1
            name, landmark = known.get(plain_name(row["image"])), _landmark(row, line)
            if name is None or landmark is None:
                continue
            if landmark.part in found.setdefault(name, {}):
                raise TableError(
                    translate(
                        "Errors", "line {line}: {name} has a second '{part}'; give each part its own name"
                    ).format(line=line, name=name, part=landmark.part)
                )
            found[name][landmark.part] = landmark
    except TableError as error:
        raise LandmarksError(
            translate("Errors", "The landmarks in {path} cannot be used: {error}.").format(path=path, error=error)
        ) from None
    if not found:
        raise LandmarksError(_none_matches(path, rows, names))
    return {name: tuple(parts.values()) for name, parts in sorted(found.items())}


def read_groups(path: Path, names: Collection[str]) -> dict[str, str]:
    """The source of each picture in `names` that `groups.csv` (image,source) speaks of. Raises TableError."""
    known = by_plain_name(names)
    rows = [(plain_name(row["image"]), row["source"].strip()) for _, row in rows_of(path, ("image", "source"))]
    found = {known[name]: source for name, source in rows if name in known and source}
    if rows and not found:
        raise TableError(
            translate(
                "Errors", "none of its pictures is in this folder; the column image holds paths such as cat/1.jpg"
            )
        )
    return found


def read_boxes(path: Path, names: Collection[str]) -> dict[str, tuple[float, float, float, float]]:
    """The object's box (x, y, width, height) of the pictures in `names`, by name; pictures without one are left out.

    The file has the columns image, x, y, width, height: pixels of the upright original, origin at the top left.
    Pictures that are not in `names` are passed over. Raises LandmarksError naming the line.
    """
    known, found = by_plain_name(names), dict[str, tuple[float, float, float, float]]()
    try:
        for line, row in rows_of(path, ("image", "x", "y", "width", "height")):
            x, y, width, height = (number_in(row, column, line) for column in ("x", "y", "width", "height"))
            if width <= 0 or height <= 0:
                raise TableError(translate("Errors", "line {line}: the box is empty").format(line=line))
            name = known.get(plain_name(row["image"]))
            if name in found:
                words = translate("Errors", "line {line}: {name} has a second box; give each picture one")
                raise TableError(words.format(line=line, name=name))
            if name is not None:
                found[name] = x, y, width, height
    except TableError as error:
        words = translate("Errors", "The boxes in {path} cannot be used: {error}.")
        raise LandmarksError(words.format(path=path, error=error)) from None
    return found


def rows_of(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and values of each row, header names in lower case. Raises TableError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = [name.strip().lower() for name in next(reader, [])]
            if missing := [c for c in columns if c not in header]:
                raise TableError(
                    translate("Errors", "line 1: no column {missing}; the columns are {columns}").format(
                        missing=", ".join(missing), columns=",".join(columns)
                    )
                )
            for row in reader:
                if len(row) < len(columns) and any(row):
                    raise TableError(
                        translate("Errors", "line {line_num}: {count} values, but {count2} columns").format(
                            line_num=reader.line_num, count=len(row), count2=len(header)
                        )
                    )
                if any(row):
                    yield reader.line_num, dict(zip(header, row + [""] * len(header), strict=False))
    except OSError as error:
        raise TableError(
            translate("Errors", "the file cannot be read ({strerror})").format(strerror=error.strerror)
        ) from None
    except UnicodeDecodeError:
        raise TableError(translate("Errors", "the file is not UTF-8 text; save it as CSV UTF-8")) from None
    except csv.Error as error:
        raise TableError(
            translate("Errors", "line {line_num}: {error}").format(line_num=reader.line_num, error=error)
        ) from None


def _landmark(row: dict[str, str], line: int) -> Landmark | None:
    """The landmark of a row, None where it is not visible. Raises TableError."""
    if not is_visible(row, line):
        return None
    part = row["part"].strip()
    return Landmark(part, number_in(row, "x", line), number_in(row, "y", line))


def is_visible(row: dict[str, str], line: int) -> bool:
    """Whether the part that a row names is visible. Raises TableError."""
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
    try:
        value = float(row[column])
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise TableError(
            translate("Errors", "line {line}: {column} is '{row}', which is not a number").format(
                line=line, column=column, row=row[column]
            )
        )
    return value


def plain_name(name: str) -> str:
    """A picture's name whatever wrote it: Windows' backslashes, `./` in front, composed or decomposed letters."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/").removeprefix("./"))


def by_plain_name(names: Collection[str]) -> dict[str, str]:
    """The pictures' names by `plain_name`."""
    return {plain_name(name): name for name in names}


def _none_matches(path: Path, rows: int, names: Collection[str]) -> str:
    if not rows:
        text = translate("Errors", "The file {path} holds no landmark. Its columns are image,part,x,y,visible.")
        return text.format(path=path)
    text = translate(
        "Errors",
        "None of the {rows} landmarks in {path} belongs to a picture of this folder and is visible. The column image "
        "holds paths below the folder such as {example}.",
    )
    return text.format(rows=rows, path=path, example=min(names, default="cat/1.jpg"))
