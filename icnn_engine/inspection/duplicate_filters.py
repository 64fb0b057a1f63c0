"""Filters that duplicate another filter of the same part: their peaks coincide picture by picture. No torch."""

from __future__ import annotations

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import peaks_of, pictures_of_filter
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.runs.run_folder import Run

SAME = 0.95  # share of pictures from which on a filter counts as a duplicate
NEAR = 1  # cells, in rows and columns alike


def doubles_of(run: Run, network: NetworkName) -> np.ndarray:
    """Return (F,) how far each filter duplicates the filter of its part that follows best.

    The value is a share, 0..1, of the held-out pictures of the category in which either fires: those in which both fire
    within a cell of each other. It is nan for that best filter itself, for filters of no part, and where neither fires.
    """
    cells, strengths = peaks_of(run, network)
    shares = np.full(cells.shape[1], np.nan)
    for leader, *others in groups_of(run.of(network)):
        rows = pictures_of_filter(run, network, leader)
        for filter in others:
            fires = strengths[rows] > 0
            either, both = fires[:, filter] | fires[:, leader], fires[:, filter] & fires[:, leader]
            distance = np.abs(cells[rows, filter].astype(int) - cells[rows, leader].astype(int)).max(1)
            if either.any():
                shares[filter] = ((distance <= NEAR) & both)[either].mean()
    return shares
