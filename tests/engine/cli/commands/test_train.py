"""`train`: options, presets, exit status."""

from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.errors import TrainingError
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.presets import PRESETS, PresetName, preset_of
from icnn_engine.runs.run_folder import Run


def test_train_hands_its_options_on_and_writes_the_figures(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[Path, TrainSettings, Path, bool]] = []

    def run_training(folder: Path, settings: TrainSettings, place: Path, tensorboard: bool) -> Operation[Run]:
        asked.append((folder, settings, place, tensorboard))
        yield Progress("Reading pictures", 1, 1)
        return own_run

    monkeypatch.setattr("icnn_engine.cli.commands.train.run_training", run_training)
    words = ["--category", "fox", "--background", "others", "--strength", "0.003", "--max-pictures", "9", "--seed", "4"]
    pytest.importorskip("tensorboard", reason="needs the extra 'tensorboard'")
    status = main(["train", str(tmp_path), *words, "--tensorboard", "--output", str(tmp_path / "place")])
    told = capsys.readouterr().out
    ((folder, settings, place, tensorboard),) = asked

    assert status == 0
    assert (folder, place) == (tmp_path, tmp_path / "place")
    assert (settings.category, settings.background, settings.strength) == ("fox", "others", 0.003)
    assert (settings.max_pictures, settings.seed, settings.epochs) == (9, 4, 12)
    assert tensorboard
    assert {p.name for p in (own_run.path / "figures").iterdir()} == {"parts.png", "comparison.png"}
    assert str(own_run.path) in told
    assert "Shift: moves with the content" in told


def test_a_preset_gives_way_to_what_is_said_besides(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[TrainSettings] = []

    def run_training(_folder: Path, settings: TrainSettings, _place: Path, _tensorboard: bool) -> Operation[Run]:
        asked.append(settings)
        yield Progress("Reading pictures", 1, 1)
        return own_run

    monkeypatch.setattr("icnn_engine.cli.commands.train.run_training", run_training)
    main(["train", str(tmp_path), "--preset", "paper", "--epochs", "3"])
    (settings,) = asked

    assert (settings.backbone, settings.training, settings.hidden) == ("vgg16", "full", (4096, 4096))
    assert settings.epochs == 3


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_recognised_by_its_settings(preset: PresetName) -> None:
    settings = make_settings(PRESETS[preset] | {"category": "fox", "seed": 4})

    assert preset_of(settings.model_dump()) == preset
    assert preset_of(settings.model_dump() | {"batch": 7}) is None


def test_tensorboard_that_is_not_installed_is_told_before_any_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icnn_engine.experiment.tensorboard_events.find_spec", lambda _name: None)
    status = main(["train", str(tmp_path), "--tensorboard", "--output", str(tmp_path / "place")])

    assert status == 1
    assert "pip install 'partscope[tensorboard]'" in capsys.readouterr().err
    assert not (tmp_path / "place").exists()


def test_settings_that_cannot_be_are_told_before_any_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["train", str(tmp_path), "--epochs", "0"])

    assert status == 1
    assert "epochs" in capsys.readouterr().err


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130), (TrainingError("It diverged."), 1)])
def test_a_training_that_is_stopped_is_closed_and_leaves_its_status(
    error: BaseException,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    closed: list[bool] = []

    def run_training(_folder: Path, _settings: TrainSettings, _place: Path, _tensorboard: bool) -> Operation[Run]:
        try:
            yield Progress("Reading pictures", 1, 1)
            raise error
        finally:
            closed.append(True)

    monkeypatch.setattr("icnn_engine.cli.commands.train.run_training", run_training)
    ended = main(["train", str(tmp_path)])

    assert ended == status
    assert closed == [True]
    assert "partscope: " in capsys.readouterr().err
