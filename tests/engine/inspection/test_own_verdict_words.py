from __future__ import annotations

from dataclasses import astuple, replace

import pytest

from icnn_engine.inspection.run_verdict import RunVerdict, run_verdict
from icnn_engine.inspection.verdict_words import verdict_sentences
from icnn_engine.runs.run_folder import Run
from tests.own_network import as_own


@pytest.fixture
def verdict(fake_run: Run) -> RunVerdict:
    return run_verdict(as_own(fake_run))


def told(verdict: RunVerdict) -> str:
    return " ".join(astuple(verdict_sentences(verdict)))


def test_nothing_is_said_of_a_twin_a_gain_or_a_price(verdict: RunVerdict) -> None:
    words = told(verdict).lower()

    assert not any(wrong in words for wrong in ("twin", "gained", "accuracy is lost", "learned", "trained to"))
    assert not verdict.gains
    assert not verdict.loses


def test_filters_that_hold_a_part_stand_beside_those_with_random_weights(verdict: RunVerdict) -> None:
    verdict = replace(verdict, random_holding=4, keeping=replace(verdict.keeping, known=True))
    gain = verdict_sentences(verdict).gain

    assert gain == "13 of the 16 filters looked at hold a part; with random weights 4 do."
    assert verdict_sentences(verdict).parts == "They hold 3 different parts."


def test_how_often_it_is_right_has_its_interval(verdict: RunVerdict) -> None:
    accuracy = replace(verdict.accuracy, fewest=40)
    price = verdict_sentences(replace(verdict, accuracy=accuracy)).price

    assert price.startswith("It is right on ")
    assert " to " in price


def test_too_few_test_pictures_are_said_to_be_too_few(verdict: RunVerdict) -> None:
    few = replace(
        verdict,
        accuracy=replace(verdict.accuracy, fewest=3),
        keeping=replace(verdict.keeping, known=False, pictures=3),
    )
    sentences = verdict_sentences(few)

    assert sentences.gain == "Too few test pictures to tell whether its filters hold a part (3)."
    assert sentences.price == "Too few test pictures to tell how often it is right (3)."
    assert sentences.parts == ""


def test_it_is_said_that_the_network_may_have_been_trained_on_these_pictures(verdict: RunVerdict) -> None:
    assert "is not known here" in verdict_sentences(verdict).basis
    assert "random weights" in verdict_sentences(verdict).means.lower()
