"""`measure`: measure a run anew, against landmarks if there are some, and print its table."""

from __future__ import annotations

from argparse import Namespace
from math import isfinite

from icnn_engine.cli.output import print_json
from icnn_engine.cli.progress import watch
from icnn_engine.cli.run_table import print_table
from icnn_engine.experiment.measure_run import measure_run
from icnn_engine.runs.run_folder import Table, open_run

MEASURED = (
    "accuracy",
    "balanced_accuracy",
    "instability",
    "instability_all_pictures",
    "instability_centre",
    "instability_random",
    "share_below_centre",
    "equivariance",
)
OF_PARTS = (
    "slope",
    "mirror",
    "transplant",
    "grounding",
    "holding",
    "independent_parts",
    "nmi_8",
    "ari_8",
    "keypoint_regression",
)
ALWAYS = (
    *MEASURED,
    *OF_PARTS,
    "coverage",
    *(f"twin_{key}" for key in (*MEASURED, *OF_PARTS, "coverage")),
    "cam_accuracy",
    "cam_balanced_accuracy",
    "untrained_equivariance",
    *(f"untrained_{key}" for key in OF_PARTS),
)


def run(options: Namespace) -> int:
    """Measure a run; the filters of a run of an earlier version are tested first."""
    measured = watch(measure_run(open_run(options.run, options.images), options.landmarks))
    if options.json:
        print_json({"run": measured.name, "category": measured.category, **_all_keys(measured.table)})
    else:
        print_table(measured)
    return 0


def _all_keys(table: Table) -> dict[str, float | None]:
    """Return the table with every promised key; null for what could not be measured."""
    values = dict.fromkeys(ALWAYS) | table
    return {key: value if value is not None and isfinite(value) else None for key, value in values.items()}
