"""Edits pictures: pastes a crop into another picture, blurs all but a crop, or blurs a crop. No torch."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.metrics import CROP, Floats, Ints

FEATHER = 8  # pixels over which a crop's edge fades
BLUR = 0.5  # sigma of the blur, in units of the crop's side
LEAST_MOVE = 2.0  # cells: a crop is pasted at least so far from where it was
FAR = 2 / 3  # of the crop's side: a random crop lies at least so far from the peak, or it would show the same content
DRAWS = 200

Cell = tuple[int, int]
Ramps = tuple[Floats, Floats]


def blurred(square: np.ndarray) -> np.ndarray:
    """(S, S, 3) uint8, blurred until no part can be seen."""
    sigma = BLUR * CROP * len(square)
    return np.asarray(Image.fromarray(square).filter(ImageFilter.GaussianBlur(sigma)))


def feathered(size: int, centre: np.ndarray, side: float) -> Ramps:
    """The share of a crop in each row (size,) and each column (size,) of a picture: 1 inside a square of `side` around
    a centre (y, x) in pixels, 0 outside of it, its edges faded inwards."""
    pixels = np.arange(size)
    down, right = (np.clip((side / 2 - np.abs(pixels - at) + 0.5) / FEATHER, 0, 1) for at in centre)
    return down, right


def mixed(one: np.ndarray, other: np.ndarray, ramps: Ramps) -> np.ndarray:
    """(S, S, 3) uint8: `one` where the share, the product of the ramps, is 1, `other` where it is 0."""
    found = other.copy()
    if all(ramp.any() for ramp in ramps):
        shown = tuple(slice(np.flatnonzero(ramp)[0], np.flatnonzero(ramp)[-1] + 1) for ramp in ramps)
        share = np.outer(*(ramp[part] for ramp, part in zip(ramps, shown, strict=True))).astype(np.float32)[..., None]
        found[shown] = np.rint(one[shown] * share + other[shown] * (1 - share))
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
        rng = np.random.default_rng([picture, *cell])
        choice = self._targets[int(self._labels[picture])]
        target = choice[rng.integers(len(choice))]
        start = self._geometry.centre(np.array(cell))
        place = self._place(start, rng)
        ramps = self._clipped(start, place)
        moved = np.roll(self.wholes[picture], tuple(place - start.astype(int)), axis=(0, 1))
        where: Floats = self._geometry.cell_at(place + (start - start.astype(int)))
        return mixed(moved, target, ramps), where

    def _place(self, start: Floats, rng: np.random.Generator) -> Ints:
        """Whole pixels at which a crop's middle is pasted: two cells away or more, and so that all of it fits."""
        half = int(np.ceil(self.side / 2))
        low, high = half, self._size - half
        place = rng.integers(low, high, (DRAWS, 2))
        far = np.abs(place - start).max(1) >= LEAST_MOVE * self._geometry.stride
        found: Ints = place[far.argmax()]
        return found

    def _clipped(self, start: Floats, place: Ints) -> Ramps:
        """Where the pasted crop shows: what lay beyond the edge of its own picture does not."""
        ramps = feathered(self._size, place, self.side)
        for ramp, end, begin in zip(ramps, place, start, strict=True):
            source = np.arange(self._size) - end + int(begin)
            ramp[(source < 0) | (source >= self._size)] = 0
        return ramps

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

    def elsewhere(self, picture: int, cell: Cell) -> np.ndarray:
        """A random crop, far from a cell, sharp and the rest blurred."""
        centres, at = self._near_corners(picture), self._geometry.centre(np.array(cell))
        far = np.abs(centres - at).max(1) >= FAR * self.side
        order = np.random.default_rng([picture, *cell, 1]).permutation(len(centres))
        centre = centres[order[far[order].argmax()]]
        return mixed(self.wholes[picture], self.blurred(picture), self._around(centre))

    def _near_corners(self, picture: int) -> Floats:
        """(4, 2) random centres of crops, near each corner: one of them is far from any peak."""
        rng, half = np.random.default_rng([picture, 2]), self.side / 2
        room = (self._size - 2 * half) * 0.15
        corners = np.array([(down, right) for down in (0, 1) for right in (0, 1)])
        inward = rng.uniform(0, room, (4, 2))
        found: Floats = np.where(corners == 0, half + inward, self._size - half - inward)
        return found

    def _around(self, centre: np.ndarray) -> Ramps:
        return feathered(self._size, centre, self.side)
