"""`alike`: the list, the sheet, refusals."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.cli import main
from icnn_engine.runs.run_folder import Run
from tests.fake_explainer import FakeExplainer


def test_pictures_are_listed_and_drawn_by_name_or_path_of_the_picture(
    fake_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["alike", str(fake_run.path), "--part", "2", "--count", "4"]
    files = ["--grid", str(tmp_path / "alike.png"), "--list", str(tmp_path / "alike.csv"), "--dpi", "40"]
    status = main([*words, fake_run.pictures[0].name, *files])
    told = capsys.readouterr()
    main([*words, str(fake_run.picture_path(0))])

    assert status == 0
    assert told.err == ""
    assert told.out.startswith("alike  picture")
    assert capsys.readouterr().out == "".join(told.out.splitlines(keepends=True)[:5])
    assert (tmp_path / "alike.png").is_file()
    with (tmp_path / "alike.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4
    assert all(Path(row["file"]).is_file() for row in rows)


def test_another_folder_and_another_picture_are_read_by_the_networks(
    fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("icnn_engine.inspection.explainers.explainer_of", FakeExplainer)
    (tmp_path / "there").mkdir()
    shutil.copy(fake_run.picture_path(2), tmp_path / "there" / "b.jpg")
    shutil.copy(fake_run.picture_path(2), lone := tmp_path / "lone.jpg")
    status = main(["alike", str(fake_run.path), str(lone), "--in", str(tmp_path / "there")])

    assert status == 0
    assert "Looked at 1 pictures; in 0 the filter does not see the part." in capsys.readouterr().out


def test_a_part_that_the_picture_hardly_shows_is_noted(own_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    maps = np.load(path := own_run.path / "maps" / "interpretable.npy")
    maps[0] = 0
    np.save(path, maps)
    main(["alike", str(own_run.path), own_run.pictures[0].name])

    assert "hardly sees the part" in capsys.readouterr().err


def test_what_is_not_there_is_refused(fake_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    picture = fake_run.pictures[0].name

    assert main(["alike", str(fake_run.path), "nowhere.jpg"]) == 1
    assert "The run has no picture nowhere.jpg" in capsys.readouterr().err
    assert main(["alike", str(fake_run.path), picture, "--part", "99"]) == 1
    assert "no part 99" in capsys.readouterr().err
    assert main(["alike", str(fake_run.path), picture, "--grid", "a.gif"]) == 1
    assert "a.gif" in capsys.readouterr().err
