from __future__ import annotations

from pathlib import Path

from app.images.folder_words import table_lines, usable_words
from icnn_engine.core.annotations import CheckUp
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder
from tests.app.pictures import make_folder


def checked(root: Path) -> CheckUp:
    return drain(check_folder(list_folder(root)))


def words(root: Path) -> str:
    return usable_words(list_folder(root), checked(root))


def test_the_number_of_usable_pictures_is_a_sentence(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=3)
    every = words(root)
    (root / "left_out.csv").write_text("image\nfox/000.png\n")
    most = words(root)
    (root / "fox" / "bad.png").write_bytes(b"no picture")

    assert every == "All 3 pictures can be used."
    assert most == "2 of 3 pictures can be used. You left out 1 picture."
    assert words(root) == "2 of 4 pictures can be used. You left out 1 picture."
    assert words(make_folder(tmp_path / "one", fox=1)) == "The one picture can be used."


def test_each_table_says_what_it_is_used_for_and_missing_ones_what_is_not(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=3)
    (root / "landmarks.csv").write_text("image,part,x,y\nfox/000.png,head,3,4\nfox/001.png,head,3,4\n")
    (root / "left_out.csv").write_text("image\nfox/002.png\n")
    (root / "groups.csv").write_text("picture\n")
    lines = table_lines(checked(root))

    assert [(line.text.partition(":")[0], line.found) for line in lines] == [
        ("landmarks.csv", True),
        ("groups.csv is there but cannot be used", False),
        ("left_out.csv", True),
        ("No boxes.csv", False),
    ]
    assert "2 pictures" in lines[0].text
    assert "1 picture is left out" in lines[2].text


def test_boxes_of_other_programs_are_named_with_their_format(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=3)
    (root / "fox" / "000.txt").write_text("0 .5 .5 .5 .5\n")
    (beside,) = (line for line in table_lines(checked(root)) if "framed" in line.text)
    (root / "fox" / "001.txt").write_text("0 .25 .25 .5 .5\n0 .75 .75 .5 .5\n")
    (several,) = (line for line in table_lines(checked(root)) if "framed" in line.text)
    (root / "annotations.json").write_text('{"images": [], "annotations": [{"bbox": ')
    (damaged,) = (line for line in table_lines(checked(root)) if "annotations.json" in line.text)

    assert beside.text.startswith("Files beside the pictures (YOLO): the object is framed in 1 picture.")
    assert beside.found
    assert several.text.startswith("Files beside the pictures (YOLO): 3 objects are framed in 2 pictures.")
    assert damaged.text == "annotations.json is there but cannot be used: the list above says why."


def test_a_plain_folder_without_landmarks_says_that_they_are_missing(tmp_path: Path) -> None:
    told = [line.text for line in table_lines(checked(make_folder(tmp_path / "zoo", fox=3)))]

    assert any(text.startswith("No landmarks.csv: location instability will not") for text in told)
    assert not any("published" in text for text in told)
