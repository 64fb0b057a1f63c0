"""The sceptic's questions to trained networks: does the heatmap find what decides, is CAM nearer to the parts, does the
answer come from the background?

Each network answers for itself, on held-out pictures; the measures and their failure modes are in docs/maths.md.
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


class Eyes:
    """A backbone that remembers what it has seen: networks over one trunk are asked about the same changed pictures."""

    def __init__(self, backbone: Backbone) -> None:
        self.backbone = backbone
        self._seen: dict[bytes, Tensor] = {}

    def maps(self, squares: np.ndarray) -> Tensor:
        """(P, C, n, n) trunk maps of (P, S, S, 3) uint8."""
        key = hashlib.blake2b(squares.tobytes(), digest_size=16).digest()
        if key not in self._seen:
            self._seen[key] = trunk_maps(squares, self.backbone).half()
        return self._seen[key].float()


@dataclass(frozen=True, eq=False)
class Witness:
    """A trained network that is asked: its head, what it reads with, its class loss."""

    head: Head
    eyes: Eyes
    loss: ClassLoss

    @torch.inference_mode()
    def answers(self, squares: np.ndarray, asked: np.ndarray) -> np.ndarray:
        """(P,) probabilities of the category asked about, (P,), for (P, S, S, 3) uint8."""
        self.head.eval()
        trunk = self.eyes.maps(squares).to(device_of(self.head))
        given = probabilities(self.head(trunk).logits, self.loss).cpu().numpy()
        answers: np.ndarray = given[np.arange(len(asked)), asked]
        return answers

    def heat(self, squares: np.ndarray, asked: np.ndarray) -> np.ndarray:
        """(P, n, n) where each network says its answer comes from: CAM, or the maps it reads times the gradient of the
        answer's logit with respect to them, summed over filters, what speaks for it."""
        self.head.eval()
        with torch.inference_mode():
            trunk = self.eyes.maps(squares).to(device_of(self.head))
        rows = torch.from_numpy(asked)
        if isinstance(self.head, CamNetwork):
            with torch.inference_mode():
                cam: np.ndarray = self.head.cam(self.head(trunk).maps, rows).cpu().numpy()
            return cam
        contribution = contributions(self.head, trunk.clone(), rows).sum(1)
        heat: np.ndarray = np.maximum(contribution.numpy(), 0)
        return heat


def contributions(head: PartNetwork, trunk: Tensor, asked: Tensor) -> Tensor:
    """(P, F, n, n): the filters' maps times the gradient of the answer's logit with respect to them, (P,) asked."""
    with torch.no_grad():
        maps = head.filters(trunk.to(device_of(head)))
    maps.requires_grad_()
    logits = head.classify(head.mask(maps))[torch.arange(len(asked)), asked]
    (gradient,) = torch.autograd.grad(logits.sum(), maps)
    product: Tensor = (maps * gradient).detach().cpu()
    return product


def deletion_table(witness: Witness, paths: list[Where], labels: np.ndarray, geometry: MapGeometry) -> Operation[Table]:
    """Areas under the deletion and insertion curves of a network's own heatmap, beside random and centre orders."""
    chosen = evenly(len(paths), MOST_DELETED)
    squares = np.stack(list(read_squares([paths[i] for i in chosen], witness.eyes.backbone.input_size)))
    asked = labels[chosen]
    heat = witness.heat(squares, asked)
    found = yield from metrics.curves(
        lambda changed: witness.answers(changed, asked), squares, heat, geometry, DELETION_STEPS
    )
    table: Table = {}
    for order, (deletion, insertion) in found.areas().items():
        name = "" if order == "heat" else f"_{order}"
        table |= {f"deletion{name}": deletion, f"insertion{name}": insertion}
    return known(table)


def background_share(head: PartNetwork, trunk: Tensor, labels: np.ndarray, auc: np.ndarray) -> float:
    """Share of the answers that comes from filters whose peak hardly tells the category from the background
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
    """Distance to the landmarks, mean over them, of the filter chosen on half of the pictures and scored on the other
    half; of CAM's peak with the same freedom; under `floors` of the centre and of random cells."""
    size, count = geometry.input_size, len(points)
    positions = {name: geometry.centre(one.cells) for name, one in peaks.items()}
    tables: dict[str, Table] = {
        name: known({"landmark_distance": _distance(own, points, size)}) for name, own in positions.items()
    }
    grid = geometry.centre(np.arange(geometry.cells))
    tables["floors"] = known(
        {
            "landmark_distance": _distance(metrics.centre_positions(count, size), points, size),
            "landmark_distance_random": _distance(metrics.random_positions(count, grid), points, size),
        }
    )
    return tables


def _distance(positions: np.ndarray, points: np.ndarray, size: int) -> float:
    return metrics.mean_of_known(metrics.chosen_on_half(positions, points, size).distance)
