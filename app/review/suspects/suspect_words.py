"""Texts about the suspects of a run: the lines of the list, kinds, what was decided."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.widgets.pictures.picture_list import PictureRow
from icnn_engine.audit.decisions import Decision, DecisionKind
from icnn_engine.audit.suspect_words import category_words
from icnn_engine.audit.suspects import KINDS, Suspect, SuspectKind, labels_likely_wrong
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.runs.run_folder import Run


def tr(text: str) -> str:
    """Return a text about suspects in the user's language."""
    return QCoreApplication.translate("SuspectWords", text)


def kind_titles() -> dict[SuspectKind, str]:
    """Return the title of each kind, in their order."""
    titles = {
        SuspectKind.COPY: tr("Same picture, other label"),
        SuspectKind.LABEL: tr("Looks like another category"),
        SuspectKind.OUTLIER: tr("None of its parts seen"),
        SuspectKind.UNLIKE: tr("Unlike the training pictures"),
    }
    return {kind: titles[kind] for kind in KINDS}


def estimate_words(found: Iterable[Suspect]) -> str:
    """Return how many labels are wrong by the estimate of confident learning; nothing where none is."""
    count = labels_likely_wrong(found)
    if count == 0:
        return ""
    text = tr("By an estimate 1 label is wrong") if count == 1 else tr("By an estimate {count} labels are wrong")
    return text.format(count=count)


def category_title(category: str) -> str:
    """Return what a category of a folder is called."""
    return tr("the background") if category == AUTO_BACKGROUND else category


def proposed(run: Run, suspect: Suspect) -> str:
    """Return the category that a suspect likely belongs to; nothing where its kind does not tell."""
    match suspect.kind:
        case SuspectKind.COPY:
            label = run.pictures[suspect.copies[0]].label
        case SuspectKind.LABEL:
            label = suspect.likelier
        case _:
            return ""
    return run.categories[label] if label >= 0 else AUTO_BACKGROUND


def row_of(run: Run, suspect: Suspect, decision: Decision | None) -> PictureRow:
    """Return a suspect in two lines: why it is one, and its label with what was decided."""
    label = tr("label: {category}").format(category=category_words(run, suspect.category))
    decided = "" if decision is None else f" · {decision_words(decision)}"
    name = run.pictures[suspect.picture].name
    return PictureRow(suspect.picture, name, _why(run, suspect), f"{label}{decided}", decision is not None)


def decision_words(decision: Decision) -> str:
    """Return what was decided about a picture."""
    match decision.kind:
        case DecisionKind.RIGHT:
            return tr("right as it is")
        case DecisionKind.LEFT_OUT:
            return tr("left out")
    return tr("now {category}").format(category=category_title(decision.category))


def _why(run: Run, suspect: Suspect) -> str:
    match suspect.kind:
        case SuspectKind.COPY:
            category = category_words(run, run.pictures[suspect.copies[0]].label)
            return tr("A copy is {category}").format(category=category)
        case SuspectKind.OUTLIER:
            return tr("No part of {category} seen").format(category=category_words(run, suspect.category))
        case SuspectKind.UNLIKE:
            return tr("Unlike the training pictures")
    return tr("Looks like {category}").format(category=category_words(run, suspect.likelier))
