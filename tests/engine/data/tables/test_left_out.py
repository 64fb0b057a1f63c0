"""Pictures that are left out, by the table at the top of their folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.core.annotations import CheckedPicture, CheckUp, Problem
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import FolderError
from icnn_engine.core.events import Event, Progress, Warned, drain
from icnn_engine.data import LEFT_OUT, check_folder, list_folder
from icnn_engine.data.selection import checked, select
from icnn_engine.data.tables.left_out import change_left_out, read_left_out
from tests.engine.data.files import save, touch


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Twelve pictures of one category and twelve of a background."""
    for i in range(12):
        save(tmp_path / "a" / f"{i}.png", i)
        save(tmp_path / "_background" / f"{i}.png", 100 + i)
    return tmp_path


def check(root: Path) -> CheckUp:
    return drain(check_folder(list_folder(root)))


def names_in(root: Path) -> list[str]:
    return [picture.name for picture in list_folder(root).pictures]


def warned(root: Path) -> str:
    events: list[Event] = []
    drain(checked(root), events.append)
    return " ".join(event.text for event in events if isinstance(event, Warned))


def test_a_picture_that_is_left_out_is_in_no_selection(root: Path) -> None:
    touch(root / LEFT_OUT, "image,reason\na/3.png,a dog\n_background/0.png,\n")
    checkup = check(root)
    chosen = drain(select(checkup, make_settings({})))

    assert checkup.left_out == (Problem("_background/0.png", ""), Problem("a/3.png", "a dog"))
    assert checkup.problems == ()
    assert len(checkup.pictures) == len(chosen.pictures) == 22
    assert not {"a/3.png", "_background/0.png"} & {picture.name for picture in chosen.pictures}


def test_names_match_whatever_their_case_and_slashes(root: Path) -> None:
    touch(root / "Left_Out.CSV", "Image\n.\\A\\3.PNG\n")

    assert [picture.path for picture in check(root).left_out] == ["a/3.png"]


def test_names_of_pictures_that_are_gone_are_counted(root: Path) -> None:
    touch(root / LEFT_OUT, "image,reason\na/3.png,\na/old.png,\na/older.png,blurred\n")
    checkup = check(root)

    assert len(checkup.left_out) == 1
    assert checkup.table_notes == (Problem(LEFT_OUT, "2 rows name pictures that are not here, such as a/old.png"),)
    assert "1 picture is left out (left_out.csv)." in warned(root)


def test_nothing_is_trained_with_a_table_that_cannot_be_read(root: Path) -> None:
    touch(root / LEFT_OUT, "picture,why\na/3.png,\n")

    assert check(root).left_out == ()
    with pytest.raises(FolderError, match=r"left_out\.csv .*no column image.*Mend the file"):
        drain(checked(root))


def test_the_command_line_says_how_many_are_left_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    touch(root / LEFT_OUT, "image,reason\na/3.png,a dog\na/4.png,\n")
    main(["check", str(root)])
    told = capsys.readouterr().out
    main(["check", str(root), "--json"])
    read = json.loads(capsys.readouterr().out)

    assert "22 pictures can be used" in told
    assert "2 pictures are left out (left_out.csv)." in told
    assert "2 pictures are left out (left_out.csv)." in warned(root)
    assert read["left_out"] == [{"path": "a/3.png", "reason": "a dog"}, {"path": "a/4.png", "reason": ""}]


def test_pictures_are_left_out_and_taken_in_again(root: Path) -> None:
    touch(root / LEFT_OUT, "image,reason\na/gone.png,old\n")
    names = names_in(root)
    change_left_out(root, names, {"a/1.png": "=blurred", "a/2.png": ""}, ())
    both = read_left_out(root, names)
    change_left_out(root, names, {}, ["a/1.png", "a/2.png"])

    assert both.reasons == {"a/1.png": "=blurred", "a/2.png": ""}
    assert (root / LEFT_OUT).read_text() == "image,reason\na/gone.png,old\n"
    assert read_left_out(root, names).reasons == {}


def test_the_file_goes_when_nothing_is_left_out(root: Path) -> None:
    names = names_in(root)
    change_left_out(root, names, {"a/1.png": ""}, ())
    there = (root / LEFT_OUT).is_file()
    change_left_out(root, names, {}, ["a/1.png"])

    assert there
    assert not (root / LEFT_OUT).exists()
    assert names_in(root) == names


def test_a_damaged_file_is_not_written_over(root: Path) -> None:
    touch(root / LEFT_OUT, "picture\na/1.png\n")

    with pytest.raises(FolderError, match="cannot be changed: line 1: no column image"):
        change_left_out(root, names_in(root), {"a/1.png": ""}, ())
    assert (root / LEFT_OUT).read_text() == "picture\na/1.png\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="such a user may write everywhere")
def test_a_folder_that_cannot_be_written_says_what_to_do(root: Path) -> None:
    root.chmod(0o500)
    try:
        with pytest.raises(FolderError, match=r"cannot be written to .*left_out\.csv.*Allow writing"):
            change_left_out(root, names_in(root), {"a/1.png": ""}, ())
    finally:
        root.chmod(0o700)


def test_a_file_that_cannot_be_replaced_says_what_to_do(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(FolderError, match=r"left_out\.csv \(Permission denied\)\. Allow writing"):
        change_left_out(root, names_in(root), {"a/1.png": ""}, ())


def test_a_second_check_up_opens_no_picture_again(root: Path) -> None:
    folder, opened = list_folder(root), dict[str, CheckedPicture | Problem]()
    before = drain(check_folder(folder, opened))
    change_left_out(root, names_in(root), {"a/1.png": ""}, ())
    events: list[Event] = []
    after = drain(check_folder(folder, opened), events.append)

    assert max(event.total for event in events if isinstance(event, Progress)) == 0
    assert after == check(root)
    assert {p.name for p in before.pictures} - {p.name for p in after.pictures} == {"a/1.png"}
