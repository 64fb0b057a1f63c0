"""The answer about a picture as a headline, and what the twin, or the original of a converted network, says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from icnn_engine.inspection.answer_words import answer_words, named_words
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.predictions import UNSURE, verdicts_of
from icnn_engine.runs.network_words import is_converted, is_own
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, slots=True)
class Headline:
    """The answer in large type, a sentence on the twin, and whether both networks name something else."""

    text: str
    twin: str
    disagree: bool


def tr(text: str) -> str:
    """Return a text about an answer in the user's language."""
    return QCoreApplication.translate("Headline", text)


def headline(run: Run, look: Look) -> Headline:
    """Return what the interpretable network answers about a picture, and whether its twin disagrees. Random weights
    are no opinion: of a network of the user's own nothing is said of them."""
    if is_own(run):
        return Headline(answer_words(run, look.answers), "", False)
    both = np.stack([look.answers, look.twin_answers])
    named, chances, margins = verdicts_of(run, both)
    own, twin = named.tolist()
    sure, twin_sure = (margins >= UNSURE).tolist()
    disagree = bool(sure and twin_sure and own != twin)
    agree, unsure, other, neither = _original_words() if is_converted(run) else _twin_words()
    words = unsure if not twin_sure else other if disagree else agree if sure else neither
    text = answer_words(run, look.answers)
    return Headline(text, words.format(**named_words(run, look.twin_answers, twin, float(chances[1]))), disagree)


def _twin_words() -> tuple[str, str, str, str]:
    """Return what the twin says where both agree, where it is unsure, where they disagree, where only it is sure."""
    return (
        tr("The ordinary twin says {answer}: {chance}; they agree."),
        tr("The ordinary twin is unsure: {answer} {chance}."),
        tr("The ordinary twin says {answer}: {chance}; they disagree."),
        tr("The ordinary twin says {answer}: {chance}."),
    )


def _original_words() -> tuple[str, str, str, str]:
    """Return the same of the original of a converted network."""
    return (
        tr("The original says {answer}: {chance}; they agree."),
        tr("The original is unsure: {answer} {chance}."),
        tr("The original says {answer}: {chance}; they disagree."),
        tr("The original says {answer}: {chance}."),
    )
