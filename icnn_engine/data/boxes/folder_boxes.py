"""Finds the boxes that come with a folder of pictures, in the first format of which it has files."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from icnn_engine.core.annotations import BoxesFound
from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.boxes import coco, yolo
from icnn_engine.data.boxes.coco import read_coco_boxes
from icnn_engine.data.boxes.csv_boxes import read_csv_boxes
from icnn_engine.data.boxes.labelme import read_labelme_boxes
from icnn_engine.data.boxes.object_boxes import BoxFileError, FolderBoxes, PixelBox
from icnn_engine.data.boxes.yolo import read_yolo_boxes
from icnn_engine.data.folder_names import visible_entries
from icnn_engine.data.tables.csv_tables import TableError
from icnn_engine.data.tables.picture_names import PictureNames
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes

Reader = Callable[[Path, Collection[str], Sizes], FolderBoxes | None]
READERS: tuple[Reader, ...] = (read_csv_boxes, read_coco_boxes, read_yolo_boxes, read_labelme_boxes)  # the first wins


class Named(Protocol):
    """A picture with its name, its category, and the one that its folder gives it if that was corrected."""

    @property
    def name(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def was(self) -> str: ...


def find_boxes(root: Path, names: Collection[str], sizes: Sizes = NO_SIZES) -> FolderBoxes | None:
    """Return the boxes of a folder in the format that is used; None where it has none.

    `boxes.csv` comes before COCO, YOLO and LabelMe files. `names`: of the pictures; `sizes`: their (width, height) in
    pixels, by name, where they are known: a box outside of its picture is refused. Raises BoxFileError.
    """
    return next((found for read in READERS if (found := read(root, names, sizes))), None)


def boxes_of(root: Path, pictures: Iterable[Named], sizes: Sizes = NO_SIZES) -> dict[str, tuple[PixelBox, ...]] | None:
    """Return the boxes (x, y, width, height) that are used of each picture, by name; pictures without one are left out.

    None where the folder has no file of boxes. See `find_boxes` and `FolderBoxes.of_categories`. Raises LandmarksError.
    """
    # Pictures of a background elsewhere have absolute names.
    own = [p for p in pictures if not os.path.isabs(p.name)]  # noqa: PTH117 (a name)
    categories = {p.name: p.category for p in own}
    try:
        found = find_boxes(root, tuple(categories), sizes)
    except BoxFileError as error:
        text = translate("Errors", "The boxes in {path} cannot be used: {error}.")
        raise LandmarksError(text.format(path=root / error.source, error=error)) from None
    if found is None:
        return None
    # The box of a picture whose label was wrong may have the wrong name too.
    former = {p.name: p.was for p in own if p.was}
    wrong = found.of_categories(former) if former else {}
    return {name: boxes for name, boxes in wrong.items() if name in former} | found.of_categories(categories)


def may_hold_boxes(folder: Path) -> bool:
    """Whether files of boxes may lie in a folder beside the folder of the pictures; they are not opened."""
    if any((folder / name).is_dir() for name in (coco.FOLDER, yolo.FOLDER)):
        return True
    return any(entry.name.lower().endswith(".json") for entry in visible_entries(str(folder)))


def ensure_matched(found: FolderBoxes, names: Collection[str]) -> None:
    """Raise BoxFileError if a file names pictures, but none of the folder's."""
    if found.unmatched and len(found.unmatched) == found.named:
        text = translate(
            "Errors",
            "none of the {count} pictures that it names is here, such as {example}; write paths below the folder such "
            "as {own}",
        )
        example = found.unmatched[0]
        own = PictureNames(names).example_for(example)
        raise BoxFileError(found.source, TableError(text.format(count=found.named, example=example, own=own)))


def unmatched_notice(found: FolderBoxes) -> str:
    """Say how many pictures that a file names are not in the folder; empty if all are."""
    if not found.unmatched:
        return ""
    text = translate("Errors", "{count} of the {all} pictures that it names are not here, such as {example}")
    return text.format(count=len(found.unmatched), all=found.named, example=found.unmatched[0])


def summary_of(found: FolderBoxes, categories: Mapping[str, str]) -> BoxesFound:
    """Return which boxes a check-up has found. `categories`: of the pictures, by name."""
    used = found.of_categories(categories)
    return BoxesFound(found.source, found.format, len(used), sum(map(len, used.values())))


def boxes_notice(found: BoxesFound) -> str:
    """Say which boxes a folder has, in one sentence."""
    source = found.source or translate("Errors", "files beside the pictures")
    text = translate("Errors", "Boxes are read from {source} ({format}): {objects} in {pictures} pictures.")
    return text.format(source=source, format=found.format, objects=found.objects, pictures=found.pictures)
