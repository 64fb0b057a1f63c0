"""Where parts lie, worked out away from the screen. Any thread may call it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

import numpy as np
from PySide6.QtGui import QImage

from app.widgets.qimage import to_qimage
from icnn_engine.core.events import NetworkName
from icnn_engine.data import read_thumbnail, to_square
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.positions import Positions, counted, positions_of
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.run_folder import Run, RunFilter

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
MEAN_OF, MEAN_SIDE = 60, 128  # pictures in the mean picture, and its side in pixels


class PositionSubject(Enum):
    """Whose positions are shown."""

    FILTER = auto()
    PARTS = auto()
    ALL = auto()


@dataclass(frozen=True, eq=False)
class PositionCloud:
    """Positions that are drawn in one colour: of a part (`group`, -1: of no part), by the filter that stands for it.

    `places` (M, 2): x, y as shares of the picture; `shares` (n, n): of the positions on each cell; `best` (n, n): the
    picture with the highest peak there, -1 where there is none.
    """

    group: int
    filter: int
    places: np.ndarray
    shares: np.ndarray
    best: np.ndarray

    @property
    def spread(self) -> float:
        """Typical distance of a position from the middle of all, as a share of the picture's diagonal (nan: none)."""
        if not len(self.places):
            return float("nan")
        return float(np.sqrt(self.places.var(0).sum() / 2))

    @property
    def middle(self) -> tuple[float, float]:
        """Mean x, y; (.5, .5) where there is none."""
        if not len(self.places):
            return 0.5, 0.5
        x, y = self.places.mean(0)
        return float(x), float(y)


@dataclass(frozen=True, eq=False)
class NetworkPositions:
    """The positions of one network. `filter`: which it is about, -1 for several."""

    network: NetworkName
    filter: int
    clouds: tuple[PositionCloud, ...]


def load_positions(run: Run, subject: PositionSubject, filter_index: int) -> tuple[NetworkPositions, NetworkPositions]:
    """What the interpretable network has found where, and its twin. A filter of the one stands beside the filter of
    the other that has the same rank among its own, by how well they follow."""
    match subject:
        case PositionSubject.FILTER:
            other = _of_rank(run.twin_filters, _rank(run.filters, filter_index))
            pairs = ((OWN, filter_index), (TWIN, other))
            return _both([NetworkPositions(n, f, (_cloud(run, n, (f,)),) if f >= 0 else ()) for n, f in pairs])
        case PositionSubject.PARTS:
            groups = {n: groups_of(run.of(n)) for n in (OWN, TWIN)}
            return _both(
                [NetworkPositions(n, -1, tuple(_cloud(run, n, m[:1]) for m in groups[n])) for n in (OWN, TWIN)]
            )
        case PositionSubject.ALL:
            living = {n: tuple(f.index for f in run.of(n) if not f.dead) for n in (OWN, TWIN)}
            return _both([NetworkPositions(n, -1, (_cloud(run, n, living[n]),)) for n in (OWN, TWIN)])


def mean_picture(run: Run) -> QImage:
    """The mean of held-out pictures of the category, squashed to a square: what the positions are seen against."""
    chosen = list(islice(unchanged(run, pictures_of(run)), MEAN_OF))
    squares = [to_square(read_thumbnail(run.picture_path(i), MEAN_SIDE), MEAN_SIDE) for i in chosen]
    if not squares:
        return QImage()
    return to_qimage(np.stack(squares).mean(0).astype(np.uint8))


def _both(found: Sequence[NetworkPositions]) -> tuple[NetworkPositions, NetworkPositions]:
    own, twin = found
    return own, twin


def _cloud(run: Run, network: NetworkName, filters: Sequence[int]) -> PositionCloud:
    found = positions_of(run, network, filters)
    group = run.of(network)[filters[0]].group if len(filters) == 1 else -1
    best = _best(found, run.geometry.cells)
    return PositionCloud(group, filters[0] if filters else -1, found.places, counted(found, run.geometry.cells), best)


def _best(found: Positions, cells: int) -> np.ndarray:
    """(n, n) the picture with the highest peak on each cell, -1 where there is none."""
    best = np.full((cells, cells), -1, np.int64)
    for at in np.argsort(found.strengths, kind="stable"):
        best[tuple(found.cells[at])] = found.pictures[at]
    return best


def _following(filters: Sequence[RunFilter]) -> list[int]:
    living = [one for one in filters if not one.dead]
    return [one.index for one in sorted(living, key=lambda one: -np.nan_to_num(one.following))]


def _rank(filters: Sequence[RunFilter], index: int) -> int:
    order = _following(filters)
    return order.index(index) if index in order else len(order)


def _of_rank(filters: Sequence[RunFilter], rank: int) -> int:
    """The filter at a rank, the last one where there are fewer, -1 where there is none."""
    order = _following(filters)
    return order[min(rank, len(order) - 1)] if order else -1
