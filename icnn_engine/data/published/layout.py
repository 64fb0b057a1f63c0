"""The interface of the readers of published data sets, and their shared helpers: names, boxes and points of objects."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import numpy as np

from icnn_engine.core.annotations import Box, Landmark, Picture, Problem
from icnn_engine.core.language import translate
from icnn_engine.data.grouping import grouped
from icnn_engine.data.reading.pictures import ENDINGS
from icnn_engine.data.tables.csv_tables import TableError, again
from icnn_engine.formats.matlab import MatError, number, read_mat

LEAST_AREA = 50 * 50  # pixels of a photograph: the release leaves smaller objects out, in all three data sets
Landmarks = dict[str, tuple[Landmark, ...]]
Regions = Iterator[tuple[str, dict[str, np.ndarray]]]


@dataclass(frozen=True, slots=True)
class Listing:
    """The objects of a data set, each a picture, and the problems: what is left out and why."""

    pictures: tuple[Picture, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class DatasetLayout:
    """A data set in its publishers' layout.

    `everything` is the one category of the whole set; `published` are the landmarks of the paper's tables. `root_of`
    returns the data set's own folder if a path is that folder or one of its parts, else None. The other functions take
    this folder, and raise TableError naming a file that cannot be read; `landmarks` and `regions` take the names of the
    pictures, `regions` also the size of the masks.
    """

    title: str
    everything: str
    published: tuple[str, ...]
    root_of: Callable[[Path], Path | None]
    pictures: Callable[[Path], Listing]
    landmarks: Callable[[Path, Collection[str]], Landmarks]
    regions: Callable[[Path, Collection[str], int], Regions] = lambda _root, _names, _size: iter(())


def mat_values(path: Path, wanted: Collection[str]) -> dict[str, Any]:
    """Read a MATLAB file by `read_mat`. Raises TableError naming it."""
    try:
        return read_mat(path, wanted)
    except MatError as error:
        raise TableError(
            translate("Errors", "{path} {error}; {again}"), path=path, error=error, again=again()
        ) from None


def mat_box(bndbox: Any) -> Box | None:
    """Return the box of a `bndbox` of a MATLAB file, edges counted from 0; None if it is none."""
    if not isinstance(bndbox, dict):
        return None
    left, top, right, bottom = (number(bndbox.get(edge)) for edge in ("xmin", "ymin", "xmax", "ymax"))
    return left - 1, top - 1, right, bottom


def object_name(photograph: str, index: int) -> str:
    """Return the name of an object in a photograph, by its index from 0: the photograph's own, then `#2`, `#3`, …"""
    return photograph if index == 0 else f"{photograph}#{index + 1}"


def why_not_box(box: Box) -> str:
    """Return why a box is not used; empty if it is."""
    left, top, right, bottom = box
    if not all(map(isfinite, box)):
        return translate("Errors", "its box is not made of numbers: left out")
    if right <= left or bottom <= top:
        return translate("Errors", "its box has no size: left out")
    area = (right - left) * (bottom - top)
    text = translate("Errors", "its box holds {area:.0f} pixels: fewer than {least_area} are left out")
    return text.format(area=area, least_area=LEAST_AREA) if area < LEAST_AREA else ""


def corner(box: Box) -> tuple[int, int]:
    """Return left and top of the crop in whole pixels of the photograph (see `pictures.frame_of`)."""
    return max(round(box[0]), 0), max(round(box[1]), 0)


def why_not_path(path: str) -> str:
    """Return why a file that a data set names must not be opened; empty if it may be."""
    parts = PureWindowsPath(path)
    if parts.drive or parts.root or PurePosixPath(path).is_absolute() or ".." in parts.parts:
        return translate("Errors", "the path leads out of the data set: left out")
    return "" if PurePosixPath(path).suffix.lower() in ENDINGS else translate("Errors", "not a picture: left out")


def is_file(folder: Path, path: str) -> bool:
    """Whether a file exists; fast enough for 10,000 of them."""
    return os.path.isfile(f"{folder}{os.sep}{path}")  # noqa: PTH113


def not_there(path: str, missing: list[str]) -> list[Problem]:
    """Return one problem for all missing photographs that a file names."""
    text = translate("Errors", "{count} of its photographs are not there, the first is {missing}: left out")
    return [Problem(path, text.format(count=len(missing), missing=missing[0]))] if missing else []


def part_points(points: Iterable[tuple[str, float, float]]) -> tuple[Landmark, ...]:
    """Return the landmarks of one object, sorted by part. A part that is marked twice is ambiguous and left out."""
    by_part = grouped((Landmark(*point) for point in points), lambda landmark: landmark.part)
    return tuple(own[0] for _part, own in sorted(by_part.items()) if len(own) == 1)
