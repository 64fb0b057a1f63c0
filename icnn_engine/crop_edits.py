"""Edited pictures: a crop pasted into another picture, a crop alone in a blurred picture, a crop blurred. No torch."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageFilter

from icnn_engine.metrics import CROP, Floats, Ints
from icnn_engine.receptive_field import MapGeometry

FEATHER = 8  # pixels over which a crop's edge fades
BLUR = 0.5  # sigma of the blur, in units of the crop's side
LEAST_MOVE = 2.0  # cells: a crop is pasted at least so far from where it was
FAR = 2 / 3  # of the crop's side: a random crop lies at least so far from the peak, or it would show the same content
DRAWS = 200

Cell = tuple[int, int]


def blurred(square: np.ndarray) -> np.ndarray:
    """(S, S, 3) uint8, blurred until no part can be seen."""
    sigma = BLUR * CROP * len(square)
    return np.asarray(Image.fromarray(square).filter(ImageFilter.GaussianBlur(sigma)))


def feathered(size: int, centre: np.ndarray, side: float) -> np.ndarray:
    """(size, size, 1) float32: 1 inside a square of `side` around a centre (y, x) in pixels, 0 outside of it, its
    edges faded inwards."""
    pixels = np.arange(size)
    ramps = [np.clip((side / 2 - np.abs(pixels - at) + 0.5) / FEATHER, 0, 1) for at in centre]
    share: np.ndarray = np.outer(*ramps).astype(np.float32)[..., None]
    return share


def mixed(one: np.ndarray, other: np.ndarray, share: np.ndarray) -> np.ndarray:
    """(S, S, 3) uint8: `one` where the share is 1, `other` where it is 0."""
    found: np.ndarray = np.rint(one * share + other * (1 - share)).astype(np.uint8)
    return found


class CropEdits:
    """Edits of whole pictures (N, S, S, 3) uint8 around cells of a map; the same request gives the same picture.

    targets: by label of the picture that a crop comes from, the pictures that it is pasted into.
    """

    def __init__(self, wholes: np.ndarray, labels: Ints, targets: dict[int, np.ndarray], geometry: MapGeometry) -> None:
        self.wholes, self._labels, self._targets, self._geometry = wholes, labels, targets, geometry
        self._size = geometry.input_size
        self.side = CROP * self._size
        self._last: tuple[int, np.ndarray] = (-1, wholes[:0])  # requests come picture by picture

    def pasted(self, picture: int, cell: Cell) -> tuple[np.ndarray, Floats]:
        """The crop around a cell of a picture, pasted at a random place of another picture, and the (fractional) cell
        at which it lies now."""
        random = np.random.default_rng([picture, *cell])
        choice = self._targets[int(self._labels[picture])]
        target = choice[random.integers(len(choice))]
        start = self._geometry.centre(np.array(cell))
        place = self._place(start, random)
        share = self._clipped(start, place)
        moved = np.roll(self.wholes[picture], tuple(place - start.astype(int)), axis=(0, 1))
        where: Floats = self._geometry.cell_at(place + (start - start.astype(int)))
        return mixed(moved, target, share), where

    def _place(self, start: Floats, random: np.random.Generator) -> Ints:
        """Whole pixels at which a crop's middle is pasted: two cells away or more, and so that all of it fits."""
        half = int(np.ceil(self.side / 2))
        low, high = half, self._size - half
        place = random.integers(low, high, (DRAWS, 2))
        far = np.abs(place - start).max(1) >= LEAST_MOVE * self._geometry.stride
        found: Ints = place[far.argmax()]
        return found

    def _clipped(self, start: Floats, place: Ints) -> np.ndarray:
        """Where the pasted crop shows: what lay beyond the edge of its own picture does not."""
        share = feathered(self._size, place, self.side)
        for axis in (0, 1):
            source = np.arange(self._size) - place[axis] + int(start[axis])
            outside = (source < 0) | (source >= self._size)
            share[outside if axis == 0 else (slice(None), outside)] = 0
        return share

    def blurred(self, picture: int) -> np.ndarray:
        """The picture, wholly blurred."""
        if picture != self._last[0]:
            self._last = (picture, blurred(self.wholes[picture]))
        return self._last[1]

    def alone(self, picture: int, cell: Cell) -> np.ndarray:
        """The crop around a cell sharp, the rest blurred."""
        return mixed(self.wholes[picture], self.blurred(picture), self._around(self._geometry.centre(np.array(cell))))

    def without(self, picture: int, cell: Cell) -> np.ndarray:
        """The crop around a cell blurred, the rest sharp."""
        return mixed(self.blurred(picture), self.wholes[picture], self._around(self._geometry.centre(np.array(cell))))

    def randoms(self, picture: int) -> Iterator[np.ndarray]:
        """Four pictures of which a random crop is sharp, near each corner: one of them is far from any peak."""
        for centre in self._random_centres(picture):
            yield mixed(self.wholes[picture], self.blurred(picture), self._around(centre))

    def far_random(self, picture: int, cell: Cell) -> int:
        """Which of `randoms` is to be used for a peak: the first that is far enough from it, in a random order."""
        centres, at = self._random_centres(picture), self._geometry.centre(np.array(cell))
        far = np.abs(centres - at).max(1) >= FAR * self.side
        order = np.random.default_rng([picture, *cell, 1]).permutation(len(centres))
        return int(order[far[order].argmax()])

    def _random_centres(self, picture: int) -> Floats:
        random, half = np.random.default_rng([picture, 2]), self.side / 2
        room = (self._size - 2 * half) * 0.15
        corners = np.array([(down, right) for down in (0, 1) for right in (0, 1)])
        inward = random.uniform(0, room, (4, 2))
        found: Floats = np.where(corners == 0, half + inward, self._size - half - inward)
        return found

    def _around(self, centre: np.ndarray) -> np.ndarray:
        return feathered(self._size, centre, self.side)
