"""Positions of parts over all pictures, and the picture that they are drawn on (thread-safe)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

from app.widgets.qimage import to_qimage
from icnn_engine.core.events import NetworkName
from icnn_engine.data import read_thumbnail
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.positions import Positions, counted, positions_of, typical_picture
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
SIDE = 1400  # pixels of the longest side of the picture behind the positions


@dataclass(frozen=True, eq=False)
class PositionCloud:
    """Positions of a part (`group`) by its best filter.

    `places` (M, 2): x, y as shares of the picture; `shares` (n, n): share of the positions on each cell; `best` (n, n):
    the picture with the highest peak there, -1 where there is none.
    """

    group: int
    filter: int
    category: int
    places: np.ndarray
    shares: np.ndarray
    best: np.ndarray

    @property
    def spread(self) -> float:
        """Typical distance of a position from their middle, as a share of the picture's diagonal (nan: none)."""
        return float(np.sqrt(self.places.var(0).sum() / 2)) if len(self.places) else float("nan")

    @property
    def middle(self) -> tuple[float, float]:
        """Median x, y; (.5, .5) where there is none."""
        if not len(self.places):
            return 0.5, 0.5
        x, y = np.median(self.places, axis=0)
        return float(x), float(y)


def load_positions(run: Run) -> tuple[PositionCloud, ...]:
    """Return the positions of each part, in the order of the parts."""
    return tuple(_cloud(run, leader) for leader, *_others in groups_of(run.filters))


def load_typical(run: Run, category: int) -> QImage:
    """Return the picture in which the parts of a category lie most as usual; a null image where there is none. Raises
    RunError, PictureError."""
    leaders = [leader for leader, *_others in groups_of(run.filters) if run.filters[leader].category == category]
    picture = typical_picture(run, OWN, leaders)
    if picture is None:
        return QImage()
    return to_qimage(read_thumbnail(run.picture_path(picture), SIDE)).convertToFormat(QImage.Format.Format_RGB32)


def _cloud(run: Run, filter_index: int) -> PositionCloud:
    positions, filter, cells = positions_of(run, OWN, (filter_index,)), run.filters[filter_index], run.geometry.cells
    shares, best = counted(positions, cells), _best(positions, cells)
    return PositionCloud(filter.group, filter_index, filter.category, positions.places, shares, best)


def _best(positions: Positions, cells: int) -> np.ndarray:
    """Return the picture with the highest peak on each cell: (n, n), -1 where there is none."""
    best = np.full((cells, cells), -1, np.int64)
    for place in np.argsort(positions.strengths, kind="stable"):  # the highest is written last
        best[tuple(positions.cells[place])] = positions.pictures[place]
    return best
