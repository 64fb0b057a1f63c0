"""`demo`: from drawing to figures."""

from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.events import Operation, Progress
from icnn_engine.runs.run_folder import Run


def test_the_demo_draws_trains_and_says_where_everything_is(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    def make_sample(root: Path, *numbers: int) -> Operation[Path]:
        asked.append((root, *numbers))
        yield Progress("Drawing", 1, 1)
        return root

    def run_training(folder: Path, settings: TrainSettings, place: Path, _tensorboard: bool) -> Operation[Run]:
        asked.append((folder, settings.epochs, place))
        yield Progress("Reading pictures", 1, 1)
        return own_run

    monkeypatch.setattr("icnn_engine.cli.commands.demo.make_sample", make_sample)
    monkeypatch.setattr("icnn_engine.cli.commands.train.run_training", run_training)
    status = main(["demo", "--output", str(tmp_path), "--pictures", "40", "--epochs", "3"])
    told = capsys.readouterr().out

    assert status == 0
    assert asked == [(tmp_path / "sample", 0, 40, 40), (tmp_path / "sample", 3, tmp_path)]
    assert str(own_run.path / "figures") in told
    assert (own_run.path / "figures" / "parts.png").is_file()
