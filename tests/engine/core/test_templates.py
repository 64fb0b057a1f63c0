"""Masks and templates by hand, as the paper writes them."""

import numpy as np
import pytest

from icnn_engine.core import templates


def test_a_mask_is_one_at_its_peak_and_falls_by_beta_over_n_a_cell():
    mask = templates.masks(8)[3 * 8 + 4]

    assert mask[3, 4] == 1
    assert mask[3, 5] == pytest.approx(1 - 4 / 8)
    assert mask[4, 5] == pytest.approx(0)
    assert mask[0, 0] == -1


def test_every_cell_has_its_mask_the_last_one_too():
    masks = templates.masks(13)

    assert masks.shape == (169, 13, 13)
    assert (masks.reshape(169, -1).argmax(1) == np.arange(169)).all()
    assert masks[-1, -1, -1] == 1


def test_templates_are_masks_times_tau_and_the_last_is_negative_everywhere():
    table = templates.templates(6)

    np.testing.assert_allclose(table[:-1], 0.5 / 36 * templates.masks(6), rtol=1e-6)
    np.testing.assert_allclose(table[-1], -0.5 / 36)


def test_all_priors_are_equal_and_add_up_to_one():
    priors = templates.priors(13)

    np.testing.assert_allclose(priors, 1 / 170)
    assert priors.sum() == pytest.approx(1)
