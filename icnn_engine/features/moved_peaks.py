"""The views of pictures in which filters are tested, and the peaks of a network in them (docs/maths.md)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.features.crop_tests import Firing
from icnn_engine.features.equivariance import (
    CORNERS,
    FARTHEST,
    LEAST_MOVE,
    ZOOM_WITHIN,
    scaled,
    usual_shift,
    window,
    zoomed,
    zoomed_pixels,
)
from icnn_engine.metrics import Bools, Floats, Ints, Moved

Step = tuple[int, int]  # pixels by which a window is moved down and right
UP, DOWN = -24, 20  # windows that lie 44 pixels apart: 2.75 cells of a stride of 16
MIDDLE = (0, 0)
# Between these lie moves of 20, 24, 28 and 44 pixels, each of them forth and back along both axes.
STEPS: tuple[Step, ...] = (MIDDLE, (UP, 0), (0, UP), (DOWN, 0), (0, DOWN), (-FARTHEST, 0), (0, -FARTHEST))
MIRRORED: tuple[Step, ...] = ((UP, 0), (DOWN, 0))
SLOPE_CELLS = (2.0, 3.0)  # moves of the content that the slope is taken over
NOISE, NOISE_LIMIT = 0.2, 0.25  # standard deviation and limit, on a scale of 0 to 1 (Huang et al. 2023)

Seen = tuple[Ints, Floats]  # peaks of one view: cells (N, F, 2) and strengths (N, F)


def views_of(big: np.ndarray, wholes: np.ndarray, first: int, stride: int) -> list[np.ndarray]:
    """In the order of `MovedPeaks`: windows, mirrored windows, the whole picture, its corners enlarged, the
    whole picture with noise. first: number of the first picture; stride: of the maps, in pixels."""
    size = wholes.shape[1]
    windows = [window(big, size, *step) for step in scaled_steps(STEPS, stride)]
    mirrored = [window(big, size, *step)[:, :, ::-1] for step in scaled_steps(MIRRORED, stride)]
    return [*windows, *mirrored, wholes, *(zoomed(big, size, *corner) for corner in CORNERS), _noisy(wholes, first)]


def scaled_steps(steps: Sequence[Step], stride: int) -> list[Step]:
    """Return steps for maps of a stride (see `scaled`)."""
    return [(scaled(down, stride), scaled(right, stride)) for down, right in steps]


def _noisy(wholes: np.ndarray, first: int) -> np.ndarray:
    noise = np.stack([np.random.default_rng(first + i).normal(0, NOISE, one.shape) for i, one in enumerate(wholes)])
    values = np.clip(wholes + 255 * np.clip(noise, -NOISE_LIMIT, NOISE_LIMIT), 0, 255)
    noisy: np.ndarray = np.rint(values).astype(np.uint8)
    return noisy


class MovedPeaks:
    """The peaks of one network's F filters in all views of N pictures, and what follows from them."""

    def __init__(self, views: Sequence[Seen], shows: Bools, geometry: MapGeometry) -> None:
        cells = [one for one, _ in views]
        steps, mirrored = (scaled_steps(steps, geometry.stride) for steps in (STEPS, MIRRORED))
        self.windows = dict(zip(steps, cells, strict=False))
        self._active = {
            step: metrics.above_median(strengths, shows) for step, (_, strengths) in zip(steps, views, strict=False)
        }
        self.mirrored = dict(zip(mirrored, cells[len(STEPS) :], strict=False))
        self.whole, *self.corners, self.noisy = cells[len(STEPS) + len(MIRRORED) :]
        self.shows, self.geometry = shows, geometry
        self.strengths = views[0][1]
        self.whole_strengths = views[len(STEPS) + len(MIRRORED)][1]

    @property
    def firing(self) -> Firing:
        """Where filters fire in the whole pictures."""
        return Firing(self.whole, self.whole_strengths, metrics.above_median(self.whole_strengths, self.shows))

    def followed(self, moves: Sequence[Moved]) -> metrics.Followed:
        """Of moves that begin in one of the windows."""
        return metrics.followed(moves, self.strengths, self.geometry.cells, self.shows)

    def tests(self, transplanted: Floats) -> metrics.PartTests:
        """All tests but grounding."""
        mirror_moves = self.mirror_moves()
        mirror = self.followed(mirror_moves).share()
        unknown = np.full(len(mirror), np.nan)
        return metrics.PartTests(
            eligible=self._active[MIDDLE].sum(0),
            shift=self.followed(self.shift_moves(usual_shift(self.geometry.stride))).share(),
            slope=metrics.slope(self.slope_moves(), self.geometry.cells),
            mirror=mirror,
            transplant=transplanted,
            scale=metrics.equivariance(self.scale_moves(), self.whole_strengths, self.geometry.cells, self.shows),
            kept=unknown,
            remaining=unknown,
            random_kept=unknown,
            partner=metrics.mirror_partners(mirror_moves, mirror, self.geometry.cells),
        )

    def shift_moves(self, pixels: int) -> list[Moved]:
        """Between the middle window and those that are moved by so many pixels, forth and back."""
        moved = [step for step in self.windows if max(map(abs, step)) == pixels]
        return [self._shifted(*way) for step in moved for way in ((MIDDLE, step), (step, MIDDLE))]

    def slope_moves(self) -> list[Moved]:
        """Between all windows that lie two to three cells apart along one axis, both ways; never by a multiple of the
        stride, by which a trunk's maps merely slide (of a stride of one pixel all are)."""
        (low, high), stride = SLOPE_CELLS, self.geometry.stride

        def counts(one: Step, other: Step) -> bool:
            apart = [abs(b - a) for a, b in zip(one, other, strict=True)]
            far = max(apart)
            return min(apart) == 0 and low <= far / stride <= high and (far % stride > 0 or stride == 1)

        return [self._shifted(a, b) for a in self.windows for b in self.windows if counts(a, b)]

    def _shifted(self, start: Step, end: Step) -> Moved:
        cells, way = self.windows[start], np.subtract(end, start)
        return Moved(cells - way / self.geometry.stride, self.windows[end], cells, active=self._active[start])

    def mirror_moves(self) -> list[Moved]:
        """To mirrored windows that are also moved up or down, so that every peak has to move by two cells or more."""
        up, down = self.mirrored
        return [self._mirrored(up, down), self._mirrored(down, up)]

    def _mirrored(self, start: Step, end: Step) -> Moved:
        cells = self.windows[start]
        rows = cells[..., 0] + (start[0] - end[0]) / self.geometry.stride
        columns = self.geometry.cell_at(self.geometry.input_size - 1 - self.geometry.centre(cells[..., 1]))
        expected = np.stack([rows, columns], axis=2)
        return Moved(expected, self.mirrored[end], cells, LEAST_MOVE, active=self._active[start])

    def scale_moves(self) -> list[Moved]:
        """From the whole picture to its corners, enlarged."""
        pixels = self.geometry.centre(self.whole)
        return [
            Moved(
                self.geometry.cell_at(zoomed_pixels(pixels, self.geometry.input_size, *corner)),
                cells,
                self.whole,
                LEAST_MOVE,
                ZOOM_WITHIN,
            )
            for corner, cells in zip(CORNERS, self.corners, strict=True)
        ]
