"""Untrained baselines: filters from the trunk's maps by k-means and by NMF."""

from __future__ import annotations

import warnings
from typing import Literal

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

Dictionary = Literal["kmeans", "nmf"]
DICTIONARIES: tuple[Dictionary, ...] = ("kmeans", "nmf")
CELLS = 6_000  # of the trunk's maps that a dictionary is made from, drawn from all
ROUNDS = 30  # of NMF; its residual changes by less than a hundredth in as many again
UPDATES = 20  # of the multiplicative rule, when maps are read


class KMeansFilters(nn.Module):
    """Spherical k-means: a filter is a cluster's centre, its map the cosine with it. (N, C, n, n) -> (N, K, n, n)."""

    def __init__(self, centres: Tensor) -> None:
        """centres: (K, C) of unit length."""
        super().__init__()
        self.register_buffer("centres", centres)

    centres: Tensor

    def forward(self, trunk: Tensor) -> Tensor:
        return functional.relu(torch.einsum("nchw,kc->nkhw", functional.normalize(trunk, dim=1), self.centres))


class NmfFilters(nn.Module):
    """Non-negative matrix factorisation (Lee & Seung 2001): a filter is a component, its map how much of it each cell
    holds. (N, C, n, n) -> (N, K, n, n)."""

    def __init__(self, components: Tensor) -> None:
        """components: (K, C), none negative."""
        super().__init__()
        self.register_buffer("components", components)

    components: Tensor

    def forward(self, trunk: Tensor) -> Tensor:
        wanted = torch.einsum("nchw,kc->nkhw", functional.relu(trunk), self.components)
        among = self.components @ self.components.T
        found = torch.full_like(wanted, float(wanted.mean()) + 1e-6)
        for _ in range(UPDATES):
            found = found * wanted / (torch.einsum("nkhw,kl->nlhw", found, among) + 1e-6)
        return found


def dictionary(kind: Dictionary, trunk: Tensor, count: int, seed: int = 0) -> nn.Module:
    """Filters made from trunk maps (N, C, n, n), at most as many as there are cells, of NMF also channels."""
    cells = trunk.float().permute(0, 2, 3, 1).reshape(-1, trunk.shape[1]).numpy()
    chosen = np.random.default_rng(seed).permutation(len(cells))[:CELLS]
    cells = np.maximum(cells[chosen], 0)
    count = min(count, len(cells))
    if kind == "kmeans":
        return KMeansFilters(torch.from_numpy(_centres(cells, count, seed))).eval()
    return NmfFilters(torch.from_numpy(_components(cells, min(count, cells.shape[1]), seed))).eval()


def _centres(cells: np.ndarray, count: int, seed: int) -> np.ndarray:
    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning

    unit = cells / np.maximum(np.linalg.norm(cells, axis=1, keepdims=True), 1e-6)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # of few channels there may be fewer kinds of cells
        centres = KMeans(count, n_init=1, max_iter=50, random_state=seed).fit(unit).cluster_centers_
    length = np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-6)
    found: np.ndarray = (centres / length).astype(np.float32)
    return found


def _components(cells: np.ndarray, count: int, seed: int) -> np.ndarray:
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        found: np.ndarray = NMF(count, init="nndsvda", max_iter=ROUNDS, random_state=seed).fit(cells).components_
    return found.astype(np.float32)
