"""The verdict on a converted network of the user's own in sentences: it stands beside the original. No torch."""

from __future__ import annotations

from math import isfinite

from icnn_engine.core.language import translate
from icnn_engine.core.number_words import out_of_hundred, percent
from icnn_engine.inspection.own_verdict_words import answers_of_own
from icnn_engine.inspection.run_verdict import RunVerdict


def tr(text: str) -> str:
    """Return a text of the verdict in the current language."""
    return translate("Verdict", text)


def keeping_of_converted(verdict: RunVerdict) -> str:
    """Return how often its filters keep to one place of the object, against those of the original."""
    keeping = verdict.keeping
    if not keeping.known:
        text = tr("Too few test pictures to tell how often its filters keep to one place of the object ({count}).")
    elif keeping.difference.low > 0:
        text = tr("Its filters keep to one place of the object {own} times in 100, the original's {original}.")
    elif keeping.difference.high < 0:
        text = tr(
            "Its filters keep to one place of the object only {own} times in 100, the original's {original}: nothing "
            "is gained."
        )
    else:
        text = tr(
            "Its filters keep to one place of the object {own} times in 100, the original's {original}: no clear "
            "difference."
        )
    return text.format(
        own=out_of_hundred(keeping.own.mean), original=out_of_hundred(keeping.twin.mean), count=keeping.pictures
    )


def answers_of_converted(verdict: RunVerdict) -> str:
    """Return whether it is right as often as the original, by the interval of the paired difference."""
    accuracy = verdict.accuracy
    if not (verdict.recognises and accuracy.tested and isfinite(accuracy.own.mean)):
        return answers_of_own(verdict)
    if not accuracy.known:
        text = tr("Too few test pictures to tell whether it is right as often as the original ({count}).")
    elif accuracy.difference.high < 0:
        text = tr("It is right less often ({own}, the original {original}): accuracy is lost.")
    elif accuracy.difference.low > 0:
        text = tr("It is right more often ({own}, the original {original}).")
    else:
        text = tr("It is right as often ({own}, the original {original}: no clear difference).")
    if accuracy.known and accuracy.own.low <= accuracy.guessing:
        text += " " + tr("That is not clearly better than guessing ({guess}).")
    own, original, guess = (percent(one) for one in (accuracy.own.mean, accuracy.twin.mean, accuracy.guessing))
    return text.format(own=own, original=original, guess=guess, count=accuracy.fewest)


def original_means() -> str:
    """Return what the original of a converted network is."""
    return tr("The original is your network as it was before the conversion, on the same pictures.")


def basis_of_converted(verdict: RunVerdict) -> str:
    """Return on which pictures all of it was measured."""
    if not verdict.accuracy.tested:
        return ""
    text = tr(
        "Measured on {count} test pictures, which the conversion has not seen. Whether your network was trained on any "
        "of them before is not known here."
    )
    return text.format(count=verdict.accuracy.tested)
