from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.data.boxes.object_boxes import BoxFileError, FolderBoxes, ObjectBox
from icnn_engine.data.boxes.yolo import read_yolo_boxes
from tests.engine.data.boxes.writers import write_yolo
from tests.engine.data.files import touch

NAMES = ("fox/1.jpg", "fox/2.jpg", "zebra/1.jpg", "zebra/8.jpg")
SIZES = dict.fromkeys(NAMES, (48, 32))


def read(root: Path, names: tuple[str, ...] = NAMES) -> FolderBoxes:
    found = read_yolo_boxes(root, names, dict.fromkeys(names, (48, 32)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("fox/2.jpg", "labels/fox/2.txt"),
        ("fox/2.jpg", "labels/2.txt"),
        ("fox/2.jpg", "fox/2.txt"),
        ("images/fox/2.jpg", "labels/fox/2.txt"),
        ("train/images/2.jpg", "train/labels/2.txt"),
    ],
)
def test_files_are_found_where_they_usually_lie(tmp_path: Path, name: str, place: str) -> None:
    touch(tmp_path / place, "3 0.5 0.5 0.25 0.5\n")
    found = read(tmp_path, (name, "zebra/8.jpg"))

    assert found.boxes == {name: (ObjectBox((18, 8, 12, 16)),)}
    assert (found.format, found.named) == ("YOLO", 1)
    assert found.holds(place)


def test_a_file_name_that_several_pictures_have_tells_none_of_them(tmp_path: Path) -> None:
    touch(tmp_path / "labels" / "1.txt", "0 .5 .5 .5 .5\n")

    assert read_yolo_boxes(tmp_path, NAMES, SIZES) is None


def test_pixels_of_a_written_box_come_back(tmp_path: Path) -> None:
    write_yolo(tmp_path / "labels", {"fox/1.jpg": [((7, 3, 11, 13), "zebra"), ((1, 2, 3, 4), "fox")]}, SIZES)
    found = read(tmp_path).boxes["fox/1.jpg"]

    assert [one.category for one in found] == ["zebra", "fox"]
    assert found[0].box == pytest.approx((7, 3, 11, 13))
    assert found[1].box == pytest.approx((1, 2, 3, 4))


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("classes.txt", "fox\nzebra\n"),
        ("labels/classes.txt", "fox\r\nzebra"),
        ("data.yaml", "nc: 2\nnames: ['fox', \"zebra\"]\n"),
        ("data.yaml", "path: .\nnames:\n  0: fox\n  1: zebra  # striped\nnc: 2\n"),
        ("data.yaml", "names:\n- fox\n- zebra\ntrain: x\n"),
    ],
)
def test_the_names_of_classes_are_read(tmp_path: Path, file: str, text: str) -> None:
    touch(tmp_path / file, text)
    touch(tmp_path / "fox" / "1.txt", "1 .5 .5 .5 .5\n0 .5 .5 .25 .25\n7 .25 .25 .25 .25\n")

    assert [one.category for one in read(tmp_path).boxes["fox/1.jpg"]] == ["zebra", "fox", ""]
    assert read(tmp_path).holds(file)


def test_empty_files_are_pictures_without_objects_and_polygons_are_framed(tmp_path: Path) -> None:
    touch(tmp_path / "labels" / "fox" / "1.txt", "")
    touch(tmp_path / "labels" / "fox" / "2.txt", "0 .25 .5 .5 .25 .75 .75 .5 .5\n\n1 .5 .5 .5 .5 .93\n")
    found = read(tmp_path)

    assert found.boxes == {"fox/2.jpg": (ObjectBox((12, 8, 24, 16)),)}
    assert found.named == 2


def test_captions_and_other_numbers_beside_pictures_are_left_alone(tmp_path: Path) -> None:
    touch(tmp_path / "fox" / "1.txt", "a fox in the snow, 3 trees\n")
    touch(tmp_path / "fox" / "2.txt", "1 fox\n")
    touch(tmp_path / "zebra" / "1.txt", "1 120 80 33 40\n")

    assert read_yolo_boxes(tmp_path, NAMES, SIZES) is None


def test_pixels_in_a_folder_of_labels_are_an_error(tmp_path: Path) -> None:
    touch(tmp_path / "labels" / "fox" / "2.txt", "1 120 80 33 40\n")

    with pytest.raises(
        BoxFileError, match="line 1: write shares of the picture's width and height, 0 to 1, not pixels"
    ):
        read(tmp_path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("0 .5 .5 0 .5", "line 2: the box is empty"),
        ("0 .9 .5 .9 .5", "line 2: the box lies outside of fox/1.jpg"),
        ("0 24 16 12 8", "line 2: write shares"),
        ("0 .5 nan .5 .5", "line 2: write shares"),
        ("0 .5 .5 .5", "line 2: write class, x, y, width and height"),
        ("fox .5 .5 .5 .5", "line 2: write class"),
        ("0 .5 .5 .5 .5 .5 .5 .5", "line 2: write class"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(tmp_path: Path, line: str, message: str) -> None:
    touch(tmp_path / "labels" / "fox" / "1.txt", f"0 .5 .5 .5 .5\n{line}\n")

    with pytest.raises(BoxFileError, match=message) as told:
        read(tmp_path)
    assert told.value.source == "labels/fox/1.txt"


def test_pictures_are_opened_for_their_sizes_if_these_are_not_known(root: Path) -> None:
    touch(root / "fox" / "1.txt", "0 .5 .5 .5 .5\n")
    found = read_yolo_boxes(root, NAMES, {})
    (root / "fox" / "1.jpg").write_bytes(b"nothing")

    assert found is not None
    assert found.boxes["fox/1.jpg"] == (ObjectBox((12, 8, 24, 16)),)
    with pytest.raises(BoxFileError):
        read_yolo_boxes(root, NAMES, {})
