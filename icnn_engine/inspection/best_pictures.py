"""Pictures on which a filter fires strongest, its peaks in them, and the crops around these. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from math import ceil
from typing import Literal

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.annotations import Side
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.core.heatmaps import crop
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import read_thumbnail
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.found_objects import geometry_in, photograph_path
from icnn_engine.runs.run_folder import Run, RunKey

BLOCK = 256  # pictures whose maps are read at once: 22 MB for 64 filters of 13 x 13 cells
From = Literal["held-out"] | Side | None


@dataclass(frozen=True, eq=False)
class PartCrop:
    """The crop of a filter in one of its best pictures: (side, side, 3) uint8, its effective field around the peak."""

    best: BestPicture
    pixels: np.ndarray


def side_rows(run: Run, side: From = "held-out") -> np.ndarray:
    """Return the indices of all pictures of one side of the split.

    'held-out' takes test and val ("choose" in files), or all pictures where the run has neither; None takes all.
    """
    wanted = {"held-out": ("test", "choose"), None: ("train", "choose", "test")}.get(side, (side,))
    rows = np.flatnonzero([picture.side in wanted for picture in run.pictures])
    return side_rows(run, None) if side == "held-out" and not len(rows) else rows


def pictures_of(run: Run, side: From = "held-out") -> np.ndarray:
    """Return the indices of the pictures that show a category, of one side of the split as in `side_rows`."""
    shows = np.array([picture.positive for picture in run.pictures], bool)
    rows = side_rows(run, side)
    rows = rows[shows[rows]]
    return np.flatnonzero(shows) if side == "held-out" and not len(rows) else rows


def pictures_of_filter(run: Run, network: NetworkName, filter: int, side: From = "held-out") -> np.ndarray:
    """Return the indices of the pictures that show the category of a filter, of one side as in `pictures_of`."""
    category = run.of(network)[filter].category
    return np.array([i for i in pictures_of(run, side) if run.pictures[i].label == category], dtype=np.int64)


def best_pictures(
    run: Run, network: NetworkName, filter: int, count: int = 9, side: From = "held-out"
) -> tuple[BestPicture, ...]:
    """Return the pictures on which a filter fires strongest.

    Parameters
    ----------
    run, network, filter
        A finished run, one of its networks with parts, and the index of the filter.
    count
        Number of pictures; fewer where the filter fires on fewer.
    side
        Side of the split, as in `side_rows`.

    Returns
    -------
    tuple of BestPicture
        Pictures of the filter's category, strongest first. Pictures that have changed since the training are left out.
    """
    cells, strengths = peaks_of(run, network)
    rows = pictures_of_filter(run, network, filter, side)
    order = rows[np.argsort(-strengths[rows, filter], kind="stable")]
    firing = unchanged(run, order[strengths[order, filter] > 0])
    return tuple(
        BestPicture(i, (int(cells[i, filter, 0]), int(cells[i, filter, 1])), float(strengths[i, filter]))
        for i in islice(firing, count)
    )


def part_crops(
    run: Run, network: NetworkName, filter: int, count: int = 4, side_px: int = 96, side: From = "held-out"
) -> tuple[PartCrop, ...]:
    """Return crops, `side_px` pixels wide, of a filter's effective field around its strongest peaks.

    Only as much of each file is decoded as the crop needs. Raises RunError where a picture is gone.
    """
    best = best_pictures(run, network, filter, count, side)
    return tuple(PartCrop(picture, crop_of(run, network, filter, picture, side_px)) for picture in best)


def crop_of(run: Run, network: NetworkName, filter: int, best: BestPicture, side_px: int) -> np.ndarray:
    """Return (side_px, side_px, 3) uint8, the effective field of a filter around its peak in one picture."""
    picture, field = run.pictures[best.picture], max(run.of(network)[filter].effective_field, 1.0)
    shrink = picture.width / picture.height
    geometry = geometry_in(run, best.picture)
    left, top, right, bottom = geometry.region
    enlarged = max(shrink, 1 / shrink) ** 0.5 / min(right - left, bottom - top)
    longest = ceil(side_px * geometry.input_size / field * enlarged)
    pixels = read_thumbnail(photograph_path(run, best.picture), longest)
    height, width = pixels.shape[:2]
    return crop(pixels, geometry.box(best.cell, field, width, height), side_px)


def peaks_of(run: Run, network: NetworkName) -> tuple[np.ndarray, np.ndarray]:
    """Return the peak cells (N, F, 2) and values (N, F) of all pictures and filters of a network with parts.

    They are computed once for a run and cached.
    """
    return _peaks(RunKey.of(run), network)


@lru_cache(maxsize=8)
def _peaks(key: RunKey, network: NetworkName) -> tuple[np.ndarray, np.ndarray]:
    maps = key.run.maps(network)
    cells, strengths = np.empty((*maps.shape[:2], 2), np.int16), np.empty(maps.shape[:2], np.float32)
    for start in range(0, len(maps), BLOCK):
        block = slice(start, start + BLOCK)
        cells[block], strengths[block] = metrics.peaks(maps[block].astype(np.float32))
    return cells, strengths


def peak_point(geometry: MapGeometry, cell: tuple[int, int], width: int, height: int) -> tuple[float, float]:
    """Return (x, y) of the middle of a cell, in pixels of a width x height original from its top left corner."""
    left, top, right, bottom = geometry.box(cell, 0.0, width, height)
    return (left + right) / 2, (top + bottom) / 2


def crop_box(geometry: MapGeometry, cell: tuple[int, int], width: int, height: int) -> tuple[int, int, int, int]:
    """Return (x, y, width, height) in whole pixels of the original: the crop around a cell that the tests of filters
    use (`metrics.CROP`), clipped to the picture."""
    box = geometry.box(cell, metrics.CROP * geometry.input_size, width, height)
    left, top, right, bottom = (round(edge) for edge in box)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    return left, top, right - left, bottom - top


def firing_threshold(run: Run, filter: int, network: NetworkName = NetworkName.INTERPRETABLE) -> float | None:
    """Return the median of a filter's peak on the test pictures of its category, from which on a picture counts in the
    tests; None where there is no such picture."""
    rows = pictures_of_filter(run, network, filter, "test")
    return float(np.median(peaks_of(run, network)[1][rows, filter])) if len(rows) else None
