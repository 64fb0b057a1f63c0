"""The verdict on a network of the user's own in sentences: parts, answers, and what random weights stand for. No torch.

Nothing was trained, so nothing is gained or lost: what the network does stands beside what its architecture does with
random weights.
"""

from __future__ import annotations

from math import isfinite

from icnn_engine.core.language import translate
from icnn_engine.core.number_words import out_of_hundred, percent
from icnn_engine.inspection.run_verdict import RunVerdict


def tr(text: str) -> str:
    """Return a text of the verdict in the current language."""
    return translate("Verdict", text)


def holding_of_own(verdict: RunVerdict) -> str:
    """Return how many filters hold a part, beside those of the same network with random weights."""
    if not verdict.keeping.known:
        text = tr("Too few test pictures to tell whether its filters hold a part ({count}).")
        return text.format(count=verdict.keeping.pictures)
    text = tr("{holding} of the {count} filters looked at hold a part; with random weights {random} do.")
    if verdict.holding == 1:
        text = tr("1 of the {count} filters looked at holds a part; with random weights {random} do.")
    return text.format(holding=verdict.holding, count=len(verdict.filters), random=verdict.random_holding)


def answers_of_own(verdict: RunVerdict) -> str:
    """Return how often the network is right, with the interval."""
    accuracy = verdict.accuracy
    if not verdict.recognises:
        text = tr("How well it recognises {category} was not tested: there were no other pictures.")
    elif not accuracy.tested:
        text = tr("How often it is right is not known: no test pictures were kept aside.")
    elif not isfinite(accuracy.own.mean):
        text = tr("How often it is right is not known: the answers of this run cannot be read.")
    elif not accuracy.known:
        text = tr("Too few test pictures to tell how often it is right ({count}).")
    else:
        text = tr("It is right on {own} of the test pictures ({low} to {high}), each kind counted alike.")
        if accuracy.own.low <= accuracy.guessing:
            text += " " + tr("That is not clearly better than guessing ({guess}).")
    own, guess = accuracy.own, percent(accuracy.guessing)
    low, high = percent(own.low), percent(own.high)
    return text.format(
        category=verdict.category, own=percent(own.mean), low=low, high=high, guess=guess, count=accuracy.fewest
    )


def parts_of_own(verdict: RunVerdict) -> str:
    """Return how many different parts the filters hold; "" where fewer than two hold one or it is not known."""
    if verdict.holding < 2 or not verdict.keeping.known:
        return ""
    if verdict.parts == 1:
        return tr("All of them hold the same part.")
    return tr("They hold {parts} different parts.").format(parts=verdict.parts)


def random_weights_mean() -> str:
    """Return what the same network with random weights stands for."""
    return tr(
        "Random weights: the same network before any training. What it reaches comes from the architecture alone."
    )


def keeping_of_own(verdict: RunVerdict) -> str:
    """Return how often filters keep to one place, and by which tests that counts; "" where it is not known."""
    keeping = verdict.keeping
    if not keeping.known:
        return ""
    text = tr(
        "Its filters keep to one place of the object {own} times in 100, with random weights {random}. Each filter "
        "counts by the hardest of three tests for it: the picture is moved, it is mirrored, or the filter's place is "
        "pasted into another picture."
    )
    return text.format(own=out_of_hundred(keeping.own.mean), random=out_of_hundred(keeping.twin.mean))


def basis_of_own(verdict: RunVerdict) -> str:
    """Return on which pictures all of it was measured."""
    accuracy = verdict.accuracy
    if not accuracy.tested:
        return ""
    text = tr(
        "Measured on {count} test pictures, by which no filter was chosen. Whether your network was trained on any of "
        "them is not known here."
    )
    return text.format(count=accuracy.tested)
