"""Moved pictures, and whether filters follow: what equivariance is measured on (docs/maths.md).

A picture is enlarged to 9/7 of the network's input (288 for 224) and windows are cut from it without any padding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from icnn_engine import metrics
from icnn_engine.annotations import Where
from icnn_engine.backbones import Backbone
from icnn_engine.events import Operation, Progress
from icnn_engine.feature_store import batches_of, read_squares, trunk_maps
from icnn_engine.receptive_field import MapGeometry

SHIFTS = (20, 24, 28)  # pixels; never a multiple of the stride, by which a trunk's maps merely slide
SHIFT = 24  # the one reported as `equivariance`
DIRECTIONS = ((1, 0), (-1, 0), (0, 1), (0, -1))
LEAST_MOVE = 2.0  # cells: mirrored peaks count from here
HEAD_BATCH = 64


def enlarged(size: int) -> int:
    """Side of the enlarged picture: 288 for an input of 224."""
    return size * 9 // 7


def window(big: np.ndarray, size: int, down: int = 0, right: int = 0) -> np.ndarray:
    """(B, size, size, 3) window of enlarged pictures, moved by some pixels from the middle."""
    top = (big.shape[1] - size) // 2
    return big[:, top + down : top + down + size, top + right : top + right + size]


@torch.inference_mode()
def filter_maps(filters: nn.Module, trunk: Tensor) -> np.ndarray:
    """(N, F, n, n) float32 maps of a filter layer, batch by batch."""
    filters.eval()
    parts = [filters(batch.float()).numpy() for batch in trunk.split(HEAD_BATCH)]
    return np.concatenate(parts)


@torch.inference_mode()
def head_maps(head: nn.Module, trunk: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """(N, F, n, n) maps before masking and (N,) logits of a head, batch by batch."""
    head.eval()
    seen = [head(batch.float()) for batch in trunk.split(HEAD_BATCH)]
    return np.concatenate([s.maps.numpy() for s in seen]), np.concatenate([s.logits.numpy() for s in seen])


def sigmoid(logits: np.ndarray) -> np.ndarray:
    """Probabilities of logits, safe for any size."""
    result: np.ndarray = 0.5 * (1 + np.tanh(0.5 * logits))
    return result


@dataclass(frozen=True, eq=False)
class Shifts:
    """Trunk maps, float16, of P pictures in the middle window (P, C, n, n) and in the four windows `SHIFT` pixels away
    (4, P, C, n, n), for judging filters while they train."""

    middle: Tensor
    moved: Tensor
    geometry: MapGeometry


def shifted_maps(backbone: Backbone, paths: Sequence[Where], geometry: MapGeometry) -> Operation[Shifts]:
    """The moved pictures of *choose*, mapped once."""
    size, found = backbone.input_size, []
    yield Progress("Moving pictures", 0, len(paths))
    for big in batches_of(read_squares(paths, enlarged(size))):
        windows = [window(big, size), *(window(big, size, SHIFT * d, SHIFT * r) for d, r in DIRECTIONS)]
        found.append(torch.stack([trunk_maps(w, backbone).half() for w in windows]))
        yield Progress("Moving pictures", sum(f.shape[1] for f in found), len(paths))
    every = torch.cat(found, dim=1)
    return Shifts(every[0], every[1:], geometry)


def equivariance_of_shifts(filters: nn.Module, shifts: Shifts) -> np.ndarray:
    """(F,) equivariance at `SHIFT` pixels of a filter layer on prepared pictures."""
    cells, strengths = metrics.peaks(filter_maps(filters, shifts.middle))
    moves = [
        metrics.Moved(cells - np.array(way) * SHIFT / shifts.geometry.stride, _peak_cells(filters, trunk), cells)
        for way, trunk in zip(DIRECTIONS, shifts.moved, strict=True)
    ]
    return metrics.equivariance(moves, strengths, shifts.geometry.cells)


def _peak_cells(filters: nn.Module, trunk: Tensor) -> np.ndarray:
    return metrics.peaks(filter_maps(filters, trunk))[0]


@dataclass(frozen=True, eq=False)
class Following:
    """(F,) equivariance of a filter layer to shifts of 20, 24 and 28 pixels and to mirroring."""

    shifts: Mapping[int, np.ndarray]
    mirror: np.ndarray

    @property
    def usual(self) -> np.ndarray:
        return self.shifts[SHIFT]


def follow(
    backbone: Backbone, layers: Mapping[str, nn.Module], paths: Sequence[Where], geometry: MapGeometry
) -> Operation[dict[str, Following]]:
    """How well each filter layer follows the pictures at `paths`."""
    size = backbone.input_size
    steps = [(shift * d, shift * r) for shift in SHIFTS for d, r in DIRECTIONS]
    seen: dict[str, list[list[tuple[np.ndarray, np.ndarray]]]] = {name: [] for name in layers}
    done = 0
    yield Progress("Moving pictures", 0, len(paths))
    for big in batches_of(read_squares(paths, enlarged(size))):
        middle = window(big, size)
        views = [middle, middle[:, :, ::-1], *(window(big, size, *step) for step in steps)]
        trunks = [trunk_maps(view, backbone) for view in views]
        for name, layer in layers.items():
            seen[name].append([metrics.peaks(filter_maps(layer, trunk)) for trunk in trunks])
        done += len(big)
        yield Progress("Moving pictures", done, len(paths))
    return {name: _following(batches, steps, geometry) for name, batches in seen.items()}


def _following(
    batches: list[list[tuple[np.ndarray, np.ndarray]]], steps: list[tuple[int, int]], geometry: MapGeometry
) -> Following:
    views = [np.concatenate([batch[v][0] for batch in batches]) for v in range(len(batches[0]))]
    middle, mirrored, *moved = views
    strengths = np.concatenate([batch[0][1] for batch in batches])
    last = geometry.input_size - 1
    flipped = np.stack([middle[..., 0], geometry.cell_at(last - geometry.centre(middle[..., 1]))], axis=2)

    def share(*moves: metrics.Moved) -> np.ndarray:
        return metrics.equivariance(list(moves), strengths, geometry.cells)

    shifts = {
        size: share(
            *(
                metrics.Moved(middle - np.array(step) / geometry.stride, cells, middle)
                for step, cells in zip(steps, moved, strict=True)
                if max(map(abs, step)) == size
            )
        )
        for size in SHIFTS
    }
    return Following(shifts, share(metrics.Moved(flipped, mirrored, middle, LEAST_MOVE)))
