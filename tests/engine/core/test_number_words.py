"""One notation of numbers."""

from __future__ import annotations

from math import nan

from icnn_engine.core.number_words import (
    chance,
    decimal,
    measured_difference,
    measured_value,
    out_of_hundred,
    percent,
    printed_difference,
)


def test_accuracies_are_per_cent_and_other_measures_decimals_with_their_zero() -> None:
    assert measured_value("twin_balanced_accuracy", 0.9875) == "98.8 %"
    assert measured_value("mirror", 0.8648, 2) == "0.86"
    assert measured_difference("accuracy", -0.0125) == "−1.2 points"
    assert measured_difference("mirror", 0.0125, 3) == "+0.013"


def test_a_difference_is_that_of_the_printed_values() -> None:
    assert (percent(0.9386), percent(0.9255)) == ("93.9 %", "92.5 %")
    assert printed_difference("accuracy", 0.9255, 0.9386) == "+1.4 points"
    assert (percent(0.93919), percent(0.92565)) == ("93.9 %", "92.6 %")
    assert printed_difference("accuracy", 0.92565, 0.93919) == "+1.3 points"
    assert printed_difference("mirror", 0.5004, 0.4996) == "+0.000"


def test_no_answer_is_told_to_be_certain() -> None:
    assert [chance(share) for share in (0.97, 0.994, 1.0, 0.0)] == ["97 %", "99.4 %", "over 99.9 %", "under 0.1 %"]


def test_what_is_not_known_is_a_dash_and_nothing_is_minus_zero() -> None:
    assert {percent(None), percent(nan), out_of_hundred(nan), decimal(None)} == {"–"}
    assert decimal(-0.001) == "0.00"
    assert out_of_hundred(0.926) == "93"
