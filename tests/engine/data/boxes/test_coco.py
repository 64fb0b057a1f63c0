from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icnn_engine.data.boxes.coco import read_coco_boxes
from icnn_engine.data.boxes.object_boxes import BoxFileError, FolderBoxes, ObjectBox
from tests.engine.data.boxes.writers import coco_document, write_coco
from tests.engine.data.files import touch

SIZES = dict.fromkeys(("fox/1.jpg", "fox/2.jpg", "zebra/1.jpg", "zebra/8.jpg"), (48, 32))
BOXES = {
    "fox/1.jpg": [((1.5, 2, 20, 21), "fox"), ((30, 3, 10, 9), "person")],
    "zebra/8.jpg": [((4, 5, 6, 7), "zebra")],
}


def read(root: Path) -> FolderBoxes:
    found = read_coco_boxes(root, list(SIZES), SIZES)
    assert found is not None
    return found


def changed(root: Path, change: Callable[[Any], object]) -> str:
    """Return what is told about a COCO file with one change."""
    document = coco_document(BOXES, SIZES)
    change(document)
    touch(root / "annotations.json", json.dumps(document))
    with pytest.raises(BoxFileError) as told:
        read(root)
    assert told.value.source == "annotations.json"
    return str(told.value)


@pytest.mark.parametrize("name", ["annotations.json", "instances_all.json", "annotations/instances.json", "Any.JSON"])
def test_boxes_are_read_from_wherever_the_file_usually_lies(tmp_path: Path, name: str) -> None:
    write_coco(tmp_path / name, BOXES, SIZES)
    found = read(tmp_path)

    assert (found.source, found.format, found.named, found.unmatched) == (name, "COCO", 2, ())
    assert found.boxes["fox/1.jpg"] == (ObjectBox((1.5, 2, 20, 21), "fox"), ObjectBox((30, 3, 10, 9), "person"))
    assert found.boxes["zebra/8.jpg"] == (ObjectBox((4, 5, 6, 7), "zebra"),)
    assert found.holds(name)
    assert found.holds("annotations/other.json") == name.startswith("annotations/")


def test_crowds_are_no_objects_and_categories_may_have_no_name(tmp_path: Path) -> None:
    document = coco_document(BOXES, SIZES)
    document["annotations"][0]["iscrowd"] = 1
    del document["categories"]
    touch(tmp_path / "annotations.json", json.dumps(document))

    assert read(tmp_path).boxes["fox/1.jpg"] == (ObjectBox((30, 3, 10, 9)),)


def test_a_bare_file_name_tells_a_picture_if_only_one_is_called_so(tmp_path: Path) -> None:
    boxes = {"8.jpg": [((1, 2, 3, 4), "a")], "C:\\data\\2.JPG": [((2, 2, 3, 4), "a")], "1.jpg": [((3, 2, 3, 4), "a")]}
    write_coco(tmp_path / "a.json", boxes, dict.fromkeys(boxes, (48, 32)))
    found = read(tmp_path)

    assert {name: own[0].box[0] for name, own in found.boxes.items()} == {"zebra/8.jpg": 1, "fox/2.jpg": 2}
    assert found.unmatched == ("1.jpg",)


def test_a_file_name_that_the_file_has_twice_is_read_as_a_path_only(tmp_path: Path) -> None:
    boxes = {"zebra/8.jpg": [((1, 2, 3, 4), "a")], "horse/8.jpg": [((2, 2, 3, 4), "a")]}
    write_coco(tmp_path / "a.json", boxes, dict.fromkeys(boxes, (48, 32)))
    found = read(tmp_path)

    assert found.boxes == {"zebra/8.jpg": (ObjectBox((1, 2, 3, 4), "a"),)}
    assert found.unmatched == ("horse/8.jpg",)


def test_the_files_of_several_sides_are_read_together_and_keypoints_are_not(tmp_path: Path) -> None:
    first, second = ({name: BOXES[name]} for name in BOXES)
    write_coco(tmp_path / "annotations" / "instances_train.json", first, SIZES)
    write_coco(tmp_path / "annotations" / "instances_val.json", second, SIZES)
    write_coco(tmp_path / "annotations" / "person_keypoints.json", {"fox/2.jpg": [((1, 1, 9, 9), "x")]}, SIZES)
    found = read(tmp_path)

    assert sorted(found.boxes) == sorted(BOXES)
    assert found.source == "annotations/instances_train.json, annotations/instances_val.json"
    assert found.holds("annotations/person_keypoints.json")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["annotations"][1].update(bbox=[1, 2, 0, 4]), "annotation 2: the box is empty"),
        (lambda d: d["annotations"][1].update(bbox=[40, 2, 30, 4]), "annotation 2: the box lies outside of fox/1.jpg"),
        (lambda d: d["annotations"][1].update(bbox=[0.1, 0.2, 0.3, 0.4]), "annotation 2: .* write pixels, not shares"),
        (lambda d: d["annotations"][1].update(bbox=[1, 2, 3]), r"annotation 2: it holds \[1, 2, 3\]; bbox is \[left"),
        (lambda d: d["annotations"][1].update(bbox=[1, 2, "3", 4]), "annotation 2: it holds"),
        (lambda d: d["annotations"][1].update(bbox=[1, 2, float("nan"), 4]), "annotation 2: it holds"),
        (lambda d: d["annotations"][0].pop("bbox"), "annotation 1: it holds None"),
        (lambda d: d["annotations"][0].update(image_id=[1]), r"annotation 1: there is no image with the id \[1\]"),
        (lambda d: d["annotations"].append(7), "entry 4 of annotations is 7"),
        (lambda d: d["images"][1].pop("file_name"), "entry 2 of images has no id or no file_name"),
        (lambda d: d["images"][0].update(id=None), "entry 1 of images has no id"),
        (lambda d: d["images"][0].update(width=32, height=48), "image 10: .* of 32 x 48 .*fox/1.jpg has 48 x 32"),
        (lambda d: d.update(annotations={"bbox": 1}), "there is no list annotations"),
    ],
)
def test_a_wrong_entry_is_told_with_its_number(tmp_path: Path, change: Callable[[Any], object], message: str) -> None:
    assert re.match(message, changed(tmp_path, change))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_that_is_cut_off_is_told_with_its_line(tmp_path: Path, share: float) -> None:
    text = json.dumps(coco_document(BOXES, SIZES), indent=1)
    touch(tmp_path / "annotations.json", text[: round(share * len(text))])

    with pytest.raises(BoxFileError, match=r"line \d+: this is not JSON .*, perhaps cut off; export"):
        read(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["{}", "[1, 2", '{"images": [], "annotations": [{"caption": "a fox"}]}', '{"name": "x", "version": 3}'],
)
def test_other_json_files_are_left_alone(tmp_path: Path, text: str) -> None:
    touch(tmp_path / "package.json", text)

    assert read_coco_boxes(tmp_path, list(SIZES), SIZES) is None
