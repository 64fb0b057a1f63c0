"""Looking at a network of one's own, end to end on a few drawn pictures."""

import shutil

import numpy as np
import pytest

from icnn_engine import metrics
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import SettingsError, WeightsError
from icnn_engine.core.events import NetworkName, Progress, drain
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.evaluation.measure import measure
from icnn_engine.experiment.inspection_maps import chosen_channels
from icnn_engine.experiment.inspection_run import run_inspection
from icnn_engine.figures.comparison import comparison_figure
from icnn_engine.figures.parts import parts_figure
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.look import look_at
from icnn_engine.report import write_report
from icnn_engine.runs.run_folder import open_run
from tests.engine.own_networks import tiny_source

FEW = {"filters": 6, "device": "cpu"}


def inspected(folder, source, runs, **values):
    return drain(run_inspection(folder, source, make_settings(FEW | values), runs))


@pytest.fixture(scope="module")
def tiny_run(drawn_sample, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny")
    return inspected(drawn_sample, tiny_source(folder), folder / "runs")


def test_an_inspected_run_opens_again_with_everything_it_was_made_with(tiny_run):
    opened = open_run(tiny_run.path)

    assert opened.settings == tiny_run.settings
    assert opened.pictures == tiny_run.pictures
    assert repr(opened.filters) == repr(tiny_run.filters)
    assert repr(opened.twin_filters) == repr(tiny_run.twin_filters)
    assert opened.table == {key: value for key, value in tiny_run.table.items() if value is not None}
    assert opened.fit == tiny_run.fit
    assert opened.own_network == tiny_run.own_network
    assert opened.geometry == tiny_run.geometry
    assert not (tiny_run.path / "scratch").exists()
    assert not (tiny_run.path / "checkpoint").exists()


def test_a_category_without_an_answer_of_its_name_has_the_one_it_gets_most_often(tiny_run):
    match = tiny_run.own_network["matched"]["creature"]

    assert match["by"] == "use"
    assert len(match["answers"]) == 1


def test_filters_are_channels_of_the_layer_and_their_maps_those_of_the_network(tiny_run):
    maps = np.load(tiny_run.path / "maps" / "interpretable.npy")
    channels = [one.channel for one in tiny_run.filters]

    assert maps.shape == (32, 6, 16, 16)
    assert len(set(channels)) == 6
    assert channels == sorted(channels)
    assert max(channels) < 12


def test_parts_without_training_are_those_of_the_network_with_random_weights(tiny_run):
    shown = [row for row, picture in enumerate(tiny_run.pictures) if picture.positive]
    floors = {}
    for name in (NetworkName.INTERPRETABLE, NetworkName.TWIN):
        maps = np.asarray(tiny_run.maps(name)[shown])
        strengths = maps.max((2, 3)).astype(np.float64).mean(0)
        distances = np.asarray(tiny_run.part_distances(name))
        clusters = metrics.cut_into(distances, np.flatnonzero(strengths > 0), 4)
        floors[name] = metrics.part_maps(maps, strengths, clusters).astype(np.float16)

    assert np.allclose(tiny_run.floor_maps("untrained", 4), floors[NetworkName.TWIN], atol=1e-2)
    assert floors[NetworkName.INTERPRETABLE].shape != floors[NetworkName.TWIN].shape or not np.allclose(
        floors[NetworkName.INTERPRETABLE], floors[NetworkName.TWIN], atol=1e-2
    )


def test_pictures_figures_and_report_can_be_drawn(tiny_run, tmp_path):
    look_at(tiny_run, 0)
    best_pictures(tiny_run, NetworkName.INTERPRETABLE, 0, 4)
    drawn = [parts_figure(tiny_run, tmp_path / "parts.png"), comparison_figure(tiny_run, tmp_path / "comparison.png")]
    words = write_report(tiny_run, tmp_path / "report.html", "en").read_text("utf-8")

    assert all(path.stat().st_size > 1000 for path in drawn)
    assert "own.py:make" in words


def test_a_report_needs_no_confirmation_of_code(tiny_run, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "nothing confirmed")

    assert write_report(tiny_run, tmp_path / "report.html", "en").is_file()


def test_an_inspected_run_can_be_measured_again(tiny_run):
    again = drain(measure(open_run(tiny_run.path)))

    assert again == pytest.approx(
        {key: value for key, value in tiny_run.table.items() if value is not None}, nan_ok=True
    )


@pytest.mark.parametrize("pull", [1, 40, 60])
def test_a_cancelled_inspection_leaves_nothing(drawn_sample, tmp_path, pull):
    operation = run_inspection(drawn_sample, tiny_source(tmp_path), make_settings(FEW), tmp_path / "runs")
    for _ in range(pull):
        next(operation)
    operation.close()

    assert not list((tmp_path / "runs").iterdir())


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, MemoryError])
def test_an_inspection_that_is_broken_off_leaves_nothing(drawn_sample, tmp_path, error):
    operation = run_inspection(drawn_sample, tiny_source(tmp_path), make_settings(FEW), tmp_path / "runs")
    event = next(operation)
    while not (isinstance(event, Progress) and event.title == "Looking at all pictures" and event.done):
        event = next(operation)

    assert list((tmp_path / "runs").iterdir())
    with pytest.raises(error):
        operation.throw(error)
    assert not list((tmp_path / "runs").iterdir())


def test_nothing_is_made_where_the_network_cannot_be_opened(drawn_sample, tmp_path):
    source = NetworkSource(architecture="squeezenet1_1", weights=str(tmp_path / "gone.pth"))
    with pytest.raises(WeightsError):
        inspected(drawn_sample, source, tmp_path / "runs")

    assert not list((tmp_path / "runs").iterdir())


def two_categories(sample, folder):
    """The sample as red and blue pictures, 8 each, without a background."""
    for number, path in enumerate(sorted((sample / "creature").iterdir())):
        place = folder / ("blue" if number % 2 else "red")
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    return folder


def test_a_category_for_each_answer_is_answered_by_softmax_without_a_background(drawn_sample, tmp_path):
    folder = two_categories(drawn_sample, tmp_path / "pictures")
    run = inspected(folder, tiny_source(tmp_path, "make_two"), tmp_path / "runs")
    answers = run.answers()

    assert run.settings.loss == "softmax"
    assert run.settings.background == "none"
    assert {name: match["by"] for name, match in run.own_network["matched"].items()} == {"blue": "name", "red": "name"}
    assert np.allclose(answers.sum(1), 1, atol=1e-3)
    assert {one.category for one in open_run(run.path).filters} == {0, 1}


def test_some_answers_are_looked_at_alone(drawn_sample, tmp_path):
    folder = two_categories(drawn_sample, tmp_path / "pictures")
    source = tiny_source(tmp_path, matching={"red": "answer 2|0"})
    run = inspected(folder, source, tmp_path / "runs", category="red")

    assert run.settings.loss == "logistic"
    assert run.own_network["matched"] == {"red": {"answers": [2, 0], "names": ["answer 2", "answer 0"], "by": "given"}}
    assert open_run(run.path).answers().shape == (len(run.pictures), 1)


def test_categories_that_no_answer_names_are_told(drawn_sample, tmp_path):
    folder = two_categories(drawn_sample, tmp_path / "pictures")
    with pytest.raises(SettingsError, match=r"None of the network's answers has the name of a category.*\(blue, red\)"):
        inspected(folder, tiny_source(tmp_path), tmp_path / "runs")
    with pytest.raises(SettingsError, match="no answer 'scarlet'"):
        inspected(folder, tiny_source(tmp_path, matching={"red": "scarlet"}), tmp_path / "runs")


def test_the_background_may_lie_elsewhere_and_categories_may_have_none(drawn_sample, tmp_path):
    alone = tmp_path / "alone"
    shutil.copytree(drawn_sample / "creature", alone / "creature")
    source = tiny_source(tmp_path)
    none = inspected(alone, source, tmp_path / "runs")
    said = inspected(alone, source, tmp_path / "runs", background="none")
    elsewhere = inspected(alone, source, tmp_path / "runs", background=str(drawn_sample / "_background"))

    assert none.info["accuracy_is_recognition"] is said.info["accuracy_is_recognition"] is False
    assert none.settings.background == said.settings.background == "none"
    assert open_run(none.path).pictures == none.pictures
    assert {picture.label for picture in none.pictures} == {0}
    assert {picture.label for picture in elsewhere.pictures} == {0, -1}


def test_channels_are_those_that_add_most_on_the_training_pictures():
    adds = np.array([[5, 0, 1, 0], [5, 0, 1, 0], [0, 3, 2, 0], [0, 0, 0, 99]], float)
    labels, train = np.array([0, 0, 1, 1]), np.array([True, True, True, False])

    assert [one.tolist() for one in chosen_channels(adds, labels, train, 2)] == [[0, 1], [0, 1]]
    assert [one.tolist() for one in chosen_channels(adds, labels, train, 3)] == [[0, 1, 2], [0, 1, 0]]
    assert next(one.tolist() for one in chosen_channels(adds, labels, train, 9)) == [0, 1, 2, 3]
    assert chosen_channels(-adds, labels, train, 1)[0].tolist() == [1]
