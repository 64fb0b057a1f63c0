from __future__ import annotations

import os
from pathlib import Path

import pytest

from icnn_engine.core.errors import FolderError
from icnn_engine.data import list_folder
from tests.engine.data.files import touch


def names(root: Path) -> list[tuple[str, str, str | None]]:
    return [(p.name, p.category, p.side) for p in list_folder(root).pictures]


def reasons(root: Path) -> dict[str, str]:
    return {p.path: p.reason for p in list_folder(root).problems}


def test_each_subfolder_is_a_category_and_order_is_sorted(tmp_path: Path) -> None:
    for name in ("zebra/2.jpg", "zebra/1.PNG", "cat/a.webp", "_background/b.tif"):
        touch(tmp_path / name)

    folder = list_folder(tmp_path)

    assert [p.name for p in folder.pictures] == ["_background/b.tif", "cat/a.webp", "zebra/1.PNG", "zebra/2.jpg"]
    assert folder.categories == ("_background", "cat", "zebra")
    assert folder.problems == ()
    assert folder.pictures[1].path == tmp_path / "cat" / "a.webp"


def test_a_flat_folder_is_one_category_of_its_name(tmp_path: Path) -> None:
    touch(tmp_path / "foxes" / "1.jpg")

    assert names(tmp_path / "foxes") == [("1.jpg", "foxes", None)]


def test_a_flat_folder_may_hold_its_background(tmp_path: Path) -> None:
    touch(tmp_path / "foxes" / "1.jpg")
    touch(tmp_path / "foxes" / "_background" / "2.jpg")

    assert names(tmp_path / "foxes") == [("1.jpg", "foxes", None), ("_background/2.jpg", "_background", None)]


def test_nested_folders_belong_to_their_category(tmp_path: Path) -> None:
    touch(tmp_path / "cat" / "home" / "garden" / "1.jpg")
    touch(tmp_path / "dog" / "1.jpg")

    assert names(tmp_path) == [("cat/home/garden/1.jpg", "cat", None), ("dog/1.jpg", "dog", None)]


def test_train_val_test_above_the_categories_are_sides(tmp_path: Path) -> None:
    for name in ("train/cat/1.jpg", "val/cat/2.jpg", "test/dog/3.jpg"):
        touch(tmp_path / name)

    assert names(tmp_path) == [
        ("test/dog/3.jpg", "dog", "test"),
        ("train/cat/1.jpg", "cat", "train"),
        ("val/cat/2.jpg", "cat", "choose"),
    ]


def test_flat_sides_hold_the_one_category_of_the_folder(tmp_path: Path) -> None:
    touch(tmp_path / "foxes" / "train" / "1.jpg")
    touch(tmp_path / "foxes" / "test" / "2.jpg")

    assert names(tmp_path / "foxes") == [("test/2.jpg", "foxes", "test"), ("train/1.jpg", "foxes", "train")]


def test_train_alone_above_categories_is_a_side(tmp_path: Path) -> None:
    touch(tmp_path / "train" / "cat" / "1.jpg")

    assert names(tmp_path) == [("train/cat/1.jpg", "cat", "train")]


def test_pictures_of_trains_are_a_category(tmp_path: Path) -> None:
    touch(tmp_path / "train" / "1.jpg")
    touch(tmp_path / "bus" / "1.jpg")

    assert list_folder(tmp_path).categories == ("bus", "train")


def test_what_systems_leave_behind_is_passed_over_without_a_word(tmp_path: Path) -> None:
    touch(tmp_path / "cat" / "1.jpg")
    for name in (".ipynb_checkpoints/x.jpg", "__MACOSX/x.jpg", "cat/Thumbs.db", "cat/.DS_Store", "cat/._1.jpg"):
        touch(tmp_path / name)

    assert names(tmp_path) == [("cat/1.jpg", "cat", None)]
    assert reasons(tmp_path) == {}


def test_tables_belong_to_the_top_only(tmp_path: Path) -> None:
    touch(tmp_path / "cat" / "1.jpg")
    for name in ("landmarks.csv", "groups.csv", "cat/groups.csv"):
        touch(tmp_path / name)

    assert reasons(tmp_path) == {"cat/groups.csv": "not a picture (.csv)"}


def test_what_is_no_picture_is_a_problem_with_its_reason(tmp_path: Path) -> None:
    for name in ("cat/1.jpg", "cat/notes.txt", "cat/phone.HEIC", "cat/README", "loose.jpg"):
        touch(tmp_path / name)
    (tmp_path / "empty").mkdir()
    touch(tmp_path / "texts" / "1.txt")

    found = reasons(tmp_path)

    assert found["cat/notes.txt"] == "not a picture (.txt)"
    assert "convert it to JPEG or PNG" in found["cat/phone.HEIC"]
    assert found["cat/README"] == "not a picture (no ending)"
    assert "move it into one of them" in found["loose.jpg"]
    assert "not taken as a category" in found["empty"]
    assert "not taken as a category" in found["texts"]
    assert list_folder(tmp_path).categories == ("cat",)


def test_links_that_loop_are_cut_and_dead_links_are_told(tmp_path: Path) -> None:
    touch(tmp_path / "cat" / "1.jpg")
    (tmp_path / "cat" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "cat" / "dead.jpg").symlink_to(tmp_path / "nowhere.jpg")
    (tmp_path / "alias").symlink_to(tmp_path / "cat", target_is_directory=True)

    assert names(tmp_path) == [("cat/1.jpg", "cat", None)]
    assert reasons(tmp_path) == {
        "alias": "a link to a folder that is read already: not followed",
        "cat/again": "a link to a folder that is read already: not followed",
        "cat/dead.jpg": "a link that leads nowhere",
    }


def test_a_link_to_pictures_elsewhere_is_followed(tmp_path: Path) -> None:
    touch(tmp_path / "elsewhere" / "1.jpg")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "cat").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    assert names(tmp_path / "root") == [("cat/1.jpg", "cat", None)]


def test_names_of_any_language_are_kept(tmp_path: Path) -> None:
    touch(tmp_path / "여우 🦊" / "사진 1.jpg")

    assert names(tmp_path) == [("여우 🦊/사진 1.jpg", "여우 🦊", None)]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has names of any bytes")
def test_a_name_that_is_not_unicode_is_a_problem(tmp_path: Path) -> None:
    touch(tmp_path / "cat" / "1.jpg")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "cat") + b"/\xff.jpg")).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes no such name")

    assert reasons(tmp_path) == {"cat/?.jpg": "its name is not valid Unicode: rename it"}


def test_a_folder_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="There is no folder"):
        list_folder(tmp_path / "nowhere")


def test_a_file_instead_of_a_folder_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="is a file, not a folder"):
        list_folder(touch(tmp_path / "1.jpg"))


def test_a_folder_without_pictures_says_what_it_holds_instead(tmp_path: Path) -> None:
    touch(tmp_path / "notes.txt")

    with pytest.raises(FolderError, match=r"holds no picture.*notes\.txt: not a picture"):
        list_folder(tmp_path)
