from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.errors import LandmarksError
from icnn_engine.data import read_boxes
from icnn_engine.data.boxes.csv_boxes import read_csv_boxes
from icnn_engine.data.boxes.object_boxes import BoxFileError, ObjectBox
from icnn_engine.data.tables.own_tables import own_path
from tests.engine.data.files import touch

NAMES = ("cat/1.jpg", "cat/2.jpg")
HEADER = "image,x,y,width,height\n"


def test_boxes_of_objects_are_read_and_other_pictures_passed_over(tmp_path: Path) -> None:
    table = touch(tmp_path / "boxes.csv", f"{HEADER}cat/1.jpg,1.5,2,30,40\ndog/9.jpg,0,0,1,1\n")

    assert read_boxes(table, NAMES) == {"cat/1.jpg": ((1.5, 2.0, 30.0, 40.0),)}


def test_a_picture_may_have_several_boxes_which_keep_the_order_of_their_rows(tmp_path: Path) -> None:
    rows = "cat/1.jpg,9,2,3,4\ncat/2.jpg,1,1,5,5\ncat/1.jpg,1,2,3,4\ncat/1.jpg,9,2,3,4\n"
    table = touch(tmp_path / "Boxes.csv", HEADER + rows)
    found = read_csv_boxes(tmp_path, NAMES, {})

    assert read_boxes(table, NAMES)["cat/1.jpg"] == ((9, 2, 3, 4), (1, 2, 3, 4))
    assert found is not None
    assert (found.source, found.format) == ("Boxes.csv", "CSV")
    assert found.boxes["cat/2.jpg"] == (ObjectBox((1, 1, 5, 5)),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("image,x,y\ncat/1.jpg,1,2", "no column width, height"),
        (f"{HEADER}cat/1.jpg,1,2,0,4", "line 2: the box is empty"),
        (f"{HEADER}cat/1.jpg,1,2,a,4", "line 2: width is 'a'"),
        (f"{HEADER}cat/1.jpg,1,2,5,4\ncat/1.jpg,90,2,30,4\n", "line 3: the box lies outside of cat/1.jpg"),
    ],
)
def test_a_wrong_table_of_boxes_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    table = touch(tmp_path / "boxes.csv", text)

    with pytest.raises(LandmarksError, match=message):
        read_boxes(table, NAMES, sizes={"cat/1.jpg": (100, 80)})
    with pytest.raises(BoxFileError, match=message):
        read_csv_boxes(tmp_path, NAMES, {"cat/1.jpg": (100, 80)})


def test_a_folder_without_the_table_has_none(tmp_path: Path) -> None:
    assert read_csv_boxes(tmp_path, NAMES, {}) is None


def test_boxes_drawn_for_a_folder_that_cannot_be_written_to_are_read_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")
    (root := tmp_path / "images").mkdir()
    table = own_path(root, "boxes.csv")
    table.parent.mkdir(parents=True)
    table.write_text("image,x,y,width,height\ncat/1.jpg,1,2,3,4\n")
    found = read_csv_boxes(root, ["cat/1.jpg"], {})

    assert found is not None
    assert (root / found.source, set(found.boxes)) == (table, {"cat/1.jpg"})
