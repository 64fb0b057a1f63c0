"""From a feature map to something to look at: heatmaps, their colours, overlays, crops of a picture. No torch.

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
AGAINST = (90, 170, 255)  # the brightest colour of what is against


@lru_cache(maxsize=len(PALETTES))
def colours(palette: str = USUAL) -> np.ndarray:
    """(256, 3) uint8: the colour of each of 256 values in one of `PALETTES`."""
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
    """(height, width) float32 in 0..1 of an (n, n) feature map, laid over a height x width original.

    Each cell lies exactly where `geometry.centre` says, scaled from the network's input to the original; beyond the
    outer cells their values are held. `smooth` interpolates with cubics (Keys 1981), which go through the value of
    each cell; otherwise each pixel takes the nearest cell. `top` becomes 1 (default: the map's highest value);
    negative values become 0, and so does a map without any positive one.
    """
    values = np.maximum(np.asarray(feature_map, dtype=np.float32), 0)
    top = float(values.max()) if top is None else top
    if not top > 0:
        return np.zeros((height, width), np.float32)
    rows = _weights(geometry, height, smooth)
    columns = _weights(geometry, width, smooth)
    laid: np.ndarray = rows @ (values / np.float32(top)) @ columns.T
    return np.clip(laid, 0, 1, out=laid)


@lru_cache(maxsize=64)
def _weights(geometry: MapGeometry, length: int, smooth: bool) -> np.ndarray:
    """(length, n) float32: how much each cell counts at each pixel along one axis; every row sums to 1."""
    pixel = (np.arange(length) + 0.5) * geometry.input_size / length - 0.5
    cell = np.clip(geometry.cell_at(pixel), 0, geometry.cells - 1)
    weights = np.zeros((length, geometry.cells))
    at = np.arange(length)
    if not smooth:
        weights[at, np.floor(cell + 0.5).astype(int)] = 1
        return weights.astype(np.float32)
    before = np.floor(cell).astype(int)
    for step in (-1, 0, 1, 2):
        neighbour = np.clip(before + step, 0, geometry.cells - 1)
        np.add.at(weights, (at, neighbour), _cubic(np.abs(cell - before - step)))
    return weights.astype(np.float32)


def _cubic(apart: np.ndarray) -> np.ndarray:
    """Keys' cubic kernel (a = -1/2) at distances in cells."""
    near = (1.5 * apart - 2.5) * apart**2 + 1
    far = ((-0.5 * apart + 2.5) * apart - 4) * apart + 2
    result: np.ndarray = np.where(apart <= 1, near, np.where(apart < 2, far, 0))
    return result


def colour(heat: np.ndarray, palette: str = USUAL) -> np.ndarray:
    """(H, W, 3) uint8: a heatmap in the colours of one of `PALETTES`, dark for 0 and bright for 1."""
    return np.asarray(_coloured(_index(heat), palette))


def signed_colour(values: np.ndarray, top: float) -> np.ndarray:
    """(n, n, 3) uint8: values of either sign, `top` (> 0) being brightest: what is for in the usual colours, what is
    against in blue."""
    shares = np.clip(values / top, -1, 1)
    blue = np.round(np.maximum(-shares, 0)[..., None] * np.array(AGAINST)).astype(np.uint8)
    return np.where(shares[..., None] < 0, blue, colour(np.maximum(shares, 0)))


def overlay(pixels: np.ndarray, heat: np.ndarray, opacity: float = OPACITY, palette: str = USUAL) -> np.ndarray:
    """(H, W, 3) uint8: a heatmap (H, W) over pixels (H, W, 3). The colour's share grows with the value, from none at
    0 to `opacity` (0..1) at 1, so that a picture stays as it is where a filter sees nothing."""
    index = _index(heat)
    share = index.point(_shares(opacity))
    return np.asarray(Image.composite(_coloured(index, palette), Image.fromarray(pixels), share))


def _index(heat: np.ndarray) -> Image.Image:
    """An 8-bit picture of each value's place in the table of colours."""
    return Image.fromarray((heat * np.float32(255) + np.float32(0.5)).astype(np.uint8))


def _coloured(index: Image.Image, palette: str) -> Image.Image:
    index = index.copy()
    index.putpalette(colours(palette).tobytes())
    return index.convert("RGB")


def _shares(opacity: float) -> list[int]:
    """The colour's share, of 255, at each of 256 values. It is in proportion: the dark colours of low values leave no
    shadow around a peak."""
    return [round(opacity * value) for value in range(256)]


def crop(pixels: np.ndarray, box: tuple[float, float, float, float], side: int) -> np.ndarray:
    """(side, side, 3) uint8: what lies in `box`, (left, top, right, bottom) in pixels, of pixels (H, W, 3).

    A box that is not square (the network's input is a squashed picture) becomes the square of the same centre and
    area, so that nothing is shown distorted. It may reach beyond the picture: grey is put there. Antialiased.
    """
    left, top, right, bottom = _square(box)
    window = (int(np.floor(left)), int(np.floor(top)), int(np.ceil(right)), int(np.ceil(bottom)))
    part = Image.fromarray(_window(pixels, window))
    within = (left - window[0], top - window[1], right - window[0], bottom - window[1])
    filter_ = Image.Resampling.LANCZOS if right - left > side else Image.Resampling.BICUBIC
    return np.asarray(part.resize((side, side), filter_, box=within))


def _square(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    half = max(float(np.sqrt(max(right - left, 0) * max(bottom - top, 0))), 1.0) / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    return x - half, y - half, x + half, y + half


def _window(pixels: np.ndarray, window: tuple[int, int, int, int]) -> np.ndarray:
    """The pixels of a whole-numbered window, grey where it lies outside the picture."""
    left, top, right, bottom = window
    height, width = pixels.shape[:2]
    if left >= 0 and top >= 0 and right <= width and bottom <= height:
        return np.ascontiguousarray(pixels[top:bottom, left:right])
    part = np.full((bottom - top, right - left, 3), OUTSIDE, np.uint8)
    rows = slice(min(max(top, 0), height), max(min(bottom, height), 0))
    columns = slice(min(max(left, 0), width), max(min(right, width), 0))
    inside = pixels[rows, columns]
    if inside.size:
        part[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left] = inside
    return part
