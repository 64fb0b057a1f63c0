"""Negatives made from the user's own pictures, for a folder without a background.

The cells of the trunk's maps are shuffled: textures stay, parts go. Shuffled pixels would give the seams away.
"""

from __future__ import annotations

import numpy as np


def shuffle_cells(maps: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(N, C, n, n) with the cells of each picture in a random order of its own, all maps of it in the same one."""
    count, channels, n, _ = maps.shape
    order = rng.random((count, 1, n * n)).argsort(2)
    flat = np.take_along_axis(maps.reshape(count, channels, n * n), order, 2)
    return flat.reshape(maps.shape)
