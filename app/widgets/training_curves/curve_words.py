"""What the curves of a training say, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.events import EpochDone

FEWEST = 3  # epochs: fewer say nothing
REST = 0.1  # of the whole fall: what is left of it when a curve is called flat


def tr(text: str) -> str:
    """A text about curves in the user's language."""
    return QCoreApplication.translate("CurveWords", text)


def class_loss() -> tuple[str, str]:
    """A plot's heading and what it shows."""
    return tr("Class loss"), tr("How wrong the answers are: it should sink.")


def filter_loss() -> tuple[str, str]:
    """A plot's heading and what it shows."""
    return tr("Filter loss"), tr("How far filters are from one part each: it should sink.")


def summary(epochs: Sequence[EpochDone]) -> str:
    """One or two sentences on how the interpretable network learned; empty after too few epochs to tell."""
    if len(epochs) < FEWEST:
        return ""
    filters, answers = settled([e.filter_loss for e in epochs]), settled([e.class_loss for e in epochs])
    return " ".join(
        (
            _said(
                filters,
                len(epochs),
                tr("The filters came closer to one part each until epoch {epoch}."),
                tr("The filters were still coming closer to one part each: more epochs may make them sharper."),
                tr("The filters came no closer to one part each: a larger weight of the filter loss may help."),
            ),
            _said(
                answers,
                len(epochs),
                tr("The answers got better until epoch {epoch}."),
                tr("The answers were still getting better at the end."),
                tr("The answers did not get better."),
            ),
        )
    )


def settled(values: Sequence[float]) -> int:
    """The epoch, counted from 1, from which on a curve is about as low as it gets; 0 where it never falls."""
    lowest = min(values)
    fall = values[0] - lowest
    if fall <= 0:
        return 0
    return next(i for i, value in enumerate(values, 1) if value <= lowest + REST * fall)


def _said(epoch: int, epochs: int, until: str, still: str, never: str) -> str:
    if epoch == 0:
        return never
    return still if epoch == epochs else until.format(epoch=epoch)
