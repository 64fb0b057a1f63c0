"""Lessons small enough to be learned in a moment: maps, or pixels under a trunk of one layer."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import torch
from torch import nn

from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.features.equivariance import Shifts
from icnn_engine.features.map_cache import ViewKind
from icnn_engine.features.trunk_maps import TrunkMaps
from icnn_engine.models.device import make_generator
from icnn_engine.models.network import Head, HeadShape, WholeNetwork
from icnn_engine.training.batch_sources import MapBatches, PixelBatches
from icnn_engine.training.batches import Samples
from icnn_engine.training.preparation import Prepared

PICTURES, CHANNELS, CELLS, STRIDE = 40, 6, 7, 16
GEOMETRY = MapGeometry(CELLS * STRIDE, CELLS, STRIDE, 7.5, 200)


def samples(categories: int = 1) -> Samples:
    """Every second picture shows a category, each of them in turn; the others show none."""
    number = np.arange(PICTURES)
    return Samples(number, np.where(number % 2 == 0, number // 2 % categories, -1), np.zeros(PICTURES, bool))


def map_lesson(categories: int = 1, moved: int = PICTURES // 2) -> MapBatches:
    """Maps of which one is bright somewhere on pictures of each category; `moved` pictures, that stay where they are,
    for the equivariance."""
    random = np.random.default_rng(0)
    shown = samples(categories)
    plain = random.random((PICTURES, CHANNELS, CELLS, CELLS)).astype(np.float16)
    wide = random.random((PICTURES, CHANNELS, CELLS + 4, CELLS + 4)).astype(np.float16)
    for i in np.flatnonzero(shown.positive):
        plain[i, shown.labels[i], random.integers(CELLS), random.integers(CELLS)] += 6
        wide[i, shown.labels[i], 5, 5] += 6
    middle = torch.from_numpy(plain[shown.positive])[:moved]
    arrays = {ViewKind.PLAIN: plain, ViewKind.WIDE: wide}
    maps = TrunkMaps(arrays, dict.fromkeys(arrays, np.arange(PICTURES)))
    labels = shown.labels[shown.positive][:moved]
    shifts = Shifts(middle, torch.stack([middle] * 4), GEOMETRY, labels)
    return MapBatches(maps, shown, shown.only(np.arange(20)), shifts)


def pixel_lesson(categories: int = 1) -> PixelBatches:
    """Pictures of noise with a bright cell, of another colour for each category, where one is shown."""
    random = np.random.default_rng(0)
    shown, side = samples(categories), CELLS * STRIDE
    squares = random.integers(0, 90, (PICTURES, side, side, 3), dtype=np.uint8)
    for i in np.flatnonzero(shown.positive):
        row, column = STRIDE * random.integers(0, CELLS, 2)
        squares[i, row : row + STRIDE, column : column + STRIDE, shown.labels[i]] = 250
    moved = np.stack([squares[shown.positive][:4]] * 5)
    labels = shown.labels[shown.positive][:4]
    return PixelBatches(squares, shown, shown.only(np.arange(20)), moved, labels, GEOMETRY, 1.0)


def settings(**values: object) -> TrainSettings:
    """A few filters, two epochs."""
    return make_settings({"filters": 4, "epochs": 2, "batch": 16, "learning_rate": 5e-3, **values})


def prepared(source: MapBatches, own: TrainSettings, kind: type[Prepared] = Prepared, categories: int = 1) -> Prepared:
    """What networks are made from; of its backbone and pictures only the lesson exists."""
    answers = categories + int(own.loss == "softmax")
    shape = HeadShape(CHANNELS, CELLS, own.filters, categories, answers, (8,), answer=own.answer, kernel=own.kernel)
    backbone = SimpleNamespace(trunk=nn.Identity())
    return kind(backbone, "", None, own, shape, GEOMETRY, source)  # type: ignore[arg-type]


def whole(head: Head) -> WholeNetwork:
    """A head over a trunk of one convolution of its own, always the same."""
    trunk = nn.Conv2d(3, CHANNELS, STRIDE, STRIDE)
    nn.init.normal_(trunk.weight, 0, 0.02, generator=make_generator(7))
    nn.init.zeros_(trunk.bias)
    return WholeNetwork(nn.Sequential(trunk, nn.ReLU()), head, (0.5, 0.5, 0.5), (0.2, 0.2, 0.2))
