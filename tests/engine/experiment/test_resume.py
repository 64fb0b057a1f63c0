"""A training that is interrupted goes on to the same end, bit for bit, and nothing that was learned is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from icnn_engine.core.atomic_files import PART
from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.errors import RunError, StoppedError, TrainingError, WeightsError
from icnn_engine.core.events import EpochDone, Event, StepDone, TrainingBegan, Warned, drain
from icnn_engine.experiment import training_run
from icnn_engine.experiment.training_run import resume_training, run_training
from icnn_engine.features import part_tests
from icnn_engine.runs.interrupted_training import (
    BEGUN,
    FOLDER,
    STATE,
    can_resume,
    read_resume_state,
    write_resume_state,
)
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_lock import LOCK, is_locked, lock_run
from icnn_engine.sample import make_sample
from icnn_engine.training import checkpoint, preparation
from tests.engine.experiment.stopped_runs import assert_same, only_run, stopped_after

TINY = {"filters": 6, "epochs": 2, "batch": 16, "hidden": (8,)}
QUICK = make_settings(TINY | {"strength": 1e-3})
WHOLE = {"training": "full", "max_pictures": 8, "pieces": 2, "batch": 4, "epochs": 1}
FULL = make_settings(TINY | WHOLE | {"strength": 1e-3})


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drain(make_sample(tmp_path_factory.mktemp("sample") / "sample", creatures=16, backgrounds=16))


@pytest.fixture(scope="module", autouse=True)
def _few_and_fast() -> Iterator[None]:
    """Filters are measured on few pictures: it is the training that these tests are about."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(part_tests, "MOST_JUDGED", 2)
        patch.setattr(preparation, "MOST_CHOOSE", 2)
        yield


@pytest.fixture(scope="module")
def whole(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return drain(run_training(sample, QUICK, tmp_path_factory.mktemp("whole")))


@pytest.fixture
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand is kept after every step."""
    monkeypatch.setattr(checkpoint, "EVERY", 0.0)
    monkeypatch.setattr(checkpoint, "COST", 0.0)


@pytest.mark.usefixtures("_often")
@pytest.mark.parametrize("steps", [4, 47])  # in the first epoch, in the second
def test_a_quick_training_that_was_stopped_anywhere_ends_like_one_that_was_not(
    sample: Path, whole: Run, tmp_path: Path, steps: int
) -> None:
    stopped_after(run_training(sample, QUICK, tmp_path), steps)
    path = only_run(tmp_path)
    went_on = can_resume(path)
    run = drain(resume_training(path))

    assert went_on
    assert_same(run.path, whole.path)
    assert run.info["training"]["resumed"] == 1
    assert not (path / FOLDER).exists()


@pytest.mark.usefixtures("_often")
def test_a_full_training_that_was_stopped_twice_ends_like_one_that_was_not(sample: Path, tmp_path: Path) -> None:
    whole = drain(run_training(sample, FULL, tmp_path / "whole"))
    stopped_after(run_training(sample, FULL, tmp_path / "again"), 7)
    path = only_run(tmp_path / "again")
    stopped_after(resume_training(path), 10)
    run = drain(resume_training(path))

    assert_same(run.path, whole.path)
    assert run.info["training"]["resumed"] == 2


def test_epochs_that_were_kept_are_told_again(left: Path, whole: Run) -> None:
    told: list[Event] = []
    run = drain(resume_training(left), told.append)
    (began,) = [event for event in told if isinstance(event, TrainingBegan)]
    epochs = [event.epoch for event in told if isinstance(event, EpochDone)]

    assert began.epoch == 1
    assert epochs == [1, 1, 1, 2, 2, 2]
    assert_same(run.path, whole.path)


def test_a_training_killed_while_it_measures_learns_no_more(sample: Path, whole: Run, tmp_path: Path) -> None:
    operation = run_training(sample, QUICK, tmp_path)
    seen = 0
    for event in operation:
        seen += isinstance(event, EpochDone)
        if seen == 6 and not isinstance(event, EpochDone):
            break
    path = only_run(tmp_path)
    kept = tmp_path.parent / f"{tmp_path.name}-kept"
    shutil.copytree(path, kept, ignore=shutil.ignore_patterns("lock"))
    operation.close()
    told: list[Event] = []
    run = drain(resume_training(kept), told.append)

    assert not any(isinstance(event, StepDone) for event in told)
    assert_same(run.path, whole.path)


def test_cancelling_leaves_nothing_and_stopping_before_anything_was_learned_neither(
    sample: Path, tmp_path: Path
) -> None:
    for end in (lambda operation: operation.close(), lambda operation: operation.throw(StoppedError())):
        operation = run_training(sample, QUICK, tmp_path)
        for event in operation:
            if isinstance(event, TrainingBegan):
                break
        with suppress(StoppedError):
            end(operation)

        assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("_often")
def test_after_divergence_the_checkpoint_can_be_measured_as_it_is(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = training_run.train_networks

    def poisoned(networks, source, *rest):
        for number, event in enumerate(usual(networks, source, *rest)):
            if number == 12:
                with torch.no_grad():
                    networks["twin"].answer.weight.fill_(torch.nan)
            yield event
        return 2

    monkeypatch.setattr(training_run, "train_networks", poisoned)
    with pytest.raises(TrainingError, match=r"twin network diverged in epoch 1\. Lower the learning rate.*--as-it-is"):
        drain(run_training(sample, QUICK, tmp_path))
    monkeypatch.undo()
    path = only_run(tmp_path)
    run = drain(resume_training(path, as_it_is=True))

    assert all(torch.isfinite(value).all() for value in load_file(path / "twin.safetensors").values())
    assert run.info["training"]["epochs"] == 0


@pytest.mark.usefixtures("_often")
def test_a_disk_that_is_full_for_a_moment_is_told_and_does_not_end_the_training(
    sample: Path, whole: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, calls = checkpoint.save_file, iter(range(1000))

    def save(tensors, path, metadata):
        if next(calls) in (3, 4):
            raise OSError(28, "No space left on device")
        usual(tensors, path, metadata)

    monkeypatch.setattr(checkpoint, "save_file", save)
    told: list[Event] = []
    run = drain(run_training(sample, QUICK, tmp_path), told.append)
    warnings = [event.text for event in told if isinstance(event, Warned)]

    assert len(warnings) == 2
    assert "is full" in warnings[0]
    assert not list(run.path.rglob(f"*{PART}"))
    assert_same(run.path, whole.path)


@pytest.fixture(scope="module")
def _left(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("left")
    stopped_after(run_training(sample, QUICK, place), 35)
    return only_run(place)


@pytest.fixture
def left(_left: Path, tmp_path: Path) -> Path:
    """A training that was stopped after its first epoch, less than a minute into the second."""
    return shutil.copytree(_left, tmp_path / _left.name)


def test_a_training_that_learned_nothing_yet_is_not_measured_and_not_thrown_away(left: Path) -> None:
    (left / STATE).unlink()
    with pytest.raises(RunError, match="Resume it instead"):
        drain(resume_training(left, as_it_is=True))

    assert can_resume(left)


def test_a_training_whose_device_is_gone_goes_on_with_what_there_is(left: Path) -> None:
    begun = left / BEGUN
    begun.write_text(begun.read_text(encoding="utf-8").replace('device = ""', 'device = "cuda:7"'), encoding="utf-8")
    told: list[Event] = []
    run = drain(resume_training(left), told.append)

    assert [event.text for event in told if isinstance(event, Warned)] == [
        "cuda:7, on which it began, is not here: it goes on with the fastest there is."
    ]
    assert run.settings.device == ""


def test_two_programs_in_one_run_folder_are_refused_politely(left: Path) -> None:
    with lock_run(left / LOCK):
        taken = is_locked(left / LOCK)
        with pytest.raises(RunError, match="Another Partscope is at work"):
            drain(resume_training(left))

    assert taken
    assert not is_locked(left / LOCK)
    assert (left / STATE).is_file()


def test_pictures_that_changed_are_told_and_what_was_learned_stays(left: Path, sample: Path, tmp_path: Path) -> None:
    fewer = tmp_path / "fewer"
    shutil.copytree(sample, fewer)
    next(path for path in fewer.rglob("*.jpg")).unlink()
    state = (left / STATE).read_bytes()
    with pytest.raises(RunError, match="no longer those that"):
        drain(resume_training(left, images=fewer))

    assert (left / STATE).read_bytes() == state


def test_moved_pictures_can_be_gone_on_with(left: Path, sample: Path, whole: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    shutil.copytree(sample, elsewhere)
    run = drain(resume_training(left, images=elsewhere))

    assert run.images == elsewhere.resolve()
    assert_same(run.path, whole.path)


def test_other_weights_of_the_backbone_are_refused(left: Path) -> None:
    begun = read_resume_state(left)
    write_resume_state(
        left, type(begun)(begun.folder, begun.settings, begun.fingerprint, begun.made, "f00", begun.strength)
    )
    with pytest.raises(WeightsError, match="no longer those"):
        drain(resume_training(left))

    assert (left / STATE).is_file()


@pytest.mark.parametrize("damage", ["cut", "text", "fewer filters"])
def test_a_damaged_state_is_told_and_left_alone(left: Path, damage: str) -> None:
    state = left / STATE
    match damage:
        case "cut":
            state.write_bytes(state.read_bytes()[:-1000])
        case "text":
            state.write_text("once upon a time")
        case "fewer filters":
            begun = read_resume_state(left)
            fewer = TrainSettings.model_validate(begun.settings.model_dump() | {"filters": 4})
            write_resume_state(
                left, type(begun)(begun.folder, fewer, begun.fingerprint, begun.made, "", begun.strength)
            )
    before = state.read_bytes()
    with pytest.raises(RunError, match="Start the training anew"):
        drain(resume_training(left))

    assert state.read_bytes() == before


def test_there_is_nothing_to_go_on_with_in_a_finished_run_or_another_folder(whole: Run, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is finished"):
        drain(resume_training(whole.path))
    with pytest.raises(RunError, match="holds no training"):
        drain(resume_training(tmp_path))
