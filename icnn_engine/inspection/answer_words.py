"""The answer about a picture in words, the same in the window, in figures and in the terminal. No torch."""

from __future__ import annotations

import numpy as np

from icnn_engine.core.language import translate
from icnn_engine.core.number_words import chance
from icnn_engine.core.receptive_field import WHOLE
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.predictions import UNSURE, verdicts_of
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.run_folder import Run

VOWELS = "aeiou"


def answer_words(run: Run, answers: np.ndarray) -> str:
    """Return what a network answers with these probabilities, (K,): 'This is a cat: 97 %'."""
    (named,), (probability,), (margin,) = (values.tolist() for values in verdicts_of(run, answers[None]))
    if margin < UNSURE:
        return translate("Headline", "Unsure: {answer} {chance}").format(
            **named_words(run, answers, named, probability)
        )
    likely = int(answers[: len(run.categories)].argmax()) if named == BACKGROUND else named
    category = run.categories[likely]
    vowel = category[:1].lower() in VOWELS
    if named != BACKGROUND:
        words = (
            translate("Headline", "This is an {category}: {chance}")
            if vowel
            else translate("Headline", "This is a {category}: {chance}")
        )
    elif len(run.categories) > 1:
        words = translate("Headline", "None of them (most likely {category}: {chance})")
    else:
        a, an = (
            translate("Headline", "Not a {category} ({category}: {chance})"),
            translate("Headline", "Not an {category} ({category}: {chance})"),
        )
        words = an if vowel else a
    return words.format(category=category, chance=chance(float(answers[likely])))


def whole_words(run: Run, look: Look) -> str:
    """Say that a picture from elsewhere was read as a whole although the run reads boxes; else return nothing."""
    if run.settings.region != "boxes" or look.picture is not None or look.geometry.region != WHOLE:
        return ""
    return translate(
        "Headline",
        "The whole picture was read, but this run was trained on boxes: cut the object out, or give its box "
        "(partscope explain --box).",
    )


def named_words(run: Run, answers: np.ndarray, named: int, probability: float) -> dict[str, str]:
    """Return an answer and its probability in words; with one category always the probability of that."""
    if len(run.categories) == 1:
        return {"answer": run.category, "chance": chance(float(answers[0]))}
    answer = translate("Headline", "none of them") if named == BACKGROUND else run.categories[named]
    return {"answer": answer, "chance": chance(probability)}
