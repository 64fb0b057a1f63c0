"""TensorBoard's event files, read back as TensorBoard reads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import EpochDone, Event, Warned, drain
from icnn_engine.experiment import tensorboard_events
from icnn_engine.experiment.tensorboard_events import FOLDER, EpochEvents, ensure_tensorboard
from icnn_engine.experiment.training_record import record_epochs
from icnn_engine.experiment.training_run import run_training
from icnn_engine.runs.run_folder import Run
from tests.engine.conftest import TINY
from tests.engine.experiment.stopped_runs import assert_same

pytest.importorskip("tensorboard", reason="needs the extra 'tensorboard'")
NETWORKS = ("interpretable", "twin")


def scalars(run: Path, network: str) -> dict[str, list[tuple[int, float]]]:
    """(epoch, value) of each figure of a network."""
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    events = EventAccumulator(str(run / FOLDER / network)).Reload()
    return {tag: [(one.step, one.value) for one in events.Scalars(tag)] for tag in events.Tags()["scalars"]}


def row(network: str, epoch: int, loss: float) -> EpochDone:
    return EpochDone(network, epoch, 4, loss, float("nan"), 0.5, 0.25, 0.75, gallery=())


def epochs(first: int, last: int, loss: float) -> Iterator[Event]:
    """The events of a training of two networks."""
    for epoch in range(first, last + 1):
        for network in NETWORKS:
            yield row(network, epoch, loss)
    return last


def test_a_training_writes_the_figures_of_every_epoch_and_learns_the_same(
    drawn_sample: Path, trained_run: Run, tmp_path: Path
) -> None:
    said: list[Event] = []
    run = drain(run_training(drawn_sample, make_settings(TINY), tmp_path, tensorboard=True), said.append)
    done = [event for event in said if isinstance(event, EpochDone)]

    assert {path.name for path in (run.path / FOLDER).iterdir()} == {"interpretable", "twin", "cam"}
    for name in ("interpretable", "twin", "cam"):
        own = [event for event in done if event.network == name]
        for figure in ("class_loss", "balanced_accuracy", *(("category_entropy",) if name == "interpretable" else ())):
            wanted = [(event.epoch, pytest.approx(getattr(event, figure), abs=1e-6)) for event in own]
            assert scalars(run.path, name)[figure] == wanted
    assert run.settings == trained_run.settings
    assert_same(run.path, trained_run.path)
    assert not [event for event in said if isinstance(event, Warned)]


def test_epochs_can_be_read_while_the_training_goes_on(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    training = record_epochs(epochs(1, 3, 0.5), tmp_path, 0)
    for _event in range(len(NETWORKS) + 1):
        next(training)
    now = scalars(tmp_path, "interpretable")
    training.close()

    assert now["class_loss"] == [(1, 0.5), (2, 0.5)]
    assert "filter_loss" not in now  # of a network without one


def test_a_resumed_training_replaces_the_epochs_that_it_does_again(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    drain(record_epochs(epochs(1, 3, 0.5), tmp_path, 0))
    drain(record_epochs(epochs(3, 4, 0.25), tmp_path, 2))  # killed before the third was in the checkpoint

    for network in NETWORKS:
        assert scalars(tmp_path, network)["class_loss"] == [(1, 0.5), (2, 0.5), (3, 0.25), (4, 0.25)]


def test_earlier_epochs_are_written_too_if_the_wish_comes_with_resuming(tmp_path: Path) -> None:
    drain(record_epochs(epochs(1, 2, 0.5), tmp_path, 0))
    without = list(tmp_path.glob(FOLDER))
    (tmp_path / FOLDER).mkdir()
    drain(record_epochs(epochs(3, 3, 0.25), tmp_path, 2))

    assert without == []
    assert scalars(tmp_path, "twin")["class_loss"] == [(1, 0.5), (2, 0.5), (3, 0.25)]


def test_a_folder_that_cannot_be_written_is_told_once_and_the_training_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / FOLDER).mkdir()
    monkeypatch.setattr(EpochEvents, "_writer_of", refuse)
    said: list[Event] = []
    drain(record_epochs(epochs(1, 3, 0.5), tmp_path, 0), said.append)
    warnings = [event.text for event in said if isinstance(event, Warned)]

    assert len(warnings) == 1
    assert "No space left on device" in warnings[0]
    assert len(said) == 7


def test_without_the_package_a_training_does_not_begin_and_one_that_is_resumed_goes_on(
    drawn_sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tensorboard_events, "find_spec", lambda _name: None)
    (tmp_path / FOLDER).mkdir()
    said: list[Event] = []
    drain(record_epochs(epochs(1, 1, 0.5), tmp_path, 0), said.append)

    with pytest.raises(SettingsError, match=r"pip install 'partscope\[tensorboard\]'"):
        ensure_tensorboard()
    with pytest.raises(SettingsError, match="TensorBoard is not installed"):
        next(run_training(drawn_sample, make_settings(TINY), tmp_path / "runs", tensorboard=True))
    assert not (tmp_path / "runs").exists()
    assert "TensorBoard is not installed" in next(event.text for event in said if isinstance(event, Warned))
