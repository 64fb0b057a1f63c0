"""Pictures fitted to a square input: the same pixels as by torchvision and timm, and where they lie."""

import numpy as np
import pytest
import timm
from PIL import Image
from torchvision.transforms import v2

from icnn_engine.core.fitting import INTERPOLATIONS, Fit
from icnn_engine.core.receptive_field import WHOLE, MapGeometry
from icnn_engine.data.reading.pictures import fitted

SHAPES = [(97, 61), (61, 97), (64, 64), (80, 64), (33, 200), (65, 64)]  # (width, height)


def noise(width, height):
    return Image.fromarray(np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("resize", [32, 37, 64])
@pytest.mark.parametrize("interpolation", INTERPOLATIONS)
def test_resizing_and_cropping_give_the_pixels_of_torchvision(shape, resize, interpolation):
    picture = noise(*shape)
    method = v2.InterpolationMode(interpolation)
    expected = v2.Compose([v2.Resize(resize, method), v2.CenterCrop(32)])(picture)
    found = Fit(32, resize, interpolation).applied(picture)

    assert np.array_equal(found, expected)
    assert shape in ((64, 64), (65, 64)) or not np.array_equal(found, Fit(32, 0, interpolation).applied(picture))


@pytest.mark.parametrize(("share", "mode"), [(1.0, "squash"), (0.8, "squash"), (0.8, "center")])
def test_the_ways_of_timm_give_its_pixels(share, mode):
    picture, size = noise(97, 61), 32
    transform = timm.data.create_transform((3, size, size), interpolation="bilinear", crop_pct=share, crop_mode=mode)
    expected = transform.transforms[1](transform.transforms[0](picture))
    squashed = mode == "squash"
    fit = Fit(size, 0 if squashed and share == 1 else int(size / share), "bilinear", not squashed)

    assert np.array_equal(fit.applied(picture), expected)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("fit", [Fit(32), Fit(32, 40), Fit(32, 32), Fit(32, 40, keeps=False)])
def test_the_region_is_what_is_shown_of_the_picture(shape, fit):
    width, height = shape
    across, down = np.meshgrid(np.arange(width), np.arange(height))
    ramps = [Image.fromarray(values.astype(np.float32)) for values in (across + 0.5, down + 0.5)]
    left, top, right, bottom = fit.region(width, height)
    middle = (np.arange(fit.size) + 0.5) / fit.size
    inside = slice(3, -3)  # at the edges of a picture its ramps are cut off
    columns, rows = (np.asarray(fit.applied(ramp)) for ramp in ramps)

    across = columns[0] - (left + (right - left) * middle) * width
    down = rows[:, 0] - (top + (bottom - top) * middle) * height

    assert abs(across[inside].mean()) < 0.05  # pixels of the picture
    assert abs(down[inside].mean()) < 0.05
    assert max(abs(across[inside]).max(), abs(down[inside]).max()) < 0.5


def test_a_squashed_picture_is_read_as_a_whole():
    assert Fit(32).region(100, 50) == WHOLE
    assert Fit(32, 32).region(50, 50) == WHOLE


def test_a_scaled_fit_reads_the_same_part():
    fit = Fit(224, 256, "bicubic")
    small, large = fit.region(640, 480), fit.scaled(448).region(640, 480)

    assert fit.scaled(448) == Fit(448, 512, "bicubic")
    assert np.allclose(small, large, atol=1e-2)


def test_fitted_pixels_can_be_asked_for_at_another_size():
    pixels = np.asarray(noise(97, 61))

    assert fitted(pixels, Fit(32, 40)).shape == (32, 32, 3)
    assert np.array_equal(fitted(pixels, Fit(32, 40), 64), fitted(pixels, Fit(64, 80)))


def test_a_strip_is_read_without_resizing_all_of_it():
    pixels = np.zeros((2, 60_000, 3), np.uint8)
    pixels[:, 29_999:30_001] = 255
    fit = Fit(224, 2300)
    found = np.asarray(fit.applied(Image.fromarray(pixels)))

    assert found.shape == (224, 224, 3)
    assert found[:, 112].min() > 200  # the two pixels in the middle are all that the crop shows


def test_a_place_in_the_picture_is_found_in_the_cell_that_shows_it():
    fit, geometry = Fit(64, 72), MapGeometry(64, 16, 4, 1.5, 4)
    pixels = np.zeros((200, 300, 3), np.uint8)
    pixels[100:110, 170:180] = 255  # its middle lies at (105, 175)
    shown = fitted(pixels, fit)[..., 0].astype(float)
    rows, columns = np.mgrid[:64, :64]
    at = (shown * rows).sum() / shown.sum(), (shown * columns).sum() / shown.sum()
    cell = geometry.within(fit.region(300, 200)).cell_of(175 / 300, 105 / 200)

    assert np.allclose(cell, geometry.cell_at(np.array(at)), atol=0.05)
