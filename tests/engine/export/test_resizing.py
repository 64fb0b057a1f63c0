"""Plain bilinear resizing."""

import numpy as np

from icnn_engine.data import to_square
from icnn_engine.export.resizing import bilinear


def noise(*shape: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, shape, np.uint8)


def test_enlarging_is_what_the_run_does_too() -> None:
    small = noise(60, 90, 3)

    apart = np.abs(bilinear(small, 128).astype(int) - to_square(small, 128))
    assert apart.max() <= 1


def test_shrinking_without_antialiasing_keeps_the_noise_that_the_run_smooths() -> None:
    large = noise(640, 480, 3)

    assert bilinear(large, 64).std() > 3 * to_square(large, 64).std()


def test_shrinking_by_two_takes_the_mean_of_four_pixels() -> None:
    pixels = noise(8, 8, 3)
    means = pixels.reshape(4, 2, 4, 2, 3).mean((1, 3))

    np.testing.assert_allclose(bilinear(pixels, 4), means, atol=0.5)
