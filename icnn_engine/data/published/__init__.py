"""Data sets in their publishers' own layouts: recognises them, and reads their landmarks and part masks."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from icnn_engine.core.annotations import Landmark
from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.published import animal_part, cub, voc_part
from icnn_engine.data.published.layout import DatasetLayout, Regions
from icnn_engine.data.tables.csv_tables import LANDMARKS, TableError, table_in
from icnn_engine.data.tables.folder_tables import landmarks_in
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes

LAYOUTS = (cub.LAYOUT, animal_part.LAYOUT, voc_part.LAYOUT)


def recognised(path: Path) -> tuple[DatasetLayout, Path] | None:
    """Return the layout of a published data set and its own folder; None for other folders.

    Its folder is the path, the only folder in it, or the folder above if the path is one of the data set's parts
    (`images`, `detanimalpart`, `truth`, `JPEGImages`, `Annotations_Part`).
    """
    for folder in (path, *_only_folder(path)):
        for layout in LAYOUTS:
            if root := layout.root_of(folder):
                return layout, root
    return None


def landmarks_of(root: Path, names: Collection[str], sizes: Sizes = NO_SIZES) -> dict[str, tuple[Landmark, ...]]:
    """Read the landmarks that come with a folder.

    They are those of `landmarks.csv` at its top, else those of a published data set.

    Parameters
    ----------
    root
        The folder of the pictures.
    names
        The names of the pictures.
    sizes
        (width, height) of pictures in pixels, by name. `landmarks.csv` is refused if a point lies outside of its
        picture.

    Returns
    -------
    dict
        The landmarks by name of the picture, in pixels of the upright picture or of the object's crop; pictures
        without one are left out.

    Raises
    ------
    LandmarksError
        A file cannot be used, with its name.
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
    """Read the areas of parts: masks of Pascal VOC Part, boxes of Animal-Part, nothing of other folders.

    Parameters
    ----------
    root
        The folder of the pictures.
    names
        The names of the pictures.
    size
        The side of the masks in pixels.

    Yields
    ------
    tuple
        Name of the picture, and {part: (size, size) bool}: where the part is in the crop resized to a square.

    Raises
    ------
    LandmarksError
        A file cannot be used, with its name.
    """
    known = recognised(root)
    try:
        if known:
            yield from known[0].regions(known[1], names, size)
    except TableError as error:
        raise LandmarksError(
            translate("Errors", "The parts of {root} cannot be used: {error}.").format(root=root, error=error)
        ) from None


def published_parts(root: Path) -> tuple[str, ...]:
    """Return the landmarks of a published data set that the paper's tables use; () for other folders."""
    known = recognised(root)
    return known[0].published if known else ()


def everything_of(root: Path) -> str:
    """Return the category of a folder merged to one: `bird` for CUB-200-2011, as in the paper, else its own name."""
    known = recognised(root)
    return known[0].everything if known else root.name


def _only_folder(path: Path) -> list[Path]:
    """Return the visible sub-folder of a folder if there is only one."""
    try:
        with os.scandir(path) as entries:
            folders = [Path(entry.path) for entry in entries if not entry.name.startswith(".") and entry.is_dir()]
    except OSError:
        return []
    return folders if len(folders) == 1 else []
