"""Masks and templates of one part at every cell: pure arrays (paper, section 3, 'Part templates')."""

from __future__ import annotations

from functools import cache

import numpy as np

BETA = 4.0  # paper, section 3


def tau(n: int) -> float:
    """Scale of the loss's templates for n x n maps: 0.5 / n^2."""
    return 0.5 / n**2


@cache
def masks(n: int, beta: float = BETA) -> np.ndarray:
    """(n*n, n, n) float32: row mu holds max(1 - beta * ||[i, j] - mu||_1 / n, -1), whose peak is 1 at cell mu.

    These are the positive templates divided by tau: what a map is multiplied with (tau belongs in the loss only).
    """
    axis = np.arange(n)
    apart = np.abs(axis[:, None] - axis[None, :])
    distance = apart[:, None, :, None] + apart[None, :, None, :]
    table: np.ndarray = np.maximum(1 - beta * distance / n, -1).reshape(n * n, n, n).astype(np.float32)
    table.setflags(write=False)
    return table


@cache
def mask_sum(n: int) -> float:
    """What a mask in the middle of n x n cells sums up to where it is above zero: a map's sum under its mask, divided
    by this, is its mean there."""
    return float(masks(n)[(n // 2) * (n + 1)].clip(0).sum())


def templates(n: int, beta: float = BETA) -> np.ndarray:
    """(n*n + 1, n, n) float64: tau * mask at each mu, then the negative template, -tau everywhere."""
    table: np.ndarray = tau(n) * np.concatenate([masks(n, beta).astype(np.float64), np.full((1, n, n), -1.0)])
    return table


def priors(n: int) -> np.ndarray:
    """(n*n + 1,) prior of each template: alpha / n^2, and 1 - alpha for the negative; alpha = n^2 / (1 + n^2)."""
    alpha = n**2 / (1 + n**2)
    return np.append(np.full(n**2, alpha / n**2), 1 - alpha)


def centroid_mask(x: np.ndarray, beta: float) -> np.ndarray:
    """(n, n) float32 mask of the release for one map (n, n): max(1 - beta (|P_i - P_r| + |P_j - P_c|), -1) around the
    map's rounded centroid (the middle of a silent map), P from -1 to 1."""
    n, total = len(x), float(x.sum(dtype=np.float64))
    axis = np.arange(n)
    middle = (n - 1) / 2
    row, column = (x.sum(1) @ axis / total, x.sum(0) @ axis / total) if total > 0 else (middle, middle)
    apart = np.abs(axis[:, None] - np.round(row)) + np.abs(axis[None, :] - np.round(column))
    mask: np.ndarray = np.maximum(1 - beta * apart * 2 / max(n - 1, 1), -1).astype(np.float32)
    return mask


def max_pooled(x: np.ndarray, pool: tuple[int, int]) -> np.ndarray:
    """(p, p) of one map (n, n): maxima over windows of `pool` = (kernel, stride), without padding."""
    kernel, stride = pool
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel, kernel))[::stride, ::stride]
    pooled: np.ndarray = windows.max((2, 3))
    return pooled
