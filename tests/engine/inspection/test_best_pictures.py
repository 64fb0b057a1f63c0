"""Best pictures of a filter, its peaks and crops."""

from dataclasses import replace

import numpy as np
import pytest

from icnn_engine.core.atomic_files import atomic_path
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection import best_pictures as best_pictures_module
from icnn_engine.inspection.best_pictures import best_pictures, part_crops, peaks_of
from icnn_engine.runs.run_folder import Run
from tests.fake_run import COLOURS

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


def test_best_pictures_are_held_out_pictures_of_the_category_strongest_first(fake_run: Run) -> None:
    best = best_pictures(fake_run, INTERPRETABLE, 0, count=5)
    pictures = [fake_run.pictures[b.picture] for b in best]
    maps = np.asarray(fake_run.maps())

    assert all(p.positive and p.side in ("test", "choose") for p in pictures)
    assert [b.strength for b in best] == sorted((b.strength for b in best), reverse=True)
    assert all(maps[b.picture, 0][b.cell] == maps[b.picture, 0].max() == b.strength for b in best)
    assert len(best) == 5


def test_best_pictures_can_be_taken_from_one_side_or_from_all(fake_run: Run) -> None:
    test = best_pictures(fake_run, INTERPRETABLE, 0, count=99, side="test")
    every = best_pictures(fake_run, INTERPRETABLE, 0, count=99, side=None)

    assert {fake_run.pictures[b.picture].side for b in test} == {"test"}
    assert len(every) == sum(p.positive for p in fake_run.pictures)


def test_without_held_out_pictures_all_are_used(fake_run: Run) -> None:
    trained = replace(fake_run, pictures=tuple(replace(p, side="train") for p in fake_run.pictures))

    assert len(best_pictures(trained, INTERPRETABLE, 0)) == 9
    assert best_pictures(trained, INTERPRETABLE, 0, side="test") == ()


def test_a_dead_filter_has_no_best_picture_and_no_crop(fake_run: Run) -> None:
    dead = next(f.index for f in fake_run.filters if f.dead)

    assert best_pictures(fake_run, INTERPRETABLE, dead) == ()
    assert part_crops(fake_run, INTERPRETABLE, dead) == ()


@pytest.mark.parametrize(("filter", "part"), [(0, "head"), (6, "tail"), (10, "body")])
def test_the_middle_of_each_crop_shows_the_part_of_the_filter(fake_run: Run, filter: int, part: str) -> None:
    crops = part_crops(fake_run, INTERPRETABLE, filter, count=8, side_px=48)
    truth = np.array(COLOURS[part])
    nearest = [np.abs(c.pixels[12:36, 12:36] - truth).sum(2).min() for c in crops]

    assert len(crops) == 8
    assert all(c.pixels.shape == (48, 48, 3) for c in crops)
    assert max(nearest) < 40


def test_peaks_are_found_in_blocks_as_in_one_piece(fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(best_pictures_module, "BLOCK", 7)
    best_pictures_module._peaks.cache_clear()

    cells, strengths = peaks_of(fake_run, TWIN)
    maps = np.asarray(fake_run.maps(TWIN))

    np.testing.assert_array_equal(strengths, maps.max((2, 3)))
    assert maps[3, 2][tuple(cells[3, 2])] == strengths[3, 2]


def test_another_run_of_the_same_name_has_its_own_maps_and_peaks(own_run: Run) -> None:
    before, peaks = np.array(own_run.maps(TWIN)), peaks_of(own_run, TWIN)[1]
    path = own_run.path / "maps" / "twin.npy"
    with atomic_path(path) as part, part.open("wb") as stream:
        np.save(stream, before[::-1])
    later = replace(own_run, info={**own_run.info, "made": "2031-01-01T00:00:00"})

    np.testing.assert_array_equal(later.maps(TWIN), before[::-1])
    np.testing.assert_array_equal(peaks_of(later, TWIN)[1], peaks[::-1])
