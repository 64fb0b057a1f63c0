from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.errors import LandmarksError
from icnn_engine.data.boxes.drawn_boxes import (
    BoxConflict,
    DrawnBox,
    DrawnBoxes,
    boxes_as_csv,
    merge_boxes,
    read_drawn_boxes,
)

NAMES = ["fox/1.jpg", "fox/2.jpg", "fox/3.jpg"]
ONE, TWO, THREE = DrawnBox(1, 2, 30, 40), DrawnBox(5, 6, 7, 8), DrawnBox(9, 9, 9, 9)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "boxes.csv"
    path.write_text(
        "who,image,x,y,width,height\nme,fox/2.jpg,1,2,3.5,4\n,fox/1.jpg,5,6,7,8\nyou,FOX/2.jpg,9,9,9,9\n,cat/1.jpg,1,1,2,2\n"
    )
    return path


def test_several_boxes_of_a_picture_are_read_with_their_other_columns(table: Path) -> None:
    boxes = read_drawn_boxes(table, NAMES)

    assert boxes.of("fox/2.jpg") == (DrawnBox(1, 2, 3.5, 4, {"who": "me"}), DrawnBox(9, 9, 9, 9, {"who": "you"}))
    assert boxes.of("fox/1.jpg") == (DrawnBox(5, 6, 7, 8, {"who": ""}),)
    assert boxes.of("fox/3.jpg") == ()


def test_rows_about_other_pictures_and_other_columns_are_written_back(table: Path) -> None:
    boxes = read_drawn_boxes(table, NAMES).put("fox/1.jpg", ()).put("fox/3.jpg", (ONE,))

    assert boxes_as_csv(boxes) == (
        "who,image,x,y,width,height\nme,fox/2.jpg,1,2,3.5,4\nyou,fox/2.jpg,9,9,9,9\n,fox/3.jpg,1,2,30,40\n"
        ",cat/1.jpg,1,1,2,2\n"
    )


def test_a_box_keeps_its_other_columns_when_it_is_mended() -> None:
    box = DrawnBox(1, 2, 3, 4, {"who": "me"}).at((10, 20, 15, 40))

    assert box == DrawnBox(10, 20, 5, 20, {"who": "me"})
    assert box.edges == (10, 20, 15, 40)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("fox/1.jpg,1,2,0,4", "line 2: the box is empty"),
        ("fox/1.jpg,1,2,wide,4", "line 2: width is 'wide'"),
        ("fox/1.jpg,0.1,0.2,0.5,0.5", "line 2: the box is no larger than a pixel"),
    ],
)
def test_a_box_that_cannot_be_right_is_refused_with_its_line(tmp_path: Path, row: str, words: str) -> None:
    path = tmp_path / "boxes.csv"
    path.write_text(f"image,x,y,width,height\n{row}\n")

    with pytest.raises(LandmarksError, match=words):
        read_drawn_boxes(path, NAMES)


def test_changes_of_both_programs_in_different_pictures_are_merged() -> None:
    base = DrawnBoxes({"fox/1.jpg": (ONE,), "fox/2.jpg": (TWO,)})
    ours, theirs = base.put("fox/1.jpg", (ONE, THREE)), base.put("fox/2.jpg", ()).put("fox/3.jpg", (THREE,))
    merged, conflicts = merge_boxes(base, ours, theirs)

    assert merged.rows == {"fox/1.jpg": (ONE, THREE), "fox/3.jpg": (THREE,)}
    assert conflicts == ()


def test_in_a_conflict_our_boxes_count_and_theirs_are_named() -> None:
    base = DrawnBoxes({"fox/1.jpg": (ONE,), "fox/2.jpg": (ONE,)})
    ours, theirs = (
        base.put("fox/1.jpg", (TWO,)).put("fox/2.jpg", ()),
        base.put("fox/1.jpg", (THREE,)).put("fox/2.jpg", (THREE,)),
    )
    merged, conflicts = merge_boxes(base, ours, theirs)

    assert merged.rows == {"fox/1.jpg": (TWO,), "fox/2.jpg": (THREE,)}
    assert conflicts == (
        BoxConflict("fox/1.jpg", (TWO,), (THREE,)),
        BoxConflict("fox/2.jpg", (), (THREE,)),
    )


def test_the_same_change_in_both_programs_is_no_conflict() -> None:
    base, changed = DrawnBoxes({"fox/1.jpg": (ONE,)}), DrawnBoxes({"fox/1.jpg": (TWO,)})

    assert merge_boxes(base, changed, changed) == (changed, ())


def test_rows_about_other_pictures_are_theirs_with_those_that_are_new_here() -> None:
    row, new = ({"image": "cat/1.jpg", "x": "1"}, {"image": "cat/2.jpg", "x": "2"})
    base, ours, theirs = (DrawnBoxes(others=others) for others in ((row,), (row, new), ()))

    assert merge_boxes(base, ours, theirs)[0].others == (new,)
