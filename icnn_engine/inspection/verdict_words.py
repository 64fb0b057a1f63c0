"""The verdict on a run in sentences: first the gain, then its price, then the parts. No torch.

The window, the report, the figures and the command line all say these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from icnn_engine.core.language import translate
from icnn_engine.core.number_words import out_of_hundred, percent
from icnn_engine.inspection.converted_verdict_words import (
    answers_of_converted,
    basis_of_converted,
    keeping_of_converted,
    original_means,
)
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.own_verdict_words import (
    answers_of_own,
    basis_of_own,
    holding_of_own,
    keeping_of_own,
    parts_of_own,
    random_weights_mean,
)
from icnn_engine.inspection.run_verdict import FEW, ReadRegions, RunVerdict
from icnn_engine.inspection.verdicts import failed_tests
from icnn_engine.metrics import Interval
from icnn_engine.runs.run_folder import RunFilter

ANSWERS_WELL, FEW_PARTS = 0.9, 2  # right answers, and parts, for which few parts are called no fault
ELSEWHERE = ("mirror", "transplant")


def tr(text: str) -> str:
    """Return a text of the verdict in the current language."""
    return translate("Verdict", text)


@dataclass(frozen=True, slots=True)
class VerdictSentences:
    """The verdict on a run in sentences, in the order in which they are read; "" where there is nothing to say.

    `few`: that few parts are no fault, where they are not; `means`: what the twin is and what the gain counts;
    `spread`: the interval of its accuracy; `basis`: the pictures that all of it was measured on.
    """

    gain: str
    price: str
    parts: str
    few: str
    means: str
    spread: str
    basis: str


def verdict_sentences(verdict: RunVerdict) -> VerdictSentences:
    """Return the verdict in the current language."""
    return VerdictSentences(
        gain=gain_sentence(verdict),
        price=price_sentence(verdict),
        parts=parts_sentence(verdict),
        few=few_parts_sentence(verdict),
        means=" ".join(filter(None, (twin_means(verdict), keeping_means(verdict)))),
        spread=_spread(verdict),
        basis=_basis(verdict),
    )


def headline(verdict: RunVerdict) -> str:
    """Return the verdict in one line: how many parts, and how often it is right."""
    accuracy = verdict.accuracy
    right = tr("right on {share} of the test pictures").format(share=percent(accuracy.own.mean))
    if not verdict.recognises:
        right = tr("recognition not tested")
    elif not accuracy.known:
        right = tr("too few test pictures to tell how often it is right ({count})").format(count=accuracy.fewest)
    return tr("{parts}, {right}").format(parts=_count_of_parts(verdict), right=right)


def gain_sentence(verdict: RunVerdict) -> str:
    """Return how often its filters keep to one place of the object, against those of its twin, or of the
    original of a converted network; of a network of the user's own, how many filters hold a part."""
    if verdict.is_own:
        return holding_of_own(verdict)
    if verdict.is_converted:
        return keeping_of_converted(verdict)
    keeping = verdict.keeping
    if not verdict.judged:
        text = tr("How often its filters keep to one place of the object is not known: an earlier version trained it.")
    elif not keeping.known:
        text = tr("Too few test pictures to tell how often its filters keep to one place of the object ({count}).")
    elif keeping.difference.low > 0:
        text = tr("Its filters keep to one place of the object {own} times in 100, its ordinary twin's {twin}.")
    elif keeping.difference.high < 0:
        text = tr(
            "Its filters keep to one place of the object only {own} times in 100, its ordinary twin's {twin}: "
            "nothing is gained."
        )
    else:
        text = tr(
            "Its filters keep to one place of the object {own} times in 100, its ordinary twin's {twin}: no clear "
            "difference."
        )
    return text.format(
        own=out_of_hundred(keeping.own.mean), twin=out_of_hundred(keeping.twin.mean), count=keeping.pictures
    )


def price_sentence(verdict: RunVerdict) -> str:
    """Return what that costs: whether it is right as often as its twin, by the interval of the paired difference; of a
    network of the user's own, how often it is right."""
    if verdict.is_own:
        return answers_of_own(verdict)
    if verdict.is_converted:
        return answers_of_converted(verdict)
    accuracy = verdict.accuracy
    if not verdict.recognises:
        text = tr(
            "How well it recognises {category} was not tested: there were no other pictures, so it learned to tell "
            "{category} from the same pictures shuffled."
        )
    elif not accuracy.tested:
        text = tr("How often it is right is not known: no test pictures were kept aside.")
    elif not isfinite(accuracy.own.mean):
        text = tr("How often it is right is not known: the answers of this run cannot be read.")
    elif not accuracy.known:
        text = tr("Too few test pictures to tell whether it is right as often as its twin ({count}).")
    elif accuracy.difference.high < 0:
        text = tr("It is right less often ({own}, its twin {twin}): accuracy is lost.")
    elif accuracy.difference.low > 0:
        text = tr("It is right more often ({own}, its twin {twin}).")
    else:
        text = tr("It is right as often ({own}, its twin {twin}: no clear difference).")
    own, twin = percent(accuracy.own.mean), percent(accuracy.twin.mean)
    price = text.format(category=verdict.category, own=own, twin=twin, count=accuracy.fewest)
    if not (verdict.recognises and accuracy.known and accuracy.own.low <= accuracy.guessing):
        return price
    text = tr("{price} That is not clearly better than guessing ({guess}).")
    return text.format(price=price, guess=percent(accuracy.guessing))


def parts_sentence(verdict: RunVerdict) -> str:
    """Return how many of its filters hold a part, and how many parts these are; if none does, why not."""
    if not verdict.judged:
        return tr("Whether its filters hold a part was not tested: an earlier version trained it.")
    if verdict.is_own and (verdict.holding or not verdict.keeping.known):
        return parts_of_own(verdict)
    return holding_sentence(verdict.filters)


def holding_sentence(filters: Sequence[RunFilter]) -> str:
    """Return how many filters hold a part, and how many parts these are; if none does, why not."""
    holds, parts = sum(filter.holds for filter in filters), len(groups_of(filters))
    if not holds:
        return _why_none_holds(filters)
    text = tr("{holds} of its {count} filters hold a part: {parts} different parts.")
    if holds == 1:
        text = tr("1 of its {count} filters holds a part.")
    elif parts == 1:
        text = tr("{holds} of its {count} filters hold a part, all of them the same one.")
    return text.format(holds=holds, count=len(filters), parts=parts)


def few_parts_sentence(verdict: RunVerdict) -> str:
    """Say of a run with one part or two that it answers well all the same, and what became of its other filters; ""
    where it has more, or a category without any, or answers badly."""
    accuracy = verdict.accuracy
    if verdict.is_own:
        return ""
    well = verdict.recognises and accuracy.known and accuracy.own.mean >= ANSWERS_WELL and not verdict.loses
    with_part = {filter.category for filter in verdict.filters if filter.holds}
    every = with_part == {filter.category for filter in verdict.filters}
    if not (well and every and 1 <= verdict.parts <= FEW_PARTS):
        return ""
    text = tr("Few parts do not mean many mistakes: it is right on {share} of the test pictures.")
    if any(not filter.holds and not filter.dead for filter in verdict.filters):
        text += " " + tr("Its other filters learned too, but did not pass the tests of holding a part.")
    return text.format(share=percent(accuracy.own.mean))


def interval_words(interval: Interval) -> str:
    """Return an accuracy with its 95 % interval, '98.8 % (96.2 % to 100.0 %)'."""
    low, high = percent(interval.low), percent(interval.high)
    return tr("{value} ({low} to {high})").format(value=percent(interval.mean), low=low, high=high)


def _why_none_holds(filters: Sequence[RunFilter]) -> str:
    failing = [failed_tests(filter) for filter in filters if not filter.dead]
    elsewhere = sum(any(test in ELSEWHERE for test in tests) for tests in failing)
    if failing and all("eligible" in tests for tests in failing):
        return tr("No filter holds a part: there were too few test pictures to tell.")
    if failing and elsewhere > len(failing) / 2:
        return tr("No filter holds a part: in the mirrored picture, or pasted elsewhere, most answer to another place.")
    return tr("No filter holds a part: each fails at least one test.")


def _count_of_parts(verdict: RunVerdict) -> str:
    if not verdict.judged:
        return tr("Parts not tested")
    texts = {0: tr("No parts"), 1: tr("1 part")}
    return texts.get(verdict.parts, tr("{count} parts")).format(count=verdict.parts)


def twin_means(verdict: RunVerdict) -> str:
    """Return what the ordinary twin, or the original of a converted network, is; of a network of the user's own, what
    random weights stand for."""
    if verdict.is_own:
        return random_weights_mean()
    if verdict.is_converted:
        return original_means()
    return tr("The ordinary twin is the same network, trained on the same pictures but not to find parts.")


def keeping_means(verdict: RunVerdict) -> str:
    """Return what the gain counts, and what filters that never learned get; "" if there is no gain to explain."""
    if verdict.is_own:
        return keeping_of_own(verdict)
    if not verdict.judged or not verdict.keeping.known:
        return ""
    text = tr(
        "Each filter counts by the hardest of three tests for it: the picture is moved, it is mirrored, or the "
        "filter's place is pasted into another picture."
    )
    if isfinite(verdict.keeping.untrained):
        text += " " + tr("Filters that never learned keep to one place {untrained} times in 100.")
    return text.format(untrained=out_of_hundred(verdict.keeping.untrained))


def _spread(verdict: RunVerdict) -> str:
    accuracy = verdict.accuracy
    if verdict.is_own or not (accuracy.known and verdict.recognises):
        return ""  # of a network of the user's own it stands beside the accuracy
    text = tr("With other test pictures, as many as these, it would be right on {low} to {high} (95 % interval).")
    return text.format(low=percent(accuracy.own.low), high=percent(accuracy.own.high))


def _basis(verdict: RunVerdict) -> str:
    accuracy = verdict.accuracy
    if verdict.is_own:
        return basis_of_own(verdict)
    if verdict.is_converted:
        return basis_of_converted(verdict)
    if not accuracy.tested:
        return ""
    text = tr("Measured on {count} test pictures, used neither to train nor to choose; each kind counts alike.")
    if accuracy.tested == 1:
        text = tr("Measured on 1 test picture, used neither to train nor to choose.")
    few = tr("Of one kind there are only {fewest}: a few pictures change these numbers.")
    only = tr("Only which category a picture shows was tested; there were no pictures of anything else.")
    sentences = [text, *([only] if verdict.naming_only else [])]
    if accuracy.known and accuracy.fewest < FEW:
        sentences.append(few)
    told = " ".join(sentences).format(count=accuracy.tested, fewest=accuracy.fewest)
    return f"{told} {_regions(verdict.regions)}".strip()


def _regions(regions: ReadRegions | None) -> str:
    if regions is None:
        return ""
    text = tr(
        "Of each picture the region was read in which the object was found: it was found in {found} of {count} test "
        "pictures that show one, elsewhere the most likely region was read."
    )
    if regions.given:
        text = tr(
            "Of each picture the marked box was read: {found} of {count} test pictures that show an object had one."
        )
    return text.format(found=regions.found, count=regions.pictures)
