"""The verdict on a run in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from icnn_engine.inspection.run_verdict import RunVerdict, run_verdict
from icnn_engine.inspection.verdict_words import headline, holding_sentence, verdict_sentences
from icnn_engine.metrics import Interval
from icnn_engine.runs.run_folder import Run


@pytest.fixture
def verdict(fake_run: Run) -> RunVerdict:
    """A verdict on 80 test pictures, 98 % right, the twin 99 %."""
    found = run_verdict(fake_run)
    own, twin = Interval(0.98, 0.95, 1.0), Interval(0.99, 0.96, 1.0)
    accuracy = replace(
        found.accuracy, own=own, twin=twin, difference=Interval(-0.01, -0.03, 0.01), tested=80, fewest=40
    )
    return replace(found, accuracy=accuracy)


def differing(verdict: RunVerdict, low: float, high: float) -> RunVerdict:
    return replace(verdict, accuracy=replace(verdict.accuracy, difference=Interval((low + high) / 2, low, high)))


def test_the_gain_is_said_in_times_of_a_hundred(verdict: RunVerdict) -> None:
    gain = "Its filters keep to one place of the object 71 times in 100, its ordinary twin's 32."

    assert verdict_sentences(verdict).gain == gain


def test_no_gain_is_called_none(verdict: RunVerdict) -> None:
    same = replace(verdict, keeping=replace(verdict.keeping, difference=Interval(0.0, -0.1, 0.1)))
    worse = replace(verdict, keeping=replace(verdict.keeping, difference=Interval(-0.2, -0.3, -0.1)))

    assert "no clear difference" in verdict_sentences(same).gain
    assert "nothing is gained" in verdict_sentences(worse).gain


def test_a_loss_is_never_hidden_and_a_difference_only_claimed_by_its_interval(verdict: RunVerdict) -> None:
    lost, more = differing(verdict, -0.08, -0.02), differing(verdict, 0.01, 0.03)

    assert verdict_sentences(verdict).price == "It is right as often (98.0 %, its twin 99.0 %: no clear difference)."
    assert verdict_sentences(lost).price == "It is right less often (98.0 %, its twin 99.0 %): accuracy is lost."
    assert verdict_sentences(more).price == "It is right more often (98.0 %, its twin 99.0 %)."


def test_a_network_that_guesses_is_called_so(verdict: RunVerdict) -> None:
    poor = replace(verdict, accuracy=replace(verdict.accuracy, own=Interval(0.55, 0.45, 0.65)))

    assert verdict_sentences(poor).price.endswith("That is not clearly better than guessing (50.0 %).")


def test_from_few_pictures_nothing_is_concluded(verdict: RunVerdict) -> None:
    few = replace(verdict, accuracy=replace(verdict.accuracy, tested=14, fewest=7))

    assert verdict_sentences(few).price == "Too few test pictures to tell whether it is right as often as its twin (7)."
    assert headline(few) == "3 parts, too few test pictures to tell how often it is right (7)"


def test_where_accuracy_is_no_recognition_that_is_said_instead(verdict: RunVerdict) -> None:
    shuffled = replace(verdict, recognises=False)

    assert "was not tested" in verdict_sentences(shuffled).price
    assert headline(shuffled) == "3 parts, recognition not tested"


def test_the_headline_counts_parts_and_right_answers(verdict: RunVerdict) -> None:
    alone = tuple(replace(f, group=min(f.group, 0)) for f in verdict.filters)

    assert headline(verdict) == "3 parts, right on 98.0 % of the test pictures"
    assert headline(replace(verdict, filters=alone)).startswith("1 part, ")


def test_filters_that_hold_a_part_are_counted_in_plain_english(verdict: RunVerdict) -> None:
    first = verdict.filters[0]
    others = tuple(replace(f, holds=False, group=-1, mirror=0.1) for f in verdict.filters[1:])
    few = tuple(replace(f, holds=False, group=-1, eligible=3) for f in verdict.filters)

    assert holding_sentence(verdict.filters) == "13 of its 16 filters hold a part: 3 different parts."
    assert holding_sentence((first, *others)) == "1 of its 16 filters holds a part."
    assert holding_sentence(verdict.filters[:6]) == "6 of its 6 filters hold a part, all of them the same one."
    assert "another place" in holding_sentence(others)
    assert "too few test pictures" in holding_sentence(few)


def test_the_basis_names_the_pictures_and_the_interval(verdict: RunVerdict) -> None:
    told = verdict_sentences(verdict)

    assert told.basis.startswith("Measured on 80 test pictures, used neither to train nor to choose")
    assert "95.0 % to 100.0 % (95 % interval)" in told.spread


def test_a_run_of_an_earlier_version_is_told_as_such(verdict: RunVerdict) -> None:
    old = replace(verdict, judged=False)
    told = verdict_sentences(old)

    assert "an earlier version trained it" in told.gain
    assert "an earlier version trained it" in told.parts
    assert headline(old).startswith("Parts not tested, right on")


def test_few_parts_are_called_no_fault_only_where_the_answers_are_right(verdict: RunVerdict) -> None:
    first = verdict.filters[0]
    others = tuple(replace(f, holds=False, group=-1) for f in verdict.filters[1:])
    one = replace(verdict, filters=(first, *others))
    poor = replace(one, accuracy=replace(one.accuracy, own=Interval(0.7, 0.6, 0.8)))

    assert verdict_sentences(one).few == (
        "Few parts do not mean many mistakes: it is right on 98.0 % of the test pictures. Its other filters "
        "learned too, but did not pass the tests of holding a part."
    )
    assert "other filters" not in verdict_sentences(replace(one, filters=(first,))).few
    assert verdict_sentences(poor).few == ""
    assert verdict_sentences(differing(one, -0.08, -0.02)).few == ""
    assert verdict_sentences(verdict).few == ""
