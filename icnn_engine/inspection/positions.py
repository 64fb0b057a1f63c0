"""Inferred positions of filters over all pictures (paper, figure 6). No torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import From, peaks_of, pictures_of
from icnn_engine.runs.changed_pictures import unchanged
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
    """Return the peaks of filters in the pictures of their own categories (paper, figure 6).

    Parameters
    ----------
    run, network
        A finished run, and its interpretable network or twin.
    filters
        Indices of the filters.
    side
        Side of the split, as in `best_pictures.side_rows`.

    Returns
    -------
    Positions
        One entry per filter and picture; none where the filter does not fire.
    """
    cells, strengths = peaks_of(run, network)
    rows, columns = pictures_of(run, side), np.asarray(filters, dtype=np.int64)
    labels = np.array([run.pictures[i].label for i in rows], dtype=np.int64)
    categories = np.array([run.of(network)[f].category for f in columns], dtype=np.int64)
    fires = (strengths[np.ix_(rows, columns)] > 0) & (labels[:, None] == categories)
    row, column = np.nonzero(fires)
    picture, filter = rows[row], columns[column]
    peaks = cells[picture, filter].astype(np.int64)
    # A cell is at the same share of every picture, for each is squashed to the input's square.
    places = (run.geometry.centre(peaks[:, ::-1]) + 0.5) / run.geometry.input_size
    return Positions(filter, picture, peaks, places, strengths[picture, filter])


def counted(positions: Positions, cells: int) -> np.ndarray:
    """Return (n, n), the share of the positions on each cell of a map of `cells` x `cells`; zeros without positions."""
    counts = np.zeros((cells, cells))
    np.add.at(counts, tuple(positions.cells.T), 1.0)
    return counts / max(len(positions.cells), 1)


def typical_picture(run: Run, network: NetworkName, filters: Sequence[int], side: From = "held-out") -> int | None:
    """Return the picture in which filters peak nearest to their median positions over all pictures.

    Parameters
    ----------
    run, network, side
        As in `positions_of`.
    filters
        Indices of filters of one category.

    Returns
    -------
    int or None
        Its index in the run; a filter whose peak in a picture is below its median counts as one picture's width away.
        Pictures that have changed since the training are left out; None where there is no such picture.
    """
    found = positions_of(run, network, filters, side)
    pictures, rows = np.unique(found.pictures, return_inverse=True)
    away = np.ones((len(pictures), len(filters)))
    for column, filter in enumerate(filters):
        own = found.filters == filter
        if own.any():
            distances = np.hypot(*(found.places[own] - np.median(found.places[own], axis=0)).T)
            plain = found.strengths[own] >= np.median(found.strengths[own])
            away[rows[own], column] = np.where(plain, distances, 1.0)
    return next(unchanged(run, pictures[np.argsort(away.mean(1), kind="stable")]), None)
