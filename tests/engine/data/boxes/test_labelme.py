from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from icnn_engine.data.boxes.labelme import read_labelme_boxes
from icnn_engine.data.boxes.object_boxes import BoxFileError, ObjectBox
from tests.engine.data.boxes.writers import write_labelme
from tests.engine.data.files import touch

NAMES = ("fox/1.jpg", "fox/2.jpg", "fox/2.png")
SIZES = dict.fromkeys(NAMES, (48, 32))


def shapes(*own: dict[str, Any], **further: Any) -> str:
    return json.dumps({"shapes": list(own), "imagePath": "1.jpg", **further})


def boxes(root: Path) -> dict[str, tuple[ObjectBox, ...]]:
    found = read_labelme_boxes(root, NAMES, SIZES)
    assert found is not None
    assert (found.source, found.format) == ("", "LabelMe")
    return dict(found.boxes)


def test_rectangles_of_any_two_corners_are_read_in_their_order(tmp_path: Path) -> None:
    own = [((1.5, 2.0, 20.0, 21.0), "fox"), ((30.0, 3.0, 10.0, 9.0), "dog")]
    write_labelme(tmp_path, {"fox/1.jpg": own}, SIZES)

    assert boxes(tmp_path) == {"fox/1.jpg": tuple(ObjectBox(box, label) for box, label in own)}


def test_polygons_are_framed_and_what_is_no_area_is_passed_over(tmp_path: Path) -> None:
    polygon = {"label": "fox", "points": [[4, 9], [10, 2], [7, 20.5]], "shape_type": "polygon"}
    older = {"label": None, "points": [[1, 1], [5, 1], [5, 5]]}
    line = {"label": "fox", "points": [[4, 9], [10, 2]], "shape_type": "line"}
    touch(tmp_path / "fox" / "1.json", shapes(line, polygon, older, {"points": [[1, 1]], "shape_type": "point"}))

    assert boxes(tmp_path) == {"fox/1.jpg": (ObjectBox((4, 2, 6, 18.5), "fox"), ObjectBox((1, 1, 4, 4)))}


def test_of_two_pictures_with_one_stem_the_path_in_the_file_tells(tmp_path: Path) -> None:
    square = {"label": "fox", "points": [[1, 1], [9, 9]], "shape_type": "rectangle"}
    touch(tmp_path / "fox" / "2.json", shapes(square, imagePath="..\\fox\\2.PNG"))

    assert boxes(tmp_path) == {"fox/2.png": (ObjectBox((1, 1, 8, 8), "fox"),)}


@pytest.mark.parametrize("text", ["{}", '{"label": 3}', "no JSON"])
def test_other_files_beside_pictures_are_left_alone(tmp_path: Path, text: str) -> None:
    touch(tmp_path / "fox" / "1.json", text)

    assert read_labelme_boxes(tmp_path, NAMES, SIZES) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (shapes({"points": [[1, 1], [1, 9]], "shape_type": "rectangle"}), "shape 1: the box is empty"),
        (shapes({"points": [[1, 1], [90, 9]]}), "shape 1: the box lies outside of fox/1.jpg"),
        (
            shapes({"points": [[1, 1]], "shape_type": "rectangle"}),
            r"shape 1: it holds \[\[1, 1\]\]; points are \[x, y\]",
        ),
        (shapes({"points": None}), "shape 1: it holds None"),
        (shapes({"points": [[1, "2"], [3, 4]]}), r"shape 1: it holds \[1, '2'\]"),
        (shapes({"points": [1, 2]}), "shape 1: it holds 1"),
        (shapes({"points": [[1, 1], [9, 9]]}, imageWidth=96, imageHeight=64), "imageWidth .* of 96 x 64 pixels"),
        ('{"shapes": {"points": []}}', "no list shapes"),
        (shapes({"points": [[1, 1], [9, 9]]})[:-20], "line 1: this is not JSON .*, perhaps cut off"),
        ('["shapes"]', "no list shapes"),
    ],
)
def test_a_wrong_shape_is_told_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    touch(tmp_path / "fox" / "1.json", text)

    with pytest.raises(BoxFileError, match=message) as told:
        read_labelme_boxes(tmp_path, NAMES, SIZES)
    assert told.value.source == "fox/1.json"
