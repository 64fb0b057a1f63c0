"""Chapter 9: the picture is moved and mirrored; does the filter's peak stay on the same content?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName
from icnn_engine.data import to_square
from icnn_engine.features.equivariance import enlarged, head_maps, usual_shift, window
from icnn_engine.features.moved_peaks import DOWN, UP
from icnn_engine.features.trunk_maps import trunk_maps
from icnn_engine.lecture.networks import LectureNetworks
from icnn_engine.lecture.pixels import read_original
from icnn_engine.lecture.subject import Subject

Cell = tuple[float, float]  # row, column
WITHIN = 1.0  # cells: how near a peak has followed (metrics.Moved)


@dataclass(frozen=True, eq=False)
class MovedPeak:
    """The peak of one filter before and after a move of the picture: cells (row, column); `expected`: where its content
    went; `distance`: of `after` from there, in cells, the larger one of rows and columns. `inside`: whether that is
    inside the map."""

    network: NetworkName
    filter: int
    before: Cell
    expected: Cell
    after: Cell
    inside: bool

    @property
    def distance(self) -> float:
        """Chebyshev distance in cells."""
        return max(abs(a - e) for a, e in zip(self.after, self.expected, strict=True))

    @property
    def follows(self) -> bool:
        """Whether the peak went where its content went."""
        return self.inside and self.distance <= WITHIN


@dataclass(frozen=True, eq=False)
class MirrorTest:
    """One move: the input (S, S, 3) uint8 before and after it, and the peaks of both networks."""

    move: Literal["shift", "mirror"]
    pixels: int
    before: np.ndarray
    after: np.ndarray
    own: MovedPeak
    twin: MovedPeak


@dataclass(frozen=True, eq=False)
class MirrorLesson:
    """The picture moved to the side, then mirrored and moved down; and over all test pictures how often the filters
    followed, `shares`: (name of the move, network) -> share, None where it was not measured."""

    shift: MirrorTest
    mirror: MirrorTest
    shares: dict[tuple[str, NetworkName], float | None]
    filter_shares: dict[tuple[str, NetworkName], float]


def mirror_lesson(networks: LectureNetworks, subject: Subject) -> MirrorLesson:
    """Return where the peaks go when the picture is moved and mirrored, as the tests of filters do it."""
    run, size = networks.run, networks.run.geometry.input_size
    big = to_square(read_original(run, subject), enlarged(size))[None]
    step = usual_shift(run.geometry.stride)
    views = [
        window(big, size),
        window(big, size, 0, step),
        window(big, size, UP),
        window(big, size, DOWN)[:, :, ::-1],
    ]
    squares = np.ascontiguousarray(np.concatenate(views))
    cells = {
        NetworkName.INTERPRETABLE: _peaks(networks, NetworkName.INTERPRETABLE, subject.filter, squares),
        NetworkName.TWIN: _peaks(networks, NetworkName.TWIN, subject.twin_filter, squares),
    }
    table = run.table
    return MirrorLesson(
        shift=_test("shift", step, squares[0], squares[1], networks, subject, cells, 0),
        mirror=_test("mirror", DOWN - UP, squares[2], squares[3], networks, subject, cells, 2),
        shares={
            (move, network): table.get(prefix + key)
            for network, prefix in ((NetworkName.INTERPRETABLE, ""), (NetworkName.TWIN, "twin_"))
            for move, key in (("shift", "equivariance"), ("mirror", "mirror"))
        },
        filter_shares={
            (move, network): float(getattr(run.of(network)[index], key))
            for network, index in (
                (NetworkName.INTERPRETABLE, subject.filter),
                (NetworkName.TWIN, subject.twin_filter),
            )
            for move, key in (("shift", "equivariance"), ("mirror", "mirror"))
        },
    )


def _peaks(networks: LectureNetworks, name: NetworkName, filter: int, squares: np.ndarray) -> list[Cell]:
    explainer = networks.explainer
    maps, _logits = head_maps(explainer.heads[name], trunk_maps(squares, explainer.backbones[name]))
    return [(float(row), float(column)) for row, column in metrics.peaks(maps[:, filter : filter + 1])[0][:, 0]]


def _test(
    move: Literal["shift", "mirror"],
    pixels: int,
    before: np.ndarray,
    after: np.ndarray,
    networks: LectureNetworks,
    subject: Subject,
    cells: dict[NetworkName, list[Cell]],
    first: int,
) -> MirrorTest:
    geometry = networks.run.geometry

    def moved(network: NetworkName, filter: int) -> MovedPeak:
        start, end = cells[network][first], cells[network][first + 1]
        row, column = start
        if move == "shift":
            expected = row, column - pixels / geometry.stride
        else:
            mirrored = geometry.cell_at(geometry.input_size - 1 - geometry.centre(column))
            expected = row - pixels / geometry.stride, float(mirrored)
        inside = all(0 <= at <= geometry.cells - 1 for at in expected)
        return MovedPeak(network, filter, start, expected, end, inside)

    own = moved(NetworkName.INTERPRETABLE, subject.filter)
    return MirrorTest(move, pixels, before, after, own, moved(NetworkName.TWIN, subject.twin_filter))
