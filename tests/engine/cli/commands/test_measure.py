"""`measure`: table and JSON."""

import json
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.cli.commands.measure import ALWAYS
from icnn_engine.evaluation.tables import needs_landmarks
from icnn_engine.runs.run_folder import Run, open_run, write_table


def test_measure_prints_every_promised_key_and_null_for_what_is_not_known(
    own_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_run.images / "landmarks.csv").unlink()
    write_table(own_run.path, {key: value for key, value in own_run.table.items() if not needs_landmarks(key)})
    status = main(["measure", str(own_run.path), "--json"])
    told = json.loads(capsys.readouterr().out)

    assert status == 0
    assert set(ALWAYS) <= set(told)
    assert told["instability"] is None
    assert told["twin_accuracy"] == 0.965


def test_measure_takes_landmarks_and_shows_their_baselines(
    own_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = tmp_path / "marks.csv"
    (own_run.images / "landmarks.csv").rename(marks)
    status = main(["measure", str(own_run.path), "--landmarks", str(marks)])
    told = capsys.readouterr().out

    assert status == 0
    assert "Location instability, test pictures" in told
    assert "always the centre" in told
    assert 0 < open_run(own_run.path).table["instability"] < 0.2  # type: ignore[operator]


def test_a_run_whose_pictures_have_moved_is_measured_where_they_are(
    own_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = own_run.images.rename(tmp_path / "elsewhere")
    status = main(["measure", str(own_run.path), "--images", str(moved), "--json"])

    assert status == 0
    assert json.loads(capsys.readouterr().out)["instability"] is not None
