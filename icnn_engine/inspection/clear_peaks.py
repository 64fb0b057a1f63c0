"""How high a filter usually peaks, and on which pictures its peak is clear. No torch."""

from __future__ import annotations

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import peaks_of, pictures_of
from icnn_engine.runs.run_folder import Run

TOP_SHARE = 0.9  # the brightest colour is this quantile of a map's peaks over the category's held-out pictures
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
