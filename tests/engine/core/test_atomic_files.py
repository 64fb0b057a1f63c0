"""Files are whole or not there, and their names are good on every system."""

from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icnn_engine.core import atomic_files
from icnn_engine.core.atomic_files import (
    atomic_path,
    blank_array,
    distinct_name,
    fitting_name,
    read_array,
    safe_name,
    take_room,
    write_text,
)
from icnn_engine.core.errors import RunError, StorageError
from icnn_engine.runs.new_run_folder import new_run_folder
from icnn_engine.runs.run_list import rename_run


@given(text=st.text(max_size=300), most=st.integers(8, 200))
def test_a_safe_name_is_good_on_every_system_and_stays_as_it_is(text: str, most: int) -> None:
    name = safe_name(text, most)

    assert name
    assert len(name.encode()) <= most
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name[-1] not in ". "
    assert name.partition(".")[0].casefold() not in ("con", "nul", "com1", "lpt9", "")
    assert safe_name(name, most) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("fox", "fox"), ("con", "_con"), ("NUL.txt", "_NUL.txt"), ("a/b\\c", "a_b_c"), ("..", "_"), ("", "_"),
     ("여우 1", "여우 1"), ("dots...", "dots"), ("../../etc", "_.._.._etc"), (".0", "_.0"),
     ("  ", "_"), ("con ", "_con")],
)  # fmt: skip
def test_a_safe_name_is_as_near_as_can_be(text: str, name: str) -> None:
    assert safe_name(text) == name


@pytest.mark.parametrize("name", ["x" * 400, "여" * 200, "con", "../..", "a:b", "  "])
def test_runs_of_any_name_get_a_folder(tmp_path: Path, name: str) -> None:
    path = new_run_folder(tmp_path, name)

    assert path.parent == tmp_path
    assert path.is_dir()
    assert len(path.name.encode()) < 120


def test_a_clock_that_goes_back_gives_every_run_a_folder_of_its_own(tmp_path: Path) -> None:
    times = [datetime(2026, 1, 2, 3, 4, 5), datetime(2026, 1, 1), datetime(2026, 1, 2, 3, 4, 5)]

    assert len({new_run_folder(tmp_path, "fox", time) for time in times}) == 3


@pytest.mark.parametrize("name", ["con", "LPT1", "a/b", "..", "end.", "x" * 300, "a\tb"])
def test_a_run_is_not_given_a_name_that_another_system_refuses(tmp_path: Path, name: str) -> None:
    (tmp_path / "run").mkdir()
    if safe_name(" ".join(name.split()), 200) == " ".join(name.split()):
        assert rename_run(tmp_path / "run", name).name == " ".join(name.split())
        return
    with pytest.raises(RunError, match="cannot be a folder's name"):
        rename_run(tmp_path / "run", name)

    assert (tmp_path / "run").is_dir()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_what_cannot_be_written_is_told_and_leaves_the_old_file(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.txt"
    write_text(path, "old")

    def refuse(_path: Path, *_: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(StorageError, match=r"notes\.txt.*as it was"):
        write_text(path, "new")

    assert path.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_with_the_longest_name_there_is_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250 + ".txt")
    with atomic_path(path) as part:
        part.write_text("here", encoding="utf-8")

    assert path.read_text(encoding="utf-8") == "here"


def test_room_is_taken_at_once_and_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    array = blank_array(tmp_path / "deep" / "maps.npy", (4, 5), float)
    blocks = (tmp_path / "deep" / "maps.npy").stat().st_blocks

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic_files.os, "posix_fallocate", refuse, raising=False)
    with pytest.raises(StorageError, match="is full"):
        take_room(tmp_path / "other.bin", 10**6)

    assert array.shape == (4, 5)
    assert blocks > 0


def test_an_array_that_is_none_is_a_value_error(tmp_path: Path) -> None:
    for number, data in enumerate((b"", b"\x93NUMPY", b"\x93NUMPY\x01\x00\x10\x00{'descr': '\x00'}", b"PK\x03\x04")):
        path = tmp_path / f"{number}.npy"
        path.write_bytes(data)
        with pytest.raises(ValueError, match=r".+"):
            read_array(path)


def test_a_name_that_is_not_unicode_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    write_text(tmp_path / "run.toml", "old")

    with pytest.raises(StorageError, match=r"The name /pictures/\\xffox is not valid Unicode"):
        write_text(tmp_path / "run.toml", 'seed = 0\nfolder = "/pictures/\udcffox')

    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("run.toml", "old")]


def test_long_names_are_shortened_and_stay_different() -> None:
    long = ["여우" * 60 + end for end in ("a", "b", "\udcff", "\udcfe")]
    names = [distinct_name(name) for name in long]

    assert len(set(names)) == 4
    assert all(len(name.encode()) <= 120 and name.startswith("여우여우") for name in names)
    assert distinct_name("a\udcffb:c") == "a_xffb_c"
    assert [fitting_name(name) for name in ("a:b", "x" * 230)] == ["a:b", "x" * 230]
    assert len(fitting_name("x" * 231)) == 230
