"""The tests with crops: transplant (paste a crop elsewhere) and grounding (blur all but the crop); docs/maths.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from torch import nn

from icnn_engine import metrics
from icnn_engine.core.annotations import Where
from icnn_engine.core.events import Operation, Progress
from icnn_engine.features.crop_edits import Cell, CropEdits, blurred
from icnn_engine.features.equivariance import filter_maps
from icnn_engine.features.trunk_maps import read_squares, trunk_maps
from icnn_engine.metrics import Bools, Floats, Ints
from icnn_engine.models.backbones import Backbone

TRANSPLANTS = 12  # pictures of each filter
TRANSPLANTS_UNTRAINED = 4  # of each untrained filter, of which only the mean is used
GROUNDED = 8  # pictures of each filter
TOGETHER = 32  # edited pictures in a batch
TARGETS = 24  # pictures into which crops are pasted, of each category

Item = TypeVar("Item")
Key = tuple[int, Cell]  # a crop: picture, and cell of the peak


@dataclass(frozen=True, eq=False)
class Readers:
    """The filter layers of networks that share one trunk."""

    backbone: Backbone
    layers: Mapping[str, nn.Module]

    def maps(self, squares: np.ndarray) -> dict[str, np.ndarray]:
        """(B, F, n, n) maps of each network for (B, S, S, 3) uint8."""
        trunk = trunk_maps(squares, self.backbone)
        return {name: filter_maps(layer, trunk) for name, layer in self.layers.items()}


@dataclass(frozen=True, eq=False)
class Firing:
    """The peaks of F filters in N whole pictures: cells (N, F, 2), strengths (N, F), and which of them count (N, F)."""

    cells: Ints
    strengths: Floats
    active: Bools


class Requests:
    """The crops to test; a crop of several filters is tested once.

    All filters take pictures in the same random order, so that many ask for the same crops.
    """

    def __init__(self, firing: Mapping[str, Firing], chosen: Mapping[str, Bools], most: Mapping[str, int]) -> None:
        self._asked: dict[Key, dict[str, list[int]]] = {}
        pictures = len(next(iter(firing.values())).active)
        order = np.random.default_rng(0).permutation(pictures)
        for name, one in firing.items():
            for filter in np.flatnonzero(chosen[name]):
                for picture in order[one.active[order, filter]][: most[name]]:
                    row, column = one.cells[picture, filter]
                    key = int(picture), (int(row), int(column))
                    self._asked.setdefault(key, {}).setdefault(name, []).append(int(filter))

    def __len__(self) -> int:
        return len(self._asked)

    @property
    def pictures(self) -> list[int]:
        """The pictures that crops are cut from."""
        return sorted({picture for picture, _ in self._asked})

    def batches(self, size: int) -> Iterator[list[Key]]:
        """Yield the crops, picture by picture."""
        yield from _batches(sorted(self._asked), size)

    def filters(self, key: Key, name: str) -> list[int]:
        """Return the filters of a network that ask for a crop."""
        return self._asked[key].get(name, [])


def _batches(items: Sequence[Item], size: int) -> Iterator[list[Item]]:
    for start in range(0, len(items), size):
        yield list(items[start : start + size])


def targets_for(labels: Ints, wholes: np.ndarray, others: Sequence[Where], other_labels: Ints) -> dict[int, np.ndarray]:
    """Return, by category, the pictures into which its crops are pasted: background pictures, else those of other
    categories, else its own pictures, strongly blurred. Raises PictureError."""
    found: dict[int, np.ndarray] = {}
    for label in np.unique(labels).tolist():
        rows = np.flatnonzero(other_labels == -1)
        rows = rows if len(rows) else np.flatnonzero(other_labels != label)
        rows = rows[:: max(1, len(rows) // TARGETS)][:TARGETS]
        if len(rows):
            found[label] = np.stack(list(read_squares([others[row] for row in rows.tolist()], wholes.shape[1])))
        else:
            own = wholes[labels == label]
            found[label] = np.stack([blurred(one) for one in own[:TARGETS]])
    return found


def transplant(
    readers: Readers, edits: CropEdits, firing: Mapping[str, Firing], most: Mapping[str, int]
) -> Operation[dict[str, Floats]]:
    """Return (F,) of each network: the share of a filter's pasted crops on which it peaks within one cell of the crop.

    nan for a filter that never fires. most: number of crops per filter, by network.
    """
    everyone = {name: np.ones(one.active.shape[1], bool) for name, one in firing.items()}
    asked = Requests(firing, everyone, most)
    hits, counted = ({name: np.zeros(len(one), np.int64) for name, one in everyone.items()} for _ in range(2))
    done = 0
    yield Progress("Pasting crops", 0, len(asked))
    for keys in asked.batches(TOGETHER):
        pasted = [edits.pasted(*key) for key in keys]
        for name, maps in readers.maps(np.stack([square for square, _ in pasted])).items():
            cells, _ = metrics.peaks(maps)
            for row, key in enumerate(keys):
                filters = asked.filters(key, name)
                near = np.abs(cells[row, filters] - pasted[row][1]).max(1, initial=0) <= 1
                hits[name][filters] += near
                counted[name][filters] += 1
        done += len(keys)
        yield Progress("Pasting crops", done, len(asked))
    return {name: metrics.ratio(hits[name], counted[name]) for name in firing}


@dataclass(frozen=True, eq=False)
class Grounded:
    """Strengths of the F filters of a network in edited pictures; `kept` (F, F): the share of a filter's strength that
    the crop of another keeps (nan: not tested)."""

    sharpness: metrics.Sharpness
    kept: Floats


def ground(
    readers: Readers, edits: CropEdits, firing: Mapping[str, Firing], chosen: Mapping[str, Bools]
) -> Operation[dict[str, Grounded]]:
    """Test the grounding of the chosen filters (F,) of each network."""
    asked = Requests(firing, chosen, dict.fromkeys(firing, GROUNDED))
    found = {name: _Readings(one, asked.pictures) for name, one in firing.items()}
    total, done = len(asked.pictures) + len(asked), 0
    yield Progress("Blurring pictures", 0, total)
    for pictures in _batches(asked.pictures, TOGETHER):
        for name, maps in readers.maps(np.stack([edits.blurred(picture) for picture in pictures])).items():
            found[name].note_blurred(pictures, maps)
        done += len(pictures)
        yield Progress("Blurring pictures", done, total)
    for keys in asked.batches(TOGETHER // 3):
        squares = [edit(*key) for key in keys for edit in (edits.alone, edits.without, edits.elsewhere)]
        for name, maps in readers.maps(np.stack(squares)).items():
            for key, edited in zip(keys, maps.reshape(len(keys), 3, *maps.shape[1:]), strict=True):
                found[name].note_crop(key[0], asked.filters(key, name), edited)
        done += len(keys)
        yield Progress("Blurring pictures", done, total)
    return {name: one.grounded() for name, one in found.items()}


class _Readings:
    """Values of one network's F filters at their own peaks, within one cell, in P pictures and their edits."""

    def __init__(self, firing: Firing, pictures: Sequence[int]) -> None:
        self._firing = firing
        self._row = {picture: row for row, picture in enumerate(pictures)}
        shape = len(pictures), firing.active.shape[1]
        self._whole = firing.strengths[list(pictures)]
        self._blurred = np.full(shape, np.nan)
        self._edited = np.full((3, *shape), np.nan)  # only the crop sharp, only the crop blurred, another crop sharp
        self._kept: dict[int, list[Floats]] = {}

    def note_blurred(self, pictures: Sequence[int], maps: np.ndarray) -> None:
        """maps: (B, F, n, n) of pictures wholly blurred."""
        for picture, one in zip(pictures, maps, strict=True):
            self._blurred[self._row[picture]] = self._values(picture, one)

    def note_crop(self, picture: int, filters: list[int], maps: np.ndarray) -> None:
        """maps: (3, F, n, n) with only the crop sharp, with only the crop blurred, with only a random crop sharp;
        `filters` asked for it."""
        if not filters:
            return
        row, values = self._row[picture], np.array([self._values(picture, one) for one in maps])
        self._edited[:, row, filters] = values[:, filters]
        blur = self._blurred[row]
        strength = np.where(self._firing.active[picture], self._whole[row] - blur, 0)
        kept = np.divide(values[0] - blur, strength, out=np.full(len(strength), np.nan), where=strength > 0)
        for filter in filters:
            self._kept.setdefault(filter, []).append(kept)

    def _values(self, picture: int, maps: np.ndarray) -> Floats:
        """(F,) highest value of maps (F, n, n) within one cell of each filter's peak in the whole picture."""
        rows, columns = self._firing.cells[picture].T
        padded = np.pad(maps, [(0, 0), (1, 1), (1, 1)], constant_values=-np.inf)
        every = np.arange(len(maps))
        around = [padded[every, rows + down, columns + right] for down in range(3) for right in range(3)]
        found: Floats = np.max(around, axis=0)
        return found

    def grounded(self) -> Grounded:
        """What was noted."""
        filters = self._whole.shape[1]
        kept = np.full((filters, filters), np.nan)
        for filter, rows in self._kept.items():
            kept[filter] = metrics.median_of_known(np.array(rows))
        return Grounded(metrics.Sharpness(self._whole, self._blurred, *self._edited), kept)
