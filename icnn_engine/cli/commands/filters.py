"""`filters`: list the filters of a run by part, with their results in the tests."""

from __future__ import annotations

from argparse import Namespace
from math import isfinite

from icnn_engine.audit.forbidden_words import forbidden_lines
from icnn_engine.core.events import NetworkName
from icnn_engine.core.number_words import decimal
from icnn_engine.core.table_formats import as_text
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.verdict_words import holding_sentence
from icnn_engine.inspection.verdicts import not_judged, verdict
from icnn_engine.runs.run_folder import Run, RunFilter, open_run

HEAD = (
    "part", "filter", "category", "holds", "shift", "slope", "mirror", "transplant", "enlarged", "grounding", "AUC", "",
)  # fmt: skip
ALIGN = "lrrrrrrrrrrl"


def run(options: Namespace) -> int:
    """Print a line for each filter: largest part first, in each the filter first that follows best."""
    opened = open_run(options.run, options.images)
    filters = opened.of(NetworkName.TWIN if options.twin else NetworkName.INTERPRETABLE)
    rows = [HEAD, *(_line(opened, filters[index]) for index in wall_order(filters))]
    align = ALIGN
    if opened.own_network:  # which channel of the layer each is
        channels = ["channel", *(str(filters[index].channel) for index in wall_order(filters))]
        rows = [(*row[:2], channel, *row[2:]) for row, channel in zip(rows, channels, strict=True)]
        align = f"{ALIGN[:2]}r{ALIGN[2:]}"
    print(as_text(rows, align), end="")
    if opened.judged:
        print(holding_sentence(filters))
    for note in (*forbidden_lines(opened)[:1], *not_judged(opened)):
        print(note)
    return 0


def _line(run: Run, filter: RunFilter) -> tuple[str, ...]:
    part = str(filter.group + 1) if filter.group >= 0 else "-"
    holds = "" if filter.eligible < 0 else "yes" if filter.holds else "no"
    shares = (
        filter.equivariance, filter.slope, filter.mirror, filter.transplant, filter.scale, filter.kept,
        filter.background_auc,
    )  # fmt: skip
    results = [decimal(share) if isfinite(share) else "" for share in shares]
    return part, str(filter.index), run.categories[filter.category], holds, *results, verdict(filter)
