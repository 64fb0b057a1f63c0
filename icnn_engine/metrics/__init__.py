"""Measures of answers and of parts, with their baselines: pure NumPy, no torch (definitions: docs/maths.md).

Axes: N pictures, F filters, K landmarks or categories. Cells are (row, column), positions (y, x) in pixels of the
network's input.
"""

from icnn_engine.metrics.answers import accuracy, balanced_accuracy, majority
from icnn_engine.metrics.arrays import TOP, Bools, Floats, Ints, peaks, shown, strongest
from icnn_engine.metrics.following import Followed, Moved, equivariance, followed
from icnn_engine.metrics.groups import GROUP_CUT, STEADY, distinct_parts, part_groups
from icnn_engine.metrics.instability import (
    RANDOM_DRAWS,
    Instability,
    MultiCategory,
    location_instability,
    multi_category_instability,
)

__all__ = [
    "GROUP_CUT",
    "RANDOM_DRAWS",
    "STEADY",
    "TOP",
    "Bools",
    "Floats",
    "Followed",
    "Instability",
    "Ints",
    "Moved",
    "MultiCategory",
    "accuracy",
    "balanced_accuracy",
    "distinct_parts",
    "equivariance",
    "followed",
    "location_instability",
    "majority",
    "multi_category_instability",
    "part_groups",
    "peaks",
    "shown",
    "strongest",
]
