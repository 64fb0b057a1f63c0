from __future__ import annotations

import pytest

from icnn_engine.data.boxes.object_boxes import FolderBoxes, ObjectBox, ensure_box, ensure_size, once_each
from icnn_engine.data.tables.csv_tables import TableError

FOX, DOG, NONE = ObjectBox((1, 1, 9, 9), "Fox"), ObjectBox((2, 2, 9, 9), "dog"), ObjectBox((3, 3, 9, 9))


def test_boxes_of_a_pictures_own_category_are_kept_if_any_box_is_named_so() -> None:
    boxes = FolderBoxes("a.json", "COCO", {"fox/1.jpg": (FOX, DOG), "fox/2.jpg": (DOG,), "cat/1.jpg": (FOX, DOG, NONE)})
    used = boxes.of_categories({"fox/1.jpg": "fox", "fox/2.jpg": "fox", "cat/1.jpg": "cat"})

    assert used == {"fox/1.jpg": (FOX.box,), "cat/1.jpg": (FOX.box, DOG.box, NONE.box)}


def test_a_box_that_is_there_twice_is_one_object() -> None:
    again = ObjectBox(FOX.box, "animal")

    assert once_each({"a": [FOX, DOG, FOX], "b": []}) == {"a": (FOX, DOG)}
    assert FolderBoxes("", "COCO", {"a": (FOX, again)}).of_categories({"a": "x"}) == {"a": (FOX.box,)}


def test_files_that_belong_to_a_format_are_known() -> None:
    boxes = FolderBoxes("labels", "YOLO", {}, files=frozenset({"data.yaml"}), below=frozenset({"labels"}))

    assert all(map(boxes.holds, ("data.yaml", "labels", "labels/fox/1.txt")))
    assert not any(map(boxes.holds, ("labels.txt", "fox/data.yaml")))


def test_a_box_and_a_size_are_told_if_they_cannot_be_right() -> None:
    sizes = {"a": (40, 30)}

    assert ensure_box("line 3", "a", (1, 2, 3, 4), sizes) == (1, 2, 3, 4)
    with pytest.raises(TableError, match="line 3: the box is empty"):
        ensure_box("line 3", "a", (1, 2, -3, 4), sizes)
    for unknown in ((None, None), (0, 0), (40.2, 29.9), ("40", 30)):
        ensure_size("image 3", "a", unknown, sizes)
    with pytest.raises(TableError, match="image 3: the boxes are of a picture of 80 x 60 pixels, but a has 40 x 30"):
        ensure_size("image 3", "a", (80, 60), sizes)
