"""`slices`: tables, one slice, and what it writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.audit.saved_slices import read_slices
from icnn_engine.cli import main
from icnn_engine.runs.run_folder import Run

Capture = pytest.CaptureFixture[str]


def test_suggested_and_saved_slices_are_printed(own_run: Run, capsys: Capture) -> None:
    main(["slices", str(own_run.path), "--where", "part 1 present", "--save", "with heads"])
    assert main(["slices", str(own_run.path)]) == 0
    told = capsys.readouterr().out

    assert "looked at, on pictures held out" in told
    assert [line for line in told.splitlines() if line.startswith("with heads") and "part 1 present" in line]


def test_one_slice_is_printed_with_its_pictures_and_written(own_run: Run, tmp_path: Path, capsys: Capture) -> None:
    grid, table, plain, links = (tmp_path / name for name in ("grid.png", "list.csv", "list.txt", "links"))
    command = ["slices", str(own_run.path), "--where", "category creature and test", "--list"]
    assert main([*command, str(table), "--grid", str(grid), "--links", str(links)]) == 0
    told = capsys.readouterr().out
    main([*command, str(plain)])
    count = sum(picture.positive and picture.side == "test" for picture in own_run.pictures)

    assert f"{count} pictures:" in told
    assert grid.stat().st_size > 1000
    assert len(table.read_text(encoding="utf-8").splitlines()) == count + 1
    assert all(Path(line).is_file() for line in plain.read_text(encoding="utf-8").splitlines())
    assert len(list(links.iterdir())) == count


def test_a_saved_slice_is_shown_renamed_and_removed_by_name(own_run: Run, capsys: Capture) -> None:
    main(["slices", str(own_run.path), "--where", "wrong and test", "--save", "mistakes"])
    main(["slices", str(own_run.path), "--rename", "mistakes", "errors"])
    assert main(["slices", str(own_run.path), "--name", "errors"]) == 0
    assert "chosen by their answers" in capsys.readouterr().out
    main(["slices", str(own_run.path), "--remove", "errors"])

    assert read_slices(own_run.path) == ()


@pytest.mark.parametrize("options", [["--save", "name"], ["--where", "part 1 absnt"], ["--remove", "ears"]])
def test_what_cannot_be_done_is_refused_in_words(own_run: Run, options: list[str], capsys: Capture) -> None:
    assert main(["slices", str(own_run.path), *options]) == 1
    assert capsys.readouterr().err.startswith("partscope: ")
    assert read_slices(own_run.path) == ()
