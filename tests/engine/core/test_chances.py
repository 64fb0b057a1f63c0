"""Probabilities and log-odds in words."""

from __future__ import annotations

import pytest

from icnn_engine.core.number_words import chance, chance_of, signed


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.97, "97 %"),
        (0.994, "99.4 %"),
        (0.004, "0.4 %"),
        (1.0, "over 99.9 %"),
        (0.9999, "over 99.9 %"),
        (0.0, "under 0.1 %"),
    ],
)
def test_no_answer_is_told_to_be_certain(probability: float, words: str) -> None:
    assert chance(probability) == words


def test_log_odds_of_any_size_have_a_probability() -> None:
    assert [chance_of(value) for value in (-1e6, 0.0, 1e6)] == ["under 0.1 %", "50 %", "over 99.9 %"]


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.0, "0"), (0.314, "+0.31"), (-0.0004, "−0.0004"), (1e-9, "<0.0001"), (-1e-9, ">−0.0001"), (-12.345, "−12.35")],
)
def test_only_zero_looks_like_zero(value: float, words: str) -> None:
    assert signed(value) == words
