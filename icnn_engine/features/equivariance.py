"""Moves pictures and measures whether filters follow: equivariance (docs/maths.md).

A picture is enlarged to 9/7 of the network's input (288 for 224); windows are cut from it, and quarters of it zoomed
in on, without any padding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from icnn_engine import metrics
from icnn_engine.core.annotations import Where
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.heatmaps import crop
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.features.trunk_maps import batches_of, read_squares, trunk_maps
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.device import device_of

USUAL = (24, 20)  # pixels: the first that is no multiple of the stride, by which a trunk's maps merely slide
FARTHEST = 28  # pixels by which a window is moved
STRIDE = 16  # pixels: that for which the moves are made
OWN_STRIDES = (12, STRIDE)  # of our own backbones
DIRECTIONS = ((1, 0), (-1, 0), (0, 1), (0, -1))
LEAST_MOVE = 2.0  # cells: mirrored and scaled peaks count from here
# Scaled about a corner, content moves by (ZOOM - 1) times its distance from it. At 1.5 a third of the cells of a map of
# 13 x 13 move by two or more and stay inside; scaled about the centre none do below 1.7, and a seventh at most.
ZOOM = 1.5
ZOOM_WITHIN = (1 + ZOOM) / 2  # cells: the first peak's rounding, enlarged, and the second's
CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))  # which corner of the picture stays in place: bottom, right
HEAD_BATCH = 64


def usual_shift(stride: int) -> int:
    """The shift in pixels that `equivariance` is about: 24, or 20 where 24 is a multiple of the stride (VGG-S: 12)."""
    shifts = [scaled(shift, stride) for shift in USUAL]
    return next((shift for shift in shifts if shift % stride), shifts[0])


def scaled(pixels: int, stride: int) -> int:
    """Return the pixels of a move that is made for a stride of 16: the same for those of our own backbones, else in
    proportion."""
    return pixels if stride in OWN_STRIDES else round(pixels * stride / STRIDE)


def enlarged(size: int, stride: int = STRIDE) -> int:
    """Side of the enlarged picture: 288 for an input of 224; more where the farthest window would not fit."""
    return max(size * 9 // 7, size + 2 * scaled(FARTHEST, stride))


def window(big: np.ndarray, size: int, down: int = 0, right: int = 0) -> np.ndarray:
    """(B, size, size, 3) window of enlarged pictures, moved by some pixels from the middle."""
    top = (big.shape[1] - size) // 2
    return big[:, top + down : top + down + size, top + right : top + right + size]


def zoomed(big: np.ndarray, size: int, bottom: int, right: int) -> np.ndarray:
    """(B, size, size, 3): the part of enlarged pictures at a corner, `ZOOM` times as large as in the whole picture."""
    side = big.shape[1] / ZOOM
    top, left = (big.shape[1] - side) * bottom, (big.shape[1] - side) * right
    return np.stack([crop(one, (left, top, left + side, top + side), size) for one in big])


def zoomed_pixels(pixels: np.ndarray, size: int, bottom: int, right: int) -> np.ndarray:
    """Where `zoomed` shows what lies at pixels (..., 2), (y, x), of the whole picture squashed to `size`."""
    moved: np.ndarray = (pixels + 0.5) * ZOOM - 0.5 - np.array([bottom, right]) * size * (ZOOM - 1)
    return moved


@torch.inference_mode()
def filter_maps(filters: nn.Module, trunk: Tensor) -> np.ndarray:
    """(N, F, n, n) float32 maps of a filter layer, batch by batch."""
    filters.eval()
    device = device_of(filters)
    parts = [filters(batch.float().to(device)).cpu().numpy() for batch in trunk.split(HEAD_BATCH)]
    return np.concatenate(parts)


@torch.inference_mode()
def head_maps(network: nn.Module, inputs: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """(N, F, n, n) maps before masking and (N, K) logits of a network, batch by batch."""
    network.eval()
    device = device_of(network)
    maps, logits = [], []
    for batch in inputs.split(HEAD_BATCH):
        seen = network(batch.float().to(device))
        maps.append(seen.maps.cpu().numpy())
        logits.append(seen.logits.cpu().numpy())
    return np.concatenate(maps), np.concatenate(logits)


@dataclass(frozen=True, eq=False)
class Shifts:
    """Trunk maps, float16, of P pictures in the middle window (P, C, n, n) and in four windows moved by `usual_shift`
    (4, P, C, n, n), for judging filters while they train; labels (P,): which category each picture shows."""

    middle: Tensor
    moved: Tensor
    geometry: MapGeometry
    labels: np.ndarray


def shifted_maps(
    backbone: Backbone, paths: Sequence[Where], geometry: MapGeometry, labels: np.ndarray
) -> Operation[Shifts]:
    """The moved pictures of *choose*, mapped once."""
    size, shift, found = backbone.input_size, usual_shift(geometry.stride), []
    yield Progress("Moving pictures", 0, len(paths))
    for big in batches_of(read_squares(paths, enlarged(size))):
        windows = [window(big, size), *(window(big, size, shift * d, shift * r) for d, r in DIRECTIONS)]
        found.append(torch.stack([trunk_maps(w, backbone).half() for w in windows]))
        yield Progress("Moving pictures", sum(f.shape[1] for f in found), len(paths))
    every = torch.cat(found, dim=1)
    return Shifts(every[0], every[1:], geometry, labels)


def equivariance_of_shifts(filters: nn.Module, shifts: Shifts, shows: np.ndarray | None = None) -> np.ndarray:
    """(F,) equivariance to the usual shift of a filter layer on prepared pictures. `shows` (P, F) bool: the pictures
    each filter is judged on, by default all."""
    cells, strengths = metrics.peaks(filter_maps(filters, shifts.middle))
    moves = [
        metrics.Moved(
            cells - np.array(way) * usual_shift(shifts.geometry.stride) / shifts.geometry.stride,
            _peak_cells(filters, trunk),
            cells,
        )
        for way, trunk in zip(DIRECTIONS, shifts.moved, strict=True)
    ]
    return metrics.equivariance(moves, strengths, shifts.geometry.cells, shows)


def _peak_cells(filters: nn.Module, trunk: Tensor) -> np.ndarray:
    return metrics.peaks(filter_maps(filters, trunk))[0]
