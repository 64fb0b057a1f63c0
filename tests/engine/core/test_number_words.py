"""One notation of numbers."""

from __future__ import annotations

from math import nan

from icnn_engine.core.number_words import decimal, measured_difference, measured_value, out_of_hundred, percent


def test_accuracies_are_per_cent_and_other_measures_decimals_with_their_zero() -> None:
    assert measured_value("twin_balanced_accuracy", 0.9875) == "98.8 %"
    assert measured_value("mirror", 0.8648, 2) == "0.86"
    assert measured_difference("accuracy", -0.0125) == "-1.2 points"
    assert measured_difference("mirror", 0.0125, 3) == "+0.013"


def test_what_is_not_known_is_a_dash_and_nothing_is_minus_zero() -> None:
    assert {percent(None), percent(nan), out_of_hundred(nan), decimal(None)} == {"–"}
    assert decimal(-0.001) == "0.00"
    assert out_of_hundred(0.926) == "93"
