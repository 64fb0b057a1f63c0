"""Which one filter finds what is marked with boxes, such as a defect; its baselines. No torch.

The filter and the peak from which on it fires are chosen on the val side and counted on the test side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.evaluation.tables import PeakTable, known
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.metrics import (
    boxes_in_crops,
    choose_filter,
    grid_of,
    peaks_at_boxes,
    pictures_shown,
    share_interval,
)
from icnn_engine.runs.run_folder import Run, Table

FEWEST = 5  # marked pictures on each side; a filter chosen on fewer means nothing


@dataclass(frozen=True, eq=False)
class BoxedPictures:
    """N pictures: `labels` (N,), `sides` (N,) of the split, `marked` (N,) whether a box is marked in them, `boxes`
    (N, B, 4) in pixels of the input, nan where there are fewer or they lie outside of what is read."""

    labels: np.ndarray
    sides: np.ndarray
    marked: np.ndarray
    boxes: np.ndarray


def run_box_scores(run: Run, network: NetworkName, marked: np.ndarray, boxes: np.ndarray) -> Table:
    """Return `box_scores` of a network of a run; marked, boxes: as in `BoxedPictures`."""
    labels = np.array([picture.label for picture in run.pictures])
    sides = np.array([picture.side for picture in run.pictures])
    cells, strengths = peaks_of(run, network)
    filters = run.of(network)
    peaks = PeakTable(cells.astype(np.int64), strengths, np.array([f.category for f in filters]))
    table = box_scores(
        peaks,
        np.array([f.effective_field for f in filters]),
        BoxedPictures(labels, sides, marked, boxes),
        run.geometry,
    )
    return table | ({"box_part": float(filters[int(table["box_filter"] or 0)].group + 1)} if table else {})


def box_scores(peaks: PeakTable, fields: np.ndarray, pictures: BoxedPictures, g: MapGeometry) -> Table:
    """Return how often one filter finds the box, and a random cell and the best constant cell; how often it fires
    there and in pictures of something else; how often its crop holds the box.

    fields: (F,) sides of the filters' crops in pixels. Empty where fewer than `FEWEST` pictures of a side are marked.
    """
    shows = pictures_shown(pictures.labels, peaks.category)
    val, test = (pictures.marked & (pictures.sides == side) for side in ("choose", "test"))
    if min(val.sum(), test.sum()) < FEWEST or not shows[val].any():
        return {}
    found = peaks_at_boxes(g.centre(peaks.cells), pictures.boxes, g.stride)
    asked = np.flatnonzero(shows[val].any(0))
    elsewhere = np.where(shows, np.nan, peaks.strengths)[pictures.sides == "choose"]
    chosen = choose_filter(
        np.where(shows, found, np.nan)[val][:, asked], peaks.strengths[val][:, asked], elsewhere[:, asked]
    )
    f = int(asked[chosen.filter])
    test, val = test & shows[:, f], val & shows[:, f]
    if test.sum() < FEWEST:
        return {}
    fires = peaks.strengths[:, f] >= chosen.threshold
    others = (pictures.sides == "test") & ~shows[:, f]
    in_crop = boxes_in_crops(g.centre(peaks.cells[:, [f]]), pictures.boxes, fields[[f]])[test, 0]
    share = share_interval(int(found[test, f].sum()), int(test.sum()))
    return known(
        {
            "box_filter": float(f),
            "box_tested": float(test.sum()),
            "box_found": share.mean,
            "box_found_low": share.low,
            "box_found_high": share.high,
            "box_found_firing": float((found[:, f] & fires)[test].mean()),
            "box_others": float(others.sum()),
            "box_fires_elsewhere": float(fires[others].mean()) if others.any() else None,
            "box_in_crop": float(in_crop.mean()),
        }
        | _baselines(pictures.boxes, fields[f], val, test, g)
    )


def _baselines(boxes: np.ndarray, field: float, val: np.ndarray, test: np.ndarray, g: MapGeometry) -> Table:
    """Return what a random cell reaches, and the constant cell that is best on the val side."""
    grid = grid_of(g)
    at_cells = peaks_at_boxes(grid, boxes, g.stride)
    in_crops = boxes_in_crops(grid, boxes[test], np.full(grid.shape[1], field))
    return {
        "box_found_random": float(at_cells[test].mean()),
        "box_found_constant": float(at_cells[test, at_cells[val].mean(0).argmax()].mean()),
        "box_in_crop_random": float(in_crops.mean()),
    }
