"""Sentences on whether the filters of a network hold parts, for the wall, the table and the training."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.verdicts import failed_tests
from icnn_engine.runs.run_folder import RunFilter

ELSEWHERE = ("mirror", "transplant")


def tr(text: str) -> str:
    """Return a text about holding in the user's language."""
    return QCoreApplication.translate("HoldingWords", text)


def not_judged() -> str:
    """Return a sentence for a run of an earlier version."""
    return tr("This run was not judged by today's tests: its groups are of filters that follow shifts of the picture.")


def holding_text(filters: Sequence[RunFilter]) -> str:
    """Return how many filters hold a part, and how many parts these are; if none does, why not."""
    holds = sum(filter.holds for filter in filters)
    if not holds:
        return _why_none_holds(filters)
    parts = len(groups_of(filters))
    text = tr("{holds} of {count} filters hold a part: {parts} parts.")
    if parts == 1:
        text = tr("{holds} of {count} filters hold a part, all of them the same.")
    return text.format(holds=holds, count=len(filters), parts=parts)


def none_holds(filters: Sequence[RunFilter]) -> bool:
    """Return whether the filters were judged by the tests of holding and none of them holds a part."""
    return all(filter.eligible >= 0 and not filter.holds for filter in filters)


def _why_none_holds(filters: Sequence[RunFilter]) -> str:
    failing = [failed_tests(filter) for filter in filters if not filter.dead]
    elsewhere = sum(any(test in ELSEWHERE for test in tests) for tests in failing)
    if failing and elsewhere > len(failing) / 2:
        return tr("No filter holds a part: in the mirrored picture, or pasted elsewhere, most answer to another place.")
    return tr("No filter holds a part: each fails at least one test, which its card names.")
