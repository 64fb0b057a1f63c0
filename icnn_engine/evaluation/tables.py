"""The figures of networks and of their filters, with their baselines: tables of runs and of experiments. No torch."""

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
    """Where and how strongly the F filters of a network fire on N pictures: cells (N, F, 2), strengths (N, F), the
    category each filter answers to (F,)."""

    cells: np.ndarray
    strengths: np.ndarray
    category: np.ndarray

    def only(self, rows: np.ndarray) -> PeakTable:
        """On some of the pictures."""
        return PeakTable(self.cells[rows], self.strengths[rows], self.category)


def answer_table(answers: np.ndarray, labels: np.ndarray, loss: ClassLoss) -> Table:
    """Accuracy of the answers (N, K) given for labels (N,), -1 where a picture shows no category."""
    confusion = metrics.judge_answers(answers, labels, loss)
    table: Table = {"accuracy": confusion.accuracy, "balanced_accuracy": confusion.balanced_accuracy}
    if loss == "logistic" and answers.shape[1] > 1:
        table["label_accuracy"] = metrics.label_accuracy(answers, labels)
    return known(table)


def floors(labels: np.ndarray, categories: int) -> Table:
    """How many samples were tested, and the accuracies of answering without looking at them."""
    majority = metrics.confusion(labels, labels, categories).majority
    table: Table = {"tested": float(len(labels)), "majority_accuracy": majority}
    if categories > 1:
        table["label_majority"] = metrics.label_majority(labels, categories)
    return table


def known(table: Table) -> Table:
    """The table with nan replaced by None: what could not be measured is empty, not guessed."""
    return {name: None if value is None or np.isnan(value) else float(value) for name, value in table.items()}


def prefixed(table: Table, prefix: str) -> Table:
    """The table of one network among those of others."""
    return {f"{prefix}{name}": value for name, value in table.items()}


def landmark_table(peaks: PeakTable, labels: np.ndarray, test: np.ndarray, points: np.ndarray, g: MapGeometry) -> Table:
    """Location instability with its baselines, on held-out pictures and on all, as published.

    labels, test: (N,), points: (N, K, 2). Each filter is measured on the pictures of its category; where there are
    several, `instability_lowest` follows the paper's rule (for each filter the lowest of the categories).
    """
    held = instability_of(peaks.only(test), labels[test], points[test], g, HELD_OUT_SHARE)
    every = instability_of(peaks, labels, points, g)
    table: Table = {
        "instability": held.mean(),
        "instability_all_pictures": every.mean(),
        "instability_centre": replace(held, filters=held.centre).mean(),
        "instability_random": replace(held, filters=held.random).mean(),
        "instability_centre_all_pictures": replace(every, filters=every.centre).mean(),
        "instability_random_all_pictures": replace(every, filters=every.random).mean(),
        "share_below_centre": held.share_below_centre(),
    }
    if labels.max() > 0:
        table |= _over_categories(peaks, labels, points, g)
    return known(table)


def instability_of(
    peaks: PeakTable, labels: np.ndarray, points: np.ndarray, g: MapGeometry, share: float = 1.0
) -> Instability:
    """(F, K) instability of every filter on the pictures of its own category."""
    grid, positions = g.centre(np.arange(g.cells)), g.centre(peaks.cells)
    whole = Instability(*(np.full((len(peaks.category), points.shape[1]), np.nan) for _ in range(3)))
    for one in np.unique(peaks.category):
        own, shows = peaks.category == one, labels == one
        found = metrics.location_instability(
            positions[shows][:, own], peaks.strengths[shows][:, own], points[shows], g.input_size, grid, share
        )
        for kind in ("filters", "centre", "random"):
            getattr(whole, kind)[own] = getattr(found, kind)
    return whole


def _over_categories(peaks: PeakTable, labels: np.ndarray, points: np.ndarray, g: MapGeometry) -> Table:
    """The two published rules for several categories, on all pictures."""
    count = labels.max() + 1
    each = [
        instability_of(replace(peaks, category=np.full_like(peaks.category, one)), labels, points, g)
        for one in range(count)
    ]
    usual = np.stack([peaks.strengths[labels == one].mean(0) for one in range(count)], axis=1)
    both = metrics.multi_category_instability(np.stack([one.per_filter() for one in each], axis=1), usual)
    lowest, favourite = both.means()
    return {"instability_lowest": lowest, "instability_favourite": favourite}


def background_table(peaks: PeakTable, labels: np.ndarray, test: np.ndarray) -> Table:
    """Mean over filters of the AUC of their peak, their category against the background, on the test pictures; the
    share of filters under `metrics.WEAK_AUC`. Empty without a background."""
    if not (labels[test] < 0).any():
        return {}
    auc = metrics.background_auc_by_category(peaks.strengths[test], labels[test], peaks.category)
    weak = float(np.mean(auc < metrics.WEAK_AUC))
    return known({"background_auc": metrics.mean_of_known(auc), "background_bound": weak})


def interpretability_table(
    root: Path, names: Sequence[str], maps: np.ndarray, diameters: np.ndarray, g: MapGeometry
) -> Table:
    """Part interpretability of filters on pictures by `names`, whose maps are (N, F, n, n), where a folder's publishers
    gave areas of parts; else empty. diameters: (F,) of the round fields, in pixels. Raises LandmarksError."""
    found = dict(part_regions(root, names, g.input_size))
    parts = sorted({part for regions in found.values() for part in regions})
    if not parts:
        return {}
    areas = np.zeros((len(names), len(parts), g.input_size, g.input_size), bool)
    annotated = np.zeros((len(names), len(parts)), bool)
    for row, name in enumerate(names):
        for part, area in found.get(name, {}).items():
            areas[row, parts.index(part)], annotated[row, parts.index(part)] = area, True
    fitted = metrics.part_interpretability(maps.astype(np.float32), areas, annotated, g, diameters)
    return known({"part_interpretability": fitted.mean()})


def measured_landmarks(root: Path, names: list[str], sizes: Sizes = NO_SIZES) -> dict[str, tuple[Landmark, ...]]:
    """The landmarks of a folder that tables are made of: all of its own `landmarks.csv`, of a published data set those
    of the paper's tables (CUB-200-2011: back, forehead, tail). `sizes`: as of `landmarks_of`."""
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
    "parts_4",
    "parts_8",
    "parts_16",
)


def needs_landmarks(name: str) -> bool:
    """Whether a figure of the table is measured against landmarks or boxes."""
    return any(word in name for word in OF_LANDMARKS)


def points_of(
    names: list[str], sizes: list[tuple[int, int]], landmarks: Mapping[str, tuple[Landmark, ...]], input_size: int
) -> np.ndarray:
    """(N, K, 2) landmarks (y, x) of pictures of (width, height), in pixels of the squashed input; nan where there is
    none. K: the parts named, sorted."""
    parts = sorted({mark.part for marks in landmarks.values() for mark in marks})
    points = np.full((len(names), len(parts), 2), np.nan)
    for row, (name, (width, height)) in enumerate(zip(names, sizes, strict=True)):
        scale = np.array([input_size / height, input_size / width])
        for mark in landmarks.get(name, ()):
            points[row, parts.index(mark.part)] = np.array([mark.y, mark.x]) * scale - 0.5
    return points
