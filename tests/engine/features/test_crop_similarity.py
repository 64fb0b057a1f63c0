"""Visual consistency on drawn pictures: filters that find a pattern, and filters that find nothing in particular."""

import numpy as np
import pytest
from PIL import Image

from icnn_engine.core.errors import PictureError
from icnn_engine.core.events import drain
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.features.crop_similarity import visual_consistency

GEOMETRY = MapGeometry(224, 13, 16, 15.0, 239)


@pytest.fixture(scope="module")
def checkered(tmp_path_factory):
    """Paths of noise of another colour each, with a board of red and white at a known cell: (paths, cells)."""
    folder, random, paths, cells = tmp_path_factory.mktemp("boards"), np.random.default_rng(0), [], []
    board = np.kron(np.indices((8, 8)).sum(0) % 2, np.ones((6, 6)))[..., None] * [255, 20, 20]
    for number in range(12):
        coarse = random.integers(0, 255, (14, 14, 3)) * random.random(3)
        pixels = np.kron(coarse, np.ones((16, 16, 1)))
        row, column = random.integers(1, 12, 2)
        top, left = 15 + 16 * row - 24, 15 + 16 * column - 24
        pixels[top : top + 48, left : left + 48] = board
        path = folder / f"{number}.png"
        Image.fromarray(pixels.astype(np.uint8)).save(path)
        paths.append(path)
        cells.append((row, column))
    return paths, np.array(cells)


def test_a_filter_that_finds_the_board_is_consistent_and_one_that_finds_anything_is_not(checkered):
    paths, cells = checkered
    anywhere = np.random.default_rng(1).integers(0, 13, cells.shape)
    found = drain(
        visual_consistency(paths, np.stack([cells, anywhere], 1), np.ones((12, 2)), np.array([48.0, 48.0]), GEOMETRY)
    )

    assert found.filters[0] > 0.9
    assert found.gains()[0] > 0.1
    assert abs(found.gains()[1]) < 0.08
    assert found.random[0] == found.random[1]


def test_a_filter_in_the_middle_gains_what_the_middle_gains(checkered):
    paths, _ = checkered
    middle = np.full((12, 1, 2), 6)
    found = drain(visual_consistency(paths, middle, np.ones((12, 1)), np.array([224.0]), GEOMETRY))

    np.testing.assert_allclose(found.filters, found.centre)
    np.testing.assert_allclose(found.gains(), 0, atol=1e-6)  # a crop of the whole picture is the same everywhere


def test_only_pictures_on_which_a_filter_fires_are_compared(checkered):
    paths, cells = checkered
    strengths = np.zeros((12, 2))
    strengths[:2, 0], strengths[0, 1] = 1, 1
    found = drain(visual_consistency(paths, np.repeat(cells[:, None], 2, 1), strengths, np.full(2, 48.0), GEOMETRY))

    assert found.filters[0] > 0.9
    assert np.isnan(found.gains()[1])


def test_a_picture_that_is_gone_is_an_error_in_words(tmp_path):
    with pytest.raises(PictureError):
        drain(visual_consistency([tmp_path / "x.png"], np.zeros((1, 1, 2), int), np.ones((1, 1)), np.ones(1), GEOMETRY))
