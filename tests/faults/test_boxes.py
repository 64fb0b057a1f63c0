"""Damaged files of boxes: each is read, or refused with a sentence that names it; nothing else happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from icnn_engine.data.boxes.folder_boxes import find_boxes
from icnn_engine.data.boxes.object_boxes import BoxFileError
from tests.engine.data.boxes.writers import write_coco, write_labelme, write_yolo
from tests.faults.spoiling import damage

SIZES = {"fox/1.jpg": (48, 32), "fox/2.jpg": (64, 40)}
BOXES = {
    "fox/1.jpg": [((1.0, 2.0, 20.0, 21.0), "fox"), ((30.0, 3.0, 10.0, 9.0), "dog")],
    "fox/2.jpg": [((5.5, 6.5, 30.0, 20.0), "fox")],
}


FILES = ("boxes.csv", "annotations.json", "labels/fox/1.txt", "labels/classes.txt", "fox/1.json")


@pytest.mark.parametrize("name", FILES)
@given(spoil=damage())
def test_damaged_boxes_are_read_or_refused(
    name: str, spoil: Callable[[bytes], bytes], tmp_path: Path, tried: Counter[str]
) -> None:
    path = tmp_path / name
    if not path.exists():
        match name:
            case "boxes.csv":
                rows = [",".join(map(str, (picture, *box))) for picture, own in BOXES.items() for box, _ in own]
                path.write_text("\n".join(["image,x,y,width,height", *rows]))
            case "annotations.json":
                write_coco(path, BOXES, SIZES)
            case "fox/1.json":
                write_labelme(tmp_path, BOXES, SIZES)
            case _:
                write_yolo(tmp_path / "labels", BOXES, SIZES)
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    found, told = None, ""
    try:
        found = find_boxes(tmp_path, list(SIZES), SIZES)
    except BoxFileError as error:
        told = f"{error.source}: {error}"
    path.write_bytes(whole)
    tried["damaged files of boxes"] += 1

    assert not told or told.partition(": ")[0] in FILES
    assert all(box.box[2] > 0 < box.box[3] for own in (found.boxes.values() if found else ()) for box in own)
    assert find_boxes(tmp_path, list(SIZES), SIZES) is not None
