"""`filters`: the filters of a run by part, with what each reached in the tests of holding."""

from __future__ import annotations

from argparse import Namespace
from math import isfinite
from typing import TYPE_CHECKING

from icnn_engine.core.events import NetworkName

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run, RunFilter

HEAD = (
    "part", "filter", "category", "holds", "shift", "slope", "mirror", "transplant", "enlarged", "grounding", "AUC", "",
)  # fmt: skip
ALIGN = "lrrrrrrrrrrl"


def filters(options: Namespace) -> int:
    """Print a line for each filter: largest part first, in each the filter first that follows best."""
    from icnn_engine.core.table_formats import as_text
    from icnn_engine.inspection.filter_order import wall_order
    from icnn_engine.inspection.verdicts import not_judged
    from icnn_engine.runs.run_folder import open_run

    found = open_run(options.run, options.images)
    every = found.of(NetworkName.TWIN if options.twin else NetworkName.INTERPRETABLE)
    rows = [HEAD, *(_line(found, every[index]) for index in wall_order(every))]
    print(as_text(rows, ALIGN), end="")
    for note in not_judged(found):
        print(note)
    return 0


def _line(run: Run, one: RunFilter) -> list[str]:
    from icnn_engine.inspection.verdicts import verdict

    part = str(one.group + 1) if one.group >= 0 else "-"
    holds = "" if one.eligible < 0 else "yes" if one.holds else "no"
    reached = (one.equivariance, one.slope, one.mirror, one.transplant, one.scale, one.kept, one.background_auc)
    return [part, str(one.index), run.categories[one.category], holds, *map(_share, reached), verdict(one)]


def _share(value: float) -> str:
    from icnn_engine.figures.common import figure_of

    return figure_of(value) if isfinite(value) else ""
