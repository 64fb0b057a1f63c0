"""The command about the runs that are kept: a list of them, or two side by side."""

from __future__ import annotations

from argparse import Namespace
from math import isnan
from typing import TYPE_CHECKING

from icnn_engine.core.errors import RunError
from icnn_engine.core.table_formats import as_text

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run
    from icnn_engine.runs.run_list import RunSummary

HEADINGS = ("name", "made", "category", "backbone", "variant", "accuracy", "holding", "MB")
STATES = {
    "whole": "",
    "training": "being trained",
    "stopped": "stopped: train --resume",
    "unfinished": "never finished",
    "other": "cannot be read",
}


def runs(options: Namespace) -> int:
    """Print the runs in a folder, or what differs between two."""
    from icnn_engine.runs.run_folder import open_run
    from icnn_engine.runs.run_list import list_runs

    if options.compare:
        rows = _beside(*(open_run(path) for path in options.compare))
        print(as_text(rows, "llll"), end="")
        return 0
    if not options.place.is_dir():
        raise RunError(f"There is no folder {options.place}. Name the folder that holds runs.")
    found = list_runs((options.place,))
    if not found:
        print(f"There is no run in {options.place}.")
        return 0
    print(as_text([HEADINGS, *(_line(one) for one in found)], "l" * len(HEADINGS)), end="")
    if any(one.state == "whole" and isnan(one.holding) for one in found):
        print("holding: share of filters that hold a part; empty where a run was not tested (partscope measure RUN).")
    return 0


def _line(one: RunSummary) -> tuple[str, ...]:
    made, size = one.made[:16].replace("T", " "), f"{one.size / 1e6:.1f}"
    if one.settings is None:
        return (one.name, made, STATES[one.state], "", "", "", "", size)
    figures = (_figure(one.accuracy), _figure(one.holding))
    variant = STATES[one.state] or one.settings.variant
    return (one.name, made, one.category, one.settings.backbone, variant, *figures, size)


def _beside(one: Run, other: Run) -> list[tuple[str, ...]]:
    """Settings that differ as options of `train`, then the figures of both."""
    from icnn_engine.figures.tables import table_rows
    from icnn_engine.runs.run_list import compared

    found = compared(one, other)
    names = {row.key: row.name for run in (one, other) for row in table_rows(run.table)}
    same = {"pictures": found.same_pictures, "split": found.same_split, "seed": found.same_seed}
    rows: list[tuple[str, ...]] = [("", one.name, other.name, "difference")]
    rows.append(("same " + ", ".join(key for key, is_ in same.items() if is_), "", "", "") if any(same.values()) else
                ("nothing is the same: their figures cannot be compared", "", "", ""))  # fmt: skip
    rows += [(f"--{key.replace('_', '-')}", str(a), str(b), "") for key, (a, b) in found.settings.items()]
    for key, (a, b) in found.figures.items():
        if key in names:
            rows.append((names[key], _figure(a), _figure(b), "" if isnan(b - a) else f"{b - a:+.3f}"))
    return rows


def _figure(value: float) -> str:
    return "" if isnan(value) else f"{value:.3f}"
