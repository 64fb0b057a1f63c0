"""Writes boxes (x, y, width, height in pixels) as annotation programs do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Box = tuple[float, float, float, float]
Boxes = Mapping[str, Sequence[tuple[Box, str]]]  # by name of the picture: boxes with their categories
Sizes = Mapping[str, tuple[int, int]]


def coco_document(boxes: Boxes, sizes: Sizes) -> dict[str, Any]:
    """Return the content of a COCO file."""
    categories = sorted({category for own in boxes.values() for _box, category in own})
    document: dict[str, Any] = {
        "images": [
            {"id": number, "file_name": name, "width": sizes[name][0], "height": sizes[name][1]}
            for number, name in enumerate(boxes, 10)
        ],
        "annotations": [],
        "categories": [{"id": number, "name": name} for number, name in enumerate(categories, 3)],
    }
    for image_id, own in enumerate(boxes.values(), 10):
        for box, category in own:
            document["annotations"].append(
                {
                    "id": len(document["annotations"]) + 1,
                    "image_id": image_id,
                    "category_id": 3 + categories.index(category),
                    "bbox": list(box),
                    "iscrowd": 0,
                }
            )
    return document


def write_coco(path: Path, boxes: Boxes, sizes: Sizes) -> Path:
    """Write a COCO file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(coco_document(boxes, sizes)))
    return path


def write_yolo(root: Path, boxes: Boxes, sizes: Sizes) -> None:
    """Write a text file for each picture, and the names of the classes; `root` may be `labels`."""
    categories = sorted({category for own in boxes.values() for _box, category in own})
    (root / "classes.txt").parent.mkdir(parents=True, exist_ok=True)
    (root / "classes.txt").write_text("\n".join(categories))
    for name, own in boxes.items():
        wide, high = sizes[name]
        lines = [
            f"{categories.index(category)} {(x + w / 2) / wide!r} {(y + h / 2) / high!r} {w / wide!r} {h / high!r}\n"
            for (x, y, w, h), category in own
        ]
        path = (root / name).with_suffix(".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines))


def write_labelme(root: Path, boxes: Boxes, sizes: Sizes) -> None:
    """Write a JSON file beside each picture; the corners of every second rectangle are the other ones."""
    for name, own in boxes.items():
        shapes = []
        for number, ((x, y, w, h), category) in enumerate(own):
            corners = [[x, y], [x + w, y + h]] if number % 2 == 0 else [[x + w, y], [x, y + h]]
            shapes.append({"label": category, "points": corners, "shape_type": "rectangle", "flags": {}})
        document = {
            "version": "5.5.0",
            "shapes": shapes,
            "imagePath": Path(name).name,
            "imageData": None,
            "imageWidth": sizes[name][0],
            "imageHeight": sizes[name][1],
        }
        path = (root / name).with_suffix(".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document))
