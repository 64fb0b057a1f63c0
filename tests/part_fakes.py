"""Detectors of the sample's known parts, and fakes made of their maps: filters that look like parts and are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional

from icnn_engine.core.events import drain
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import read_landmarks
from icnn_engine.evaluation.tables import points_of
from icnn_engine.features.part_tests import HeldOutPictures
from icnn_engine.features.trunk_maps import read_squares, trunk_maps
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.device import make_generator
from icnn_engine.models.filter_layers import FilterLayer, filter_geometry
from icnn_engine.models.weights import load_backbone
from icnn_engine.sample import make_sample

CREATURES, BACKGROUNDS, HELD = 130, 40, 40
PARTS = ("body", "front legs", "head", "hind legs", "tail")  # as the sample's landmarks are sorted
EPOCHS, BATCH, RATE = 40, 64, 3e-3


@dataclass(frozen=True, eq=False)
class Known:
    """The sample, split: pictures that detectors are trained on, and those they are judged on."""

    backbone: Backbone
    geometry: MapGeometry
    held: HeldOutPictures
    points: np.ndarray  # (HELD, 5, 2), pixels of the input
    detectors: nn.Module


def known_sample(folder: Path) -> Known:
    """Draw a sample and train a detector of each of its parts with the landmarks as targets."""
    drain(make_sample(folder, 0, CREATURES, BACKGROUNDS))
    creatures = sorted((folder / "creature").iterdir())
    others = sorted((folder / "_background").iterdir())
    names = [f"creature/{path.name}" for path in creatures]
    sizes = [_size(path) for path in creatures]
    backbone, _ = load_backbone("squeezenet1_1", "bundled", 0)
    geometry = backbone.geometry(filter_geometry(3))
    points = points_of(names, sizes, read_landmarks(folder / "landmarks.csv", names), geometry.input_size)
    own, away = creatures[:-HELD], others[: len(others) // 2]
    targets, targeted = others[len(away) :], np.full(len(others) - len(away), -1)
    held = HeldOutPictures(creatures[-HELD:], np.zeros(HELD, int), targets, targeted)
    squares = np.stack(list(read_squares([*own, *away], geometry.input_size)))
    wanted = np.concatenate([points[:-HELD], np.full((len(away), *points.shape[1:]), np.nan)])
    detectors = _trained(squares, wanted, backbone, geometry)
    return Known(backbone, geometry, held, points[-HELD:], detectors)


def _size(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        return picture.size


def drawn(points: np.ndarray, geometry: MapGeometry) -> np.ndarray:
    """(N, K, n, n) maps with a bump at each point (N, K, 2), nothing where there is none or it is outside."""
    cells, axis = geometry.cell_at(points), np.arange(geometry.cells)
    down = (axis[:, None] - cells[..., 0, None, None]) ** 2
    right = (axis[None, :] - cells[..., 1, None, None]) ** 2
    outside = (np.abs(cells - (geometry.cells - 1) / 2) > geometry.cells / 2).any(-1)
    bumps = np.nan_to_num(np.exp(-(down + right) / (2 * 0.8**2))).astype(np.float32)
    bumps[outside] = 0
    return bumps


def _trained(squares: np.ndarray, points: np.ndarray, backbone: Backbone, geometry: MapGeometry) -> nn.Module:
    mirrored = points.copy()
    mirrored[..., 1] = geometry.input_size - 1 - mirrored[..., 1]
    inputs = torch.cat([trunk_maps(one, backbone) for one in (squares, squares[:, :, ::-1])])
    targets = torch.from_numpy(np.concatenate([drawn(points, geometry), drawn(mirrored, geometry)]))
    layer = FilterLayer(backbone.channels, points.shape[1], make_generator(0)).eval()
    layer.norm.running_mean, layer.norm.running_var = inputs.mean((0, 2, 3)), inputs.var((0, 2, 3))
    inputs = layer.norm(inputs)
    optimiser = torch.optim.AdamW(layer.conv.parameters(), RATE, weight_decay=1.0)
    steps = EPOCHS * -(-len(inputs) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    random = make_generator(1)
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(inputs), generator=random).split(BATCH):
            found = layer.conv(inputs[rows])
            far = (functional.relu(found) - targets[rows]) ** 2 * (1 + 10 * targets[rows])
            loss = far.mean() + 0.01 * (found.clamp(max=0) ** 2).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return layer.eval()


class Fake(nn.Module):
    """Filters made of the maps of true detectors: (N, C, n, n) of the trunk -> (N, F, n, n)."""

    def __init__(self, detectors: nn.Module, makes: Sequence[Callable[[Tensor], Tensor]]) -> None:
        """makes: a filter each, (N, 5, n, n) of the detectors -> (N, n, n)."""
        super().__init__()
        self.detectors, self._makes = detectors, makes

    def forward(self, trunk: Tensor) -> Tensor:
        maps = self.detectors(trunk)
        return torch.stack([make(maps) for make in self._makes], dim=1)


def detector(part: str) -> Callable[[Tensor], Tensor]:
    """The true one."""
    return lambda maps: maps[:, PARTS.index(part)]


def at_offset(part: str, down: int, right: int) -> Callable[[Tensor], Tensor]:
    """A detector that answers at a fixed offset, in cells, from what it sees."""

    def make(maps: Tensor) -> Tensor:
        own, n = maps[:, PARTS.index(part)], maps.shape[-1]
        padded = functional.pad(own, (n, n, n, n))
        return padded[:, n - down : 2 * n - down, n - right : 2 * n - right]

    return make


def cells_of(maps: Tensor) -> tuple[Tensor, Tensor]:
    """Rows and columns of the peaks of (N, n, n)."""
    at = maps.flatten(1).argmax(1)
    return at // maps.shape[-1], at % maps.shape[-1]


def bump_at(maps: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    """(N, n, n) with the peak of each map at another cell."""
    found = torch.zeros_like(maps)
    found[torch.arange(len(maps)), rows.long(), columns.long()] = maps.flatten(1).amax(1) + 1e-3
    return found


def constant(maps: Tensor) -> Tensor:
    """Always the middle."""
    return bump_at(maps[:, 0], *(torch.full((len(maps),), maps.shape[-1] // 2) for _ in range(2)))


def random_cell(maps: Tensor) -> Tensor:
    """Any cell, another one for each picture."""
    number = (maps.double().flatten(1).sum(1) * 1e6).long().abs() % maps.shape[-1] ** 2
    return bump_at(maps[:, 0], number // maps.shape[-1], number % maps.shape[-1])


def half_way(maps: Tensor) -> Tensor:
    """Goes half of the way that the head goes."""
    own, middle = maps[:, PARTS.index("head")], maps.shape[-1] // 2
    rows, columns = cells_of(own)
    return bump_at(own, (rows + middle) // 2, (columns + middle) // 2)


def whole_object(maps: Tensor) -> Tensor:
    """Sums all parts up, wherever they are, and answers where the body is: it needs the whole object."""
    rest = sum(maps[:, PARTS.index(part)].flatten(1).amax(1) for part in PARTS if part != "body")
    body = maps[:, PARTS.index("body")]
    return bump_at(body, *cells_of(body)) * torch.as_tensor(rest)[:, None, None] ** 2


def in_the_frame(maps: Tensor) -> Tensor:
    """Sees the head, and answers at one place of the frame."""
    return bump_at(maps[:, PARTS.index("head")], *(torch.full((len(maps),), 3) for _ in range(2)))


def with_bias(maps: Tensor) -> Tensor:
    """The reader of the whole object, above a constant that no blur takes away."""
    return whole_object(maps) + 100
