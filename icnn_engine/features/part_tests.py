"""Tests whether filters hold parts: moves, mirrors, enlarges and edits pictures and watches the peaks (docs/maths.md).

Networks that share a trunk share its passes. The thresholds are in `metrics.holding`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from torch import nn

from icnn_engine import metrics
from icnn_engine.core.annotations import Where
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import to_square
from icnn_engine.features.crop_edits import CropEdits
from icnn_engine.features.crop_tests import TRANSPLANTS, Grounded, Readers, ground, targets_for, transplant
from icnn_engine.features.equivariance import enlarged, usual_shift
from icnn_engine.features.moved_peaks import MovedPeaks, Seen, views_of
from icnn_engine.features.trunk_maps import batches_of, read_squares
from icnn_engine.metrics import Bools, Floats, Ints
from icnn_engine.models.backbones import Backbone

MOST_JUDGED = 60  # held-out pictures of a category
LEAST_GROUNDED = 6  # filters whose grounding is measured even if fewer pass the other tests


@dataclass(frozen=True, eq=False)
class JudgedNetwork:
    """The filters of one network to be judged: backbone, layer, category of each (F,), and number of pasted crops."""

    backbone: Backbone
    layer: nn.Module
    category: Ints
    crops: int = TRANSPLANTS


@dataclass(frozen=True, eq=False)
class HeldOutPictures:
    """The held-out pictures on which filters are judged (`paths`, `labels` (N,)), and those into which crops may be
    pasted (`others`, with their labels, -1 for none)."""

    paths: Sequence[Where]
    labels: Ints
    others: Sequence[Where]
    other_labels: Ints


@dataclass(frozen=True, eq=False)
class HeldOutRows:
    """Held-out pictures, and which rows of all pictures they are."""

    rows: Ints
    pictures: HeldOutPictures


def held_out_pictures(paths: Sequence[Where], labels: Ints, test: Bools) -> HeldOutRows:
    """Choose the pictures on which filters are judged: at most `MOST_JUDGED` test pictures of each category."""
    shown = [np.flatnonzero((labels == one) & test)[:MOST_JUDGED] for one in np.unique(labels[labels >= 0])]
    rows, others = np.sort(np.concatenate(shown)), np.flatnonzero(test)
    own, targets = [paths[i] for i in rows.tolist()], [paths[i] for i in others.tolist()]
    return HeldOutRows(rows, HeldOutPictures(own, labels[rows], targets, labels[others]))


@dataclass(frozen=True, eq=False)
class JudgedFilters:
    """The results of the F filters of one network on N pictures.

    `tests`, `groups` (F,) and `distances` (F, F): see `metrics`; `followed`: the usual shift, `shift` pixels, picture
    by picture; `cells`, `noisy`: (N, F, 2) cells of the peaks in the whole pictures, and with noise.
    """

    tests: metrics.PartTests
    groups: Ints
    distances: Floats
    shift: int
    followed: metrics.Followed
    cells: Ints
    noisy: Ints


def run_part_tests(
    subjects: Mapping[str, JudgedNetwork], held: HeldOutPictures, geometry: MapGeometry
) -> Operation[dict[str, JudgedFilters]]:
    """Judge the filters of networks by the five tests of holding a part.

    Parameters
    ----------
    subjects : mapping of str to JudgedNetwork
    held : HeldOutPictures
    geometry : MapGeometry
        Of the filters' maps.

    Returns
    -------
    Operation[dict[str, JudgedFilters]]
        Yields Progress; returns the results by network.

    Raises
    ------
    PictureError
        A picture can no longer be read.
    """
    by_trunk: dict[int, dict[str, JudgedNetwork]] = {}
    for name, subject in subjects.items():
        by_trunk.setdefault(id(subject.backbone.trunk), {})[name] = subject
    found: dict[str, JudgedFilters] = {}
    for own in by_trunk.values():
        found |= yield from _judge(own, held, geometry)
    return {name: found[name] for name in subjects}


def _judge(
    own: Mapping[str, JudgedNetwork], held: HeldOutPictures, geometry: MapGeometry
) -> Operation[dict[str, JudgedFilters]]:
    """Judge networks that share a trunk."""
    backbone = next(iter(own.values())).backbone
    readers = Readers(backbone, {name: one.layer for name, one in own.items()})
    wholes, views = yield from _moved(readers, held.paths, geometry.stride)
    peaks = {
        name: MovedPeaks(views[name], metrics.pictures_shown(held.labels, one.category), geometry)
        for name, one in own.items()
    }
    firing = {name: one.firing for name, one in peaks.items()}
    edits = CropEdits(wholes, held.labels, targets_for(held.labels, wholes, held.others, held.other_labels), geometry)
    answered = yield from transplant(readers, edits, firing, {name: one.crops for name, one in own.items()})
    tests = {name: one.tests(answered[name]) for name, one in peaks.items()}
    chosen = {name: _to_ground(one) for name, one in tests.items()}
    grounded = yield from ground(readers, edits, firing, chosen)
    return {name: _judged(peaks[name], tests[name], grounded[name], one.category) for name, one in own.items()}


def _moved(
    readers: Readers, paths: Sequence[Where], stride: int
) -> Operation[tuple[np.ndarray, dict[str, list[Seen]]]]:
    """Return the whole pictures, (N, S, S, 3), and the peaks of each network in all their views."""
    size = readers.backbone.input_size
    wholes: list[np.ndarray] = []
    seen: dict[str, list[list[Seen]]] = {name: [] for name in readers.layers}
    done = 0
    yield Progress("Moving pictures", 0, len(paths))
    for big in batches_of(read_squares(paths, enlarged(size, stride))):
        wholes.append(np.stack([to_square(one, size) for one in big]))
        found: dict[str, list[Seen]] = {name: [] for name in readers.layers}
        for view in views_of(big, wholes[-1], done, stride):
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


def _judged(peaks: MovedPeaks, tests: metrics.PartTests, grounded: Grounded, category: Ints) -> JudgedFilters:
    tests = grounded.sharpness.added_to(tests)
    fires = (peaks.whole_strengths > 0) & peaks.shows
    shares = metrics.together(peaks.whole, fires, peaks.geometry.stride, peaks.geometry.input_size)
    holds = tests.holds()
    kept = np.where(np.logical_and.outer(holds, holds), grounded.kept, np.nan)
    distances = metrics.part_distances(shares, kept, category)
    usual = usual_shift(peaks.geometry.stride)
    return JudgedFilters(
        tests=tests,
        groups=metrics.same_part_groups(distances, holds),
        distances=distances,
        shift=usual,
        followed=peaks.followed(peaks.shift_moves(usual)),
        cells=peaks.whole,
        noisy=peaks.noisy,
    )
