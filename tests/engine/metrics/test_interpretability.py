"""Part interpretability on parts whose place is known, and against loops."""

import numpy as np
import pytest

from icnn_engine import metrics
from icnn_engine.core.receptive_field import MapGeometry

GEOMETRY = MapGeometry(224, 13, 16, 15.0, 239)


def disc(cell, diameter):
    y, x = np.mgrid[:224, :224]
    row, column = GEOMETRY.centre(np.array(cell))
    return (y - row) ** 2 + (x - column) ** 2 <= (diameter / 2) ** 2


def test_the_threshold_is_what_half_a_percent_of_all_cells_exceed():
    maps = np.random.default_rng(0).random((100, 2, 10, 10))
    above = maps > metrics.thresholds(maps)[:, None, None]

    assert above.sum((0, 2, 3)).tolist() == [50, 50]


def test_a_filter_on_its_part_fits_it_and_one_elsewhere_or_dead_does_not():
    random = np.random.default_rng(0)
    cells = random.integers(2, 11, (300, 2))
    maps = np.zeros((300, 3, 13, 13))
    strengths = 1 + random.random(300)
    maps[np.arange(300), 0, cells[:, 0], cells[:, 1]] = strengths
    maps[np.arange(300), 1, 12 - cells[:, 0], (cells[:, 1] + 6) % 13] = strengths
    regions = np.stack([disc(cell, 64) for cell in cells])[:, None]
    annotated = np.ones((300, 1), bool)
    found = metrics.part_interpretability(maps, regions, annotated, GEOMETRY, np.full(3, 64.0))

    assert found.per_filter()[0] > 0.8  # .845 of the pictures lie above the threshold
    assert found.per_filter()[1] < 0.1
    assert found.per_filter()[2] == 0


def test_fits_are_those_of_unions_of_discs_counted_pixel_by_pixel():
    random = np.random.default_rng(3)
    maps = random.random((40, 3, 13, 13)).astype(np.float32)
    for picture, f in np.ndindex(40, 3):  # strong cells in clusters, so that regions are unions
        row, column = random.integers(0, 11, 2)
        maps[picture, f, row : row + 2, column : column + 2] += random.random() * 2
    regions = np.zeros((40, 2, 224, 224), bool)
    for picture, k in np.ndindex(40, 2):
        top, left = random.integers(0, 130, 2)
        regions[picture, k, top : top + 90, left : left + 80] = True
    annotated = random.random((40, 2)) < 0.7
    diameters = np.array([60.0, 90.0, 130.0])
    found = metrics.part_interpretability(maps, regions, annotated, GEOMETRY, diameters)

    limits = np.sort(maps.transpose(1, 0, 2, 3).reshape(3, -1), axis=1)[:, -1 - int(0.005 * 40 * 169)]
    for f, k in np.ndindex(3, 2):
        fits = []
        for picture in np.flatnonzero(annotated[:, k]):
            region = np.zeros((224, 224), bool)
            for cell in np.argwhere(maps[picture, f] > limits[f]):
                region |= disc(cell, diameters[f])
            part = regions[picture, k]
            fits.append((region & part).sum() > 0.2 * (region | part).sum())

        assert found.fitted[f, k] == pytest.approx(np.mean(fits), abs=1.5 / len(fits))  # points lie 4 pixels apart
    assert 0.05 < found.mean() < 0.95


def test_parts_that_nobody_annotated_are_not_measured():
    maps, regions = np.ones((4, 2, 13, 13)), np.ones((4, 1, 224, 224), bool)
    found = metrics.part_interpretability(maps, regions, np.zeros((4, 1), bool), GEOMETRY, np.full(2, 64.0))

    assert np.isnan(found.per_filter()).all()
    assert np.isnan(found.mean())
