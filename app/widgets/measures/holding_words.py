"""Sentences on whether the filters of a network hold parts, for the wall, the table and the training."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from icnn_engine.inspection.verdict_words import holding_sentence
from icnn_engine.runs.run_folder import RunFilter


def tr(text: str) -> str:
    """Return a text about holding in the user's language."""
    return QCoreApplication.translate("HoldingWords", text)


def not_judged() -> str:
    """Return a sentence for a run of an earlier version."""
    return tr("This run was not judged by today's tests: its groups are of filters that follow shifts of the picture.")


def holding_text(filters: Sequence[RunFilter]) -> str:
    """Return how many filters hold a part, and how many parts these are, as the report says it."""
    return holding_sentence(filters)


def none_holds(filters: Sequence[RunFilter]) -> bool:
    """Return whether the filters were judged by the tests of holding and none of them holds a part."""
    return all(filter.eligible >= 0 and not filter.holds for filter in filters)
