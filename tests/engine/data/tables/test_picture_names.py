from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.annotations import Landmark
from icnn_engine.core.errors import LandmarksError, PartscopeError
from icnn_engine.data import read_boxes, read_landmarks
from icnn_engine.data.tables.csv_tables import unmatched_rows
from icnn_engine.data.tables.folder_tables import read_groups
from icnn_engine.data.tables.picture_names import PictureNames
from tests.engine.data.files import touch

NAMES = ("cat/1.jpg", "cat/2.jpg")


def folder_of_cats(root: Path, *names: str) -> list[str]:
    """Files below a folder, by their names."""
    for name in names:
        touch(root / name)
    return list(names)


def rows(*names: str) -> str:
    return "image,part,x,y\n" + "".join(f"{name},head,10,20\n" for name in names)


@pytest.mark.parametrize("name", ["cat/1.JPG", "CAT\\1.jpg", "./Cat/1.Jpg"])
def test_a_name_of_other_capitals_is_the_picture_s_if_only_one_fits(tmp_path: Path, name: str) -> None:
    table = touch(tmp_path / "l.csv", rows(name))

    assert read_landmarks(table, NAMES) == {"cat/1.jpg": (Landmark("head", 10.0, 20.0),)}
    with pytest.raises(LandmarksError, match="1 of 1 rows match no picture"):
        read_landmarks(table, ["cat/1.jpG", "cat/1.jPg"])


def test_rows_that_match_no_picture_are_counted(tmp_path: Path) -> None:
    names = folder_of_cats(tmp_path, "cat/1.jpg", "cat/2.jpg", "fox/1.jpg")
    table = touch(tmp_path / "l.csv", rows("cat/1.jpg", "/data/cat/1.jpg", "cat/2.jpg", "fox/1.jpg", "cat/9.jpg"))

    assert unmatched_rows(table, names, tmp_path).startswith(
        "2 of 5 rows match no picture, the first is line 3 (/data/cat/1.jpg); "
    )
    assert set(read_landmarks(table, names, tmp_path)) == set(names)


def test_rows_about_other_pictures_of_the_folder_are_no_strangers(tmp_path: Path) -> None:
    others = [f"fox/{number}.jpg" for number in range(9)]
    folder_of_cats(tmp_path, "cat/1.jpg", *others)
    table = touch(tmp_path / "l.csv", rows("cat/1.jpg", "Fox/0.JPG", "fox/1.jpg#2", *others[2:]))

    assert list(read_landmarks(table, ["cat/1.jpg"], tmp_path)) == ["cat/1.jpg"]
    assert unmatched_rows(table, ["cat/1.jpg"], tmp_path) == ""


@pytest.mark.parametrize("strangers", [3, 4])
def test_a_table_is_refused_of_which_most_rows_match_no_picture(tmp_path: Path, strangers: int) -> None:
    names = folder_of_cats(tmp_path, "cat/1.jpg", "cat/2.jpg", "cat/3.jpg")
    written = [*names, *(f"/home/me/cat/{number}.jpg" for number in range(strangers))]
    tables = {
        read_landmarks: rows(*written),
        read_boxes: "image,x,y,width,height\n" + "".join(f"{name},1,2,30,40\n" for name in written),
        read_groups: "image,source\n" + "".join(f"{name},s\n" for name in written),
    }
    for read, text in tables.items():
        table = touch(tmp_path / "t.csv", text)
        if strangers == 3:
            assert set(read(table, names, tmp_path)) == set(names)  # type: ignore[operator]
        else:
            with pytest.raises(PartscopeError, match=r"4 of 7 rows match no picture, the first is line 5"):
                read(table, names, tmp_path)  # type: ignore[operator]


def test_where_the_pictures_are_away_rows_about_others_are_told_and_not_refused(tmp_path: Path) -> None:
    table = touch(tmp_path / "l.csv", rows("cat/1.jpg", *(f"fox/{number}.jpg" for number in range(9))))

    assert list(read_landmarks(table, ["cat/1.jpg"], tmp_path / "away")) == ["cat/1.jpg"]
    assert "9 of 10 rows match no picture" in unmatched_rows(table, ["cat/1.jpg"], tmp_path / "away")


def test_a_path_finds_the_only_picture_whose_name_ends_like_it() -> None:
    names = PictureNames(["in/fox/1.jpg", "in/cat/1.jpg", "in/cat/2.jpg"])

    assert names.find_path("elsewhere\\2.JPG") == "in/cat/2.jpg"
    assert names.find_path("elsewhere\\2.JPG", bare=False) is None
    assert names.find_path("cat/1.jpg", bare=False) == "in/cat/1.jpg"
    assert names.find_path("/data/in/fox/1.jpg", bare=False) == "in/fox/1.jpg"
    assert names.find_path("1.jpg") is None
