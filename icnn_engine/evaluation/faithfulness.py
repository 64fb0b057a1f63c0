"""Faithfulness of trained networks on held-out pictures: deletion curves of the heatmap, distance to landmarks, share
of the answer from the background, likeness of a filter's crops.

The measures and their failure modes are in docs/maths.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from icnn_engine import metrics
from icnn_engine.core.annotations import Where
from icnn_engine.core.config import ClassLoss
from icnn_engine.core.events import Operation
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.evaluation.tables import PeakTable, known
from icnn_engine.features.trunk_maps import read_squares, trunk_maps
from icnn_engine.metrics import evenly
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.class_loss import probabilities
from icnn_engine.models.device import device_of
from icnn_engine.models.network import CamNetwork, Head, PartNetwork
from icnn_engine.runs.run_folder import Table

MOST_DELETED = 16  # pictures of the deletion curves
DELETION_STEPS = 6


class TrunkCache:
    """A backbone whose maps are kept: networks over one trunk are asked about the same changed pictures."""

    def __init__(self, backbone: Backbone) -> None:
        self.backbone = backbone
        self._maps: dict[bytes, Tensor] = {}

    def maps(self, squares: np.ndarray) -> Tensor:
        """Return the (P, C, n, n) trunk maps of (P, S, S, 3) uint8."""
        key = hashlib.blake2b(squares.tobytes(), digest_size=16).digest()
        if key not in self._maps:
            self._maps[key] = trunk_maps(squares, self.backbone).half()
        return self._maps[key].float()


@dataclass(frozen=True, eq=False)
class ExplainedNetwork:
    """A trained network with the heatmap of its answers."""

    head: Head
    trunk: TrunkCache
    loss: ClassLoss

    @torch.inference_mode()
    def answers(self, squares: np.ndarray, asked: np.ndarray) -> np.ndarray:
        """Return (P,), the probabilities of the categories `asked`, (P,), for (P, S, S, 3) uint8."""
        self.head.eval()
        logits = self.head(self.trunk.maps(squares).to(device_of(self.head))).logits
        chosen = probabilities(logits, self.loss)[torch.arange(len(asked)), torch.from_numpy(asked)]
        return np.asarray(chosen.cpu())

    def heat(self, squares: np.ndarray, asked: np.ndarray) -> np.ndarray:
        """Return (P, n, n), the network's own heatmap of its answer: CAM, or the positive part of the filters' maps
        times the gradient of the answer's logit, summed over filters."""
        self.head.eval()
        rows = torch.from_numpy(asked)
        with torch.inference_mode():
            trunk = self.trunk.maps(squares).to(device_of(self.head))
            if isinstance(self.head, CamNetwork):
                return np.asarray(self.head.cam(self.head(trunk).maps, rows).cpu())
        return np.asarray(contributions(self.head, trunk.clone(), rows).sum(1).clamp(min=0))


def contributions(head: PartNetwork, trunk: Tensor, asked: Tensor) -> Tensor:
    """Return (P, F, n, n), the filters' maps times the gradient of the logit of `asked`, (P,), with respect to them."""
    with torch.no_grad():
        maps = head.filters(trunk.to(device_of(head)))
    maps.requires_grad_()
    logits = head.classify(head.mask(maps))[torch.arange(len(asked)), asked]
    (gradient,) = torch.autograd.grad(logits.sum(), maps)
    product: Tensor = (maps * gradient).detach().cpu()
    return product


def deletion_table(
    network: ExplainedNetwork, paths: list[Where], labels: np.ndarray, geometry: MapGeometry
) -> Operation[Table]:
    """Return the areas under the deletion and insertion curves of a network's own heatmap, and of random and centre
    orders."""
    chosen = evenly(len(paths), MOST_DELETED)
    squares = np.stack(list(read_squares([paths[i] for i in chosen], network.trunk.backbone.input_size)))
    asked = labels[chosen]
    curves = yield from metrics.curves(
        lambda changed: network.answers(changed, asked),
        squares,
        network.heat(squares, asked),
        geometry,
        DELETION_STEPS,
    )
    table: Table = {}
    for order, (deletion, insertion) in curves.areas().items():
        name = "" if order == "heat" else f"_{order}"
        table |= {f"deletion{name}": deletion, f"insertion{name}": insertion}
    return known(table)


def background_share(head: PartNetwork, trunk: Tensor, labels: np.ndarray, auc: np.ndarray) -> float:
    """Return the share of the answers from filters whose peak hardly tells the category from the background
    (`metrics.WEAK_AUC`), on pictures that show a category; nan without a background."""
    if not np.isfinite(auc).any():
        return float("nan")
    head.eval()
    parts = [
        contributions(head, trunk[rows].float(), torch.from_numpy(labels[rows])).sum((2, 3)).numpy()
        for rows in np.array_split(np.arange(len(labels)), max(1, len(labels) // 64))
    ]
    return metrics.share_of_answer(np.concatenate(parts), auc)


def localisation_table(peaks: Mapping[str, PeakTable], points: np.ndarray, geometry: MapGeometry) -> dict[str, Table]:
    """Return the mean distance to the landmarks, by network, of the filter chosen on half of the pictures and scored on
    the other half; of CAM's peak with the same freedom; under `floors` of the centre and of random cells."""

    def distance(positions: np.ndarray) -> float:
        return metrics.mean_of_known(metrics.chosen_on_half(positions, points, size).distance)

    size, count, grid = geometry.input_size, len(points), geometry.centre(np.arange(geometry.cells))
    tables = {name: {"landmark_distance": distance(geometry.centre(own.cells))} for name, own in peaks.items()}
    tables["floors"] = {
        "landmark_distance": distance(metrics.centre_positions(count, size)),
        "landmark_distance_random": distance(metrics.random_positions(count, grid)),
    }
    return {name: known(dict(table)) for name, table in tables.items()}
