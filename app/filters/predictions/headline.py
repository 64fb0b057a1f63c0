"""The answer about a picture as a headline, and what the ordinary twin says of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from app.widgets.wording.chances import chance
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.predictions import UNSURE, verdicts_of
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.run_folder import Run

VOWELS = "aeiou"


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
    """Return what the interpretable network answers about a picture, and whether its twin disagrees."""
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
    text = _text(run, look.answers, own, float(chances[0]), sure)
    return Headline(text, words.format(**_named(run, look.twin_answers, twin, float(chances[1]))), disagree)


def _text(run: Run, answers: np.ndarray, named: int, probability: float, sure: bool) -> str:
    if not sure:
        return tr("Unsure: {answer} {chance}").format(**_named(run, answers, named, probability))
    likely = int(answers[: len(run.categories)].argmax()) if named == BACKGROUND else named
    category = run.categories[likely]
    vowel = category[:1].lower() in VOWELS
    if named != BACKGROUND:
        words = tr("This is an {category}: {chance}") if vowel else tr("This is a {category}: {chance}")
    elif len(run.categories) > 1:
        words = tr("None of them (most likely {category}: {chance})")
    else:
        a, an = tr("Not a {category} ({category}: {chance})"), tr("Not an {category} ({category}: {chance})")
        words = an if vowel else a
    return words.format(category=category, chance=chance(float(answers[likely])))


def _named(run: Run, answers: np.ndarray, named: int, probability: float) -> dict[str, str]:
    """Return an answer and its probability in words; with one category always the probability of that."""
    if len(run.categories) == 1:
        return {"answer": run.category, "chance": chance(float(answers[0]))}
    answer = tr("none of them") if named == BACKGROUND else run.categories[named]
    return {"answer": answer, "chance": chance(probability)}
