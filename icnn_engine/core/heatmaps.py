"""Heatmaps of feature maps, their colours, overlays on a picture, crops of a picture. No torch.

A heatmap is (H, W) float32 in 0..1 over the original picture; pixels are (H, W, 3) uint8.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PIL import Image

from icnn_engine.core.receptive_field import MapGeometry

# matplotlib's colour maps (Smith and van der Walt, CC0) at 18 equal steps, between them within 6/255 of them; and grey.
# All of them grow brighter without a step back, so that more always looks like more.
PALETTES = {
    "inferno": (
        "000004 0a0722 1e0c45 380962 510e6c 69166e 801f6c 982766 b0315b c63d4d d94d3d e9612b f47918 fa9407 fcb014 "
        "f8cd37 f2ea69 fcffa4"
    ),
    "magma": (
        "000004 090720 1a1042 311165 4a1079 621980 792282 912b81 aa337d c23b75 d9466b ec5860 f7725c fc8e64 feaa74 "
        "fec68a fde2a3 fcfdbf"
    ),
    "viridis": (
        "440154 481769 472a7a 433d84 3d4e8a 355e8d 2e6d8e 297b8e 23898e 1f978b 21a585 2eb37c 46c06f 65cb5e 89d548 "
        "b0dd2f d8e219 fde725"
    ),
    "grey": "000000 ffffff",
}
USUAL = "inferno"
OUTSIDE = 214  # grey of what lies outside the picture in a crop
OPACITY = 0.7
AGAINST = (90, 170, 255)  # the brightest colour of negative values


@lru_cache(maxsize=len(PALETTES))
def colours(palette: str = USUAL) -> np.ndarray:
    """Return the colours (256, 3) uint8 of 256 values in one of `PALETTES`."""
    steps = np.array([tuple(bytes.fromhex(code)) for code in PALETTES[palette].split()], dtype=np.float64)
    at = np.linspace(0, len(steps) - 1, 256)
    table = np.stack([np.interp(at, np.arange(len(steps)), steps[:, c]) for c in range(3)], axis=1)
    return table.round().astype(np.uint8)


def heatmap(
    feature_map: np.ndarray,
    geometry: MapGeometry,
    height: int,
    width: int,
    smooth: bool = True,
    top: float | None = None,
) -> np.ndarray:
    """Lay a feature map over a picture.

    Each cell lies exactly where `geometry.centre` says, scaled from the network's input to the picture; beyond the
    outer cells their values go on. Negative values become 0, and so do a map without any positive one and what lies
    outside of `geometry.region`.

    Parameters
    ----------
    feature_map : (n, n)
        Values of one filter.
    geometry : MapGeometry
        Where the cells lie in the network's input, and the input in the picture.
    height, width : int
        Of the picture, in pixels.
    smooth : bool
        Interpolate with cubics (Keys 1981), which go through the value of each cell; else take the nearest cell.
    top : float, optional
        The value that becomes 1; by default the map's highest.

    Returns
    -------
    (height, width) float32
        The heatmap, 0..1.
    """
    values = np.maximum(np.asarray(feature_map, dtype=np.float32), 0)
    top = float(values.max()) if top is None else top
    if not top > 0:
        return np.zeros((height, width), np.float32)
    left, upper, right, lower = geometry.region
    rows = _weights(geometry, height, smooth, upper, lower)
    columns = _weights(geometry, width, smooth, left, right)
    laid: np.ndarray = rows @ (values / np.float32(top)) @ columns.T
    return np.clip(laid, 0, 1, out=laid)


@lru_cache(maxsize=64)
def _weights(geometry: MapGeometry, length: int, smooth: bool, start: float, end: float) -> np.ndarray:
    """(length, n) float32: the weight of each cell at each pixel along one axis. Every row of a pixel between `start`
    and `end` (shares of the axis) sums to 1, every other one to 0."""
    weights, at = np.zeros((length, geometry.cells)), np.arange(length)
    share = ((at + 0.5) / length - start) / (end - start)
    cell = np.clip(geometry.cell_at(share * geometry.input_size - 0.5), 0, geometry.cells - 1)
    before = np.floor(cell).astype(int)
    if smooth:
        for step in (-1, 0, 1, 2):
            neighbour = np.clip(before + step, 0, geometry.cells - 1)
            np.add.at(weights, (at, neighbour), _cubic(np.abs(cell - before - step)))
    else:
        weights[at, np.floor(cell + 0.5).astype(int)] = 1
    weights[(share < 0) | (share > 1)] = 0
    return weights.astype(np.float32)


def _cubic(apart: np.ndarray) -> np.ndarray:
    """Keys' cubic kernel (a = -1/2) at distances in cells."""
    near = (1.5 * apart - 2.5) * apart**2 + 1
    far = ((-0.5 * apart + 2.5) * apart - 4) * apart + 2
    return np.select([apart <= 1, apart < 2], [near, far])


def colour(heat: np.ndarray, palette: str = USUAL) -> np.ndarray:
    """Return a heatmap in the colours of one of `PALETTES`, dark for 0 and bright for 1: (H, W, 3) uint8."""
    return np.asarray(_coloured(_index(heat), palette))


def signed_colour(values: np.ndarray, top: float) -> np.ndarray:
    """Return values (n, n) of either sign in colours, (n, n, 3) uint8, `top` (> 0) brightest: positive ones in the
    usual colours, negative ones in blue."""
    shares = np.clip(values / top, -1, 1)
    blue = np.round(np.maximum(-shares, 0)[..., None] * np.array(AGAINST)).astype(np.uint8)
    return np.where(shares[..., None] < 0, blue, colour(np.maximum(shares, 0)))


def overlay(pixels: np.ndarray, heat: np.ndarray, opacity: float = OPACITY, palette: str = USUAL) -> np.ndarray:
    """Blend a heatmap over a picture.

    The colour's share grows with the value, so that a picture stays as it is where a filter does not fire.

    Parameters
    ----------
    pixels : (H, W, 3) uint8
        The picture.
    heat : (H, W) float32
        The heatmap, 0..1.
    opacity : float
        The colour's share where the heatmap is 1.
    palette : str
        One of `PALETTES`.

    Returns
    -------
    (H, W, 3) uint8
    """
    index = _index(heat)
    # In proportion: the dark colours of low values leave no shadow around a peak.
    share = index.point([round(opacity * value) for value in range(256)])
    return np.asarray(Image.composite(_coloured(index, palette), Image.fromarray(pixels), share))


def _index(heat: np.ndarray) -> Image.Image:
    """An 8-bit picture of each value's place in the table of colours."""
    return Image.fromarray((heat * np.float32(255) + np.float32(0.5)).astype(np.uint8))


def _coloured(index: Image.Image, palette: str) -> Image.Image:
    index = index.copy()
    index.putpalette(colours(palette).tobytes())
    return index.convert("RGB")


def crop(pixels: np.ndarray, box: tuple[float, float, float, float], side: int) -> np.ndarray:
    """Cut a square out of a picture and resize it, antialiased.

    A box that is not square (the network's input is a squashed picture) becomes the square of the same centre and
    area, so that nothing is shown distorted.

    Parameters
    ----------
    pixels : (H, W, 3) uint8
        The picture.
    box : (left, top, right, bottom)
        In pixels, edges. It may reach beyond the picture: there the crop is grey.
    side : int
        Of the crop, in pixels.

    Returns
    -------
    (side, side, 3) uint8
    """
    left, top, right, bottom = _square(box)
    x, y = int(np.floor(left)), int(np.floor(top))
    window = _window(pixels, (x, y, int(np.ceil(right)), int(np.ceil(bottom))))
    resampling = Image.Resampling.LANCZOS if right - left > side else Image.Resampling.BICUBIC
    return np.asarray(window.resize((side, side), resampling, box=(left - x, top - y, right - x, bottom - y)))


def _square(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    half = max(float(np.sqrt(max(right - left, 0) * max(bottom - top, 0))), 1.0) / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    return x - half, y - half, x + half, y + half


def _window(pixels: np.ndarray, window: tuple[int, int, int, int]) -> Image.Image:
    """Return the pixels of a whole-numbered window, grey where it lies outside the picture."""
    left, top, right, bottom = window
    canvas = Image.new("RGB", (right - left, bottom - top), (OUTSIDE, OUTSIDE, OUTSIDE))
    inside = pixels[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    if inside.size:
        canvas.paste(Image.fromarray(np.ascontiguousarray(inside)), (max(-left, 0), max(-top, 0)))
    return canvas
