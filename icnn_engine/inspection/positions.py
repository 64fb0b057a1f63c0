"""Where parts lie: the inferred positions of filters over all pictures (paper, figure 6). No torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.look import From, peaks_of, pictures_of
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, eq=False)
class Positions:
    """Inferred positions of filters, one for each picture of its category on which a filter fires.

    `filters`, `pictures`: (M,) which filter in which picture; `cells`: (M, 2) row and column of the peak; `places`:
    (M, 2) x and y of the peak cell's centre as shares of the picture's width and height; `strengths`: (M,) the peak.
    """

    filters: np.ndarray
    pictures: np.ndarray
    cells: np.ndarray
    places: np.ndarray
    strengths: np.ndarray


def positions_of(run: Run, network: NetworkName, filters: Sequence[int], side: From = "held-out") -> Positions:
    """Where the filters' peaks lie in the pictures of their own categories, of one side of the split (see
    `inspection.pictures_of`). A picture on which a filter does not fire has no position."""
    cells, strengths = peaks_of(run, network)
    among, chosen = pictures_of(run, side), np.asarray(filters, dtype=np.int64)
    labels = np.array([run.pictures[i].label for i in among], dtype=np.int64)
    wanted = np.array([run.of(network)[f].category for f in chosen], dtype=np.int64)
    fires = (strengths[np.ix_(among, chosen)] > 0) & (labels[:, None] == wanted[None, :])
    rows, columns = np.nonzero(fires)
    pictures, which = among[rows], chosen[columns]
    found = cells[pictures, which].astype(np.int64)
    return Positions(which, pictures, found, _places(run, found), strengths[pictures, which])


def counted(positions: Positions, cells: int) -> np.ndarray:
    """(n, n) share of the positions that fall on each cell of a map; zeros where there is none."""
    found = np.zeros((cells, cells))
    np.add.at(found, (positions.cells[:, 0], positions.cells[:, 1]), 1.0)
    return found / max(len(positions.cells), 1)


def _places(run: Run, cells: np.ndarray) -> np.ndarray:
    """(M, 2) x, y of the middle of cells as shares of a picture: the same in every picture, for each is squashed."""
    shares: np.ndarray = (run.geometry.centre(cells[:, ::-1]) + 0.5) / run.geometry.input_size
    return shares
