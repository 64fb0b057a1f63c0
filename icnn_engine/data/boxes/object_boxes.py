"""Boxes of the objects in the pictures of a folder, whatever format they come from."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from icnn_engine.core.language import translate
from icnn_engine.data.tables.csv_tables import TableError
from icnn_engine.data.tables.plausibility import Sizes, why_not_box

PixelBox = tuple[float, float, float, float]  # (x, y, width, height) in pixels of the upright photograph


@dataclass(frozen=True, slots=True)
class ObjectBox:
    """The box of an object. `category`: its name in the file, "" where the file gives none."""

    box: PixelBox
    category: str = ""


@dataclass(frozen=True, slots=True)
class FolderBoxes:
    """The boxes of a folder's pictures, in the order of the file.

    `source`: POSIX path of the file, or of the folder of files, below the folder of the pictures ("" for that folder
    itself); `format`: its name; `boxes`: by name of the picture, without repetitions; `named`: how many pictures the
    file names, of which `unmatched` are not in the folder, as written. `files` and `below`: the files that belong to
    the format, and folders that hold nothing else.
    """

    source: str
    format: str
    boxes: Mapping[str, tuple[ObjectBox, ...]]
    named: int = 0
    unmatched: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()

    def of_categories(self, categories: Mapping[str, str]) -> dict[str, tuple[PixelBox, ...]]:
        """Return the boxes of pictures by name, `categories`: the category of each picture.

        If any box is named as the category of a picture (without regard to case), only boxes of that name are returned
        for it; else all of its boxes.
        """
        known = {one.category.casefold() for own in self.boxes.values() for one in own}
        found = {}
        for name, own in self.boxes.items():
            category = categories.get(name, "").casefold()
            if kept := tuple(one.box for one in own if category not in known or one.category.casefold() == category):
                found[name] = tuple(dict.fromkeys(kept))
        return found

    def holds(self, path: str) -> bool:
        """Whether a path below the folder is one of the files that belong to the format, or their folder."""
        return path in self.files or any(path == folder or path.startswith(f"{folder}/") for folder in self.below)


class BoxFileError(TableError):
    """The boxes in a file cannot be used. `source`: its POSIX path below the folder of the pictures."""

    def __init__(self, source: str, error: TableError) -> None:
        super().__init__(str(error))
        self.source = source


@contextmanager
def in_file(source: str) -> Iterator[None]:
    """Let errors raised in the context name the file."""
    try:
        yield
    except TableError as error:
        raise BoxFileError(source, error) from None


def files_of(root: Path) -> Callable[[str], bool]:
    """Return a function that says whether a path below the folder is there; each folder is listed once."""

    @cache
    def names(folder: str) -> frozenset[str]:
        try:
            return frozenset(os.listdir(root / folder))  # noqa: PTH208 (names, not paths)
        except OSError:
            return frozenset()

    def is_there(path: str) -> bool:
        folder, _, file = path.rpartition("/")
        return file in names(folder)

    return is_there


def once_each(boxes: Mapping[str, Iterable[ObjectBox]]) -> dict[str, tuple[ObjectBox, ...]]:
    """Return the boxes of pictures with each box once, as two files may hold the same ones."""
    return {name: tuple(dict.fromkeys(own)) for name, own in boxes.items() if own}


def ensure_box(entry: str, name: str, box: PixelBox, sizes: Sizes) -> PixelBox:
    """Return the box if it can be that of an object in the picture. `entry`: where it stands in the file, in words.
    Raises TableError."""
    if box[2] <= 0 or box[3] <= 0:
        raise TableError(translate("Errors", "{entry}: the box is empty").format(entry=entry))
    if why := why_not_box(entry, name, box, sizes):
        raise TableError(why)
    return box


def numbers_in(values: Any, count: int | None, entry: str, advice: str) -> list[float]:
    """Return finite numbers (`count` of them, None: any) from a JSON value. Raises TableError with the advice."""
    usable = isinstance(values, list) and count in (None, len(values)) and all(_is_number(value) for value in values)
    if not usable:
        raise unusable(entry, values, advice)
    return [float(value) for value in values]


def unusable(entry: str, seen: Any, advice: str) -> TableError:
    """Return the error of an entry that holds a wrong value, with what it should be."""
    text = translate("Errors", "{entry}: it holds {seen}; {advice}")
    return TableError(text.format(entry=entry, seen=repr(seen)[:60], advice=advice))


def ensure_size(entry: str, name: str, annotated: tuple[Any, Any], sizes: Sizes) -> None:
    """Raise TableError if a picture was annotated in another size than it has now. Sizes that are no numbers above 0
    are not compared."""
    if name not in sizes or not all(_is_number(side) and side > 0 for side in annotated):
        return
    if tuple(map(round, annotated)) != sizes[name]:
        text = translate(
            "Errors",
            "{entry}: the boxes are of a picture of {wide:g} x {high:g} pixels, but {name} has {width} x {height}; "
            "write them in pixels of the picture as it is here, turned upright",
        )
        width, height = sizes[name]
        wide, high = annotated
        raise TableError(text.format(entry=entry, wide=wide, high=high, name=name, width=width, height=height))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
