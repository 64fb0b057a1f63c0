"""Landmarks that come with a folder, whoever marked them; folders that are no published data set."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.annotations import Landmark
from icnn_engine.core.errors import LandmarksError
from icnn_engine.data import landmarks_of, list_folder, part_regions, published_parts
from tests.engine.data.files import save, touch
from tests.engine.data.published.test_cub import birds

ANI = "images/001.Ani/a.jpg"


@pytest.mark.parametrize("rows", ["", "cat/a.jpg,eye,,,0\n", "fox/a.jpg,eye,1,2,1\n"])
def test_a_landmarks_file_without_a_point_of_the_pictures_asked_for_gives_none(tmp_path: Path, rows: str) -> None:
    touch(tmp_path / "fox" / "a.jpg")
    touch(tmp_path / "landmarks.csv", f"image,part,x,y,visible\n{rows}")

    assert landmarks_of(tmp_path, ["cat/a.jpg"]) == {}


def test_a_landmarks_file_at_the_top_counts_before_the_publishers_own(tmp_path: Path) -> None:
    birds(tmp_path)
    touch(tmp_path / "landmarks.csv", f"image,part,x,y\n{ANI},toe,1,2\n")

    assert landmarks_of(tmp_path, [ANI]) == {ANI: (Landmark("toe", 1.0, 2.0),)}
    assert len(list_folder(tmp_path).pictures) == 3


def test_another_folder_has_the_landmarks_of_its_file_or_none(tmp_path: Path) -> None:
    save(tmp_path / "cat" / "a.jpg")

    assert landmarks_of(tmp_path, ["cat/a.jpg"]) == {}
    assert list(part_regions(tmp_path, ["cat/a.jpg"], 14)) == []
    assert published_parts(tmp_path) == ()
    touch(tmp_path / "landmarks.csv", "image,part,x\n")
    with pytest.raises(LandmarksError, match="no column y"):
        landmarks_of(tmp_path, ["cat/a.jpg"])


def test_folders_that_only_look_a_little_like_a_data_set_are_listed_as_they_are(tmp_path: Path) -> None:
    save(tmp_path / "a" / "images" / "x.jpg")
    touch(tmp_path / "a" / "images.txt")
    save(tmp_path / "b" / "JPEGImages" / "x.jpg")
    save(tmp_path / "c" / "fox_obj" / "img" / "x.jpg")
    save(tmp_path / "d" / "n02118333_obj" / "x.jpg")

    assert [list_folder(tmp_path / name).categories for name in "abcd"] == [
        ("images",),
        ("JPEGImages",),
        ("fox_obj",),
        ("n02118333_obj",),
    ]


def test_a_folder_with_two_data_sets_is_none(tmp_path: Path) -> None:
    birds(tmp_path / "first")
    birds(tmp_path / "second")

    assert list_folder(tmp_path).categories == ("first", "second")


def test_all_categories_of_any_folder_can_be_one(tmp_path: Path) -> None:
    for name in ("cat/a.jpg", "dog/a.jpg", "_background/a.jpg"):
        save(tmp_path / "pets" / name)

    assert list_folder(tmp_path / "pets", merged=True).categories == ("_background", "pets")
