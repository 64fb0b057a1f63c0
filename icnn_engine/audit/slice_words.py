"""What has to be said beside the accuracy of a slice, in the current language. No torch."""

from __future__ import annotations

from icnn_engine.audit.slice_accuracy import SliceAccuracy
from icnn_engine.audit.slices import Slice
from icnn_engine.core.language import translate
from icnn_engine.inspection.run_verdict import LEAST


def caution(slice: Slice, accuracy: SliceAccuracy) -> str:
    """Return why the accuracy of a slice says nothing, or with what its rest is compared if not with its own
    categories; empty where nothing stands against it."""
    inside, rest = accuracy.inside.pictures, accuracy.rest.pictures
    if slice.chosen_by_answer:
        return translate("Slices", "Its pictures were chosen by their answers: how many are right says nothing.")
    if inside < LEAST:
        one = translate("Slices", "Only 1 picture: at least {least} are needed to say anything.")
        more = translate("Slices", "Only {count} pictures: at least {least} are needed to say anything.")
        return (one if inside == 1 else more).format(count=inside, least=LEAST)
    if rest < LEAST:
        one = translate("Slices", "Only 1 other picture: at least {least} are needed to compare.")
        more = translate("Slices", "Only {count} other pictures: at least {least} are needed to compare.")
        return (one if rest == 1 else more).format(count=rest, least=LEAST)
    if not accuracy.equal:
        return translate("Slices", "The rest is of other categories: they may be easier or harder for other reasons.")
    return ""
