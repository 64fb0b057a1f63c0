"""Masks of feature maps: the paper's, centred on the peak, and the release's, centred on the centroid."""

from __future__ import annotations

import torch
from torch import Tensor

from icnn_engine.core import templates

FIRST_BETA = 2.0  # release: the paper's beta = 4n / (n - 1) on an axis from -1 to 1
LEAST_BETA, MOST_BETA = 1.5, 3.0  # release: limits of the learned beta
SPREAD_BETA = 3.0  # release: beta moves towards this by the spread in cells


def chosen_masks(maps: Tensor) -> Tensor:
    """Return the mask centred on the peak of each map (paper, section 3).

    Parameters
    ----------
    maps : Tensor, shape (N, F, n, n)

    Returns
    -------
    Tensor, shape (N, F, n, n)
        Masks with maximum 1. The choice of the peak has no gradient.
    """
    n = maps.shape[-1]
    table = torch.as_tensor(templates.masks(n).copy(), dtype=maps.dtype, device=maps.device)
    return table[maps.detach().flatten(2).argmax(2)]


def centroids(maps: Tensor) -> tuple[Tensor, Tensor]:
    """Rounded centroid of each map, (N, F, 2) in cells, and its spread, (N, F) in cells: the root of the mean squared
    distance to the centroid. A silent map lies in the middle, with a spread of nan."""
    n = maps.shape[-1]
    axis = torch.arange(n, dtype=maps.dtype, device=maps.device)
    weight = maps.detach()
    total = weight.sum((2, 3))
    silent = total <= 0
    share = weight / total.clamp_min(torch.finfo(maps.dtype).tiny)[..., None, None]
    rows, columns = share.sum(3), share.sum(2)
    mean = torch.stack([rows @ axis, columns @ axis], dim=2)
    apart = (axis - mean[..., None]) ** 2
    spread = ((rows * apart[:, :, 0]).sum(2) + (columns * apart[:, :, 1]).sum(2)).sqrt()
    middle = torch.full_like(mean, (n - 1) / 2)
    cells = torch.where(silent[..., None], middle, mean).round()
    return cells, torch.where(silent, torch.nan, spread)


def centroid_masks(maps: Tensor, beta: Tensor) -> Tensor:
    """(N, F, n, n) masks of the release, max(1 - beta (|P_i - P_r| + |P_j - P_c|), -1), around each map's rounded
    centroid (r, c); P runs from -1 to 1 over the n cells, beta: (F,). No gradient passes through either."""
    n = maps.shape[-1]
    cells, _ = centroids(maps)
    axis = torch.arange(n, dtype=maps.dtype, device=maps.device)
    apart = (axis - cells[..., None]).abs() * (2 / max(n - 1, 1))
    distance = apart[:, :, 0, :, None] + apart[:, :, 1, None, :]
    return (1 - beta.detach()[:, None, None] * distance).clamp_min(-1)


def beta_target(maps: Tensor) -> Tensor:
    """(F,) where beta moves to: clip(3 / spread, 1.5, 3), the spread (cells) averaged over the maps that are not
    silent; nan for a filter that is silent everywhere."""
    spread = centroids(maps)[1].nanmean(0)
    return (SPREAD_BETA / spread).clamp(LEAST_BETA, MOST_BETA)


def masked(maps: Tensor, masks: Tensor) -> Tensor:
    """Return the masked maps max(x * mask, 0); the gradient of the class loss is multiplied by max(mask, 0).

    Parameters
    ----------
    maps, masks : Tensor, shape (N, F, n, n)

    Returns
    -------
    Tensor, shape (N, F, n, n)
    """
    return (maps * masks).relu_()
