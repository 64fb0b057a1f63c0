"""What killed programs leave is removed at the next start; what somebody writes, and other people's files, stay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from icnn_engine.core import temporary_files
from icnn_engine.core.atomic_files import atomic_path, write_text
from icnn_engine.core.temporary_files import OLD, PART, clear
from icnn_engine.runs.new_run_folder import ensure_writable
from icnn_engine.runs.run_folder import Run, open_run

WRITER = """
import sys, time
from pathlib import Path
from icnn_engine.core.atomic_files import atomic_path
with atomic_path(Path(sys.argv[1])) as part:
    part.write_text("half")
    print("now", flush=True)
    time.sleep(600)
"""


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary_files, "_cleared", set())  # as in a program that has just been started


def begin_writing(path: Path) -> subprocess.Popen[str]:
    """Another process, in the middle of writing a file."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    return writer


def parts(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.endswith(PART)]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_half_of_a_killed_program_goes_with_the_next_file_that_is_written_there(tmp_path: Path) -> None:
    writer = begin_writing(tmp_path / "report.html")
    during = parts(tmp_path)
    clear(tmp_path)
    kept = parts(tmp_path)
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    left = parts(tmp_path)
    write_text(tmp_path / "other.txt", "whole")

    assert len(during) == 1
    assert kept == during == left
    assert parts(tmp_path) == []
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == "whole"


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize("start", ["open the run", "train beside it"])
def test_a_half_in_a_run_goes_when_the_run_is_opened_or_another_is_trained(own_run: Run, start: str) -> None:
    writer = begin_writing(own_run.path / "maps" / "twin.npy")
    writer.kill()
    writer.communicate()
    before = parts(own_run.path)
    open_run(own_run.path) if start == "open the run" else ensure_writable(own_run.path.parent)

    assert len(before) == 1
    assert parts(own_run.path) == []


def test_what_is_being_written_here_and_what_others_have_named_so_stays(tmp_path: Path) -> None:
    mine = [tmp_path / name for name in ("film.part", ".part", ".thesis.part", f".{'a' * 31}.part", "f" * 32 + ".part")]
    for path in mine:
        path.write_text("mine")
        os.utime(path, (1, 1))
    with atomic_path(tmp_path / "whole.txt") as part:
        part.write_text("half")
        clear(tmp_path)
        there = part.is_file()

    assert there
    assert all(path.read_text() == "mine" for path in mine)
    assert (tmp_path / "whole.txt").read_text() == "half"


def test_a_half_of_another_machine_or_version_goes_once_it_is_old(tmp_path: Path) -> None:
    new, old = tmp_path / f".{'0' * 31}1.part", tmp_path / f".{'0' * 31}2.part"
    for path in (new, old):
        path.write_text("half")
    os.utime(old, (time.time() - OLD - 60,) * 2)
    clear(tmp_path)

    assert new.is_file()
    assert not old.exists()


def test_a_half_of_a_killed_program_that_had_our_number_goes(tmp_path: Path) -> None:
    """In a container the only program has the same number at every start."""
    with atomic_path(tmp_path / "one.txt") as part:
        part.write_text("half")
        other = part.with_name(f".{'0' * 16}{part.name[17:]}")
        other.write_text("half")
        clear(tmp_path)
        there = part.is_file(), other.exists()
    (tmp_path / f".partscope-{os.getpid()}").mkdir()
    ensure_writable(tmp_path)

    assert there == (True, False)
    assert [path.name for path in tmp_path.iterdir()] == ["one.txt"]


def test_a_folder_that_is_not_there_has_nothing_to_remove(tmp_path: Path) -> None:
    clear(tmp_path / "nowhere", below=2)

    assert list(tmp_path.iterdir()) == []
