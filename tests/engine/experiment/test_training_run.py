"""One paired run end to end on a few drawn creatures."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import (
    EpochDone,
    FinishNow,
    NetworkName,
    PicturesRead,
    Progress,
    StepDone,
    TrainingBegan,
    Warned,
    drain,
)
from icnn_engine.data import read_picture
from icnn_engine.evaluation.measure import measure
from icnn_engine.evaluation.tables import needs_landmarks
from icnn_engine.experiment.training_run import run_training
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.runs.epoch_history import read_history
from icnn_engine.runs.run_folder import open_run
from icnn_engine.training.estimate import records_of
from tests.engine.conftest import TINY


def test_a_run_opens_again_with_everything_it_was_made_with(trained_run):
    opened = open_run(trained_run.path)

    assert opened.settings == trained_run.settings
    assert opened.pictures == trained_run.pictures
    assert repr(opened.filters) == repr(trained_run.filters)
    assert repr(opened.twin_filters) == repr(trained_run.twin_filters)
    assert opened.table == {key: value for key, value in trained_run.table.items() if value is not None}
    assert opened.info["data"]["train"] + opened.info["data"]["choose"] + opened.info["data"]["test"] == 32
    assert not (trained_run.path / "scratch").exists()


def test_the_files_of_a_run_are_all_there_and_none_is_a_pickle(trained_run):
    names = {path.name for path in trained_run.path.rglob("*") if path.is_file()}

    assert names == {
        "run.toml", "metrics.csv", "pictures.csv", "filters.csv", "table.toml", "log.txt", "model.safetensors",
        "twin.safetensors", "cam.safetensors", "interpretable.npy", "twin.npy", "cam.npy",
        "pictures.npy", "filters.npy", "maps.npy",
        "interpretable-distances.npy", "twin-distances.npy", "interpretable-noisy.npy", "twin-noisy.npy",
        "trunk.npy", *(f"{kind}-{count}.npy" for kind in ("untrained", "kmeans", "nmf") for count in (4, 8, 16)),
    }  # fmt: skip
    assert {path.name for path in (trained_run.path / "answers").iterdir()} == {f"{name}.npy" for name in NetworkName}
    assert len((trained_run.path / "metrics.csv").read_text().splitlines()) == 1 + 2 * 3


def test_contradictions_are_reported_before_the_training(drawn_sample, tmp_path):
    shutil.copytree(drawn_sample, tmp_path / "archive" / "data")
    (tmp_path / "archive" / "data" / "landmarks.csv").unlink()
    first = min((tmp_path / "archive" / "data" / "creature").iterdir())
    shutil.copy(first, tmp_path / "archive" / "data" / "_background" / "same.png")
    operation = run_training(tmp_path / "archive", make_settings(TINY), tmp_path / "runs")
    event = next(event for event in operation if not isinstance(event, Progress | PicturesRead))
    operation.close()

    assert isinstance(event, Warned)
    assert event.text.startswith(
        "The categories were found in the folder data. Pictures that are in several categories: 1,"
    )
    assert not list((tmp_path / "runs").iterdir())


def test_a_run_keeps_what_was_seen_after_each_epoch_and_how_long_it_took(trained_run):
    history, (record,) = read_history(trained_run.path), records_of(trained_run.path.parent)

    assert len(history.epochs) == 2
    assert all(trained_run.pictures[picture].label == 0 for picture in history.pictures)
    assert history.epochs[0][0].map.shape == (trained_run.geometry.cells, trained_run.geometry.cells)
    assert (record.backbone, record.training) == ("efficientnet_lite0", "quick")
    assert min(record.costs.reading, record.costs.learning, record.costs.measuring) > 0
    assert record.costs.probes == 0


def test_the_table_holds_both_networks_and_their_baselines(trained_run):
    for key in ("accuracy", "balanced_accuracy", "instability", "instability_centre", "instability_random"):
        assert 0 <= trained_run.table[key] <= 1
        assert 0 <= trained_run.table[f"twin_{key}"] <= 1
    assert 0 <= trained_run.table["untrained_equivariance"] <= 1
    assert trained_run.table["cam_accuracy"] is not None


def test_without_landmarks_instability_keeps_its_earlier_value(trained_run, drawn_sample):
    never = replace(
        trained_run, table={key: value for key, value in trained_run.table.items() if not needs_landmarks(key)}
    )
    landmarks = drawn_sample / "landmarks.csv"
    hidden = landmarks.rename(drawn_sample / "elsewhere.txt")
    try:
        table = drain(measure(never))
        kept = drain(measure(trained_run))
    finally:
        hidden.rename(landmarks)

    assert not any("instability" in key for key, value in table.items() if value is not None)
    assert table["equivariance"] == trained_run.table["equivariance"]
    assert kept == trained_run.table
    assert drain(measure(trained_run))["instability"] == pytest.approx(trained_run.table["instability"])


def test_the_same_seed_gives_the_same_run(trained_run, drawn_sample, tmp_path):
    again = drain(run_training(drawn_sample, make_settings(TINY), tmp_path))

    assert (again.path / "model.safetensors").read_bytes() == (trained_run.path / "model.safetensors").read_bytes()


def test_a_cancelled_run_leaves_nothing(drawn_sample, tmp_path):
    operation = run_training(drawn_sample, make_settings(TINY), tmp_path)
    for event in operation:
        if isinstance(event, StepDone):
            break
    operation.close()

    assert list(tmp_path.iterdir()) == []


def test_finish_now_keeps_a_shorter_run(drawn_sample, tmp_path):
    operation = run_training(drawn_sample, make_settings(TINY | {"epochs": 50}), tmp_path)
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


def test_one_category_alone_is_trained_against_shuffled_cells_and_says_so(drawn_sample, tmp_path):
    run = drain(run_training(drawn_sample / "creature", make_settings(TINY | {"epochs": 1}), tmp_path))

    assert run.info["accuracy_is_recognition"] is False
    assert all(picture.positive for picture in run.pictures)
    assert run.table["tested"] == sum(picture.side == "test" for picture in run.pictures)
    assert "balanced_accuracy" not in run.table


@pytest.fixture(scope="module")
def three(drawn_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three categories in one folder: creatures, creatures upside down, empty places."""
    root = tmp_path_factory.mktemp("three")
    for name, kind, turned in (("left", "creature", False), ("over", "creature", True), ("rest", "_background", False)):
        (root / name).mkdir()
        for number, path in enumerate(sorted((drawn_sample / kind).glob("*.jpg"))):
            picture = Image.open(path)
            picture = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM) if turned else picture
            picture.save(root / name / f"{number}.jpg")
    return root


@pytest.mark.parametrize("loss", ["logistic", "softmax"])
def test_several_categories_are_learned_by_one_network(three, tmp_path, loss):
    wanted = TINY | {"categories": ["left", "over"], "background": "rest", "loss": loss, "variant": "released"}
    run = drain(run_training(three, make_settings(wanted), tmp_path))
    again = open_run(run.path)
    picture = next(i for i, p in enumerate(again.pictures) if p.label == 1)
    look = Explainer(again).explain(read_picture(again.picture_path(picture)), "again")

    assert again.categories == ("left", "over")
    assert again.answers().shape == (len(run.pictures), 3 if loss == "softmax" else 2)
    assert {f.category for f in again.filters} <= {0, 1}
    assert {p.label for p in again.pictures} == {0, 1, -1}
    np.testing.assert_allclose(look.answers, again.answers()[picture], atol=2e-3)
    assert run.table["majority_accuracy"] < 0.5
    assert ("label_accuracy" in run.table) == (loss == "logistic")


def test_every_layer_learns_in_full_training_and_the_run_sees_with_its_own_trunks(drawn_sample, tmp_path):
    wanted = TINY | {"training": "full", "epochs": 1, "learning_rate": 1e-3, "max_pictures": 12, "batch": 4}
    run = drain(run_training(drawn_sample, make_settings(wanted), tmp_path))
    explainer = Explainer(run)
    index = next(i for i, p in enumerate(run.pictures) if p.positive)
    look = explainer.explain(read_picture(run.picture_path(index)), "again")
    trunks = [next(iter(backbone.trunk.parameters())) for backbone in explainer.backbones.values()]

    assert look.answer == pytest.approx(run.pictures[index].answer, abs=2e-3)
    assert look.twin_answer == pytest.approx(run.pictures[index].twin_answer, abs=2e-3)
    assert not torch.equal(trunks[0], trunks[1])


def test_full_training_without_a_background_says_what_to_do(drawn_sample, tmp_path):
    with pytest.raises(SettingsError, match="choose a background"):
        drain(run_training(drawn_sample / "creature", make_settings(TINY | {"training": "full"}), tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_training_keeps_the_features_of_the_trunk_of_every_picture(trained_run):
    features = trained_run.trunk_features()

    assert trained_run.has_trunk_features
    assert features.dtype == np.float16
    assert len(features) == len(trained_run.pictures)
    assert features.std(0).max() > 0


def test_a_training_keeps_which_pictures_are_tied_and_which_copies_contradict_each_other(trained_run):
    run = open_run(trained_run.path)

    assert min(picture.tied for picture in run.pictures) == 0
    assert len({picture.tied for picture in run.pictures}) <= len(run.pictures)
    assert run.info["data"]["contradictions"] == []
    assert {picture.was for picture in run.pictures} == {""}
