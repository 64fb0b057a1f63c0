"""The two sources of batches: stored maps of a frozen trunk (quick training) and pictures (full training)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from icnn_engine import metrics
from icnn_engine.core.annotations import Where
from icnn_engine.core.atomic_files import blank_array
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data.selection import some_of_each
from icnn_engine.features.equivariance import DIRECTIONS, Shifts, enlarged, equivariance_of_shifts, usual_shift, window
from icnn_engine.features.map_cache import ViewKind
from icnn_engine.features.trunk_maps import TrunkMaps, batches_of, read_squares
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.device import device_of
from icnn_engine.models.negatives import shuffle_cells
from icnn_engine.models.network import Head, PartNetwork, WholeNetwork
from icnn_engine.training.batches import Network, Samples, epoch_batches


@dataclass(frozen=True, eq=False)
class MapBatches:
    """Batches of quick training: the trunk's maps of all pictures, computed once."""

    maps: TrunkMaps
    train: Samples
    choose: Samples
    shifts: Shifts
    rate: float = 1.0

    def inputs(self, samples: Samples) -> Tensor:
        """(S, C, n, n) float16 trunk maps."""
        found = self.maps.of(samples.pictures)
        if samples.shuffled.any():
            found[samples.shuffled] = shuffle_cells(found[samples.shuffled], np.random.default_rng(0))
        return torch.from_numpy(found)

    def batches(self, settings: TrainSettings, epoch: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield ((B, C, n, n) float32, (B,)): each picture as it is, or mirrored and moved (a random
        window of its wide map, where wide maps are stored)."""
        rng = np.random.default_rng([settings.seed, epoch])
        for samples in epoch_batches(self.train, settings, rng):
            maps = _gathered(self.maps, samples, rng)
            if samples.shuffled.any():
                maps[samples.shuffled] = shuffle_cells(maps[samples.shuffled], rng)
            # Channels last: a step of 1x1 filters takes 33 ms instead of 79.
            inputs = torch.from_numpy(maps).contiguous(memory_format=torch.channels_last).float()
            yield inputs, torch.from_numpy(samples.labels)

    def steadiness(self, network: Network) -> np.ndarray:
        """Return the equivariance (F,) of the filters on the moved val pictures."""
        assert isinstance(network, Head)
        return equivariance_of_shifts(network.filters, self.shifts, _shown(network, self.shifts))


def _shown(head: Head, shifts: Shifts) -> np.ndarray | None:
    """(P, F): which moved pictures show the category of each filter; None for a CAM network."""
    if isinstance(head, PartNetwork):
        return metrics.pictures_shown(shifts.labels, head.memory.category.cpu().numpy())
    return None


def _gathered(maps: TrunkMaps, samples: Samples, rng: np.random.Generator) -> np.ndarray:
    """(B, C, n, n) float16 of samples."""
    if ViewKind.WIDE not in maps.arrays:
        return maps.of(samples.pictures)
    found = np.empty((len(samples), maps.channels, maps.cells, maps.cells), np.float16)
    mirrored = rng.integers(0, 2, len(samples))
    corners = rng.integers(0, maps.places, (len(samples), 2))
    for place, (picture, mirror, (top, left)) in enumerate(zip(samples.pictures, mirrored, corners, strict=True)):
        if mirror:
            wide = maps.row(ViewKind.WIDE, picture)
            found[place] = wide[:, top : top + maps.cells, left : left + maps.cells]
        else:
            found[place] = maps.row(ViewKind.PLAIN, picture)
    return found


@dataclass(frozen=True, eq=False)
class PixelBatches:
    """Batches of full training: the squashed pictures, (N, S, S, 3) uint8, and the moved val pictures, (5, P, S, S, 3),
    the middle window first. `labels` (P,): categories of the moved pictures; `geometry`: of the filters' maps."""

    squares: np.ndarray
    train: Samples
    choose: Samples
    moved: np.ndarray
    labels: np.ndarray
    geometry: MapGeometry
    rate: float

    def inputs(self, samples: Samples) -> Tensor:
        """(S, H, W, 3) uint8."""
        return torch.from_numpy(np.asarray(self.squares[samples.pictures]))

    def batches(self, settings: TrainSettings, epoch: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield ((B, S, S, 3) float32, (B,)): each picture as it is or mirrored, as in the release."""
        rng = np.random.default_rng([settings.seed, epoch])
        for samples in epoch_batches(self.train, settings, rng):
            squares = np.array(self.squares[samples.pictures])
            mirrored = rng.integers(0, 2, len(samples)).astype(bool)
            squares[mirrored] = squares[mirrored, :, ::-1]
            yield torch.from_numpy(squares).float(), torch.from_numpy(samples.labels)

    def steadiness(self, network: Network) -> np.ndarray:
        """Return the equivariance (F,) of the filters on the moved val pictures, with the network's own trunk."""
        assert isinstance(network, WholeNetwork)
        middle, *moved = (_trunk_maps(network, windows) for windows in self.moved)
        shifts = Shifts(middle, torch.stack(moved), self.geometry, self.labels)
        return equivariance_of_shifts(network.head.filters, shifts, _shown(network.head, shifts))


@torch.inference_mode()
def _trunk_maps(network: WholeNetwork, squares: np.ndarray) -> Tensor:
    network.eval()
    device = device_of(network)
    found = [network(torch.from_numpy(part).float().to(device)).trunk.cpu() for part in batches_of(squares)]
    return torch.cat(found)


def pixel_batches(
    backbone: Backbone, paths: Sequence[Where], quick: MapBatches, scratch: Path
) -> Operation[PixelBatches]:
    """Make the batches of full training from the samples of `quick`; the squashed pictures are stored in `scratch`."""
    size = backbone.input_size
    squares = blank_array(scratch / "squares.npy", (len(paths), size, size, 3), np.uint8)
    yield Progress("Squashing pictures", 0, len(paths))
    for index, square in enumerate(read_squares(paths, size)):
        squares[index] = square
        yield Progress("Squashing pictures", index + 1, len(paths))
    choose, geometry = quick.choose, quick.shifts.geometry
    own = choose.only(some_of_each(choose.labels, len(quick.shifts.middle)))
    big = np.stack(list(read_squares([paths[i] for i in own.pictures], enlarged(size))))
    shift = usual_shift(geometry.stride)
    steps = [(0, 0), *((shift * down, shift * right) for down, right in DIRECTIONS)]
    moved = np.stack([window(big, size, *step) for step in steps])
    return PixelBatches(squares, quick.train, choose, moved, own.labels, geometry, backbone.rate)
