"""Edits of the pixels in a region: fill it from around it, or paste it into another picture. No torch."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from icnn_engine.core.annotations import Box
from icnn_engine.metrics import Floats

FEATHER = 8.0  # pixels outside of a region over which an edit fades
SPREAD = 0.5  # sigma of the fill, in units of the region's shorter side: an edge of it still sees what lies outside
LEAST_KNOWN = 1e-3  # weight of the pixels around below which the fill takes the mean colour of the picture


def share_of(size: int, box: Box) -> Floats:
    """Return (size, size) 0..1: 1 inside a box (left, top, right, bottom) in pixels, fading to 0 outside of it."""
    pixels = np.arange(size) + 0.5
    left, top, right, bottom = box
    across, down = (
        np.clip(1 - np.maximum(low - pixels, pixels - high) / FEATHER, 0, 1)
        for low, high in ((left, right), (top, bottom))
    )
    share: Floats = np.outer(down, across)
    return share


def covered(square: np.ndarray, box: Box) -> np.ndarray:
    """Return a picture (S, S, 3) uint8 whose box is filled with the colours around it, of which nothing inside remains.

    The fill is a Gaussian mean of the pixels outside (normalised convolution, Knutsson & Westin 1993).
    """
    share = share_of(len(square), box)
    sigma = SPREAD * min(box[2] - box[0], box[3] - box[1]) + FEATHER
    outside = (share == 0).astype(np.float32)
    weight = gaussian_filter(outside, sigma)[..., None]
    near = gaussian_filter(square * outside[..., None], (sigma, sigma, 0))
    known = outside.sum()
    mean = (square * outside[..., None]).sum((0, 1)) / known if known else square.mean((0, 1))
    fill = np.where(weight > LEAST_KNOWN, near / np.maximum(weight, LEAST_KNOWN), mean)
    return _mixed(fill, square, share)


def pasted(source: np.ndarray, box: Box, target: np.ndarray, corner: tuple[int, int]) -> np.ndarray:
    """Return `target` (S, S, 3) uint8 with the box of `source` in it, its left top corner at (x, y) whole pixels."""
    left, top, right, bottom = box
    x, y = corner[0] - round(left), corner[1] - round(top)
    moved = np.roll(source, (y, x), axis=(0, 1))
    return _mixed(moved, target, share_of(len(target), (left + x, top + y, right + x, bottom + y)))


def random_corner(size: int, box: Box, generator: np.random.Generator) -> tuple[int, int]:
    """Return (x, y), a random place for the left top corner of a box, so that all of it lies in a picture of `size`."""
    room = (max(1, int(size - (box[2] - box[0]))), max(1, int(size - (box[3] - box[1]))))
    return int(generator.integers(room[0])), int(generator.integers(room[1]))


def _mixed(one: np.ndarray, other: np.ndarray, share: Floats) -> np.ndarray:
    part = share[..., None]
    return np.rint(one * part + other * (1 - part)).astype(np.uint8)
