"""Estimates in words, for the window and the command line. No torch."""

from __future__ import annotations

from icnn_engine.core.events import duration_text
from icnn_engine.core.language import translate
from icnn_engine.training.estimate import Estimate


def estimate_text(predicted: Estimate) -> str:
    """Return an estimate in words: the total and its stages."""
    stages = (
        (predicted.finding, translate("Stages", "{time} finding the object")),
        (predicted.reading, translate("Stages", "{time} reading the pictures")),
        (predicted.probing, translate("Stages", "{time} choosing the loss weight")),
        (predicted.learning, translate("Stages", "{time} training")),
        (predicted.measuring, translate("Stages", "{time} testing the parts")),
    )
    told = ", ".join(words.format(time=rough_duration(seconds)) for seconds, words in stages if seconds)
    return translate("Stages", "About {total}: {stages}.").format(total=rough_duration(predicted.total), stages=told)


def basis_text(predicted: Estimate) -> str:
    """Return the basis of an estimate in words."""
    at_hand = translate("Stages", "The maps of {count} pictures are at hand from earlier.")
    known = f" {at_hand.format(count=predicted.at_hand)}" if predicted.at_hand > 1 else ""
    return _runs_text(predicted) + known


def _runs_text(predicted: Estimate) -> str:
    if predicted.runs == 0:
        return translate("Stages", "A guess: nothing of this kind has been trained here yet.")
    if predicted.runs == 1:
        return translate("Stages", "Estimated from one earlier training of this kind.")
    return translate("Stages", "Estimated from {count} earlier trainings of this kind.").format(count=predicted.runs)


def rough_duration(seconds: float) -> str:
    """Return a duration as exactly as it can be predicted: '5 s', '40 s', '3 min', '26 h'."""
    step = 1 if seconds < 10 else 5 if seconds < 90 else 60 if seconds < 90 * 60 else 3600
    return duration_text(max(1, round(seconds / step)) * step)
