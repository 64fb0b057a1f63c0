"""The trunk's maps of pictures: computed once, cached as float16 by the content of each picture (`map_cache`)."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from icnn_engine.core.annotations import Where, file_of
from icnn_engine.core.config import Views
from icnn_engine.core.errors import PictureError
from icnn_engine.core.events import Operation, PicturesRead, Progress
from icnn_engine.core.language import translate
from icnn_engine.data import read_square
from icnn_engine.data.selection import Selection
from icnn_engine.features.map_cache import MapLayout, MapStore, ViewKind, opened_store
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.device import device_of, mixed_precision

READERS = max(2, min(8, (os.cpu_count() or 2) // 2))  # threads that decode ahead; torch does the rest
BATCH = 16  # pictures decoded and mapped together
# Pixels that a trunk sees together on the CPU, whose caches hold their maps: four pictures of 224 x 224 take 5.4 ms
# each, sixteen 7 to 11 ms; two of 320 x 320 take 23 ms each, four 31 ms.
PIECE = 4 * 224 * 224
KEEP_EVERY = 60.0  # seconds between two times that new maps are brought onto the disk
VERSION = 4  # of how maps are made: another one does not find the maps of earlier ones
MARGIN = 32  # pixels of reflection around a picture for translation jitter: two cells of stride 16


@dataclass(frozen=True, eq=False)
class TrunkMaps:
    """float16 maps of N pictures. `arrays`: by kind, a row a picture: `plain` (S, C, n, n), and `wide`
    (S, C, m, m), the mirrored picture with a margin of reflection; `slot`: by kind, (N,) the row of each picture, -1
    where it has none. Only pictures that are learned from have wide maps, and only where there is room for them.
    `computed`: how many pictures had to be read, for the others were known."""

    arrays: Mapping[ViewKind, np.ndarray]
    slot: Mapping[ViewKind, np.ndarray]
    computed: int = 0

    @property
    def channels(self) -> int:
        return int(self.arrays[ViewKind.PLAIN].shape[1])

    @property
    def cells(self) -> int:
        return int(self.arrays[ViewKind.PLAIN].shape[2])

    @property
    def places(self) -> int:
        """The number of windows side by side in a wide map."""
        return int(self.arrays[ViewKind.WIDE].shape[-1]) - self.cells + 1

    def row(self, kind: ViewKind, picture: int) -> np.ndarray:
        """The kinds of maps of each picture."""
        found: np.ndarray = self.arrays[kind][self.slot[kind][picture]]
        return found

    def of(self, pictures: np.ndarray) -> np.ndarray:
        """(P, C, n, n) float16: the plain maps of some pictures, as a copy."""
        found: np.ndarray = self.arrays[ViewKind.PLAIN][self.slot[ViewKind.PLAIN][pictures]]
        return found

    def means(self) -> np.ndarray:
        """(N, C) float16: the mean of each plain map over its cells."""
        maps, slot = self.arrays[ViewKind.PLAIN], self.slot[ViewKind.PLAIN]
        means = np.empty((len(slot), self.channels), np.float16)
        for start in range(0, len(slot), BATCH):  # a batch at a time: all maps may not fit into memory
            means[start : start + BATCH] = maps[slot[start : start + BATCH]].mean((2, 3), dtype=np.float32)
        return means


def kinds_of(views: Views) -> tuple[ViewKind, ...]:
    """Return the kinds of maps of a training picture."""
    return (ViewKind.PLAIN,) if views == "plain" else tuple(ViewKind)


def layout_of(backbone: Backbone) -> MapLayout:
    """Return the sizes of a trunk's maps."""
    side = backbone.input_size + 2 * MARGIN
    blank = np.zeros((1, side, side, 3), np.uint8)
    return MapLayout(backbone.channels, backbone.cells, trunk_maps(blank, backbone).shape[-1])


def store_key(backbone: Backbone, digest: str) -> str:
    """Return the name of the cache folder: a digest of all that maps depend on besides the picture."""
    device = device_of(backbone.trunk).type + (" mixed" if backbone.mixed else "")
    told = (VERSION, digest, backbone.name, backbone.input_size, backbone.mean, backbone.std, MARGIN, device)
    return f"{backbone.name}-{sha256(repr((*told, torch.__version__)).encode()).hexdigest()[:16]}"


def bytes_needed(layout: MapLayout, pictures: int, trained: int, views: Views) -> int:
    """Return the bytes of the maps of `count` pictures, some of them training pictures."""
    counts = {kind: pictures if kind is ViewKind.PLAIN else trained for kind in kinds_of(views)}
    return sum(layout.size(kind) * count for kind, count in counts.items())


def read_squares(paths: Iterable[Where], size: int) -> Iterator[np.ndarray]:
    """Yield (size, size, 3) uint8 of each path in order, decoded ahead in threads. Raises PictureError."""

    def read(where: Where) -> np.ndarray:
        try:
            return read_square(where, size)
        except PictureError as error:
            words = translate(
                "Errors",
                "The picture {path} can no longer be read: {reason}. Put it back, or check the folder again.",
            )
            raise PictureError(words.format(path=file_of(where), reason=error)) from None

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
    """Yield arrays stacked in batches of `size` (the last may be smaller)."""
    held: list[np.ndarray] = []
    for item in items:
        held.append(item)
        if len(held) == size:
            yield np.stack(held)
            held = []
    if held:
        yield np.stack(held)


def prepare(squares: np.ndarray, backbone: Backbone) -> Tensor:
    """Return the network input, (B, 3, H, W) float32, channels-last, of (B, H, W, 3) uint8."""
    pixels = torch.from_numpy(np.ascontiguousarray(squares)).permute(0, 3, 1, 2).float() / 255
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (backbone.mean, backbone.std))
    return ((pixels - mean) / std).contiguous(memory_format=torch.channels_last)


@torch.inference_mode()
def trunk_maps(squares: np.ndarray, backbone: Backbone) -> Tensor:
    """Compute the trunk's maps of pictures.

    Parameters
    ----------
    squares : ndarray, shape (B, H, W, 3), uint8
        Pictures squashed to the backbone's input.
    backbone : Backbone

    Returns
    -------
    Tensor, shape (B, C, n, n), float32, on the CPU
    """
    device = device_of(backbone.trunk)
    pieces = _pieces(squares) if device.type == "cpu" else 1
    with mixed_precision(device, backbone.mixed):
        found = [backbone.inference_trunk(prepare(one, backbone).to(device)) for one in np.array_split(squares, pieces)]
    return torch.cat([maps.float().cpu() for maps in found])


def _pieces(squares: np.ndarray) -> int:
    """Return into how many pieces a batch is split; none is a single picture, which is rounded differently."""
    count, height, width = map(int, squares.shape[:3])
    return max(1, min(-(-count * height * width // PIECE), count // 2))


@contextmanager
def opened_maps(
    backbone: Backbone,
    digest: str,
    layout: MapLayout,
    selection: Selection,
    training: np.ndarray,
    views: Views,
    own: Path,
) -> Iterator[Operation[TrunkMaps]]:
    """Open the cache for a block and provide an operation that returns the maps of a selection, valid in the block.

    digest: of the trunk's weights; training: (N,) bool, the training pictures; own: folder to use without the cache.
    """
    digests = selection.contents
    needed = bytes_needed(layout, len(digests), int(training.sum()), views)
    with opened_store(store_key(backbone, digest), layout, needed, own) as (store, room):
        yield _compute_maps(backbone, selection, training, views, store, room)


def _compute_maps(
    backbone: Backbone, selection: Selection, training: np.ndarray, views: Views, store: MapStore, room: int
) -> Operation[TrunkMaps]:
    """Return the maps of all pictures; compute those that the store does not have."""
    slots = _slots(selection.contents, training, views, store, room)
    for kind in slots:
        for _copied in store.borrow(kind):
            yield Progress("Reading pictures", 0, len(selection.paths))
    missing: dict[tuple[ViewKind, ...], dict[str, Where]] = {}
    for path, digest in zip(selection.paths, selection.contents, strict=True):
        if kinds := tuple(kind for kind in slots if store.waits(kind, digest)):
            missing.setdefault(kinds, {})[digest] = path
    computed = sum(map(len, missing.values()))
    yield Progress("Reading pictures", 0, max(computed, 1))
    done, saved = 0, time.monotonic()
    for paths in _fill_store(store, missing, backbone):
        if time.monotonic() - saved > KEEP_EVERY:
            store.keep()
            saved = time.monotonic()
        done += len(paths)
        yield Progress("Reading pictures", done, computed)
        yield PicturesRead(paths)
    store.keep()
    return TrunkMaps({kind: store.array(kind) for kind in slots}, slots, computed)


def _fill_store(
    store: MapStore, missing: Mapping[tuple[ViewKind, ...], Mapping[str, Where]], backbone: Backbone
) -> Iterator[tuple[Where, ...]]:
    """Put the missing maps into the store, by kinds of views and digest; yield the pictures of each batch."""
    for kinds, paths in missing.items():
        digests = iter(paths)
        for squares in batches_of(read_squares(paths.values(), backbone.input_size)):
            maps = {kind: _maps_of(kind, squares, backbone) for kind in kinds}
            batch = list(islice(digests, len(squares)))
            for number, digest in enumerate(batch):
                for kind in kinds:
                    store.put(kind, digest, maps[kind][number])
            yield tuple(paths[digest] for digest in batch)


def _slots(
    digests: Sequence[str], training: np.ndarray, views: Views, store: MapStore, room: int
) -> dict[ViewKind, np.ndarray]:
    """Return the slots of the pictures in the store by kind; each kind gets its share of the room."""
    whole = bytes_needed(store.layout, len(digests), int(training.sum()), views)
    slot = {}
    for kind in kinds_of(views):
        rows = np.arange(len(digests)) if kind is ViewKind.PLAIN else np.flatnonzero(training)
        slot[kind] = np.full(len(digests), -1)
        share = room * store.layout.size(kind) * len(rows) // max(whole, 1)
        slot[kind][rows] = store.prepare(kind, [digests[row] for row in rows.tolist()], share)
    return slot


def _maps_of(kind: ViewKind, squares: np.ndarray, backbone: Backbone) -> np.ndarray:
    """Return the maps of one kind, (B, ...) float32, of (B, S, S, 3) uint8."""
    if kind is ViewKind.WIDE:
        margin = [(0, 0), (MARGIN, MARGIN), (MARGIN, MARGIN), (0, 0)]
        squares = np.pad(squares[:, :, ::-1], margin, mode="reflect")
    return _alone_as_among_others(squares, backbone)


def _alone_as_among_others(squares: np.ndarray, backbone: Backbone) -> np.ndarray:
    """Compute the trunk's maps, a single picture as a pair: a convolution rounds one picture differently, so maps would
    depend on which others were cached."""
    several = squares if len(squares) > 1 else np.concatenate([squares, squares])
    return trunk_maps(several, backbone).numpy()[: len(squares)]
