"""Regions of planted objects: cells of known kinds, so that the true rectangle is known."""

from __future__ import annotations

import numpy as np
import pytest

from icnn_engine.metrics.object_regions import ObjectScore, Region, best_region, fit_object_score

CELLS, CHANNELS = 12, 8
SCENE, THING, SNOW = 0, 1, 2  # the channel in which each kind of cell is strong


def planted(rng: np.random.Generator, count: int, shows: bool, snow: bool) -> tuple[np.ndarray, list]:
    """Return maps (count, C, n, n) and the rectangle of the object in each."""
    maps = rng.uniform(0, 0.3, (count, CHANNELS, CELLS, CELLS)).astype(np.float32)
    rectangles = []
    for own in maps:
        surroundings = SNOW if snow else SCENE
        height, width = rng.integers(3, 7, 2)
        top, left = rng.integers(1, CELLS - height), rng.integers(1, CELLS - width)
        own[surroundings] += 1
        if shows:
            own[surroundings, top : top + height, left : left + width] -= 1
            own[THING, top : top + height, left : left + width] += 1
        rectangles.append((top, left, top + height, left + width))
    return maps, rectangles


def fitted(shown: np.ndarray, others: np.ndarray) -> ObjectScore:
    """Return the score after all fits, each of which must have been reported."""
    fit, shares = fit_object_score(shown, others), []
    while True:
        try:
            shares.append(next(fit))
        except StopIteration as ended:
            assert shares == sorted(set(shares))
            assert shares[-1] == 1
            return ended.value


def overlap(one: tuple, other: tuple) -> float:
    """Return intersection over union of two rectangles."""
    top, left = max(one[0], other[0]), max(one[1], other[1])
    bottom, right = min(one[2], other[2]), min(one[3], other[3])
    shared = max(bottom - top, 0) * max(right - left, 0)
    areas = [(r[2] - r[0]) * (r[3] - r[1]) for r in (one, other)]
    return shared / (sum(areas) - shared)


def test_the_region_is_the_bright_rectangle_however_bright_its_surroundings_are() -> None:
    scores = np.zeros((10, 10))
    scores[2:5, 4:9] = 1

    assert best_region(scores).rectangle == best_region(scores + 7).rectangle == (2, 4, 5, 9)
    assert best_region(scores).score == pytest.approx(1)


@pytest.mark.parametrize("snow", [False, True])
def test_objects_are_found_and_what_always_surrounds_them_is_not(snow: bool) -> None:
    rng = np.random.default_rng(0)
    shown, _ = planted(rng, 40, shows=True, snow=snow)
    others, _ = planted(rng, 40, shows=False, snow=False)
    score = fitted(shown, others)
    unseen, rectangles = planted(rng, 30, shows=True, snow=snow)
    regions = [best_region(one) for one in score.of(unseen)]

    assert np.mean([overlap(r.rectangle, true) >= 0.5 for r, true in zip(regions, rectangles, strict=True)]) > 0.9
    assert np.mean([region.score >= score.threshold for region in regions]) > 0.9


def test_pictures_without_the_category_rarely_count_as_showing_it() -> None:
    rng = np.random.default_rng(1)
    score = fitted(planted(rng, 40, True, False)[0], planted(rng, 40, False, False)[0])
    regions = [best_region(one) for one in score.of(planted(rng, 40, False, False)[0])]

    assert np.mean([region.score >= score.threshold for region in regions]) < 0.2


def test_objects_are_found_without_other_pictures() -> None:
    rng = np.random.default_rng(2)
    shown, rectangles = planted(rng, 40, shows=True, snow=False)
    score = fitted(shown, shown[:0])
    regions = [best_region(one) for one in score.of(shown)]

    assert np.mean([overlap(r.rectangle, true) >= 0.5 for r, true in zip(regions, rectangles, strict=True)]) > 0.9
    assert score.threshold == -np.inf


def test_the_box_of_a_region_has_a_margin_and_ends_at_the_edges_of_the_picture() -> None:
    assert Region((0, 5, 10, 10), 20, 1.0).box(200, 100) == (48, 0, 102, 52)
