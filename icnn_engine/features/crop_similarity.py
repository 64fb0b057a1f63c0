"""What crops of pictures look like to an early layer that sees nothing else: for visual consistency (docs/maths.md)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from PIL import Image
from torch import nn

from icnn_engine import metrics
from icnn_engine.core.annotations import Where
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.features.trunk_maps import prepare, read_squares
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.weights import load_backbone

UP_TO_FIRE4 = 7  # of SqueezeNet 1.1's modules: 256 maps of stride 8
SIDE = 64  # pixels a crop is brought to: a usual effective field (docs/maths.md), 7 x 7 cells of fire4
PICTURES = 10  # of each filter, the strongest
DRAWS = 4  # random cells of each picture
CROPS = 128  # in a batch


def visual_consistency(
    paths: Sequence[Where], cells: np.ndarray, strengths: np.ndarray, sides: np.ndarray, geometry: MapGeometry
) -> Operation[metrics.VisualConsistency]:
    """Whether the crops at the peaks of each filter look alike, beside crops of the middle and of random cells.

    paths: of N pictures; cells: (N, F, 2) peaks; strengths: (N, F); sides: (F,) of the square crops, in pixels of the
    input (each filter's effective field). The features are fire4's of the bundled SqueezeNet, a crop at a time.
    """
    best = np.argsort(-strengths, axis=0, kind="stable")[:PICTURES].T  # (F, P)
    filters = np.arange(len(best))[:, None]
    places = _places(geometry.centre(cells[best, filters]), best, len(paths), geometry)
    half = np.minimum(np.round(sides), geometry.input_size)[:, None, None] / 2
    # Moved inside, not padded: crops with the same grey margin would look alike.
    places = np.clip(places + 0.5, half, geometry.input_size - half)  # edges of pixels, not their centres
    crops = np.empty((*places.shape[:3], 4))
    crops[..., 0], crops[..., 1:3], crops[..., 3] = best, places, 2 * half[..., 0]
    known, which = np.unique(crops.reshape(-1, 4), axis=0, return_inverse=True)
    features = yield from _features(paths, known, geometry.input_size)
    seen = features[which].reshape(*crops.shape[:3], -1)
    present = strengths[best, filters] > 0
    return metrics.visual_consistency(seen[0], seen[1], seen[2:], present)


def _places(own: np.ndarray, best: np.ndarray, count: int, geometry: MapGeometry) -> np.ndarray:
    """(2 + DRAWS, F, P, 2) centres of crops in pixels: own, the middle, and cells drawn once for each picture, the
    same for all filters."""
    middle = np.full_like(own, (geometry.input_size - 1) / 2)
    drawn = np.random.default_rng(0).integers(0, geometry.cells, (DRAWS, count, 2))
    return np.stack([own, middle, *geometry.centre(drawn)[:, best]])


def _features(paths: Sequence[Where], crops: np.ndarray, size: int) -> Operation[np.ndarray]:
    """(M, D) features of crops (M, 4), ordered by picture: each picture is read once."""
    backbone, _ = load_backbone("squeezenet1_1", "bundled", 0)
    assert isinstance(backbone.trunk, nn.Sequential), "SqueezeNet's trunk is a row of modules"
    layers = backbone.trunk[:UP_TO_FIRE4]
    pictures = crops[:, 0].astype(int)
    needed, first = np.unique(pictures, return_index=True)
    found, waiting, done = [], [], 0
    yield Progress("Comparing crops", 0, len(crops))
    squares = read_squares([paths[p] for p in needed], size)
    for square, rows in zip(squares, np.split(crops, first[1:]), strict=True):
        waiting += [_crop(Image.fromarray(square), row) for row in rows]
        done += len(rows)
        if len(waiting) >= CROPS or done == len(crops):
            found.append(_mean_features(np.stack(waiting), backbone, layers))
            waiting = []
            yield Progress("Comparing crops", done, len(crops))
    return np.concatenate(found)


def _crop(square: Image.Image, row: np.ndarray) -> np.ndarray:
    _, y, x, side = row
    box = (x - side / 2, y - side / 2, x + side / 2, y + side / 2)
    return np.asarray(square.resize((SIDE, SIDE), Image.Resampling.BILINEAR, box=box))


@torch.inference_mode()
def _mean_features(crops: np.ndarray, backbone: Backbone, layers: nn.Module) -> np.ndarray:
    """(B, 256) float32 means over cells."""
    parts = [layers(prepare(crops[i : i + CROPS], backbone)).mean((2, 3)) for i in range(0, len(crops), CROPS)]
    features: np.ndarray = torch.cat(parts).numpy()
    return features
