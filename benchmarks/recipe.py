"""The recipe on real pictures: trains every category named for several seeds and prints the table of `measure`.

python benchmarks/recipe.py FOLDER --categories fox cat zebra --seeds 0 1 2
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from icnn_engine.config import make_settings
from icnn_engine.events import drain
from icnn_engine.experiment import run_experiment
from icnn_engine.model_file import Run
from icnn_engine.sample import make_sample

ROWS = (
    "accuracy",
    "balanced_accuracy",
    "instability",
    "instability_centre",
    "instability_random",
    "share_below_centre",
    "instability_all_pictures",
    "equivariance",
    "equivariance_mirror",
    "distinct_parts",
)
ALONE = (
    "majority_accuracy",
    "cam_accuracy",
    "cam_balanced_accuracy",
    "untrained_equivariance",
    "untrained_distinct_parts",
)


def table_of(runs: list[Run], seconds: list[float]) -> str:
    """Markdown: means over the runs, each with the smallest and the largest."""

    def cell(key: str) -> str:
        values = [run.table.get(key) for run in runs]
        numbers = [v for v in values if v is not None]
        return f"{np.mean(numbers):.3f} ({min(numbers):.3f}–{max(numbers):.3f})" if numbers else "—"

    lines = ["| | interpretable | twin |", "|---|---|---|"]
    lines += [f"| {row} | {cell(row)} | {cell('twin_' + row)} |" for row in ROWS]
    lines += [f"| {row} | {cell(row)} | |" for row in ALONE]
    strengths = ", ".join(f"{run.info['strength']['used']:g}" for run in runs)
    return "\n".join([*lines, "", f"strengths {strengths}; seconds {', '.join(f'{s:.0f}' for s in seconds)}"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--categories", nargs="+", default=[""], help="default: the folder's only one")
    parser.add_argument("--seeds", nargs="+", type=int, default=[0])
    parser.add_argument("--variant", default="partscope")
    parser.add_argument("--output", type=Path, default=Path("runs"))
    options = parser.parse_args()
    folder = options.folder or drain(make_sample(options.output / "sample", creatures=120, backgrounds=120))
    for category in options.categories:
        runs, seconds = [], []
        for seed in options.seeds:
            start = time.monotonic()
            settings = make_settings({"category": category, "seed": seed, "variant": options.variant})
            runs.append(drain(run_experiment(folder, settings, options.output)))
            seconds.append(time.monotonic() - start)
        print(
            f"\n## {runs[0].category}, {options.variant}, mean of {len(runs)} seeds\n\n{table_of(runs, seconds)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
