"""One paired run end to end on a few drawn creatures: what it leaves, what it says, what a cancel takes away."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from icnn_engine.cli import main
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import EpochDone, FinishNow, NetworkName, Progress, StepDone, TrainingBegan, Warned, drain
from icnn_engine.data import read_picture
from icnn_engine.evaluation.measure import measure
from icnn_engine.evaluation.tables import needs_landmarks
from icnn_engine.experiment.judge_run import rejudge_run
from icnn_engine.experiment.training_run import run_training
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.runs.epoch_history import read_history
from icnn_engine.runs.notes import Note, Notes, read_notes, write_notes
from icnn_engine.runs.run_folder import FLOORS, Run, open_run, write_table
from icnn_engine.sample import make_sample
from icnn_engine.training.estimate import records_of
from tests.changed_pictures import known, turn

TINY = {"filters": 6, "epochs": 2, "strength": 1e-3, "batch": 16}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drain(make_sample(tmp_path_factory.mktemp("sample") / "sample", creatures=16, backgrounds=16))


@pytest.fixture(scope="module")
def run(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    with pytest.MonkeyPatch.context() as patch:  # so that all its pictures are read
        patch.setenv("PARTSCOPE_CACHE", str(tmp_path_factory.mktemp("cache")))
        return drain(run_training(sample, make_settings(TINY), tmp_path_factory.mktemp("runs")))


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
        "pictures.npy", "filters.npy", "maps.npy",
        "interpretable-distances.npy", "twin-distances.npy", "interpretable-noisy.npy", "twin-noisy.npy",
        *(f"{kind}-{count}.npy" for kind in ("untrained", "kmeans", "nmf") for count in (4, 8, 16)),
    }  # fmt: skip
    assert {path.name for path in (run.path / "answers").iterdir()} == {f"{name}.npy" for name in NetworkName}
    assert len((run.path / "metrics.csv").read_text().splitlines()) == 1 + 2 * 3


def test_what_was_understood_and_contradicts_itself_is_told_before_anything_is_learned(sample, tmp_path):
    shutil.copytree(sample, tmp_path / "archive" / "data")
    (tmp_path / "archive" / "data" / "landmarks.csv").unlink()
    first = min((tmp_path / "archive" / "data" / "creature").iterdir())
    shutil.copy(first, tmp_path / "archive" / "data" / "_background" / "same.png")
    operation = run_training(tmp_path / "archive", make_settings(TINY), tmp_path / "runs")
    event = next(event for event in operation if not isinstance(event, Progress))
    operation.close()

    assert isinstance(event, Warned)
    assert event.text.startswith(
        "The categories were found in the folder data. Pictures that are in several categories: 1,"
    )
    assert not list((tmp_path / "runs").iterdir())


def test_a_run_keeps_what_was_seen_after_each_epoch_and_how_long_it_took(run):
    history, (record,) = read_history(run.path), records_of(run.path.parent)

    assert len(history.epochs) == 2
    assert all(run.pictures[picture].label == 0 for picture in history.pictures)
    assert history.epochs[0][0].map.shape == (run.geometry.cells, run.geometry.cells)
    assert (record.backbone, record.training) == ("efficientnet_lite0", "quick")
    assert min(record.costs.reading, record.costs.learning, record.costs.measuring) > 0
    assert record.costs.probes == 0


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


def test_the_stages_of_cam_sum_up_to_the_heatmap_it_shows(run):
    explainer = Explainer(run)
    look = explainer.explain(read_picture(run.picture_path(0)), "one")
    found = explainer.cam_stages(look)
    summed = (found.maps * found.weights[:, None, None]).sum(0) + found.rest

    np.testing.assert_allclose(summed, look.cam, rtol=1e-4, atol=1e-5)


def test_without_landmarks_instability_is_empty_and_keeps_its_value_where_it_had_one(run, sample):
    never = replace(run, table={key: value for key, value in run.table.items() if not needs_landmarks(key)})
    landmarks = sample / "landmarks.csv"
    hidden = landmarks.rename(sample / "elsewhere.txt")
    try:
        table = drain(measure(never))
        kept = drain(measure(run))
    finally:
        hidden.rename(landmarks)

    assert not any("instability" in key for key, value in table.items() if value is not None)
    assert table["equivariance"] == run.table["equivariance"]
    assert kept == run.table
    assert drain(measure(run))["instability"] == pytest.approx(run.table["instability"])


def test_the_same_seed_gives_the_same_run(run, sample, tmp_path):
    again = drain(run_training(sample, make_settings(TINY), tmp_path))

    assert (again.path / "model.safetensors").read_bytes() == (run.path / "model.safetensors").read_bytes()


def test_a_cancelled_run_leaves_nothing(sample, tmp_path):
    operation = run_training(sample, make_settings(TINY), tmp_path)
    for event in operation:
        if isinstance(event, StepDone):
            break
    operation.close()

    assert list(tmp_path.iterdir()) == []


def test_finish_now_keeps_a_shorter_run(sample, tmp_path):
    operation = run_training(sample, make_settings(TINY | {"epochs": 50}), tmp_path)
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
    run = drain(run_training(sample / "creature", make_settings(TINY | {"epochs": 1}), tmp_path))

    assert run.info["accuracy_is_recognition"] is False
    assert all(picture.positive for picture in run.pictures)
    assert run.table["tested"] == 2 * sum(picture.side == "test" for picture in run.pictures)


@pytest.fixture(scope="module")
def three(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three categories in one folder: creatures, creatures upside down, empty places."""
    root = tmp_path_factory.mktemp("three")
    for name, kind, turned in (("left", "creature", False), ("over", "creature", True), ("rest", "_background", False)):
        (root / name).mkdir()
        for number, path in enumerate(sorted((sample / kind).glob("*.jpg"))):
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


def test_every_layer_learns_in_full_training_and_the_run_sees_with_its_own_trunks(sample, tmp_path):
    wanted = TINY | {"training": "full", "epochs": 1, "learning_rate": 1e-3, "max_pictures": 12, "batch": 4}
    run = drain(run_training(sample, make_settings(wanted), tmp_path))
    explainer = Explainer(run)
    index = next(i for i, p in enumerate(run.pictures) if p.positive)
    look = explainer.explain(read_picture(run.picture_path(index)), "again")
    trunks = [next(iter(backbone.trunk.parameters())) for backbone in explainer.backbones.values()]

    assert look.answer == pytest.approx(run.pictures[index].answer, abs=2e-3)
    assert look.twin_answer == pytest.approx(run.pictures[index].twin_answer, abs=2e-3)
    assert not torch.equal(trunks[0], trunks[1])


def test_full_training_without_a_background_says_what_to_do(sample, tmp_path):
    with pytest.raises(SettingsError, match="needs a background"):
        drain(run_training(sample / "creature", make_settings(TINY | {"training": "full"}), tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_switched_off_filters_say_nothing_and_masks_change_nothing_where_the_answer_is_weighed(run):
    explainer, pictures = Explainer(run), np.arange(8)
    whole, none = explainer.switched(pictures), explainer.switched(pictures, range(6))

    silent = explainer.network.classify(torch.zeros_like(explainer.network.mask(torch.zeros(1, 6, 13, 13))))

    np.testing.assert_allclose(whole, run.answers()[:8], atol=2e-3)
    np.testing.assert_allclose(none, np.full((8, 1), silent.sigmoid().item()), atol=1e-6)
    assert explainer.network.is_weighed
    np.testing.assert_array_equal(explainer.switched(pictures, masks=False), whole)


def test_masks_can_be_taken_off_where_the_answer_passes_through_them(sample, tmp_path):
    run = drain(run_training(sample, make_settings(TINY | {"answer": "votes", "epochs": 1}), tmp_path))
    explainer, pictures = Explainer(run), np.arange(8)

    assert not np.allclose(explainer.switched(pictures, masks=False), explainer.switched(pictures))


def as_before(run: Run, place: Path) -> Path:
    """A copy of the run as an earlier version left it: its filters were not judged."""
    path = Path(shutil.copytree(run.path, place / run.name))
    shutil.rmtree(path / "parts")
    lines = [line.split(",")[:10] for line in (path / "filters.csv").read_text(encoding="utf-8").splitlines()]
    assert lines[0][-1] == "beta"
    (path / "filters.csv").write_text("\n".join(map(",".join, lines)) + "\n", encoding="utf-8")
    later = ("mirror", "holding", "nmi_", "ari_")
    known = {key: value for key, value in run.table.items() if not any(word in key for word in later)}
    write_table(path, known)
    return path


def test_an_earlier_run_opens_unjudged_and_judging_it_finds_what_training_would_have_found(run, tmp_path):
    earlier = open_run(as_before(run, tmp_path))
    earlier = replace(
        earlier,
        filters=(
            replace(earlier.filters[0], group=-1),
            replace(earlier.filters[1], group=0),
            *(replace(f, group=-1) for f in earlier.filters[2:]),
        ),
    )
    said = {(NetworkName.INTERPRETABLE, "part", 0): Note("nose", "see it", True)}
    write_notes(earlier.path, Notes(said))
    table = drain(measure(earlier))
    judged = drain(rejudge_run(earlier))
    again = open_run(earlier.path)

    assert not earlier.judged
    assert "nmi_8" not in table
    assert "mirror" not in table
    assert again.judged
    pairs = list(zip(again.filters + again.twin_filters, run.filters + run.twin_filters, strict=True))
    assert all((a.eligible, a.holds, a.group) == (b.eligible, b.holds, b.group) for a, b in pairs)
    apart = [a.equivariance - b.equivariance for a, b in pairs]
    assert np.nanmean(np.abs(apart)) < 0.1  # a peak of four pictures may move: stored maps are rounded
    assert read_notes(earlier.path).by_subject == {
        (NetworkName.INTERPRETABLE, "filter", 1): Note("nose", "see it", True)
    }
    assert judged.table["mirror"] == pytest.approx(run.table["mirror"], abs=0.2)
    assert drain(measure(again))["grid_nmi_8"] == run.table["grid_nmi_8"]


def test_a_run_is_judged_without_the_test_pictures_that_have_changed(run, tmp_path):
    images = Path(shutil.copytree(run.images, tmp_path / "pictures"))
    earlier = open_run(known(open_run(as_before(run, tmp_path), images)).path, images)
    index = next(i for i, one in enumerate(earlier.pictures) if one.side == "test" and one.positive)
    turn(earlier, index)
    said = []
    judged = drain(rejudge_run(earlier), said.append)

    assert any(isinstance(one, Warned) and earlier.pictures[index].name in one.text for one in said)
    assert judged.judged
    assert (judged.noisy_cells(NetworkName.INTERPRETABLE)[index] == -1).all()
    assert not any(judged.has_floor_maps(name) for name in FLOORS)


def test_a_run_whose_pictures_are_gone_is_not_judged_and_stays_as_it_was(run, tmp_path):
    path = as_before(run, tmp_path)
    before = {file: file.read_bytes() for file in path.rglob("*") if file.is_file()}
    with pytest.raises(RunError, match="no longer in"):
        drain(rejudge_run(open_run(path, tmp_path / "elsewhere")))

    assert {file: file.read_bytes() for file in path.rglob("*") if file.is_file()} == before


def test_explain_prints_one_object_whose_sums_and_places_can_be_checked(run, tmp_path, capsys):
    picture = next(i for i, p in enumerate(run.pictures) if p.positive)
    where = run.picture_path(picture)
    with Image.open(where) as opened:
        opened.convert("RGB").transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(tmp_path / "mirrored.png")
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    status = main(["explain", str(run.path), str(where), str(bad), str(tmp_path / "mirrored.png"), "--json"])
    told = capsys.readouterr()
    found = json.loads(told.out)["pictures"]
    width, height = run.pictures[picture].width, run.pictures[picture].height

    assert status == 1
    assert "bad.jpg" in told.err
    assert [Path(one["name"]).name for one in found] == [where.name, "mirrored.png"]
    for one in found:
        assert one["logit"] == pytest.approx(one["bias"] + sum(f["adds"] for f in one["filters"]), abs=1e-4)
        assert one["answer"] == pytest.approx(1 / (1 + np.exp(-one["logit"])), abs=1e-5)
        assert one["answers"][one["asked"]] == one["answer"]
    first = found[0]["filters"]
    assert (found[0]["width"], found[0]["height"]) == (width, height)
    assert [f["filter"] for f in first] == list(range(6))
    for f, own in zip(first, run.filters, strict=True):
        x, y, wide, high = f["crop"]
        assert 0 <= x <= f["x"] <= x + wide <= width
        assert 0 <= y <= f["y"] <= y + high <= height
        assert f["part"] == (own.group + 1 if own.group >= 0 else None)
        assert f["threshold"] >= 0
        assert f["strength"] >= 0
    row, column = divmod(int(np.asarray(run.maps()[picture, 0]).argmax()), run.geometry.cells)
    left, top, right, bottom = run.geometry.box((row, column), 0.0, width, height)
    assert (first[0]["x"], first[0]["y"]) == pytest.approx(((left + right) / 2, (top + bottom) / 2), abs=0.01)


def test_where_the_answer_has_hidden_layers_it_is_no_sum_and_explain_says_null(sample, tmp_path, capsys):
    run = drain(run_training(sample, make_settings(TINY | {"variant": "paper", "epochs": 1}), tmp_path))
    main(["explain", str(run.path), str(run.picture_path(0)), "--json"])
    one = json.loads(capsys.readouterr().out)["pictures"][0]

    assert one["bias"] is None
    assert all(f["adds"] is None for f in one["filters"])
    assert one["answer"] == pytest.approx(1 / (1 + np.exp(-one["logit"])), abs=1e-5)
