"""Reads boxes from LabelMe files: a JSON file beside each picture, of rectangles (two corners) and polygons."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from icnn_engine.core.language import translate
from icnn_engine.data.boxes.json_files import items_of, parsed, read_bytes_of
from icnn_engine.data.boxes.object_boxes import (
    FolderBoxes,
    ObjectBox,
    ensure_box,
    ensure_size,
    files_of,
    in_file,
    numbers_in,
    once_each,
    unusable,
)
from icnn_engine.data.tables.picture_names import plain_name
from icnn_engine.data.tables.plausibility import Sizes

MARK = b'"shapes"'
KINDS = ("rectangle", "polygon")  # what is no box (points, lines, circles) is passed over


def read_labelme_boxes(root: Path, names: Collection[str], sizes: Sizes) -> FolderBoxes | None:
    """Return the boxes in the LabelMe files beside the pictures; None where there is none. Raises BoxFileError."""
    boxes: dict[str, list[ObjectBox]] = {}
    files = []
    is_there = files_of(root)
    stems = Counter(map(_stem, names))
    for name in names:
        path = f"{_stem(name)}.json"
        if not is_there(path):
            continue
        with in_file(path):
            data = read_bytes_of(root / path)
            if MARK not in data:
                continue
            files.append(path)
            document = parsed(data)
            if stems[_stem(name)] == 1 or _is_of(document, name):
                boxes[name] = list(_objects(document, name, sizes))
    if not files:
        return None
    return FolderBoxes("", "LabelMe", once_each(boxes), len(boxes), (), frozenset(files))


def _stem(name: str) -> str:
    return os.path.splitext(name)[0]  # noqa: PTH122 (a name, not a path)


def _is_of(document: Any, name: str) -> bool:
    """Whether a file is about this picture, of two whose names differ by their endings only."""
    written = document.get("imagePath") if isinstance(document, dict) else None
    file = plain_name(written).rpartition("/")[2] if isinstance(written, str) else ""
    return file.casefold() == name.rpartition("/")[2].casefold()


def _objects(document: Any, name: str, sizes: Sizes) -> Iterator[ObjectBox]:
    """Yield the boxes around the rectangles and polygons of a picture. Raises TableError."""
    shapes = items_of(document, "shapes")
    size = document.get("imageWidth"), document.get("imageHeight")
    ensure_size(translate("Errors", "imageWidth and imageHeight"), name, size, sizes)
    advice = translate("Errors", "points are [x, y] in pixels, two corners or more")
    for number, shape in enumerate(shapes, 1):
        if shape.get("shape_type", "polygon") not in KINDS:
            continue
        entry = translate("Errors", "shape {number}").format(number=number)
        points = shape.get("points")
        corners = [numbers_in(point, 2, entry, advice) for point in points] if isinstance(points, list) else []
        if len(corners) < 2:
            raise unusable(entry, points, advice)
        across, down = zip(*corners, strict=True)
        box = (min(across), min(down), max(across) - min(across), max(down) - min(down))
        label = shape.get("label")
        yield ObjectBox(ensure_box(entry, name, box, sizes), label if isinstance(label, str) else "")
