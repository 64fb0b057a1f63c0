"""One paired run end to end on a few drawn creatures: what it leaves, what it says, what a cancel takes away."""

from pathlib import Path

import numpy as np
import pytest

from icnn_engine.config import make_settings
from icnn_engine.datasets import read_picture
from icnn_engine.evaluation import measure
from icnn_engine.events import EpochDone, FinishNow, NetworkName, StepDone, TrainingBegan, drain
from icnn_engine.experiment import run_experiment
from icnn_engine.explanation import Explainer
from icnn_engine.model_file import Run, open_run
from icnn_engine.sample import make_sample

TINY = {"filters": 6, "epochs": 2, "strength": 1e-3, "batch": 16}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drain(make_sample(tmp_path_factory.mktemp("sample") / "sample", creatures=16, backgrounds=16))


@pytest.fixture(scope="module")
def run(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return drain(run_experiment(sample, make_settings(TINY), tmp_path_factory.mktemp("runs")))


def test_a_run_opens_again_with_everything_it_was_made_with(run):
    opened = open_run(run.path)

    assert opened.settings == run.settings
    assert opened.pictures == run.pictures
    assert repr(opened.filters) == repr(run.filters)
    assert repr(opened.twin_filters) == repr(run.twin_filters)
    assert opened.table == {key: value for key, value in run.table.items() if value is not None}
    assert opened.info["data"]["train"] + opened.info["data"]["choose"] + opened.info["data"]["test"] == 32
    assert not (run.path / "scratch").exists()


def test_the_files_of_a_run_are_all_there_and_none_is_a_pickle(run):
    names = {path.name for path in run.path.rglob("*") if path.is_file()}

    assert names == {
        "run.toml", "metrics.csv", "pictures.csv", "filters.csv", "table.toml", "log.txt", "model.safetensors",
        "twin.safetensors", "cam.safetensors", "interpretable.npy", "twin.npy", "cam.npy",
    }  # fmt: skip
    assert len((run.path / "metrics.csv").read_text().splitlines()) == 1 + 2 * 3


def test_the_table_holds_both_networks_and_their_baselines(run):
    for key in ("accuracy", "balanced_accuracy", "instability", "instability_centre", "instability_random"):
        assert 0 <= run.table[key] <= 1
        assert 0 <= run.table[f"twin_{key}"] <= 1
    assert 0 <= run.table["untrained_equivariance"] <= 1
    assert run.table["cam_accuracy"] is not None


def test_a_picture_of_the_run_is_explained_as_it_was_measured(run):
    index = next(i for i, p in enumerate(run.pictures) if p.positive)
    look = Explainer(run).explain(read_picture(run.picture_path(index)), "again")

    assert look.answer == pytest.approx(run.pictures[index].answer, abs=2e-3)
    np.testing.assert_allclose(look.maps, run.maps()[index], atol=2e-2, rtol=2e-2)
    np.testing.assert_allclose(look.twin_maps, run.maps(NetworkName.TWIN)[index], atol=2e-2, rtol=2e-2)


def test_the_losses_of_groups_and_the_rest_make_up_what_all_filters_bring(run):
    explainer = Explainer(run)
    look = explainer.explain(read_picture(run.picture_path(0)), "one")
    effects = explainer.effects(look)

    assert effects.answer == pytest.approx(look.answer, abs=1e-5)
    assert sorted(f for group in effects.groups for f in group.filters) == list(range(6))
    assert [g.loss for g in effects.groups] == sorted((g.loss for g in effects.groups), reverse=True)


def test_without_landmarks_instability_is_empty(run, sample):
    landmarks = sample / "landmarks.csv"
    hidden = landmarks.rename(sample / "elsewhere.txt")
    try:
        table = drain(measure(run))
    finally:
        hidden.rename(landmarks)

    assert not any("instability" in key for key, value in table.items() if value is not None)
    assert table["equivariance"] == run.table["equivariance"]
    assert drain(measure(run))["instability"] == pytest.approx(run.table["instability"])


def test_the_same_seed_gives_the_same_run(run, sample, tmp_path):
    again = drain(run_experiment(sample, make_settings(TINY), tmp_path))

    assert (again.path / "model.safetensors").read_bytes() == (run.path / "model.safetensors").read_bytes()


def test_a_cancelled_run_leaves_nothing(sample, tmp_path):
    operation = run_experiment(sample, make_settings(TINY), tmp_path)
    for event in operation:
        if isinstance(event, StepDone):
            break
    operation.close()

    assert list(tmp_path.iterdir()) == []


def test_finish_now_keeps_a_shorter_run(sample, tmp_path):
    operation = run_experiment(sample, make_settings(TINY | {"epochs": 50}), tmp_path)
    answer, epochs = None, 0
    try:
        while True:
            event = operation.send(answer)
            answer = FinishNow() if isinstance(event, TrainingBegan) else None
            epochs += isinstance(event, EpochDone)
    except StopIteration as end:
        run = end.value

    assert epochs == 3
    assert open_run(run.path).info["training"]["epochs"] == 1


def test_one_category_alone_is_trained_against_shuffled_cells_and_says_so(sample, tmp_path):
    run = drain(run_experiment(sample / "creature", make_settings(TINY | {"epochs": 1}), tmp_path))

    assert run.info["accuracy_is_recognition"] is False
    assert all(picture.positive for picture in run.pictures)
    assert run.table["tested"] == 2 * sum(picture.side == "test" for picture in run.pictures)
