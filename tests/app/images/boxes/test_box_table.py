"""Boxes that are saved while another program writes the same file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from app.annotation.table_storage import TableStorage, open_table
from app.images.boxes.box_table import BOX_TABLE
from icnn_engine.data import BOXES
from icnn_engine.data.boxes.drawn_boxes import DrawnBox, DrawnBoxes, read_drawn_boxes
from tests.engine.data.boxes.writers import write_coco

NAMES = ["fox/1.jpg", "fox/2.jpg"]
ONE, TWO, THREE = DrawnBox(1, 2, 30, 40), DrawnBox(5, 6, 7, 8), DrawnBox(9, 9, 9, 9)


@pytest.fixture
def images(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")
    (tmp_path / "images").mkdir()
    return tmp_path / "images"


def storage(images: Path) -> TableStorage[DrawnBoxes]:
    return TableStorage(BOX_TABLE, images, NAMES, open_table(BOX_TABLE, images, NAMES))


def test_rows_of_pictures_that_are_not_shown_are_kept(images: Path) -> None:
    (images / BOXES).write_text("image,x,y,width,height,by\ncat/9.jpg,1,1,5,5,me\nfox/1.jpg,1,2,30,40,you\n")
    opened = open_table(BOX_TABLE, images, NAMES).table
    storage(images).save(opened.put("fox/2.jpg", (TWO, THREE)))

    assert (images / BOXES).read_text() == (
        "image,x,y,width,height,by\nfox/1.jpg,1,2,30,40,you\nfox/2.jpg,5,6,7,8,\nfox/2.jpg,9,9,9,9,\n"
        "cat/9.jpg,1,1,5,5,me\n"
    )


def test_a_conflict_is_told_and_the_other_boxes_are_kept_aside(images: Path) -> None:
    storage(images).save(DrawnBoxes({"fox/1.jpg": (ONE,)}))
    ours, theirs = storage(images), storage(images)
    theirs.save(DrawnBoxes({"fox/1.jpg": (TWO,)}))
    saved = ours.save(DrawnBoxes({"fox/1.jpg": (THREE,)}))
    aside = images / "boxes-conflicts.csv"

    assert read_drawn_boxes(images / BOXES, NAMES).rows == {"fox/1.jpg": (THREE,)}
    assert aside.read_text() == "image,x,y,width,height\nfox/1.jpg,5,6,7,8\n"
    assert "changed boxes in 1 of the pictures" in saved.warning
    assert str(aside) in saved.warning


def test_boxes_that_were_removed_here_and_changed_there_come_back(images: Path) -> None:
    storage(images).save(DrawnBoxes({"fox/1.jpg": (ONE,)}))
    ours, theirs = storage(images), storage(images)
    theirs.save(DrawnBoxes({"fox/1.jpg": (TWO,)}))
    saved = ours.save(DrawnBoxes())

    assert read_drawn_boxes(images / BOXES, NAMES).rows == {"fox/1.jpg": (TWO,)}
    assert "removed here and changed there are kept" in saved.warning
    assert not (images / "boxes-conflicts.csv").exists()


def test_boxes_of_another_format_are_the_start_and_stay_when_one_is_drawn(images: Path) -> None:
    for name in NAMES:
        make_picture(images / name)
    write_coco(images / "annotations.json", {"fox/1.jpg": [((1, 2, 30, 40), "fox")]}, dict.fromkeys(NAMES, (60, 80)))
    opened = open_table(BOX_TABLE, images, NAMES)
    storage(images).save(opened.table.put("fox/2.jpg", (TWO,)))

    assert (opened.path, opened.table.rows) == (None, {"fox/1.jpg": (ONE,)})
    assert read_drawn_boxes(images / BOXES, NAMES).rows == {"fox/1.jpg": (ONE,), "fox/2.jpg": (TWO,)}


def test_a_damaged_file_of_another_format_is_told_and_left_alone(images: Path) -> None:
    make_picture(images / NAMES[0])
    (images / "annotations.json").write_text('{"images": [], "annotations": [{"bbox": [1]}]}')
    opened = open_table(BOX_TABLE, images, NAMES)
    storage(images).save(DrawnBoxes({NAMES[0]: (ONE,)}))

    assert "annotations.json" in opened.damage
    assert opened.path is None
    assert sorted(path.name for path in images.iterdir()) == ["annotations.json", BOXES, "fox"]


def make_picture(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (60, 80)).save(path)
