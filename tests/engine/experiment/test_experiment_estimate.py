"""How long an experiment takes is known before it starts, by the same estimator as a training's."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.experiment_settings import make_experiment_settings
from icnn_engine.experiment.experiment import cells_of
from icnn_engine.experiment.experiment_estimate import estimate_experiment, experiment_refusal, experiment_text
from tests.app.pictures import listed

ZOO = listed(Path("/pictures"), cat=60, fox=60, owl=3)


def settings(**values: object):
    return make_experiment_settings({"categories": ("cat", "fox")} | values)


def test_every_cell_is_a_training_and_maps_are_computed_once() -> None:
    one = estimate_experiment(ZOO, settings(categories=("fox",), seeds=(0,)), (), (), "cpu")
    many = estimate_experiment(ZOO, settings(), (), (), "cpu")

    assert one is not None
    assert many is not None
    assert (len(one.trainings), len(many.trainings)) == (1, 6)
    assert many.trainings[0] == pytest.approx(one.trainings[0])
    assert sum(many.trainings) < many.total < 6 * one.total


def test_more_networks_take_longer() -> None:
    two = estimate_experiment(ZOO, settings(variants=("ordinary", "partscope")), (), (), "cpu")
    four = estimate_experiment(ZOO, settings(), (), (), "cpu")

    assert two is not None
    assert four is not None
    assert four.trainings[0] > 1.5 * two.trainings[0]


def test_finished_cells_take_no_time() -> None:
    cells = list(cells_of(ZOO, settings()))
    rest = estimate_experiment(ZOO, settings(), cells[:4], (), "cpu")

    assert rest is not None
    assert len(rest.trainings) == 2
    assert estimate_experiment(ZOO, settings(), cells, (), "cpu") is None


def test_it_is_told_in_words() -> None:
    one = estimate_experiment(ZOO, settings(categories=("fox",), seeds=(0,)), (), (), "cpu")
    many = estimate_experiment(ZOO, settings(), (), (), "cpu")

    assert one is not None
    assert many is not None
    assert "(1 training). A guess" in experiment_text(one)
    assert "(6 trainings of about " in experiment_text(many)


def test_a_training_that_would_be_refused_is_known() -> None:
    assert experiment_refusal(ZOO, settings()) == ""
    assert "3 of owl" in experiment_refusal(ZOO, settings(categories=("fox", "owl")))
