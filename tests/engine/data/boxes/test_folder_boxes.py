"""Which boxes of a folder are used, and what the check-up tells about them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.cli import main
from icnn_engine.core.annotations import BoxesFound, CheckUp, Problem
from icnn_engine.core.errors import FolderError, LandmarksError
from icnn_engine.core.events import drain
from icnn_engine.data import boxes_notice, boxes_of, check_folder, list_folder
from icnn_engine.data.selection import checked
from tests.engine.data.boxes.writers import write_coco, write_labelme, write_yolo
from tests.engine.data.files import touch

SIZES = dict.fromkeys(("fox/1.jpg", "fox/2.jpg", "zebra/1.jpg", "zebra/8.jpg", "gone/4.jpg"), (48, 32))
BOXES = {
    "fox/1.jpg": [((1.0, 2.0, 20.0, 21.0), "fox"), ((30.0, 3.0, 10.0, 9.0), "fox")],
    "fox/2.jpg": [((1.0, 2.0, 20.0, 21.0), "person")],
    "zebra/8.jpg": [((4.0, 5.0, 6.0, 7.0), "zebra")],
}
USED = {"fox/1.jpg": ((1, 2, 20, 21), (30, 3, 10, 9)), "zebra/8.jpg": ((4, 5, 6, 7),)}


def check(root: Path) -> CheckUp:
    return drain(check_folder(list_folder(root)))


def write(root: Path, form: str) -> None:
    match form:
        case "COCO":
            write_coco(root / "annotations" / "instances.json", BOXES, SIZES)
        case "YOLO":
            write_yolo(root / "labels", BOXES, SIZES)
        case "YOLO beside":
            write_yolo(root, BOXES, SIZES)
        case "LabelMe":
            write_labelme(root, BOXES, SIZES)


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("COCO", BoxesFound("annotations/instances.json", "COCO", 2, 3)),
        ("YOLO", BoxesFound("labels", "YOLO", 2, 3)),
        ("YOLO beside", BoxesFound("", "YOLO", 2, 3)),
        ("LabelMe", BoxesFound("", "LabelMe", 2, 3)),
    ],
)
def test_every_format_gives_the_same_boxes_and_none_of_its_files_is_a_problem(
    root: Path, form: str, found: BoxesFound
) -> None:
    write(root, form)
    checkup = check(root)
    used = boxes_of(root, checkup.pictures, SIZES)

    assert checkup.problems == ()
    assert checkup.boxes == found
    assert used is not None
    assert used.keys() == USED.keys()
    for name, boxes in USED.items():
        np.testing.assert_allclose(used[name], boxes)


def test_boxes_csv_comes_before_other_files_which_stay_listed(root: Path) -> None:
    write_coco(root / "annotations.json", BOXES, SIZES)
    touch(root / "boxes.csv", "image,x,y,width,height\nfox/1.jpg,5,5,9,9\n")
    checkup = check(root)

    assert checkup.boxes == BoxesFound("boxes.csv", "CSV", 1, 1)
    assert checkup.tables["boxes.csv"] == 1
    assert checkup.problems == (Problem("annotations.json", "not a picture (.json)"),)
    assert boxes_of(root, checkup.pictures) == {"fox/1.jpg": ((5, 5, 9, 9),)}


def test_a_folder_without_boxes_has_none(root: Path) -> None:
    checkup = check(root)

    assert checkup.boxes is None
    assert boxes_of(root, checkup.pictures) is None


def test_pictures_that_are_not_here_are_counted(root: Path) -> None:
    write_coco(root / "annotations.json", BOXES | {"gone/4.jpg": [((1.0, 1.0, 9.0, 9.0), "fox")]}, SIZES)
    checkup = check(root)

    told = "1 of the 4 pictures that it names are not here, such as gone/4.jpg"
    assert checkup.problems == checkup.table_notes == (Problem("annotations.json", told),)


def test_a_file_about_other_pictures_only_is_refused_before_a_training(root: Path) -> None:
    write_coco(root / "annotations.json", {"gone/4.jpg": [((1.0, 1.0, 9.0, 9.0), "fox")]}, SIZES)

    with pytest.raises(FolderError, match=r"annotations\.json.* none of the 1 pictures .* here, such as gone/4\.jpg"):
        drain(checked(root))


@pytest.mark.parametrize("name", ["annotations.json", "labels/fox/1.txt", "fox/1.json"])
def test_damaged_files_are_refused_before_a_training_with_the_file_and_the_entry(root: Path, name: str) -> None:
    write_coco(root / "annotations.json", BOXES, SIZES)
    text = (root / "annotations.json").read_text()
    (root / "annotations.json").unlink()
    damaged = {
        "annotations.json": text[:-30],
        "labels/fox/1.txt": "0 .5 .5 .5 .5\n0 .5\n",
        "fox/1.json": '{"shapes": [{"points": []}]}',
    }
    touch(root / name, damaged[name])
    checkup = check(root)
    pictures = checkup.pictures

    assert [problem.path for problem in checkup.tables_refused] == [name]
    assert checkup.boxes is None
    with pytest.raises(FolderError, match=f"{name} in .*(line|shape) "):
        drain(checked(root))
    with pytest.raises(LandmarksError, match=f"The boxes in .*{name} cannot be used: (line|shape) "):
        boxes_of(root, pictures)


def test_the_command_says_which_boxes_it_found(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_labelme(root, BOXES, SIZES)
    main(["check", str(root)])
    text = capsys.readouterr().out
    main(["check", str(root), "--json"])

    assert "Boxes are read from files beside the pictures (LabelMe): 3 in 2 pictures." in text
    assert json.loads(capsys.readouterr().out)["boxes"] == {
        "source": "", "format": "LabelMe", "pictures": 2, "objects": 3
    }  # fmt: skip
    assert boxes_notice(BoxesFound("labels", "YOLO", 1, 2)).startswith("Boxes are read from labels (YOLO): 2 in 1")


@pytest.mark.parametrize("form", ["COCO", "YOLO"])
def test_boxes_may_lie_beside_the_folder_of_the_pictures(root: Path, tmp_path: Path, form: str) -> None:
    (tmp_path / "all" / "data").mkdir(parents=True)
    root.rename(tmp_path / "all" / "data" / "images")
    write(tmp_path / "all" / "data", form)
    checkup = check(tmp_path / "all")

    assert checkup.root == tmp_path / "all" / "data"
    assert checkup.problems == ()
    assert checkup.categories == ("fox", "zebra")
    used = boxes_of(checkup.root, checkup.pictures, SIZES)
    assert used is not None
    assert used.keys() == {f"images/{name}" for name in USED}
