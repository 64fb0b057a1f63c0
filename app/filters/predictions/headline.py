"""The answer about a picture as a headline, and what the ordinary twin says of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from icnn_engine.inspection.answer_words import answer_words, named_words
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.predictions import UNSURE, verdicts_of
from icnn_engine.runs.network_words import is_own
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
    words = tr("The ordinary twin says {answer}: {chance}; they agree.")
    if not twin_sure:
        words = tr("The ordinary twin is unsure: {answer} {chance}.")
    elif disagree:
        words = tr("The ordinary twin says {answer}: {chance}; they disagree.")
    elif not sure:
        words = tr("The ordinary twin says {answer}: {chance}.")
    text = answer_words(run, look.answers)
    return Headline(text, words.format(**named_words(run, look.twin_answers, twin, float(chances[1]))), disagree)
