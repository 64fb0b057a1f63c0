"""Positions of parts over all pictures, for both networks (thread-safe)."""

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
    """Positions drawn in one colour: those of a part (`group`, -1: of no part) by its best filter.

    `places` (M, 2): x, y as shares of the picture; `shares` (n, n): share of the positions on each cell; `best` (n, n):
    the picture with the highest peak there, -1 where there is none.
    """

    group: int
    filter: int
    places: np.ndarray
    shares: np.ndarray
    best: np.ndarray

    @property
    def spread(self) -> float:
        """Typical distance of a position from their middle, as a share of the picture's diagonal (nan: none)."""
        return float(np.sqrt(self.places.var(0).sum() / 2)) if len(self.places) else float("nan")

    @property
    def middle(self) -> tuple[float, float]:
        """Mean x, y; (.5, .5) where there is none."""
        if not len(self.places):
            return 0.5, 0.5
        x, y = self.places.mean(0)
        return float(x), float(y)


@dataclass(frozen=True, eq=False)
class NetworkPositions:
    """The positions of one network. `filter`: of which filter, -1 for several."""

    network: NetworkName
    filter: int
    clouds: tuple[PositionCloud, ...]


def load_positions(run: Run, subject: PositionSubject, filter_index: int) -> tuple[NetworkPositions, NetworkPositions]:
    """Return the positions of the interpretable network and of its twin. A filter stands beside the twin's filter of
    the same rank, by how well they follow."""
    match subject:
        case PositionSubject.FILTER:
            other = _filter_of_rank(run.twin_filters, _rank(run.filters, filter_index))
            return _one_filter(run, OWN, filter_index), _one_filter(run, TWIN, other)
        case PositionSubject.PARTS:
            return _all_parts(run, OWN), _all_parts(run, TWIN)
        case PositionSubject.ALL:
            return _all_filters(run, OWN), _all_filters(run, TWIN)


def mean_picture(run: Run) -> QImage:
    """Return the mean of held-out pictures of the category, squashed to a square."""
    chosen = list(islice(unchanged(run, pictures_of(run)), MEAN_OF))
    squares = [to_square(read_thumbnail(run.picture_path(i), MEAN_SIDE), MEAN_SIDE) for i in chosen]
    if not squares:
        return QImage()
    return to_qimage(np.stack(squares).mean(0).astype(np.uint8))


def _one_filter(run: Run, network: NetworkName, index: int) -> NetworkPositions:
    return NetworkPositions(network, index, (_cloud(run, network, (index,)),) if index >= 0 else ())


def _all_parts(run: Run, network: NetworkName) -> NetworkPositions:
    """Each part by its best filter."""
    best = (members[:1] for members in groups_of(run.of(network)))
    return NetworkPositions(network, -1, tuple(_cloud(run, network, filters) for filters in best))


def _all_filters(run: Run, network: NetworkName) -> NetworkPositions:
    living = [filter.index for filter in run.of(network) if not filter.dead]
    return NetworkPositions(network, -1, (_cloud(run, network, living),))


def _cloud(run: Run, network: NetworkName, filters: Sequence[int]) -> PositionCloud:
    positions, cells = positions_of(run, network, filters), run.geometry.cells
    group = run.of(network)[filters[0]].group if len(filters) == 1 else -1
    shares, best = counted(positions, cells), _best(positions, cells)
    return PositionCloud(group, filters[0] if filters else -1, positions.places, shares, best)


def _best(positions: Positions, cells: int) -> np.ndarray:
    """Return the picture with the highest peak on each cell: (n, n), -1 where there is none."""
    best = np.full((cells, cells), -1, np.int64)
    for place in np.argsort(positions.strengths, kind="stable"):  # the highest is written last
        best[tuple(positions.cells[place])] = positions.pictures[place]
    return best


def _following(filters: Sequence[RunFilter]) -> list[int]:
    """Return the filters that ever fire, those that follow best first."""
    living = [filter for filter in filters if not filter.dead]
    return [filter.index for filter in sorted(living, key=lambda filter: -np.nan_to_num(filter.following))]


def _rank(filters: Sequence[RunFilter], index: int) -> int:
    order = _following(filters)
    return order.index(index) if index in order else len(order)


def _filter_of_rank(filters: Sequence[RunFilter], rank: int) -> int:
    """Return the filter at a rank, the last one if there are fewer, -1 if there is none."""
    order = _following(filters)
    return order[min(rank, len(order) - 1)] if order else -1
