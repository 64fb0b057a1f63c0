from __future__ import annotations

from dataclasses import replace

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.figures.bulk import _readme
from icnn_engine.figures.common import about, measured, part_map
from icnn_engine.figures.tables import lines_of
from icnn_engine.runs.run_folder import Run
from tests.own_network import as_own


def test_captions_say_that_nothing_was_trained_and_name_no_twin(fake_run: Run) -> None:
    run = as_own(fake_run)

    assert "nothing was trained" in about(run)
    assert "resnet18, layer layer3" in about(run)
    assert "twin" not in measured(run)
    assert "random weights" in measured(run)


def test_the_columns_of_the_table_are_ones_own_network_and_random_weights(fake_run: Run) -> None:
    assert lines_of(as_own(fake_run))[0][1:4] == ["your network", "random weights", "Grad-CAM"]
    assert lines_of(fake_run)[0][1:4] == ["interpretable", "twin", "CAM"]


def test_maps_of_ones_own_network_are_shown_without_a_mask(fake_run: Run) -> None:
    values = np.arange(169, dtype=np.float32).reshape(13, 13)
    own = NetworkName.INTERPRETABLE

    np.testing.assert_array_equal(part_map(as_own(fake_run), values, own, 0), values)
    assert (part_map(fake_run, values, own, 0) != values).any()


def test_the_readme_of_exported_maps_says_which_part_of_a_picture_they_cover(fake_run: Run) -> None:
    run, own = as_own(fake_run), NetworkName.INTERPRETABLE
    cropped = replace(run, info={**run.info, "preprocessing": {"fit": {"size": 224, "resize": 256}}})

    assert "middle 224 x 224 pixels" in _readme(cropped, own)
    assert "resnet18, layer layer3 (Your network)" in _readme(cropped, own)
    assert "the whole picture" in _readme(fake_run, own)
