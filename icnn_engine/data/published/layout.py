"""What the readers of published data sets share: how one is known, names and boxes of objects, what cannot be used."""

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
from icnn_engine.data.reading.pictures import ENDINGS
from icnn_engine.data.tables.csv_tables import TableError, again
from icnn_engine.formats.matlab import MatError, read_mat

LEAST_AREA = 50 * 50  # pixels of a photograph: the release leaves smaller objects out, in all three data sets
Marks = dict[str, tuple[Landmark, ...]]
Regions = Iterator[tuple[str, dict[str, np.ndarray]]]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a reader found: each object a picture, and what is left out."""

    pictures: tuple[Picture, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class DatasetLayout:
    """A data set as its publishers lay it out. The functions take the folder that `root_of` gave, and raise TableError
    naming the file that cannot be read.

    `everything`: the category that all of it is; `published`: the landmarks of the paper's tables; `root_of`: the data
    set's own folder if that is the path or beside it, else None; `landmarks` and `regions`: of the pictures named.
    """

    title: str
    everything: str
    published: tuple[str, ...]
    root_of: Callable[[Path], Path | None]
    pictures: Callable[[Path], Listing]
    landmarks: Callable[[Path, Collection[str]], Marks]
    regions: Callable[[Path, Collection[str], int], Regions]


def mat_values(path: Path, wanted: Collection[str]) -> dict[str, Any]:
    """`read_mat` of a file of a data set. Raises TableError naming it."""
    try:
        return read_mat(path, wanted)
    except MatError as error:
        raise TableError(
            translate("Errors", "{path} {error}; {again}").format(path=path, error=error, again=again())
        ) from None


def object_name(photograph: str, index: int) -> str:
    """The name of the object of that index (from 0) in a photograph: the photograph's own, then `#2`, `#3`, …"""
    return photograph if index == 0 else f"{photograph}#{index + 1}"


def why_not_box(box: Box) -> str:
    """Why a box is not used; empty where it is."""
    left, top, right, bottom = box
    if not all(map(isfinite, box)):
        return translate("Errors", "its box is not made of numbers: left out")
    if right <= left or bottom <= top:
        return translate("Errors", "its box has no size: left out")
    area = (right - left) * (bottom - top)
    return (
        translate("Errors", "its box holds {area:.0f} pixels: fewer than {least_area} are left out").format(
            area=area, least_area=LEAST_AREA
        )
        if area < LEAST_AREA
        else ""
    )


def corner(box: Box) -> tuple[int, int]:
    """Left and top of what is shown of a photograph: where its crop's pixels begin (see `pictures.frame_of`)."""
    return max(round(box[0]), 0), max(round(box[1]), 0)


def why_not_path(path: str) -> str:
    """Why a file named by a data set is not opened, before looking for it; empty where it may be."""
    parts = PureWindowsPath(path)
    if parts.drive or parts.root or PurePosixPath(path).is_absolute() or ".." in parts.parts:
        return translate("Errors", "the path leads out of the data set: left out")
    return "" if PurePosixPath(path).suffix.lower() in ENDINGS else translate("Errors", "not a picture: left out")


def is_file(folder: Path, path: str) -> bool:
    """A file is there; fast enough for 10,000 of them."""
    return os.path.isfile(f"{folder}{os.sep}{path}")  # noqa: PTH113


def not_there(path: str, missing: list[str]) -> list[Problem]:
    """One problem for all the photographs that a file names and that are not there."""
    if not missing:
        return []
    return [
        Problem(
            path,
            translate("Errors", "{count} of its photographs are not there, the first is {missing}: left out").format(
                count=len(missing), missing=missing[0]
            ),
        )
    ]


def part_points(points: Iterable[tuple[str, float, float]]) -> tuple[Landmark, ...]:
    """Landmarks of one object, sorted by part. A part that is marked twice has no one place and is left out."""
    places: dict[str, list[tuple[float, float]]] = {}
    for part, x, y in points:
        places.setdefault(part, []).append((x, y))
    return tuple(Landmark(part, *at[0]) for part, at in sorted(places.items()) if len(at) == 1)
