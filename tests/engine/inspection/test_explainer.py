"""Answers, effects and switched filters of a trained run."""

import numpy as np
import pytest
import torch

from icnn_engine.core.config import make_settings
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.data import read_picture
from icnn_engine.experiment.training_run import run_training
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.look import look_at
from tests.engine.conftest import TINY


def test_a_picture_of_the_run_is_explained_as_it_was_measured(trained_run):
    index = next(i for i, p in enumerate(trained_run.pictures) if p.positive)
    look = Explainer(trained_run).explain(read_picture(trained_run.picture_path(index)), "again")

    assert look.answer == pytest.approx(trained_run.pictures[index].answer, abs=2e-3)
    np.testing.assert_allclose(look.maps, trained_run.maps()[index], atol=2e-2, rtol=2e-2)
    np.testing.assert_allclose(look.twin_maps, trained_run.maps(NetworkName.TWIN)[index], atol=2e-2, rtol=2e-2)


def test_the_stages_of_cam_sum_up_to_the_heatmap_it_shows(trained_run):
    explainer = Explainer(trained_run)
    look = explainer.explain(read_picture(trained_run.picture_path(0)), "one")
    found = explainer.cam_stages(look)
    summed = (found.maps * found.weights[:, None, None]).sum(0) + found.rest

    np.testing.assert_allclose(summed, look.cam, rtol=1e-4, atol=1e-5)


def test_masks_change_nothing_where_the_answer_is_weighed(trained_run):
    explainer, pictures = Explainer(trained_run), np.arange(8)
    whole, none = explainer.switched(pictures), explainer.switched(pictures, range(6))

    silent = explainer.network.classify(torch.zeros_like(explainer.network.mask(torch.zeros(1, 6, 13, 13))))

    np.testing.assert_allclose(whole, trained_run.answers()[:8], atol=2e-3)
    np.testing.assert_allclose(none, np.full((8, 1), silent.sigmoid().item()), atol=1e-6)
    assert explainer.network.is_weighed
    np.testing.assert_array_equal(explainer.switched(pictures, masks=False), whole)


def test_masks_can_be_taken_off_where_the_answer_passes_through_them(drawn_sample, tmp_path):
    run = drain(run_training(drawn_sample, make_settings(TINY | {"answer": "votes", "epochs": 1}), tmp_path))
    explainer, pictures = Explainer(run), np.arange(8)

    assert not np.allclose(explainer.switched(pictures, masks=False), explainer.switched(pictures))


def test_the_features_of_the_trunk_are_those_that_the_run_keeps(trained_run):
    explainer = Explainer(trained_run)
    look = explainer.explain(read_picture(trained_run.picture_path(0)), "0")

    assert look.trunk == pytest.approx(np.asarray(trained_run.trunk_features()[0], np.float32), abs=0.02)
    assert look_at(trained_run, 0).trunk == pytest.approx(look.trunk, abs=0.02)
