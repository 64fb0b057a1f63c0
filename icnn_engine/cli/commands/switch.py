"""`switch`: switch filters, parts or masks off and print the change of the accuracy."""

from __future__ import annotations

from argparse import Namespace

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.config import answers_through_masks
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import percent, printed_difference
from icnn_engine.core.table_formats import as_text
from icnn_engine.inspection.explainers import explainer_of
from icnn_engine.inspection.filter_order import check_filters
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.run_folder import Run, open_run


def run(options: Namespace) -> int:
    """Print the recall of each category and the balanced accuracy on the test pictures, before and after."""
    opened = open_run(options.run, options.images)
    off = _filters_of(opened, options.filters, options.parts)
    if options.masks and not answers_through_masks(opened.settings):
        words = translate(
            "Errors", "{name} answers from whole maps: its masks change nothing. To compare, train with --answer votes."
        )
        raise SettingsError(words.format(name=opened.name))
    test = np.flatnonzero([picture.side == "test" for picture in opened.pictures])
    labels = np.array([picture.label for picture in opened.pictures])[test]
    explainer = explainer_of(opened)
    answers = explainer.switched(test), explainer.switched(test, off, not options.masks)
    count = len(opened.categories)
    before, after = (metrics.confusion(predicted_by(opened, each), labels, count) for each in answers)
    print(f"Off: {len(off)} of {len(opened.filters)} filters{', and the masks' if options.masks else ''}.")
    kinds = [*opened.categories, "background"]
    lines = [(kind, a, b) for kind, a, b in zip(kinds, before.recalls, after.recalls, strict=True) if np.isfinite(a)]
    lines.append(("balanced accuracy", before.balanced_accuracy, after.balanced_accuracy))
    rows = [["on the test pictures", "all on", "switched off", "change"]]
    rows += [[kind, percent(a), percent(b), printed_difference("accuracy", a, b)] for kind, a, b in lines]
    print(as_text(rows, "lrrl"), end="")
    return 0


def _filters_of(run: Run, filters: list[int], parts: list[int]) -> list[int]:
    """Return the filters to switch off, given by number and by part (from 1). Raises SettingsError."""
    groups = run.groups()
    check_filters(run, filters)
    if parts and not groups:
        raise SettingsError(
            translate("Errors", "No filter of {name} holds a part: name filters with --filters instead.").format(
                name=run.name
            )
        )
    if wrong := [p for p in parts if not 1 <= p <= len(groups)]:
        raise SettingsError(
            translate("Errors", "There is no part {wrong}: this run has parts 1 to {count}.").format(
                wrong=wrong[0], count=len(groups)
            )
        )
    return sorted({*filters, *(f for part in parts for f in groups[part - 1])})
