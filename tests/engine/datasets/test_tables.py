from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from icnn_engine.annotations import Landmark
from icnn_engine.datasets import read_boxes, read_landmarks
from icnn_engine.datasets.tables import TableError, read_groups
from icnn_engine.errors import LandmarksError
from tests.engine.datasets.files import touch

NAMES = ("cat/1.jpg", "cat/2.jpg", "여우/사진.jpg")


def test_landmarks_that_can_be_seen_are_read(tmp_path: Path) -> None:
    rows = ("cat/1.jpg,head,1.5,2,1", "cat/1.jpg,tail,,,0", "cat/2.jpg,head,0,0,0", "dog/9.jpg,head,1,1,1")
    table = touch(tmp_path / "landmarks.csv", "\n".join(("image,part,x,y,visible", *rows)))

    assert read_landmarks(table, NAMES) == {"cat/1.jpg": (Landmark("head", 1.5, 2.0),)}


def test_the_column_visible_may_be_absent_and_columns_in_any_order(tmp_path: Path) -> None:
    table = touch(tmp_path / "l.csv", "\ufeffX,Y,Part,Image\r\n3,4,head,cat\\1.jpg\r\n\r\n")

    assert read_landmarks(table, NAMES) == {"cat/1.jpg": (Landmark("head", 3.0, 4.0),)}


def test_names_match_whatever_way_their_letters_are_composed(tmp_path: Path) -> None:
    table = touch(tmp_path / "l.csv", unicodedata.normalize("NFD", "image,part,x,y\n여우/사진.jpg,head,3,4\n"))

    assert list(read_landmarks(table, NAMES)) == ["여우/사진.jpg"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("image,part,x\n", "line 1: no column y"),
        ("image,part,x,y\ncat/1.jpg,head,1,2\ncat/2.jpg,head,one,2\n", "line 3: x is 'one'"),
        ("image,part,x,y\ncat/1.jpg,head,1,nan\n", "line 2: y is 'nan'"),
        ("image,part,x,y\ncat/1.jpg,head\n", "line 2: 2 values"),
        ("image,part,x,y\ncat/1.jpg, ,1,2\n", "line 2: the part has no name"),
        ("image,part,x,y,visible\ncat/1.jpg,head,1,2,maybe\n", "line 2: visible is 'maybe'"),
        ("image,part,x,y\ncat/1.jpg,leg,1,2\ncat/1.jpg,leg,3,4\n", "line 3: cat/1.jpg has a second 'leg'"),
        ("image,part,x,y\n", "holds no landmark"),
        (
            "image,part,x,y\n1.jpg,head,1,2\n",
            r"1 of 1 rows match no picture, .* line 2 \(1\.jpg\).* such as cat/1\.jpg",
        ),
        ("image,part,x,y,visible\ncat/1.jpg,head,1,2,0\n", "None of the 1 landmarks .* is visible"),
    ],
)
def test_a_wrong_table_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LandmarksError, match=message):
        read_landmarks(touch(tmp_path / "l.csv", text), NAMES)


def test_a_table_that_is_not_text_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_bytes("image,part,x,y\n여우,h,1,2".encode("utf-16"))

    with pytest.raises(LandmarksError, match="not UTF-8"):
        read_landmarks(tmp_path / "l.csv", NAMES)
    with pytest.raises(LandmarksError, match="cannot be read"):
        read_landmarks(tmp_path / "none.csv", NAMES)


def test_groups_name_the_source_of_pictures(tmp_path: Path) -> None:
    table = touch(tmp_path / "groups.csv", "image,source\ncat/1.jpg,a\ndog/1.jpg,b\ncat/2.jpg,\n")

    assert read_groups(table, NAMES) == {"cat/1.jpg": "a"}


def test_groups_of_other_pictures_are_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"1 of 1 rows match no picture, the first is line 2 \(1.jpg\)"):
        read_groups(touch(tmp_path / "groups.csv", "image,source\n1.jpg,a\n"), NAMES)


def test_boxes_of_objects_are_read_and_other_pictures_passed_over(tmp_path: Path) -> None:
    rows = ("image,x,y,width,height", "cat/1.jpg,1.5,2,30,40", "dog/9.jpg,0,0,1,1")
    table = touch(tmp_path / "boxes.csv", "\n".join(rows))

    assert read_boxes(table, NAMES) == {"cat/1.jpg": (1.5, 2.0, 30.0, 40.0)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("image,x,y\ncat/1.jpg,1,2", "no column width, height"),
        ("image,x,y,width,height\ncat/1.jpg,1,2,0,4", "line 2: the box is empty"),
        ("image,x,y,width,height\ncat/1.jpg,1,2,a,4", "line 2: width is 'a'"),
        ("image,x,y,width,height\ncat/1.jpg,1,2,3,4\ncat/1.jpg,1,2,3,4", "line 3: cat/1.jpg has a second box"),
    ],
)
def test_a_wrong_table_of_boxes_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LandmarksError, match=message):
        read_boxes(touch(tmp_path / "boxes.csv", text), NAMES)
