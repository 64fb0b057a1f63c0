"""Heatmaps lie where the geometry says; colours, overlays and crops by hand-computed cases."""

import time

import matplotlib
import numpy as np
import pytest

from icnn_engine.core import heatmaps
from icnn_engine.core.receptive_field import MapGeometry

# Cell l is centred on pixel 4 l + 3 of a 12 x 12 input: cells lie at 3, 7 and 11.
SMALL = MapGeometry(input_size=12, cells=3, stride=4, start=3.0, field=9)


def one_cell(row: int, column: int, n: int = 3) -> np.ndarray:
    feature_map = np.zeros((n, n), np.float32)
    feature_map[row, column] = 2.0
    return feature_map


def test_a_cell_keeps_its_value_at_the_pixel_it_is_centred_on() -> None:
    feature_map = np.arange(9, dtype=np.float32).reshape(3, 3)

    heat = heatmaps.heatmap(feature_map, SMALL, 12, 12)

    assert heat.shape == (12, 12)
    assert heat.dtype == np.float32
    np.testing.assert_allclose(heat[3::4, 3::4], feature_map / 8, atol=1e-6)


def test_values_beyond_the_outer_cells_are_held() -> None:
    heat = heatmaps.heatmap(one_cell(0, 0), SMALL, 12, 12)

    np.testing.assert_allclose(heat[:4, :4], 1.0)
    assert heat[7, 7] == pytest.approx(0, abs=1e-6)


def test_half_way_between_two_cells_a_smooth_heatmap_follows_the_cubic() -> None:
    heat = heatmaps.heatmap(one_cell(1, 1), SMALL, 12, 12)

    assert heat[7, 5] == pytest.approx(0.5 * 1.125)  # 9/16 of the one neighbour, -1/16 of the other side's zero
    assert heat[7, 9] == pytest.approx(0.5 * 1.125)


def test_without_smoothing_a_pixel_takes_the_nearest_cell() -> None:
    heat = heatmaps.heatmap(one_cell(1, 1), SMALL, 12, 12, smooth=False)

    assert set(np.unique(heat)) == {0.0, 1.0}
    assert np.flatnonzero(heat[7]).tolist() == [5, 6, 7, 8]


def test_a_heatmap_is_scaled_from_the_input_to_the_original() -> None:
    heat = heatmaps.heatmap(one_cell(1, 2), SMALL, height=24, width=120, smooth=False)

    # Cell 2 begins half-way between the middles 7.5 and 11.5 of pixels 7 and 11, ten original pixels to one of the
    # input; cell 1 lies between 5.5 and 9.5, two to one.
    assert np.flatnonzero(heat[14]).tolist() == list(range(95, 120))
    assert np.flatnonzero(heat[:, 119]).tolist() == list(range(11, 19))


def test_the_peak_of_a_heatmap_lies_where_the_box_of_its_cell_is_centred() -> None:
    geometry = MapGeometry(input_size=224, cells=13, stride=16, start=15.0, field=239)
    left, top, right, bottom = geometry.box((4, 9), 64, width=640, height=480)

    heat = heatmaps.heatmap(one_cell(4, 9, 13), geometry, 480, 640)
    row, column = np.unravel_index(heat.argmax(), heat.shape)

    assert abs(column + 0.5 - (left + right) / 2) <= 1
    assert abs(row + 0.5 - (top + bottom) / 2) <= 1


def test_a_map_without_a_positive_value_gives_zeros() -> None:
    assert not heatmaps.heatmap(np.zeros((3, 3)), SMALL, 5, 7).any()
    assert not heatmaps.heatmap(np.full((3, 3), -2.0), SMALL, 5, 7).any()


def test_top_is_the_value_that_becomes_one_and_higher_ones_are_cut() -> None:
    half = heatmaps.heatmap(one_cell(1, 1), SMALL, 12, 12, top=4.0)
    cut = heatmaps.heatmap(one_cell(1, 1), SMALL, 12, 12, top=1.0)

    assert half[7, 7] == pytest.approx(0.5)
    assert cut.max() == 1.0


def test_stored_half_precision_maps_and_one_pixel_originals_work() -> None:
    stored = one_cell(1, 1).astype(np.float16)

    assert heatmaps.heatmap(stored, SMALL, 1, 1).shape == (1, 1)


def test_the_colours_run_from_dark_to_bright_without_a_step_back() -> None:
    bright = heatmaps.colour(np.linspace(0, 1, 256, dtype=np.float32)[None])[0] @ np.array([0.2126, 0.7152, 0.0722])

    assert heatmaps.colour(np.zeros((2, 2)))[0, 0].tolist() == [0, 0, 4]
    assert heatmaps.colour(np.ones((2, 2)))[0, 0].tolist() == [252, 255, 164]
    assert np.diff(bright).min() > -0.5  # less than one step of 255


@pytest.mark.parametrize("palette", heatmaps.PALETTES)
def test_every_palette_grows_brighter_without_a_step_back_and_lies_near_its_model(palette: str) -> None:
    table = heatmaps.colours(palette).astype(float)
    model = matplotlib.colormaps["gray" if palette == "grey" else palette](np.arange(256))[:, :3] * 255

    assert np.diff(table @ np.array([0.2126, 0.7152, 0.0722])).min() > -0.5
    assert np.abs(table - model).max() < 6


def test_values_against_are_blue_and_values_for_as_usual() -> None:
    shown = heatmaps.signed_colour(np.array([[-1.0, 0.0, 2.0]], np.float32), 2.0)
    red, _green, blue = shown[0, 0].astype(int)

    assert blue > 2 * red
    np.testing.assert_array_equal(shown[:, 1:], heatmaps.colour(np.array([[0.0, 1.0]], np.float32)))


def test_an_overlay_leaves_the_picture_alone_where_the_heatmap_is_zero() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (6, 8, 3), dtype=np.uint8)

    assert np.array_equal(heatmaps.overlay(pixels, np.zeros((6, 8), np.float32)), pixels)
    assert np.array_equal(heatmaps.overlay(pixels, np.ones((6, 8), np.float32), opacity=0), pixels)


def test_an_overlay_mixes_colour_and_picture_by_opacity() -> None:
    black, white = np.zeros((1, 1, 3), np.uint8), np.full((1, 1, 3), 255, np.uint8)
    one = np.ones((1, 1), np.float32)

    assert heatmaps.overlay(white, one, opacity=1)[0, 0].tolist() == [252, 255, 164]
    assert heatmaps.overlay(black, one, opacity=0.5)[0, 0].tolist() == [126, 128, 82]
    assert heatmaps.overlay(white, one, opacity=0.5)[0, 0].tolist() == [253, 255, 209]


def test_an_overlay_of_a_million_pixels_is_quick() -> None:
    pixels = np.zeros((1000, 1000, 3), np.uint8)
    heat = np.random.default_rng(0).random((1000, 1000), dtype=np.float32)
    took = []
    for _ in range(10):
        start = time.perf_counter()
        heatmaps.overlay(pixels, heat)
        took.append(time.perf_counter() - start)

    assert min(took) < 0.05


def ramp(height: int, width: int) -> np.ndarray:
    """Pixels whose red is the column and whose green is the row."""
    rows, columns = np.mgrid[:height, :width]
    return np.stack([columns, rows, np.zeros_like(rows)], axis=2).astype(np.uint8)


def test_a_crop_at_its_own_size_is_the_picture_itself() -> None:
    assert np.array_equal(heatmaps.crop(ramp(20, 30), (5, 4, 13, 12), 8), ramp(20, 30)[4:12, 5:13])


def test_a_crop_is_grey_where_it_reaches_beyond_the_picture() -> None:
    part = heatmaps.crop(ramp(20, 30), (-4, 16, 4, 24), 8)

    assert (part[:4, :4] == heatmaps.OUTSIDE).all()
    assert (part[4:] == heatmaps.OUTSIDE).all()
    assert np.array_equal(part[:4, 4:], ramp(20, 30)[16:20, :4])


def test_a_crop_wholly_beyond_the_picture_is_grey() -> None:
    for box in ((40, 40, 48, 48), (-20, -20, -12, -12), (40, -20, 48, -12)):
        assert (heatmaps.crop(ramp(20, 30), box, 4) == heatmaps.OUTSIDE).all()


def test_a_box_that_is_not_square_is_cropped_as_the_square_of_its_area() -> None:
    part = heatmaps.crop(ramp(40, 40), (12, 18, 28, 22), 8)  # 16 x 4 around (20, 20): 8 x 8

    assert np.array_equal(part, ramp(40, 40)[16:24, 16:24])


def test_a_small_crop_of_a_large_box_is_antialiased() -> None:
    stripes = np.zeros((64, 64, 3), np.uint8)
    stripes[:, ::2] = 255

    part = heatmaps.crop(stripes, (0, 0, 64, 64), 8)

    assert abs(part.astype(int) - 128).max() <= 8


def test_an_empty_box_gives_the_pixel_it_lies_on() -> None:
    part = heatmaps.crop(ramp(20, 30), (7.5, 3.5, 7.5, 3.5), 2)

    assert part.shape == (2, 2, 3)
    assert part[0, 0].tolist() == [7, 3, 0]
