"""Chapter 9: the picture is moved and mirrored; does the filter's peak stay on the same content?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import to_square
from icnn_engine.features.equivariance import enlarged, head_maps, usual_shift, window
from icnn_engine.features.moved_peaks import DOWN, UP, Step
from icnn_engine.features.trunk_maps import trunk_maps
from icnn_engine.lecture.networks import LectureNetworks
from icnn_engine.lecture.pixels import read_original
from icnn_engine.lecture.subject import Subject

Cell = tuple[float, float]  # row, column
Peaks = dict[NetworkName, Cell]
Move = Literal["shift", "mirror"]
Way = Literal["left", "right", "up", "down"]  # where the content of the picture goes
SIDEWAYS: tuple[Way, ...] = ("left", "right", "up", "down")  # in the order in which they are tried
UPWARDS: tuple[Way, ...] = ("up", "down")
# Steps of the window, down and right: it moves the other way than its content.
STEPS: dict[Way, Step] = {"left": (0, 1), "right": (0, -1), "up": (1, 0), "down": (-1, 0)}
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
    """One move by so many pixels: the input (S, S, 3) uint8 before and after it, and the peaks of both networks."""

    move: Move
    way: Way
    pixels: int
    before: np.ndarray
    after: np.ndarray
    own: MovedPeak
    twin: MovedPeak


@dataclass(frozen=True, eq=False)
class MirrorLesson:
    """The picture moved, then mirrored and moved up or down; and over all test pictures how often the filters
    followed, `shares`: (name of the move, network) -> share, None where it was not measured."""

    shift: MirrorTest
    mirror: MirrorTest
    shares: dict[tuple[str, NetworkName], float | None]
    filter_shares: dict[tuple[str, NetworkName], float]


def mirror_lesson(networks: LectureNetworks, subject: Subject) -> MirrorLesson:
    """Return where the peaks go when the picture is moved and mirrored, as the tests of filters do it."""
    run, size = networks.run, networks.run.geometry.input_size
    big = to_square(read_original(run, subject), enlarged(size))[None]
    middle, high, low = (np.ascontiguousarray(window(big, size, down)[0]) for down in (0, UP, DOWN))
    starts = _peaks(networks, subject, np.stack([middle, high, low]))
    step = usual_shift(run.geometry.stride)
    way = way_inside(run.geometry, SIDEWAYS, "shift", step, dict.fromkeys(SIDEWAYS, starts[0]))
    back = way_inside(run.geometry, UPWARDS, "mirror", DOWN - UP, {"up": starts[1], "down": starts[2]})
    begin, shifted = int(back == "down"), window(big, size, *(step * along for along in STEPS[way]))[0]
    mirrored = window(big, size, (DOWN, UP)[begin])[0, :, ::-1]
    ends = _peaks(networks, subject, np.ascontiguousarray(np.stack([shifted, mirrored])))
    table = run.table
    return MirrorLesson(
        shift=_test(run.geometry, subject, "shift", way, step, (middle, shifted), (starts[0], ends[0])),
        mirror=_test(
            run.geometry,
            subject,
            "mirror",
            back,
            DOWN - UP,
            ((high, low)[begin], mirrored),
            (starts[1 + begin], ends[1]),
        ),
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


def _peaks(networks: LectureNetworks, subject: Subject, squares: np.ndarray) -> list[Peaks]:
    """Return where the filter of each network peaks in each of some inputs."""
    explainer, found = networks.explainer, {}
    for name, filter in ((NetworkName.INTERPRETABLE, subject.filter), (NetworkName.TWIN, subject.twin_filter)):
        maps, _logits = head_maps(explainer.heads[name], trunk_maps(squares, explainer.backbones[name]))
        cells = metrics.peaks(maps[:, filter : filter + 1])[0][:, 0]
        found[name] = [(float(row), float(column)) for row, column in cells]
    return [{name: cells[i] for name, cells in found.items()} for i in range(len(squares))]


def way_inside(geometry: MapGeometry, ways: tuple[Way, ...], move: Move, pixels: int, starts: dict[Way, Peaks]) -> Way:
    """Return the first way on which the content under both peaks stays in the picture, or at least under the own."""

    def stay(way: Way) -> tuple[bool, bool]:
        inside = {n: _inside(geometry, _expected(geometry, move, way, pixels, at)) for n, at in starts[way].items()}
        return inside[NetworkName.INTERPRETABLE], inside[NetworkName.TWIN]

    return max(ways, key=stay)


def _expected(geometry: MapGeometry, move: Move, way: Way, pixels: int, start: Cell) -> Cell:
    """Return where the content of a cell lies after a move."""
    down, right = (along * pixels / geometry.stride for along in STEPS[way])
    row, column = start
    if move == "mirror":
        column = float(geometry.cell_at(geometry.input_size - 1 - geometry.centre(column)))
    return row - down, column - right


def _inside(geometry: MapGeometry, cell: Cell) -> bool:
    return all(0 <= at <= geometry.cells - 1 for at in cell)


def _test(
    geometry: MapGeometry,
    subject: Subject,
    move: Move,
    way: Way,
    pixels: int,
    views: tuple[np.ndarray, np.ndarray],
    peaks: tuple[Peaks, Peaks],
) -> MirrorTest:
    starts, ends = peaks

    def moved(network: NetworkName, filter: int) -> MovedPeak:
        expected = _expected(geometry, move, way, pixels, starts[network])
        return MovedPeak(network, filter, starts[network], expected, ends[network], _inside(geometry, expected))

    own = moved(NetworkName.INTERPRETABLE, subject.filter)
    return MirrorTest(move, way, pixels, *views, own, moved(NetworkName.TWIN, subject.twin_filter))
