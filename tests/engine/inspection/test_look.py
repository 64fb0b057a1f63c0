"""One picture as the networks of a run see it."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.look import look_at, part_spots
from icnn_engine.runs.run_folder import Run
from tests.fake_run import true_parts

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


def test_a_look_holds_the_original_pixels_and_the_stored_maps(fake_run: Run) -> None:
    look = look_at(fake_run, 1)

    assert look.title == fake_run.pictures[1].name
    assert look.pixels.shape == (fake_run.pictures[1].height, fake_run.pictures[1].width, 3)
    assert look.maps.dtype == np.float32
    np.testing.assert_array_equal(look.maps, np.asarray(fake_run.maps(INTERPRETABLE)[1], np.float32))
    np.testing.assert_array_equal(look.twin_maps, np.asarray(fake_run.maps(TWIN)[1], np.float32))
    np.testing.assert_array_equal(look.cam, np.asarray(fake_run.maps(CAM)[1], np.float32))
    assert (look.answer, look.picture) == (fake_run.pictures[1].answer, 1)


def test_a_picture_that_is_gone_is_told_in_words(own_run: Run) -> None:
    shutil.rmtree(own_run.images)

    with pytest.raises(RunError, match=r"no longer in .*Put the folder back"):
        look_at(own_run, 0)


def test_every_part_that_fires_has_a_spot_at_its_strongest_filter_s_peak(fake_run: Run) -> None:
    look = look_at(fake_run, 0)
    spots = part_spots(fake_run, look)
    head = next(spot for spot in spots if spot.group == fake_run.filters[spot.filter].group)
    height, width = look.pixels.shape[:2]
    true = true_parts(fake_run)[look.title].values()
    apart = min(np.hypot(head.x * width - x, head.y * height - y) for x, y in true)

    assert len({spot.group for spot in spots}) == len(spots) > 1
    assert [spot.strength for spot in spots] == sorted((spot.strength for spot in spots), reverse=True)
    assert apart < width / 8


def test_a_part_that_does_not_fire_has_no_spot(fake_run: Run) -> None:
    look = look_at(fake_run, 0)
    silent = replace(look, maps=np.zeros_like(look.maps))

    assert part_spots(fake_run, silent) == ()
