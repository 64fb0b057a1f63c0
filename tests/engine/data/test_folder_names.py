from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from icnn_engine.data import landmarks_of, list_folder
from icnn_engine.data.folder_names import sides_of
from icnn_engine.data.tables.csv_tables import table_in
from tests.engine.data.files import NO_SHARED, SHARED, fill, kinds, touch

FAULTS = SHARED / "faults" / "layout"


@pytest.mark.parametrize(
    ("names", "sides"),
    [
        (("Training", "Testing"), {"Training": "train", "Testing": "test"}),
        (("training_set", "test_set"), {"training_set": "train", "test_set": "test"}),
        (("train", "dev", "eval"), {"train": "train", "dev": "choose", "eval": "test"}),
        (("TRAIN", "Valid", "Test"), {"TRAIN": "train", "Valid": "choose", "Test": "test"}),
        (("trainset", "valset", "testset"), {"trainset": "train", "valset": "choose", "testset": "test"}),
        (("train2017", "val2017"), {"train2017": "train", "val2017": "choose"}),
        (("1.Training", "2.Validation"), {"1.Training": "train", "2.Validation": "choose"}),
        (("birds-train", "birds-test"), {"birds-train": "train", "birds-test": "test"}),
        (("train_val", "test"), {"train_val": "train", "test": "test"}),
        (("seg_train", "seg_test", "seg_pred"), {"seg_train": "train", "seg_test": "test"}),
        (("학습", "검증"), {"학습": "train", "검증": "choose"}),
        (("val", "test"), {}),
        (("train", "bus"), {}),
        (("toy train", "test drive"), {}),
        (("train_1", "train_2", "test"), {}),
        (("strain", "contest"), {}),
    ],
)
def test_sides_are_known_by_what_their_names_mean(names: tuple[str, ...], sides: dict[str, str]) -> None:
    assert sides_of(names) == sides


def test_sides_of_any_name_hold_the_categories_and_are_told(tmp_path: Path) -> None:
    folder = fill(tmp_path, "training_set/cat", "training_set/dog", "test_set/cat", "Dev/dog")

    assert kinds(folder) == {("cat", "train"), ("dog", "train"), ("cat", "test"), ("dog", "choose")}
    assert any("training_set for training" in note for note in folder.notes)


def test_a_side_that_says_itself_twice_is_stepped_through(tmp_path: Path) -> None:
    folder = fill(tmp_path, "train/train/cat", "train/train/dog", "test/images/cat", "test/images/dog")

    assert kinds(folder) == {("cat", "train"), ("dog", "train"), ("cat", "test"), ("dog", "test")}
    assert folder.pictures[0].name == "test/images/cat/2.jpg"


def test_sides_with_a_word_more_may_say_it_twice(tmp_path: Path) -> None:
    folder = fill(tmp_path, "seg_train/seg_train/sea", "seg_train/seg_train/forest", "seg_test/seg_test/sea")

    assert kinds(folder) == {("sea", "train"), ("forest", "train"), ("sea", "test")}


def test_the_same_split_once_more_beside_the_sides_is_no_category(tmp_path: Path) -> None:
    folder = fill(tmp_path, "train/ill", "train/well", "test/ill", "xray/train/ill", "xray/test/ill")

    assert folder.categories == ("ill", "well")
    assert [(p.path, p.reason) for p in folder.problems] == [
        ("xray", "it holds a split of its own beside test, train: not taken as a category")
    ]


@pytest.mark.parametrize("way", ["archive", "archive/data/pictures"])
def test_a_lone_wrapper_is_stepped_through_and_told(tmp_path: Path, way: str) -> None:
    touch(tmp_path / "README.md")
    touch(tmp_path / "__MACOSX" / "cat" / "._1.jpg")
    touch(tmp_path / "licences" / "mit.txt")
    folder = fill(tmp_path, f"{way}/cat", f"{way}/dog")

    assert folder.root == tmp_path / way
    assert [p.name for p in folder.pictures] == ["cat/0.jpg", "dog/1.jpg"]
    assert folder.pictures[0].path == tmp_path / way / "cat" / "0.jpg"
    assert folder.notes == (f"The categories were found in the folder {way}.",)


def test_a_wrapper_around_sides_is_stepped_through(tmp_path: Path) -> None:
    assert kinds(fill(tmp_path / "a", "archive/train/cat", "archive/test/cat")) == {("cat", "train"), ("cat", "test")}
    assert kinds(fill(tmp_path / "b", "archive/train/cat")) == {("cat", "train")}


def test_what_is_no_wrapper_stays_one_category(tmp_path: Path) -> None:
    lone = fill(tmp_path / "lone", "fox")
    deep = fill(tmp_path / "deep", "fox/day")
    negatives = fill(tmp_path / "negatives", "fox/day", "fox/night", "_background")
    mixed = fill(tmp_path / "mixed", "fox", "fox/day", "fox/night")

    assert [f.categories for f in (lone, deep, mixed)] == [("fox",)] * 3
    assert lone.root == tmp_path / "lone"
    assert negatives.categories == ("_background", "fox")
    assert "also its sub-folders (day, night)" in negatives.notes[0]


def test_a_table_beside_the_wrapper_keeps_the_names_that_it_uses(tmp_path: Path) -> None:
    touch(tmp_path / "groups.csv")
    folder = fill(tmp_path, "archive/cat", "archive/dog")

    assert folder.root == tmp_path
    assert [(p.name, p.category) for p in folder.pictures] == [
        ("archive/cat/0.jpg", "cat"),
        ("archive/dog/1.jpg", "dog"),
    ]


def test_all_of_a_wrapper_can_still_be_one_category(tmp_path: Path) -> None:
    fill(tmp_path, "fox/day", "fox/night")

    assert list_folder(tmp_path, merged=True).categories == ("fox",)


def test_composed_and_decomposed_names_are_one_category(tmp_path: Path) -> None:
    for side, form in (("train", "NFC"), ("test", "NFD")):
        touch(tmp_path / side / normalize(form, "여우 é") / "1.jpg")
    folder = list_folder(tmp_path)

    assert kinds(folder) == {("여우 é", "train"), ("여우 é", "test")}
    assert all(Path(tmp_path / p.name).is_file() for p in folder.pictures)


def test_own_runs_are_no_category(tmp_path: Path) -> None:
    touch(tmp_path / "runs" / "fox-0" / "run.toml")
    touch(tmp_path / "runs" / "study" / "study.toml")
    touch(tmp_path / "fox" / "kept" / "checkpoint" / "begun.toml")
    for place in ("runs/fox-0/figures", "runs/study/figures", "fox/kept/figures"):
        touch(tmp_path / place / "parts.png")
    folder = fill(tmp_path, "fox", "cat")

    assert folder.categories == ("cat", "fox")
    assert [p.name for p in folder.pictures] == ["cat/1.jpg", "fox/0.jpg"]
    assert {p.path for p in folder.problems} == {"runs", "fox/kept"}
    assert all("Partscope has written itself" in p.reason for p in folder.problems)


def test_a_flat_folder_with_its_runs_stays_flat(tmp_path: Path) -> None:
    touch(tmp_path / "foxes" / "runs" / "fox-0" / "run.toml")
    touch(tmp_path / "foxes" / "runs" / "fox-0" / "figures" / "parts.png")
    touch(tmp_path / "foxes" / "1.jpg")

    assert [p.name for p in list_folder(tmp_path / "foxes").pictures] == ["1.jpg"]


def test_a_table_in_another_case_is_used(tmp_path: Path) -> None:
    touch(tmp_path / "cat" / "1.jpg")
    touch(tmp_path / "Landmarks.CSV", "image,part,x,y\ncat/1.jpg,head,1,2\n")
    folder = list_folder(tmp_path)

    assert folder.problems == ()
    assert landmarks_of(folder.root, ["cat/1.jpg"])["cat/1.jpg"][0].part == "head"
    assert table_in(tmp_path, "groups.csv") == tmp_path / "groups.csv"


@pytest.mark.skipif(not FAULTS.is_dir(), reason=NO_SHARED)
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("kaggle_bt", {(c, s) for c in ("glioma", "notumor") for s in ("train", "test")}),
        ("kaggle_cd", {(c, s) for c in ("cats", "dogs") for s in ("train", "test")}),
        ("wrapper", {("cat", None), ("dog", None)}),
        ("wrap_split", {(c, s) for c in ("cat", "dog") for s in ("train", "test")}),
        ("nfc", {(c, s) for c in ("café", "Dog") for s in ("train", "test")}),
        ("same", {("a", None), ("b", None)}),
    ],
)
def test_layouts_that_failed_are_read_right(name: str, found: set[tuple[str, str | None]]) -> None:
    assert kinds(list_folder(FAULTS / name)) == found
