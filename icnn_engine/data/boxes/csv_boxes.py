"""Reads boxes from `boxes.csv` at the top of a folder: image,x,y,width,height, a row an object."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.boxes.object_boxes import FolderBoxes, ObjectBox, PixelBox, ensure_box, in_file, once_each
from icnn_engine.data.tables.csv_tables import BOXES, TableError, matched_rows, number_in
from icnn_engine.data.tables.own_tables import table_path
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes

COLUMNS = ("image", "x", "y", "width", "height")


def read_csv_boxes(root: Path, names: Collection[str], sizes: Sizes) -> FolderBoxes | None:
    """Return the boxes in the `boxes.csv` of the folder, or in the newer one that is kept for it in the user's data
    directory; None where there is none. Raises BoxFileError."""
    path = table_path(root, BOXES)
    if not os.path.lexists(path):  # a link that leads nowhere is reported
        return None
    source = path.name if path.parent == root else path.as_posix()
    with in_file(source):
        return FolderBoxes(source, "CSV", _boxes_in(path, names, root, sizes))


def read_boxes(
    path: Path, names: Collection[str], root: Path | None = None, sizes: Sizes = NO_SIZES
) -> dict[str, tuple[PixelBox, ...]]:
    """Read the boxes (x, y, width, height) of the pictures in `names` from a CSV file, in the order of its rows.

    The file has the columns image, x, y, width, height, a row an object: pixels of the upright original, origin at the
    top left. Pictures without a box are left out. `root` and `sizes` as of `read_landmarks`. Raises LandmarksError
    naming the line.
    """
    try:
        boxes = _boxes_in(path, names, root, sizes)
    except TableError as error:
        text = translate("Errors", "The boxes in {path} cannot be used: {error}.")
        raise LandmarksError(text.format(path=path, error=error)) from None
    return {name: tuple(one.box for one in own) for name, own in boxes.items()}


def _boxes_in(path: Path, names: Collection[str], root: Path | None, sizes: Sizes) -> dict[str, tuple[ObjectBox, ...]]:
    boxes: dict[str, list[ObjectBox]] = {}
    for line, name, row in matched_rows(path, COLUMNS, names, root).rows:
        x, y, width, height = (number_in(row, column, line) for column in COLUMNS[1:])
        if name is not None:
            entry = translate("Errors", "line {line}").format(line=line)
            boxes.setdefault(name, []).append(ObjectBox(ensure_box(entry, name, (x, y, width, height), sizes)))
    return once_each(boxes)
