"""Measures of answers and of parts, with their baselines: pure NumPy, no torch (definitions: docs/maths.md).

Axes: N pictures, F filters, K landmarks or categories. Cells are (row, column), positions (y, x) in pixels of the
network's input.
"""

from icnn_engine.metrics.answers import (
    BACKGROUND,
    Confusion,
    Kind,
    confusion,
    judged,
    label_accuracy,
    label_majority,
    said,
)
from icnn_engine.metrics.arrays import TOP, Bools, Floats, Ints, mean_of_known, peaks, shown, strongest
from icnn_engine.metrics.background import WEAK_AUC, background_auc, background_auc_by_category, share_of_answer
from icnn_engine.metrics.consistency import (
    PartConsistency,
    VisualConsistency,
    mean_cosine,
    part_consistency,
    visual_consistency,
)
from icnn_engine.metrics.deletion import Curves, blurred, curve_area, curves, orders, replaced
from icnn_engine.metrics.following import Followed, Moved, equivariance, followed
from icnn_engine.metrics.groups import GROUP_CUT, STEADY, distinct_parts, part_groups
from icnn_engine.metrics.instability import (
    RANDOM_DRAWS,
    Instability,
    MultiCategory,
    location_instability,
    multi_category_instability,
)
from icnn_engine.metrics.interpretability import Interpretability, part_interpretability, thresholds
from icnn_engine.metrics.localisation import (
    Chosen,
    centre_positions,
    chosen_on_half,
    random_positions,
)
from icnn_engine.metrics.statistics import (
    balanced_accuracy_statistic,
    distinct_parts_statistic,
    equivariance_statistic,
    instability_statistic,
    on_rows,
)
from icnn_engine.metrics.uncertainty import (
    CONFIDENCE,
    RESAMPLES,
    Draws,
    Interval,
    Sample,
    Statistic,
    bootstrap,
    difference,
    interval,
    interval_of_seeds,
)

__all__ = [
    "BACKGROUND",
    "CONFIDENCE",
    "GROUP_CUT",
    "RANDOM_DRAWS",
    "RESAMPLES",
    "STEADY",
    "TOP",
    "WEAK_AUC",
    "Bools",
    "Chosen",
    "Confusion",
    "Curves",
    "Draws",
    "Floats",
    "Followed",
    "Instability",
    "Interpretability",
    "Interval",
    "Ints",
    "Kind",
    "Moved",
    "MultiCategory",
    "PartConsistency",
    "Sample",
    "Statistic",
    "VisualConsistency",
    "background_auc",
    "background_auc_by_category",
    "balanced_accuracy_statistic",
    "blurred",
    "bootstrap",
    "centre_positions",
    "chosen_on_half",
    "confusion",
    "curve_area",
    "curves",
    "difference",
    "distinct_parts",
    "distinct_parts_statistic",
    "equivariance",
    "equivariance_statistic",
    "followed",
    "instability_statistic",
    "interval",
    "interval_of_seeds",
    "judged",
    "label_accuracy",
    "label_majority",
    "location_instability",
    "mean_cosine",
    "mean_of_known",
    "multi_category_instability",
    "on_rows",
    "orders",
    "part_consistency",
    "part_groups",
    "part_interpretability",
    "peaks",
    "random_positions",
    "replaced",
    "said",
    "share_of_answer",
    "shown",
    "strongest",
    "thresholds",
    "visual_consistency",
]
