"""Looking at a finished run: pictures, stages, best pictures, crops and the order of filters."""

import math
import shutil
from dataclasses import replace

import numpy as np
import pytest

from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.files import atomic_path
from icnn_engine.core.templates import masks
from icnn_engine.inspection import look as inspection
from icnn_engine.runs.run_folder import Run, RunFilter
from tests.fake_run import COLOURS, true_parts

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


def a_filter(index: int, group: int, equivariance: float, strength: float = 1.0, dead: bool = False) -> RunFilter:
    return RunFilter(INTERPRETABLE, index, 0, strength, equivariance, 64.0, group, dead, 0.9, 4.0)


def test_a_look_holds_the_original_pixels_and_the_stored_maps(fake_run: Run) -> None:
    look = inspection.look_at(fake_run, 1)

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
        inspection.look_at(own_run, 0)


def test_the_stages_mask_the_map_with_the_template_of_its_peak(fake_run: Run) -> None:
    look = inspection.look_at(fake_run, 0)

    found = inspection.stages(fake_run, look, 0)
    row, column = found.peak

    assert look.maps[0][row, column] == look.maps[0].max()
    np.testing.assert_array_equal(found.template, masks(13)[13 * row + column])
    assert found.masked_map[row, column] == look.maps[0].max()
    assert found.masked_map.min() == 0.0
    far = np.abs(np.arange(13)[:, None] - row) + np.abs(np.arange(13) - column) >= 13 / 4
    assert not found.masked_map[far].any()


def test_the_box_of_the_stages_holds_the_part_of_the_drawn_creature(fake_run: Run) -> None:
    x, y = true_parts(fake_run)[fake_run.pictures[0].name]["head"]

    found = inspection.stages(fake_run, inspection.look_at(fake_run, 0), 0)
    left, top, right, bottom = found.box

    assert left < x < right
    assert top < y < bottom
    assert right - left == pytest.approx(65.0 * fake_run.pictures[0].width / 224)
    assert found.theoretical_box[2] - found.theoretical_box[0] == pytest.approx(239 * 192 / 224)


def test_the_twins_stages_come_from_the_twins_maps(fake_run: Run) -> None:
    look = inspection.look_at(fake_run, 0)

    found = inspection.stages(fake_run, look, 1, TWIN)

    np.testing.assert_array_equal(found.feature_map, look.twin_maps[1])


def test_best_pictures_are_held_out_pictures_of_the_category_strongest_first(fake_run: Run) -> None:
    best = inspection.best_pictures(fake_run, INTERPRETABLE, 0, count=5)
    pictures = [fake_run.pictures[b.picture] for b in best]
    maps = np.asarray(fake_run.maps())

    assert all(p.positive and p.side in ("test", "choose") for p in pictures)
    assert [b.strength for b in best] == sorted((b.strength for b in best), reverse=True)
    assert all(maps[b.picture, 0][b.cell] == maps[b.picture, 0].max() == b.strength for b in best)
    assert len(best) == 5


def test_best_pictures_can_be_taken_from_one_side_or_from_all(fake_run: Run) -> None:
    test = inspection.best_pictures(fake_run, INTERPRETABLE, 0, count=99, side="test")
    every = inspection.best_pictures(fake_run, INTERPRETABLE, 0, count=99, side=None)

    assert {fake_run.pictures[b.picture].side for b in test} == {"test"}
    assert len(every) == sum(p.positive for p in fake_run.pictures)


def test_without_held_out_pictures_all_are_used(fake_run: Run) -> None:
    trained = replace(fake_run, pictures=tuple(replace(p, side="train") for p in fake_run.pictures))

    assert len(inspection.best_pictures(trained, INTERPRETABLE, 0)) == 9
    assert inspection.best_pictures(trained, INTERPRETABLE, 0, side="test") == ()


def test_a_dead_filter_has_no_best_picture_and_no_crop(fake_run: Run) -> None:
    dead = next(f.index for f in fake_run.filters if f.dead)

    assert inspection.best_pictures(fake_run, INTERPRETABLE, dead) == ()
    assert inspection.part_crops(fake_run, INTERPRETABLE, dead) == ()


@pytest.mark.parametrize(("filter", "part"), [(0, "head"), (6, "tail"), (10, "body")])
def test_the_middle_of_each_crop_shows_the_part_of_the_filter(fake_run: Run, filter: int, part: str) -> None:
    crops = inspection.part_crops(fake_run, INTERPRETABLE, filter, count=8, side_px=48)
    truth = np.array(COLOURS[part])
    nearest = [np.abs(c.pixels[12:36, 12:36] - truth).sum(2).min() for c in crops]

    assert len(crops) == 8
    assert all(c.pixels.shape == (48, 48, 3) for c in crops)
    assert max(nearest) < 40


def test_peaks_are_found_in_blocks_as_in_one_piece(fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "BLOCK", 7)
    inspection._peaks.cache_clear()

    cells, strengths = inspection.peaks_of(fake_run, TWIN)
    maps = np.asarray(fake_run.maps(TWIN))

    np.testing.assert_array_equal(strengths, maps.max((2, 3)))
    assert maps[3, 2][tuple(cells[3, 2])] == strengths[3, 2]


def test_another_run_of_the_same_name_has_its_own_maps_and_peaks(own_run: Run) -> None:
    before, peaks = np.array(own_run.maps(TWIN)), inspection.peaks_of(own_run, TWIN)[1]
    path = own_run.path / "maps" / "twin.npy"
    with atomic_path(path) as part, part.open("wb") as stream:
        np.save(stream, before[::-1])
    later = replace(own_run, info={**own_run.info, "made": "2031-01-01T00:00:00"})

    np.testing.assert_array_equal(later.maps(TWIN), before[::-1])
    np.testing.assert_array_equal(inspection.peaks_of(later, TWIN)[1], peaks[::-1])


def test_the_wall_shows_groups_first_then_the_unsteady_then_the_dead(fake_run: Run) -> None:
    order = inspection.wall_order(fake_run.filters)

    assert sorted(order) == list(range(16))
    assert order[:6] == (0, 1, 2, 3, 4, 5)
    assert order[-1] == 15
    assert inspection.representatives(fake_run.filters, 2) == (0, 6)
    assert inspection.groups_of(fake_run.filters) == fake_run.groups()


def test_within_a_group_the_most_equivariant_filter_leads_and_unknown_ones_come_last() -> None:
    filters = (a_filter(0, 0, 0.8), a_filter(1, 0, 0.9), a_filter(2, -1, math.nan), a_filter(3, -1, 0.1))

    assert inspection.wall_order(filters) == (1, 0, 3, 2)


def test_the_gain_is_equivariance_above_untrained_filters(fake_run: Run) -> None:
    unknown = replace(fake_run, table={})

    assert inspection.gain(fake_run, fake_run.filters[0]) == pytest.approx(0.95 - 0.57)
    assert math.isnan(inspection.gain(unknown, fake_run.filters[0]))


def test_the_strongest_maps_of_cam_and_the_rest_sum_up_to_its_heatmap() -> None:
    random = np.random.default_rng(0)
    maps, weights = random.random((8, 5, 5), np.float32), random.normal(size=8).astype(np.float32)
    found = inspection.cam_stages(maps, weights, 3)
    strongest = np.argsort(-np.abs(weights * maps.mean((1, 2))))[:3]

    assert found.filters == tuple(strongest)
    np.testing.assert_allclose((found.maps * found.weights[:, None, None]).sum(0) + found.rest, found.cam, atol=1e-6)
    np.testing.assert_allclose(found.cam, np.einsum("fij,f->ij", maps, weights), atol=1e-5)


def test_every_part_that_fires_has_a_spot_at_its_strongest_filter_s_peak(fake_run: Run) -> None:
    look = inspection.look_at(fake_run, 0)
    spots = inspection.part_spots(fake_run, look)
    head = next(spot for spot in spots if spot.group == fake_run.filters[spot.filter].group)
    height, width = look.pixels.shape[:2]
    true = true_parts(fake_run)[look.title].values()
    apart = min(np.hypot(head.x * width - x, head.y * height - y) for x, y in true)

    assert len({spot.group for spot in spots}) == len(spots) > 1
    assert [spot.strength for spot in spots] == sorted((spot.strength for spot in spots), reverse=True)
    assert apart < width / 8


def test_a_part_that_does_not_fire_has_no_spot(fake_run: Run) -> None:
    look = inspection.look_at(fake_run, 0)
    silent = replace(look, maps=np.zeros_like(look.maps))

    assert inspection.part_spots(fake_run, silent) == ()
