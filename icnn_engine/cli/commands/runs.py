"""`runs`: list the runs in a folder, or compare two."""

from __future__ import annotations

from argparse import Namespace
from math import isnan

from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import RunError
from icnn_engine.core.number_words import measured_value, percent, printed_difference
from icnn_engine.core.table_formats import as_text
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.runs.run_list import RunSummary, compared, list_runs

HEADINGS = ("name", "made", "category", "backbone", "variant", "accuracy", "its twin", "parts", "MB")
STATES = {
    "whole": "",
    "training": "being trained",
    "stopped": "stopped: train --resume",
    "unfinished": "never finished",
    "other": "cannot be read",
}


def run(options: Namespace) -> int:
    """Print the runs in a folder, or the differences between two."""
    if options.compare:
        rows = _comparison(*(open_run(path) for path in options.compare))
        print(as_text(rows, "llll"), end="")
        return 0
    if not options.place.is_dir():
        raise RunError(f"There is no folder {options.place}. Name the folder that holds runs.")
    summaries = list_runs((options.place,))
    if not summaries:
        print(f"There is no run in {options.place}.")
        return 0
    print(as_text([HEADINGS, *map(_line, summaries)], "l" * len(HEADINGS)), end="")
    print("accuracy: balanced, on the test pictures.")
    if any(summary.state == "whole" and summary.parts is None for summary in summaries):
        print("parts: empty where a run was not tested for them (partscope measure RUN).")
    return 0


def _line(run: RunSummary) -> tuple[str, ...]:
    made, size = run.made[:16].replace("T", " "), f"{run.size / 1e6:.1f}"
    if run.settings is None:
        return (run.name, made, STATES[run.state], "", "", "", "", "", size)
    variant = STATES[run.state] or run.settings.variant
    accuracies = ["" if isnan(value) else percent(value) for value in (run.accuracy, run.twin_accuracy)]
    parts = "" if run.parts is None else str(run.parts)
    backbone: str = run.settings.backbone
    if run.source is not None:
        backbone, variant = run.source.title, "converted" if run.converted else "not trained"
    return (run.name, made, run.category, backbone, variant, *accuracies, parts, size)


def _setting(name: str) -> str:
    """Return a setting as an option of `train`, or what else is set of a network of the user's own."""
    return f"--{name.replace('_', '-')}" if name in TrainSettings.model_fields else name


def _comparison(first: Run, second: Run) -> list[tuple[str, ...]]:
    """Return the settings that differ, as options of `train`, then the figures of both runs."""
    from icnn_engine.figures.tables import table_rows  # imports Matplotlib, which the list of runs does not need

    comparison = compared(first, second)
    names = {row.key: row.name for run in (first, second) for row in table_rows(run.table)}
    same = {
        "pictures": comparison.same_pictures, "split": comparison.same_split, "seed": comparison.same_seed,
    }  # fmt: skip
    common = ", ".join(key for key, is_same in same.items() if is_same)
    note = f"same {common}" if common else "nothing is the same: their figures cannot be compared"
    rows: list[tuple[str, ...]] = [("", first.name, second.name, "difference"), (note, "", "", "")]
    rows += [
        (_setting(key), *("" if v is None else str(v) for v in both), "") for key, both in comparison.settings.items()
    ]
    for key, (a, b) in comparison.figures.items():
        if key in names:
            values = ("" if isnan(value) else measured_value(key, value) for value in (a, b))
            rows.append((names[key], *values, "" if isnan(b - a) else printed_difference(key, a, b)))
    return rows
