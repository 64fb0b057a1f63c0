"""Test whether filters hold parts: move, mirror, enlarge and edit pictures, and watch the peaks (docs/maths.md).

Networks that share a trunk share its passes. The marks are in `metrics.holding`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from torch import nn

from icnn_engine import metrics
from icnn_engine.annotations import Where
from icnn_engine.backbones import Backbone
from icnn_engine.crop_edits import CropEdits
from icnn_engine.crop_tests import Firing, Grounded, Readers, ground, targets_for, transplant
from icnn_engine.datasets import to_square
from icnn_engine.events import Operation, Progress
from icnn_engine.feature_store import batches_of, read_squares
from icnn_engine.metrics import Bools, Floats, Ints, Moved
from icnn_engine.moves import (
    CORNERS,
    DIRECTIONS,
    LEAST_MOVE,
    ZOOM_WITHIN,
    enlarged,
    usual_shift,
    window,
    zoomed,
    zoomed_pixels,
)
from icnn_engine.receptive_field import MapGeometry

Step = tuple[int, int]  # pixels by which a window is moved down and right
UP, DOWN = -24, 20  # windows that lie 44 pixels apart: 2.75 cells of a stride of 16
MIDDLE = (0, 0)
STEPS: tuple[Step, ...] = (MIDDLE, *((24 * d, 24 * r) for d, r in DIRECTIONS), (20, 0), (0, 20), (-28, 0), (0, -28))
MIRRORED: tuple[Step, ...] = (MIDDLE, (UP, 0), (DOWN, 0))
SLOPE_CELLS = (2.0, 3.0)  # moves of the content that the slope is taken over
NOISE, NOISE_LIMIT = 0.2, 0.25  # standard deviation and limit, on a scale of 0 to 1 (Huang et al. 2023)
MOST_JUDGED = 100  # held-out pictures of a category
LEAST_GROUNDED = 6  # filters whose grounding is measured even if fewer pass the other tests


@dataclass(frozen=True, eq=False)
class Subject:
    """The filters of one network: what they read with, their layer, (F,) the category each answers to."""

    backbone: Backbone
    layer: nn.Module
    category: Ints


@dataclass(frozen=True, eq=False)
class Held:
    """Held-out pictures: `paths` and `labels` (N,) of those on which filters are judged; `others`, pictures into which
    crops may be pasted, with their labels (-1: of no category)."""

    paths: Sequence[Where]
    labels: Ints
    others: Sequence[Where]
    other_labels: Ints


@dataclass(frozen=True, eq=False)
class HeldRows:
    """Held-out pictures, and which rows of all pictures they are."""

    rows: Ints
    pictures: Held


def held_of(paths: Sequence[Where], labels: Ints, test: Bools) -> HeldRows:
    """The pictures on which filters are judged, of (N,) all: at most `MOST_JUDGED` test pictures of each category."""
    shown = [np.flatnonzero((labels == one) & test)[:MOST_JUDGED] for one in np.unique(labels[labels >= 0])]
    rows, others = np.sort(np.concatenate(shown)), np.flatnonzero(test)
    own, targets = [paths[i] for i in rows.tolist()], [paths[i] for i in others.tolist()]
    return HeldRows(rows, Held(own, labels[rows], targets, labels[others]))


@dataclass(frozen=True, eq=False)
class Judged:
    """What the F filters of one network reached on N pictures.

    `tests`, `groups` (F,) and `distances` (F, F): see `metrics`; `followed`: the usual shift, `shift` pixels, picture
    by picture; `shifts`: (F,) by pixels; `flipped`: (F,) share of peaks that follow a plain mirror, of those that have
    to move by two cells; `cells`, `noisy`: (N, F, 2) cells of the peaks in the whole pictures, and with noise.
    """

    tests: metrics.PartTests
    groups: Ints
    distances: Floats
    shift: int
    followed: metrics.Followed
    shifts: Mapping[int, Floats]
    flipped: Floats
    cells: Ints
    noisy: Ints


def judge(subjects: Mapping[str, Subject], held: Held, geometry: MapGeometry) -> Operation[dict[str, Judged]]:
    """Judge the filters of each network. Raises PictureError where a picture can no longer be read."""
    by_trunk: dict[int, dict[str, Subject]] = {}
    for name, subject in subjects.items():
        by_trunk.setdefault(id(subject.backbone.trunk), {})[name] = subject
    found: dict[str, Judged] = {}
    for own in by_trunk.values():
        found |= yield from _judge(own, held, geometry)
    return {name: found[name] for name in subjects}


def _judge(own: Mapping[str, Subject], held: Held, geometry: MapGeometry) -> Operation[dict[str, Judged]]:
    """Of networks that share a trunk."""
    backbone = next(iter(own.values())).backbone
    readers = Readers(backbone, {name: one.layer for name, one in own.items()})
    wholes, views = yield from _moved(readers, held.paths)
    peaks = {name: Peaks(views[name], metrics.shown(held.labels, one.category), geometry) for name, one in own.items()}
    firing = {name: one.firing for name, one in peaks.items()}
    edits = CropEdits(wholes, held.labels, targets_for(held.labels, wholes, held.others, held.other_labels), geometry)
    answered = yield from transplant(readers, edits, firing)
    tests = {name: one.tests(answered[name]) for name, one in peaks.items()}
    chosen = {name: _to_ground(one) for name, one in tests.items()}
    grounded = yield from ground(readers, edits, firing, chosen)
    return {name: _judged(peaks[name], tests[name], grounded[name], one.category) for name, one in own.items()}


Seen = tuple[Ints, Floats]  # peaks of one view: cells (N, F, 2) and strengths (N, F)


def _moved(readers: Readers, paths: Sequence[Where]) -> Operation[tuple[np.ndarray, dict[str, list[Seen]]]]:
    """The whole pictures, (N, S, S, 3), and the peaks of each network in all views of them."""
    size = readers.backbone.input_size
    wholes: list[np.ndarray] = []
    seen: dict[str, list[list[Seen]]] = {name: [] for name in readers.layers}
    done = 0
    yield Progress("Moving pictures", 0, len(paths))
    for big in batches_of(read_squares(paths, enlarged(size))):
        wholes.append(np.stack([to_square(one, size) for one in big]))
        found: dict[str, list[Seen]] = {name: [] for name in readers.layers}
        for view in _views(big, wholes[-1], done):
            for name, maps in readers.maps(view).items():
                found[name].append(metrics.peaks(maps))
        for name, views in found.items():
            seen[name].append(views)
        done += len(big)
        yield Progress("Moving pictures", done, len(paths))
    joined = {
        name: [(np.concatenate(cells), np.concatenate(values)) for cells, values in map(_apart, zip(*b, strict=True))]
        for name, b in seen.items()
    }
    return np.concatenate(wholes), joined


def _apart(batches: Sequence[Seen]) -> tuple[list[Ints], list[Floats]]:
    return [cells for cells, _ in batches], [values for _, values in batches]


def _views(big: np.ndarray, wholes: np.ndarray, first: int) -> list[np.ndarray]:
    """In the order in which `Peaks` takes them: windows, mirrored windows, the whole picture, its corners enlarged, the
    whole picture with noise. first: number of the first picture."""
    size = wholes.shape[1]
    windows = [window(big, size, *step) for step in STEPS]
    mirrored = [window(big, size, *step)[:, :, ::-1] for step in MIRRORED]
    return [*windows, *mirrored, wholes, *(zoomed(big, size, *corner) for corner in CORNERS), _noisy(wholes, first)]


def _noisy(wholes: np.ndarray, first: int) -> np.ndarray:
    noise = np.stack([np.random.default_rng(first + i).normal(0, NOISE, one.shape) for i, one in enumerate(wholes)])
    values = np.clip(wholes + 255 * np.clip(noise, -NOISE_LIMIT, NOISE_LIMIT), 0, 255)
    noisy: np.ndarray = np.rint(values).astype(np.uint8)
    return noisy


class Peaks:
    """The peaks of one network's F filters in all views of N pictures, and what follows from them."""

    def __init__(self, views: Sequence[Seen], shows: Bools, geometry: MapGeometry) -> None:
        cells = [one for one, _ in views]
        self.windows = dict(zip(STEPS, cells, strict=False))
        self._active = {
            step: metrics.above_median(strengths, shows) for step, (_, strengths) in zip(STEPS, views, strict=False)
        }
        self.mirrored = dict(zip(MIRRORED, cells[len(STEPS) :], strict=False))
        self.whole, *self.corners, self.noisy = cells[len(STEPS) + len(MIRRORED) :]
        self.shows, self.geometry = shows, geometry
        self.strengths = views[0][1]
        self.whole_strengths = views[len(STEPS) + len(MIRRORED)][1]

    @property
    def firing(self) -> Firing:
        """Where filters fire in the whole pictures."""
        return Firing(self.whole, metrics.above_median(self.whole_strengths, self.shows))

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
        """Between the middle window and those that are moved by so many pixels, to all four sides."""
        moved = [step for step in STEPS if max(map(abs, step)) == pixels]
        back = [step for step in moved if (-step[0], -step[1]) not in STEPS]
        return [self._shifted(MIDDLE, step) for step in moved] + [self._shifted(step, MIDDLE) for step in back]

    def slope_moves(self) -> list[Moved]:
        """Between all windows that lie two to three cells apart along one axis, both ways; never by a multiple of the
        stride, by which a trunk's maps merely slide."""
        low, high = SLOPE_CELLS

        def counts(one: Step, other: Step) -> bool:
            apart = [abs(b - a) for a, b in zip(one, other, strict=True)]
            far = max(apart)
            return min(apart) == 0 and low <= far / self.geometry.stride <= high and far % self.geometry.stride > 0

        return [self._shifted(a, b) for a in STEPS for b in STEPS if counts(a, b)]

    def _shifted(self, start: Step, end: Step) -> Moved:
        cells, way = self.windows[start], np.subtract(end, start)
        return Moved(cells - way / self.geometry.stride, self.windows[end], cells, active=self._active[start])

    def mirror_moves(self) -> list[Moved]:
        """To mirrored windows that are also moved up or down, so that every peak has to move by two cells or more."""
        return [self._mirrored((a, 0), (b, 0)) for a, b in ((UP, DOWN), (DOWN, UP))]

    def plain_mirror(self) -> list[Moved]:
        """To the mirrored middle window; peaks near the middle hardly have to move."""
        return [self._mirrored(MIDDLE, MIDDLE)]

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


def _to_ground(tests: metrics.PartTests) -> Bools:
    """(F,) filters whose grounding is measured: those that pass everything else, and the nearest to it if these are
    few."""
    passes = tests.before_grounding()
    if passes.sum() >= min(LEAST_GROUNDED, len(passes)):
        return passes
    passed = np.sum(list(tests.passed().values()), axis=0)
    near = passed + np.nan_to_num(tests.shift + tests.mirror + tests.transplant) / 4
    chosen = passes.copy()
    chosen[np.argsort(-np.where(passes, np.inf, near), kind="stable")[:LEAST_GROUNDED]] = True
    return chosen


def _judged(peaks: Peaks, tests: metrics.PartTests, grounded: Grounded, category: Ints) -> Judged:
    tests = grounded.sharpness.added_to(tests)
    fires = (peaks.whole_strengths > 0) & peaks.shows
    shares = metrics.together(peaks.whole, fires, peaks.geometry.stride, peaks.geometry.input_size)
    holds = tests.holds()
    kept = np.where(np.logical_and.outer(holds, holds), grounded.kept, np.nan)
    distances = metrics.part_distances(shares, kept, category)
    usual = usual_shift(peaks.geometry.stride)
    followed = {pixels: peaks.followed(peaks.shift_moves(pixels)) for pixels in (20, 24, 28)}
    return Judged(
        tests=tests,
        groups=metrics.same_part_groups(distances, holds),
        distances=distances,
        shift=usual,
        followed=followed[usual],
        shifts={pixels: one.share() for pixels, one in followed.items()},
        flipped=peaks.followed(peaks.plain_mirror()).share(),
        cells=peaks.whole,
        noisy=peaks.noisy,
    )
