"""Stages of a filter in a picture, and the terms of CAM's heatmap."""

import numpy as np
import pytest

from icnn_engine.core.events import NetworkName
from icnn_engine.core.templates import masks
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.stages import cam_stages, stages
from icnn_engine.runs.run_folder import Run
from tests.fake_run import true_parts

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


def test_the_stages_mask_the_map_with_the_template_of_its_peak(fake_run: Run) -> None:
    look = look_at(fake_run, 0)

    found = stages(fake_run, look, 0)
    row, column = found.peak

    assert look.maps[0][row, column] == look.maps[0].max()
    np.testing.assert_array_equal(found.template, masks(13)[13 * row + column])
    assert found.masked_map[row, column] == look.maps[0].max()
    assert found.masked_map.min() == 0.0
    far = np.abs(np.arange(13)[:, None] - row) + np.abs(np.arange(13) - column) >= 13 / 4
    assert not found.masked_map[far].any()


def test_the_box_of_the_stages_holds_the_part_of_the_drawn_creature(fake_run: Run) -> None:
    x, y = true_parts(fake_run)[fake_run.pictures[0].name]["head"]

    found = stages(fake_run, look_at(fake_run, 0), 0)
    left, top, right, bottom = found.box

    assert left < x < right
    assert top < y < bottom
    assert right - left == pytest.approx(65.0 * fake_run.pictures[0].width / 224)
    assert found.theoretical_box[2] - found.theoretical_box[0] == pytest.approx(239 * 192 / 224)


def test_the_twins_stages_come_from_the_twins_maps(fake_run: Run) -> None:
    look = look_at(fake_run, 0)

    found = stages(fake_run, look, 1, TWIN)

    np.testing.assert_array_equal(found.feature_map, look.twin_maps[1])


def test_the_strongest_maps_of_cam_and_the_rest_sum_up_to_its_heatmap() -> None:
    random = np.random.default_rng(0)
    maps, weights = random.random((8, 5, 5), np.float32), random.normal(size=8).astype(np.float32)
    found = cam_stages(maps, weights, 3)
    strongest = np.argsort(-np.abs(weights * maps.mean((1, 2))))[:3]

    assert found.filters == tuple(strongest)
    np.testing.assert_allclose((found.maps * found.weights[:, None, None]).sum(0) + found.rest, found.cam, atol=1e-6)
    np.testing.assert_allclose(found.cam, np.einsum("fij,f->ij", maps, weights), atol=1e-5)
