"""Masks and templates of one part at every cell: pure arrays (paper, section 3, 'Part templates')."""

from __future__ import annotations

from functools import cache

import numpy as np

BETA = 4.0  # paper, section 3


def tau(n: int) -> float:
    """Return the scale of the loss's templates for n x n maps: 0.5 / n^2."""
    return 0.5 / n**2


@cache
def masks(n: int, beta: float = BETA) -> np.ndarray:
    """Return the masks of one part at every cell mu (paper, section 3, 'Part templates').

    They are the positive templates divided by tau: a map is multiplied with them (tau belongs in the loss only).

    Parameters
    ----------
    n : int
        Side of a feature map, in cells.
    beta : float
        Steepness of a mask.

    Returns
    -------
    (n * n, n, n) float32, read-only
        Row mu holds max(1 - beta * ||[i, j] - mu||_1 / n, -1); its peak is 1 at cell mu.
    """
    apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    distance = apart[:, None, :, None] + apart[None, :, None, :]
    table = np.maximum(1 - beta * distance / n, -1).reshape(n * n, n, n).astype(np.float32)
    table.setflags(write=False)
    return table


@cache
def mask_sum(n: int) -> float:
    """Return the sum of the positive values of a mask in the middle of n x n cells: a map's sum under its mask, divided
    by this, is its mean there."""
    return float(masks(n)[(n // 2) * (n + 1)].clip(0).sum())


def templates(n: int, beta: float = BETA) -> np.ndarray:
    """Return the templates of the filter loss (paper, section 3).

    Parameters
    ----------
    n : int
        Side of a feature map, in cells.
    beta : float
        Steepness of a mask.

    Returns
    -------
    (n * n + 1, n, n) float64
        tau * mask at each cell mu, then the negative template, -tau everywhere.
    """
    return np.asarray(tau(n) * np.concatenate([masks(n, beta).astype(np.float64), np.full((1, n, n), -1.0)]))


def priors(n: int) -> np.ndarray:
    """Return the prior (n*n + 1,) of each template: alpha / n^2, last 1 - alpha (negative); alpha = n^2 / (1 + n^2)."""
    alpha = n**2 / (1 + n**2)
    return np.append(np.full(n**2, alpha / n**2), 1 - alpha)


def centroid_mask(x: np.ndarray, beta: float) -> np.ndarray:
    """Return the release's mask (n, n) for one map (n, n): max(1 - beta (|P_i - P_r| + |P_j - P_c|), -1) around the
    map's rounded centroid (the middle of a silent map), P from -1 to 1."""
    n, total = len(x), float(x.sum(dtype=np.float64))
    axis, middle = np.arange(n), (n - 1) / 2
    row, column = (x.sum(1) @ axis / total, x.sum(0) @ axis / total) if total > 0 else (middle, middle)
    apart = np.abs(axis[:, None] - np.round(row)) + np.abs(axis[None, :] - np.round(column))
    return np.asarray(np.maximum(1 - beta * apart * 2 / max(n - 1, 1), -1).astype(np.float32))


def max_pooled(x: np.ndarray, pool: tuple[int, int]) -> np.ndarray:
    """Return the maxima (p, p) of one map (n, n) over windows of `pool` = (kernel, stride), without padding."""
    kernel, stride = pool
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel, kernel))[::stride, ::stride]
    return np.asarray(windows.max((2, 3)))
