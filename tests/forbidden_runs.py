"""A run as `forbid` makes it, without any fitting."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import Any

from icnn_engine.runs.run_folder import Run, open_run, write_run

FORBIDDEN: dict[str, Any] = {
    "title": "Part 2", "group": 1, "filters": [6, 7, 8, 9], "pictures": 12, "tested": 10, "tested_having": 6,
    "accuracy": {
        "before": {"mean": 0.95, "low": 0.9, "high": 1.0},
        "after": {"mean": 0.9, "low": 0.8, "high": 0.95},
        "difference": {"mean": -0.05, "low": -0.1, "high": 0.02},
    },
    "covered_accuracy": {
        "before": {"mean": 0.9, "low": 0.8, "high": 1.0},
        "after": {"mean": 0.93, "low": 0.85, "high": 1.0},
        "difference": {"mean": 0.03, "low": -0.01, "high": 0.07},
    },
    "recalls": [
        {
            "kind": "background",
            "before": {"mean": 0.9, "low": 0.8, "high": 1.0},
            "after": {"mean": 0.93, "low": 0.85, "high": 1.0},
            "difference": {"mean": 0.03, "low": -0.01, "high": 0.07},
        }
    ],
    "pasted": {
        "before": {"mean": 0.4, "low": 0.3, "high": 0.5},
        "after": {"mean": 0.01, "low": 0.005, "high": 0.02},
        "difference": {"mean": -0.39, "low": -0.5, "high": -0.3},
    },
    "stray": {
        "before": {"mean": 0.05, "low": 0.03, "high": 0.07},
        "after": {"mean": 0.02, "low": 0.01, "high": 0.03},
        "difference": {"mean": -0.03, "low": -0.05, "high": -0.01},
    },
    "excess": {
        "before": {"mean": 0.35, "low": 0.25, "high": 0.45},
        "after": {"mean": -0.01, "low": -0.02, "high": 0.01},
        "difference": {"mean": -0.36, "low": -0.45, "high": -0.25},
    },
    "agreement": {"mean": 0.96, "low": 0.92, "high": 1.0},
    "adds": [{"group": 0, "before": 2.0, "after": 1.5}, {"group": 1, "before": 1.0, "after": 0.0},
             {"group": -1, "before": -0.5, "after": -0.2}],
}  # fmt: skip


def without_part_2(run: Run) -> Run:
    """Write a run beside another one, in whose answer part 2 does not count, and open it."""
    path = run.path.with_name(f"{run.name}-without-Part-2")
    shutil.copytree(run.path, path)
    write_run(replace(run, path=path, info=run.info | {"forbidden": FORBIDDEN | {"of": run.path.name}}))
    return open_run(path)
