from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.data.files import fill, kinds


def test_the_usual_sides_need_no_word_and_what_lies_beside_them_does(tmp_path: Path) -> None:
    usual = fill(tmp_path / "a", "train/cat", "val/cat", "test/cat", "_background")
    beside = fill(tmp_path / "b", "train/cat", "test/cat", "extra")

    assert usual.notes == ()
    assert ("extra", None) in kinds(beside)
    assert any("each of these folders is taken for a category: extra" in note for note in beside.notes)


def test_a_category_without_pictures_for_training_is_told(tmp_path: Path) -> None:
    folder = fill(tmp_path, "train/n01/images", "train/n02/images", "val/images")

    assert ("images", "choose") in kinds(folder)
    assert "These categories have no picture among those for training: images." in folder.notes


def test_names_that_differ_by_case_on_two_sides_are_one_category_and_told(tmp_path: Path) -> None:
    folder = fill(tmp_path, "train/Dog", "train/cat", "test/dog", "test/cat")

    assert kinds(folder) == {("Dog", "train"), ("Dog", "test"), ("cat", "train"), ("cat", "test")}
    assert folder.notes == ("dog and Dog differ only by capital letters: taken for one category, Dog.",)


def test_names_that_differ_by_case_side_by_side_are_two_categories_and_told(tmp_path: Path) -> None:
    folder = fill(tmp_path, "Dog", "dog")
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system knows no case")

    assert folder.categories == ("Dog", "dog")
    assert "lie side by side: two categories" in folder.notes[0]


def test_categories_with_the_same_sub_folders_are_told(tmp_path: Path) -> None:
    folder = fill(tmp_path, "phase A/cat", "phase A/dog", "phase B/cat", "phase B/dog")

    assert folder.categories == ("phase A", "phase B")
    assert "phase A, phase B hold the same sub-folders (cat, dog)" in folder.notes[0]
