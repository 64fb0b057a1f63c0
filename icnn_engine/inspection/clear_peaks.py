"""How high a filter usually peaks, and on which pictures its peak is clear. No torch."""

from __future__ import annotations

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import From, peaks_of, pictures_of, side_rows
from icnn_engine.runs.run_folder import Run

TOP_SHARE = 0.9  # the brightest colour is this quantile of a map's peaks over the category's held-out pictures
SIDES: tuple[From, From] = ("test", "held-out")
FAINT = 1 / 3  # share of the usual peak below which a peak counts as faint


def usual_top(run: Run, network: NetworkName, filter: int = 0) -> float:
    """Return the value that is brightest in all pictures alike, so that a faint map looks faint; 0 if nothing fires."""
    pictures = pictures_of(run)
    if network is NetworkName.CAM:
        peaks = np.asarray(run.maps(network)[pictures], dtype=np.float32).max((1, 2))
    else:
        label = run.of(network)[filter].category
        peaks = peaks_of(run, network)[1][[i for i in pictures if run.pictures[i].label == label], filter]
    return max(float(np.quantile(peaks, TOP_SHARE)), 0.0) if len(peaks) else 0.0


def clear_peaks(run: Run, network: NetworkName, filter: int) -> np.ndarray:
    """Return (N,) bool: on which pictures of the run the peak of a filter is not faint."""
    strengths = peaks_of(run, network)[1][:, filter]
    clear: np.ndarray = (strengths > 0) & (strengths >= FAINT * usual_top(run, network, filter))
    return clear


def shown_rows(run: Run, category: int) -> tuple[np.ndarray, bool]:
    """Return the pictures of a category that say how often a part is seen, and whether these are test pictures: where
    the category has none, they are the other pictures held out."""
    test, held_out = ([i for i in pictures_of(run, side) if run.pictures[i].label == category] for side in SIDES)
    return np.array(test or held_out, dtype=np.int64), bool(test)


def seen_on(run: Run, filter: int) -> tuple[int, int]:
    """Return on how many test pictures of its category a part is seen, by its filter, and how many there are."""
    rows, tested = shown_rows(run, run.filters[filter].category)
    return (int(clear_peaks(run, NetworkName.INTERPRETABLE, filter)[rows].sum()), len(rows)) if tested else (0, 0)


def seen_elsewhere(run: Run, filter: int) -> tuple[int, int]:
    """Return the same of the test pictures that show something else."""
    others = [i for i in side_rows(run, "test") if run.pictures[i].label != run.filters[filter].category]
    return int(clear_peaks(run, NetworkName.INTERPRETABLE, filter)[others].sum()), len(others)
