"""Filters that have found the very same thing as another one: their peaks coincide picture by picture. No torch."""

from __future__ import annotations

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.look import groups_of, peaks_of, pictures_of
from icnn_engine.runs.run_folder import Run

SAME = 0.95  # share of pictures from which on a filter counts as another's double
NEAR = 1  # cells, in rows and columns alike


def doubles_of(run: Run, network: NetworkName) -> np.ndarray:
    """(F,) in how many of the held-out pictures of its category a filter's peak lies within a cell of that of the
    filter of its part that follows best (0..1, of those in which either fires); nan for that filter itself, for filters
    of no part and where neither fires."""
    cells, strengths = peaks_of(run, network)
    filters, among = run.of(network), pictures_of(run)
    labels = np.array([run.pictures[i].label for i in among], dtype=np.int64)
    found = np.full(len(filters), np.nan)
    for leader, *others in groups_of(filters):
        shown = among[labels == filters[leader].category]
        for one in others:
            fires = strengths[shown] > 0
            either = fires[:, one] | fires[:, leader]
            apart = np.abs(cells[shown, one].astype(int) - cells[shown, leader].astype(int)).max(1)
            if either.any():
                found[one] = float(((apart <= NEAR) & fires[:, one] & fires[:, leader])[either].mean())
    return found
