"""Measurements of networks and their filters, with their baselines, as tables by name. No torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.annotations import Landmark
from icnn_engine.core.config import ClassLoss
from icnn_engine.core.events import NetworkName
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import LANDMARKS, landmarks_of, part_regions, published_parts, table_in
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes
from icnn_engine.metrics import Instability
from icnn_engine.runs.run_folder import Table

HELD_OUT_SHARE = 0.5  # docs/maths.md: the strongest half of the held-out pictures, at most 100
PREFIXES = {NetworkName.INTERPRETABLE: "", NetworkName.TWIN: "twin_", NetworkName.CAM: "cam_"}


@dataclass(frozen=True, eq=False)
class PeakTable:
    """Peaks of the F filters of a network on N pictures: cells (N, F, 2), values (N, F), the category each filter
    answers to (F,)."""

    cells: np.ndarray
    strengths: np.ndarray
    category: np.ndarray

    def only(self, rows: np.ndarray) -> PeakTable:
        """Return the peaks on some of the pictures."""
        return PeakTable(self.cells[rows], self.strengths[rows], self.category)


def answer_table(answers: np.ndarray, labels: np.ndarray, loss: ClassLoss) -> Table:
    """Return the accuracy of answers (N, K) for labels (N,), -1 where a picture shows no category."""
    confusion = metrics.judge_answers(answers, labels, loss)
    table: Table = {"accuracy": confusion.accuracy, "balanced_accuracy": confusion.balanced_accuracy}
    if loss == "logistic" and answers.shape[1] > 1:
        table["label_accuracy"] = metrics.label_accuracy(answers, labels)
    return known(table)


def floors(labels: np.ndarray, categories: int) -> Table:
    """Return the number of test samples, and the accuracies of answering without looking at them."""
    majority = metrics.confusion(labels, labels, categories).majority
    table: Table = {"tested": float(len(labels)), "majority_accuracy": majority}
    if categories > 1:
        table["label_majority"] = metrics.label_majority(labels, categories)
    return table


def known(table: Table) -> Table:
    """Return the table with nan replaced by None, which stands for a value that could not be measured."""
    return {name: None if value is None or np.isnan(value) else float(value) for name, value in table.items()}


def prefixed(table: Table, prefix: str) -> Table:
    """Return the table with a prefix before each name, to merge it with tables of other networks."""
    return {f"{prefix}{name}": value for name, value in table.items()}


def landmark_table(peaks: PeakTable, labels: np.ndarray, test: np.ndarray, points: np.ndarray, g: MapGeometry) -> Table:
    """Return location instability (paper, section 5.2) with its baselines, on held-out pictures and, as published, on
    all.

    labels, test: (N,), points: (N, K, 2). Each filter is measured on the pictures of its category; where there are
    several, `instability_lowest` follows the paper's rule (for each filter the lowest of the categories).
    """
    held_out = instability_of(peaks.only(test), labels[test], points[test], g, HELD_OUT_SHARE)
    everywhere = instability_of(peaks, labels, points, g)
    table: Table = {
        "instability": held_out.mean(),
        "instability_all_pictures": everywhere.mean(),
        "instability_centre": replace(held_out, filters=held_out.centre).mean(),
        "instability_random": replace(held_out, filters=held_out.random).mean(),
        "instability_centre_all_pictures": replace(everywhere, filters=everywhere.centre).mean(),
        "instability_random_all_pictures": replace(everywhere, filters=everywhere.random).mean(),
        "share_below_centre": held_out.share_below_centre(),
    }
    if labels.max() > 0:
        table |= _over_categories(peaks, labels, points, g)
    return known(table)


def instability_of(
    peaks: PeakTable, labels: np.ndarray, points: np.ndarray, g: MapGeometry, share: float = 1.0
) -> Instability:
    """Return (F, K) location instability of each filter on the pictures of its own category."""
    grid, positions = g.centre(np.arange(g.cells)), g.centre(peaks.cells)
    whole = Instability(*(np.full((len(peaks.category), points.shape[1]), np.nan) for _ in range(3)))
    for category in np.unique(peaks.category):
        own, shows = peaks.category == category, labels == category
        part = metrics.location_instability(
            positions[shows][:, own], peaks.strengths[shows][:, own], points[shows], g.input_size, grid, share
        )
        whole.filters[own], whole.centre[own], whole.random[own] = part.filters, part.centre, part.random
    return whole


def _over_categories(peaks: PeakTable, labels: np.ndarray, points: np.ndarray, g: MapGeometry) -> Table:
    """Return instability by the two published rules for several categories, on all pictures."""
    categories = range(labels.max() + 1)
    each = [
        instability_of(replace(peaks, category=np.full_like(peaks.category, category)), labels, points, g)
        for category in categories
    ]
    usual = np.stack([peaks.strengths[labels == category].mean(0) for category in categories], axis=1)
    both = metrics.multi_category_instability(np.stack([own.per_filter() for own in each], axis=1), usual)
    lowest, favourite = both.means()
    return {"instability_lowest": lowest, "instability_favourite": favourite}


def background_table(peaks: PeakTable, labels: np.ndarray, test: np.ndarray) -> Table:
    """Return the mean AUC of the filters' peaks, category against background, on the test pictures, and the share of
    filters under `metrics.WEAK_AUC`. Empty without a background."""
    if not (labels[test] < 0).any():
        return {}
    auc = metrics.background_auc_by_category(peaks.strengths[test], labels[test], peaks.category)
    weak = float(np.mean(auc < metrics.WEAK_AUC))
    return known({"background_auc": metrics.mean_of_known(auc), "background_bound": weak})


def interpretability_table(
    root: Path, names: Sequence[str], maps: np.ndarray, diameters: np.ndarray, g: MapGeometry
) -> Table:
    """Return the part interpretability of filters on the pictures `names`, whose maps are (N, F, n, n), where the
    publishers of a data set gave areas of parts; else empty. diameters: (F,) of the receptive fields, in pixels.
    Raises LandmarksError."""
    regions = dict(part_regions(root, names, g.input_size))
    parts = sorted({part for own in regions.values() for part in own})
    if not parts:
        return {}
    areas = np.zeros((len(names), len(parts), g.input_size, g.input_size), bool)
    annotated = np.zeros((len(names), len(parts)), bool)
    for row, name in enumerate(names):
        for part, area in regions.get(name, {}).items():
            areas[row, parts.index(part)], annotated[row, parts.index(part)] = area, True
    fitted = metrics.part_interpretability(maps.astype(np.float32), areas, annotated, g, diameters)
    return known({"part_interpretability": fitted.mean()})


def measured_landmarks(root: Path, names: list[str], sizes: Sizes = NO_SIZES) -> dict[str, tuple[Landmark, ...]]:
    """Return the landmarks of a folder that are measured against: all of its own `landmarks.csv`; of a published data
    set those of the paper's tables (CUB-200-2011: back, forehead, tail). `sizes`: as of `landmarks_of`."""
    marks, wanted = landmarks_of(root, names, sizes), published_parts(root)
    if not wanted or table_in(root, LANDMARKS).is_file():
        return marks
    return {name: tuple(mark for mark in own if mark.part in wanted) for name, own in marks.items()}


OF_LANDMARKS = (
    "instability",
    "below_centre",
    "part_interpretability",
    "landmark",
    "nmi_",
    "ari_",
    "keypoint",
    "prototype",
    "coverage",
    "in_box",
    "box_",
    "parts_4",
    "parts_8",
    "parts_16",
)


def needs_landmarks(name: str) -> bool:
    """Return whether a value of the table needs landmarks or boxes."""
    return any(word in name for word in OF_LANDMARKS)


def points_of(
    names: list[str], sizes: list[tuple[int, int]], landmarks: Mapping[str, tuple[Landmark, ...]], input_size: int
) -> np.ndarray:
    """Return (N, K, 2), landmarks (y, x) of pictures of (width, height), in pixels of the squashed input; nan where
    there is none. K: the landmarks named, sorted."""
    parts = sorted({mark.part for marks in landmarks.values() for mark in marks})
    points = np.full((len(names), len(parts), 2), np.nan)
    for row, (name, (width, height)) in enumerate(zip(names, sizes, strict=True)):
        scale = np.array([input_size / height, input_size / width])
        for mark in landmarks.get(name, ()):
            points[row, parts.index(mark.part)] = np.array([mark.y, mark.x]) * scale - 0.5
    return points
