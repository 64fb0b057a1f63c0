"""The saved slices of a run as a table of a report, in the current language."""

from __future__ import annotations

from collections.abc import Sequence

from icnn_engine.audit.slice_lines import SliceLine
from icnn_engine.core.number_words import UNKNOWN
from icnn_engine.inspection.verdict_words import interval_words
from icnn_engine.report.wording import tr


def slice_rows(lines: Sequence[SliceLine]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table, its heading first; empty where no slice is saved. A slice of too few pictures has
    its remark in the place of its share."""
    if not lines:
        return ()
    head = (tr("Pictures"), tr("Which"), tr("How many"), tr("Answered right"), tr("The rest of the category"))
    return (head, *(_row(line) for line in lines))


def _row(line: SliceLine) -> tuple[str, ...]:
    known = line.accuracy
    if known is None or line.remark:
        count = UNKNOWN if known is None else str(known.inside.pictures)
        return (line.name, line.where, count, line.remark, UNKNOWN)
    return (
        line.name, line.where, str(known.inside.pictures), interval_words(known.inside.share),
        interval_words(known.rest.share),
    )  # fmt: skip
