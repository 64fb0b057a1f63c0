"""The data sets that are read in their publishers' own layouts: recognised, listed, their parts read."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from icnn_engine.core.annotations import Landmark
from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.published import animal_part, cub, voc_part
from icnn_engine.data.published.layout import DatasetLayout, Regions
from icnn_engine.data.tables.csv_tables import LANDMARKS, TableError, landmarks_in, table_in
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes

LAYOUTS = (cub.LAYOUT, animal_part.LAYOUT, voc_part.LAYOUT)


def recognised(path: Path) -> tuple[DatasetLayout, Path] | None:
    """The layout of a published data set and its own folder: the path, the folder above where the path is one of the
    data set's parts (`images`, `detanimalpart`, `truth`, `JPEGImages`, `Annotations_Part`), or its only folder."""
    for place in filter(None, (path, _only_folder(path))):
        for layout in LAYOUTS:
            if root := layout.root_of(place):
                return layout, root
    return None


def landmarks_of(root: Path, names: Collection[str], sizes: Sizes = NO_SIZES) -> dict[str, tuple[Landmark, ...]]:
    """The landmarks that come with a folder, of the pictures in `names`; pictures without one are left out.

    `landmarks.csv` at its top counts first, else what the publishers of a known data set marked; {} where there is
    nothing. Frame: pixels of the upright picture, or of the object's crop. `sizes` (width, height) by name: points of
    `landmarks.csv` outside of these are refused. Raises LandmarksError naming the file.
    """
    if (table := table_in(root, LANDMARKS)).is_file():
        return landmarks_in(table, names, root, sizes)
    known = recognised(root)
    try:
        return known[0].landmarks(known[1], names) if known else {}
    except TableError as error:
        raise LandmarksError(
            translate("Errors", "The landmarks of {root} cannot be used: {error}.").format(root=root, error=error)
        ) from None


def part_regions(root: Path, names: Collection[str], size: int) -> Regions:
    """Yields the name and {part: (size, size) bool} of each picture in `names` whose parts have areas: where the part
    is in the squashed crop. Pascal VOC Part has masks, Animal-Part boxes; others yield nothing. Raises LandmarksError
    naming the file."""
    known = recognised(root)
    try:
        if known:
            yield from known[0].regions(known[1], names, size)
    except TableError as error:
        raise LandmarksError(
            translate("Errors", "The parts of {root} cannot be used: {error}.").format(root=root, error=error)
        ) from None


def published_parts(root: Path) -> tuple[str, ...]:
    """The landmarks that the paper's tables use of a published data set: a subset of all; () for another folder."""
    known = recognised(root)
    return known[0].published if known else ()


def everything_of(root: Path) -> str:
    """The category that a folder is with all its categories taken as one: `bird` for CUB-200-2011, as in the paper; the
    folder's own name where it is no known data set."""
    known = recognised(root)
    return known[0].everything if known else root.name


def _only_folder(path: Path) -> Path | None:
    """The one visible folder in a folder, where there is one and no more."""
    try:
        with os.scandir(path) as entries:
            folders = [entry.path for entry in entries if not entry.name.startswith(".") and entry.is_dir()]
    except OSError:
        return None
    return Path(folders[0]) if len(folders) == 1 else None
