"""Parses CSV tables about the pictures of a folder: header, rows, numbers, and the pictures that rows name."""

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

from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.escaping import csv_value
from icnn_engine.core.language import translate
from icnn_engine.data.tables.picture_names import PictureNames

# At the top of a folder these files belong to it.
LANDMARKS, BOXES, GROUPS = "landmarks.csv", "boxes.csv", "groups.csv"
LEFT_OUT, CORRECTIONS = "left_out.csv", "corrections.csv"
_YES = frozenset({"", "1", "1.0", "true", "yes", "y"})
_NO = frozenset({"0", "0.0", "false", "no", "n"})
_ALIASES = ("visibility", "is_visible", "vis", "v")  # of the column visible, in other programs
# float() would also take 27_4 for 274, and digits of other scripts.
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


class TableError(PartscopeError):
    """A file cannot be read as the table it should be. The values fill the fields of the text."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values) if values else text)


def again() -> str:
    """Return the advice for a damaged file of a published data set."""
    return translate("Errors", "put a whole copy in its place")


def table_in(folder: Path, name: str) -> Path:
    """Return the path of the table `name` at the top of a folder.

    A file whose name has another case (`Landmarks.CSV`) is taken if none has exactly this name.
    """
    if (folder / name).exists():
        return folder / name
    try:
        with os.scandir(folder) as entries:
            return folder / min((e.name for e in entries if e.name.lower() == name and e.is_file()), default=name)
    except OSError:
        return folder / name


def other_cases(path: Path) -> list[str]:
    """Return the files beside a table whose names differ from its own in case only."""
    beside = os.listdir(path.parent)  # noqa: PTH208 (names, not paths)
    return sorted(name for name in beside if name != path.name and name.casefold() == path.name.casefold())


@dataclass(frozen=True, slots=True)
class MatchedRows:
    """The rows of a table, matched to the pictures of a folder.

    `rows`: (line, name of the picture or None, values). `unmatched`: (line, name as written) of the rows that name
    neither a picture nor another file of the folder.
    """

    rows: tuple[tuple[int, str | None, dict[str, str]], ...]
    unmatched: tuple[tuple[int, str], ...]
    names: PictureNames

    @property
    def notice(self) -> str:
        """Say how many rows match no picture; empty if all do."""
        if not self.unmatched:
            return ""
        line, name = self.unmatched[0]
        return translate(
            "Errors",
            "{count} of {rows} rows match no picture, the first is line {line} ({name}); the column image holds paths "
            "below the folder such as {example}",
        ).format(
            count=len(self.unmatched), rows=len(self.rows), line=line, name=name, example=self.names.example_for(name)
        )


def matched_rows(path: Path, columns: tuple[str, ...], names: Collection[str], root: Path | None = None) -> MatchedRows:
    """Match the rows of a table to the pictures in `names`.

    `root` is the folder of the pictures; rows about another file in it are not unmatched. Raises TableError, also if
    more than half of the rows are unmatched, or (without a `root`) all of them.
    """
    known = PictureNames(names, root)
    rows = tuple((line, known.find(row["image"]), row) for line, row in rows_of(path, columns))
    unmatched = tuple(
        (line, row["image"].strip()) for line, name, row in rows if name is None and known.is_unmatched(row["image"])
    )
    matched = MatchedRows(rows, unmatched, known)
    most = len(rows) / 2 if known.complete else len(rows) - 1
    if unmatched and len(unmatched) > most:
        more = translate("Errors", "mend them, or remove the rows of pictures that are not here")
        raise TableError(f"{matched.notice}; {more}")
    return matched


def unmatched_rows(path: Path, names: Collection[str], root: Path | None = None) -> str:
    """Say how many rows of a table match no picture; empty if all do, or if the table cannot be read.

    `root` is the folder of the pictures; rows about another file in it are not counted.
    """
    try:
        return matched_rows(path, ("image",), names, root).notice
    except TableError:
        return ""


def rows_of(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and values (by column, in lower case) of each row that is not empty.

    Raises TableError if a row has more values than the header has columns, or lacks one of those in `columns`.
    """
    reader = csv.reader(io.StringIO(_text_of(path), newline=""), strict=True)
    try:
        header = _header(next(reader, []), columns)
        fewest = 1 + max(header.index(column) for column in columns)
        for row in reader:
            if not any(value.strip() for value in row):
                continue
            if len(row) < fewest or any(value.strip() for value in row[len(header) :]):
                raise TableError(
                    translate("Errors", "line {line_num}: {count} values, but {count2} columns"),
                    line_num=reader.line_num,
                    count=len(row),
                    count2=len(header),
                )
            yield reader.line_num, dict(zip(header, [*map(csv_value, row), *[""] * len(header)], strict=False))
    except csv.Error as error:
        raise TableError(
            translate("Errors", "line {line_num}: {error}"), line_num=reader.line_num, error=error
        ) from None


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise TableError(translate("Errors", "the file cannot be read ({strerror})"), strerror=error.strerror) from None
    except UnicodeDecodeError as error:
        raise TableError(
            translate("Errors", "line {line}: this is not UTF-8 text; save the file as CSV UTF-8"),
            line=1 + data.count(b"\n", 0, error.start),
        ) from None


def _header(cells: list[str], columns: tuple[str, ...]) -> list[str]:
    """Return the names of the columns in lower case, without unnamed ones at the end. Raises TableError."""
    # Some programs write the byte order mark twice.
    header = [csv_value(name.replace("\ufeff", "").strip()).lower() for name in cells]
    while header and not header[-1]:
        header.pop()
    if missing := [c for c in columns if c not in header]:
        message = translate("Errors", "line 1: no column {missing}; the columns are {columns}").format(
            missing=", ".join(missing), columns=",".join(columns)
        )
        if separator := next((mark for mark in ";\t|" if mark in "".join(cells)), ""):
            mark = translate("Errors", "tabs") if separator == "\t" else separator
            hint = translate("Errors", "put commas between the values where the file has {mark}").format(mark=mark)
            message = f"{message}; {hint}"
        raise TableError(message)
    if twice := next((name for name in header if header.count(name) > 1), None):
        raise TableError(
            translate("Errors", "line 1: the column {name} is there twice; leave one of them out"), name=twice
        )
    return header


def part_in(row: Mapping[str, str]) -> str:
    """Return the part that a row names, in composed Unicode."""
    return unicodedata.normalize("NFC", row["part"].strip())


def point_in(row: dict[str, str], line: int) -> tuple[float, float] | None:
    """Return (x, y) of a row, None if its part is not visible. Raises TableError."""
    if "visible" not in row and (other := next((name for name in _ALIASES if name in row), "")):
        raise TableError(
            translate("Errors", "line 1: the column {other} is not read; call it visible, with 1 or 0"), other=other
        )
    visible = row.get("visible", "").strip().lower()
    if visible not in _YES | _NO:
        raise TableError(translate("Errors", "line {line}: visible is '{seen}'; write 1 or 0"), line=line, seen=visible)
    if not row["part"].strip():
        raise TableError(translate("Errors", "line {line}: the part has no name"), line=line)
    return (number_in(row, "x", line), number_in(row, "y", line)) if visible in _YES else None


def second_part(line: int, name: str, part: str) -> TableError:
    """Return the error of a picture that has two rows for one part."""
    text = translate("Errors", "line {line}: {name} has a second '{part}'; give each part its own name")
    return TableError(text.format(line=line, name=name, part=part))


def number_in(row: dict[str, str], column: str, line: int) -> float:
    """Return the finite number in a column of a row. Raises TableError."""
    written = row[column].strip()
    value = float(written) if _NUMBER.fullmatch(written) else math.nan
    if not math.isfinite(value):
        text = translate("Errors", "line {line}: {column} is '{row}', which is not a number")
        if "," in written:
            text = translate(
                "Errors", "line {line}: {column} is '{row}'; write a point before decimals, nothing between thousands"
            )
        raise TableError(text.format(line=line, column=column, row=row[column]))
    return value


def number_text(value: float) -> str:
    """Return the shortest text of a number that does not change it."""
    return str(int(value)) if value == int(value) else repr(value)
