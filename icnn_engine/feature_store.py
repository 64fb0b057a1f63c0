"""The trunk's maps of a run's pictures, computed once, kept as float16 on disk while the networks above them train."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from icnn_engine.annotations import Where
from icnn_engine.backbones import Backbone
from icnn_engine.datasets import read_picture, to_square
from icnn_engine.events import Operation, Progress

READERS = 2  # threads that decode ahead; torch does the rest
BATCH = 16  # pictures decoded and mapped together
MARGIN = 32  # pixels of reflection around a picture for translation jitter: two cells of stride 16


@dataclass(frozen=True, eq=False)
class TrunkMaps:
    """float16 maps of N pictures: `plain` (N, C, n, n); for the T training pictures also `mirrored` (T, C, n, n) and
    `wide` (T, 2, C, m, m), the picture with a margin of reflection and its mirror. `row` (N,) gives a training
    picture's row in those, -1 for others."""

    plain: np.ndarray
    mirrored: np.ndarray
    wide: np.ndarray
    row: np.ndarray

    @property
    def channels(self) -> int:
        return int(self.plain.shape[1])

    @property
    def cells(self) -> int:
        return int(self.plain.shape[2])


def read_squares(paths: Iterable[Where], size: int) -> Iterator[np.ndarray]:
    """(size, size, 3) uint8 of each path in order, decoded ahead in threads. Raises PictureError."""

    def read(where: Where) -> np.ndarray:
        square: np.ndarray = to_square(read_picture(where), size)
        return square

    with ThreadPoolExecutor(READERS) as pool:
        ahead: deque = deque()
        try:
            for path in paths:
                ahead.append(pool.submit(read, path))
                if len(ahead) > 2 * BATCH:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            for waiting in ahead:
                waiting.cancel()


def batches_of(items: Iterable[np.ndarray], size: int = BATCH) -> Iterator[np.ndarray]:
    """Arrays stacked in batches of `size` (the last may be smaller)."""
    held: list[np.ndarray] = []
    for item in items:
        held.append(item)
        if len(held) == size:
            yield np.stack(held)
            held = []
    if held:
        yield np.stack(held)


def prepare(squares: np.ndarray, backbone: Backbone) -> Tensor:
    """(B, 3, H, W) float32 network input, channels last, of (B, H, W, 3) uint8."""
    pixels = torch.from_numpy(np.ascontiguousarray(squares)).permute(0, 3, 1, 2).float() / 255
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (backbone.mean, backbone.std))
    return ((pixels - mean) / std).contiguous(memory_format=torch.channels_last)


@torch.inference_mode()
def trunk_maps(squares: np.ndarray, backbone: Backbone) -> Tensor:
    """(B, C, n, n) float32 on the CPU: the trunk's maps of (B, H, W, 3) uint8."""
    device = next(backbone.trunk.parameters()).device
    maps: Tensor = backbone.trunk(prepare(squares, backbone).to(device)).cpu()
    return maps


def compute_trunk_maps(
    backbone: Backbone, paths: Sequence[Where], training: np.ndarray, scratch: Path
) -> Operation[TrunkMaps]:
    """Maps of all pictures at `paths`; `training` (N,) bool says which are trained on. Files are made in `scratch`."""
    size, margin = backbone.input_size, [(0, 0), (MARGIN, MARGIN), (MARGIN, MARGIN), (0, 0)]
    row = np.where(training, np.cumsum(training) - 1, -1)
    store: TrunkMaps | None = None
    done = 0
    yield Progress("Reading pictures", 0, len(paths))
    for squares in batches_of(read_squares(paths, size)):
        index = np.arange(done, done + len(squares))
        plain = trunk_maps(squares, backbone).numpy()
        learned = squares[training[index]]
        if store is None:
            probe = trunk_maps(np.pad(squares[:1], margin), backbone)
            store = _make(scratch, len(paths), int(training.sum()), plain.shape[1], plain.shape[2], probe.shape[2], row)
        store.plain[index] = plain
        if len(learned):
            _keep_training(store, learned, row[index[training[index]]], backbone)
        done += len(squares)
        yield Progress("Reading pictures", done, len(paths))
    assert store is not None, "a run has pictures"
    return store


def _keep_training(store: TrunkMaps, squares: np.ndarray, rows: np.ndarray, backbone: Backbone) -> None:
    mirrored = squares[:, :, ::-1]
    store.mirrored[rows] = trunk_maps(mirrored, backbone).numpy()
    for side, those in enumerate((squares, mirrored)):
        wide = np.pad(those, [(0, 0), (MARGIN, MARGIN), (MARGIN, MARGIN), (0, 0)], mode="reflect")
        store.wide[rows, side] = trunk_maps(wide, backbone).numpy()


def _make(scratch: Path, count: int, trained: int, channels: int, n: int, m: int, row: np.ndarray) -> TrunkMaps:
    def blank(name: str, *shape: int) -> np.ndarray:
        return np.lib.format.open_memmap(scratch / name, "w+", np.float16, shape)

    return TrunkMaps(
        blank("plain.npy", count, channels, n, n),
        blank("mirrored.npy", trained, channels, n, n),
        blank("wide.npy", trained, 2, channels, m, m),
        row,
    )
