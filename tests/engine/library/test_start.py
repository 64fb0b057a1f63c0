"""Train, resume, open and list runs, draw the sample."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import icnn_engine as partscope
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import FolderError, RunError, SettingsError
from icnn_engine.core.events import Event, Operation, Progress, StepDone
from icnn_engine.library.progress import ProgressBar
from icnn_engine.runs.run_folder import Run
from tests.engine.conftest import TINY


@pytest.fixture
def asked(fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, TrainSettings, Path]]:
    """What trainings are asked for; they return the fake run at once."""
    calls: list[tuple[Path, TrainSettings, Path]] = []

    def run_training(folder: Path, settings: TrainSettings, runs: Path) -> Operation[Run]:
        calls.append((folder, settings, runs))
        yield Progress("Reading pictures", 1, 1)
        return fake_run

    monkeypatch.setattr("icnn_engine.experiment.training_run.run_training", run_training)
    return calls


def test_keywords_are_the_settings_and_a_preset_gives_way_to_them(asked, fake_run: Run, tmp_path: Path) -> None:
    run = partscope.train(str(tmp_path), runs=tmp_path / "runs", preset="thorough", epochs=5, seed=3)
    ((folder, settings, runs),) = asked

    assert run.stored is fake_run
    assert (folder, runs) == (tmp_path, tmp_path / "runs")
    assert (settings.epochs, settings.seed, settings.filters) == (5, 3, 64)


@pytest.mark.parametrize(
    ("wrong", "named"), [({"epochs": 0}, "epochs"), ({"epoch": 3}, "epoch"), ({"preset": "fast"}, "quick-look")]
)
def test_a_setting_that_cannot_be_is_named_before_any_work(asked, tmp_path: Path, wrong, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        partscope.train(tmp_path, **wrong)

    assert asked == []


def test_editors_and_help_see_every_setting() -> None:
    names = set(inspect.signature(partscope.train).parameters)

    assert names == {"folder", "runs", "preset", "progress", *TrainSettings.model_fields}
    assert all(f"\n    {name}\n" in str(partscope.train.__doc__) for name in TrainSettings.model_fields)


def test_an_empty_path_is_not_the_current_folder() -> None:
    with pytest.raises(FolderError, match="path is empty"):
        partscope.open(" ")


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="not a finished run"):
        partscope.open(tmp_path)


def test_runs_are_listed_and_opened_by_their_path(own_run: Run) -> None:
    rows = partscope.list_runs(own_run.path.parent)

    assert [row.path for row in rows] == [own_run.path]
    assert own_run.path.name in repr(rows)
    assert partscope.open(rows[0].path).path == own_run.path


def test_the_sample_has_as_many_pictures_as_asked_for(tmp_path: Path) -> None:
    folder = partscope.draw_sample(tmp_path / "drawn", pictures=3)

    assert len([*folder.rglob("*.jpg")]) == 6


def test_an_interrupted_training_is_kept_and_resumed(
    drawn_sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_self: ProgressBar, event: Event) -> None:
        if isinstance(event, StepDone) and event.epoch > 1:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(ProgressBar, "__call__", interrupt)
        with pytest.raises(KeyboardInterrupt, match="what was learned is kept in"):
            partscope.train(drawn_sample, runs=tmp_path, progress=False, **TINY)
    (path,) = tmp_path.iterdir()
    run = partscope.resume(path, progress=False)

    assert run.path == path
    assert run.settings.epochs == TINY["epochs"]
