"""Probabilities and log-odds in words."""

from __future__ import annotations

from math import exp

from icnn_engine.core.number_words import chance as chance
from icnn_engine.core.number_words import true_minus

SMALLEST = 0.0001  # smaller numbers are not told apart


def chance_of(log_odds: float) -> str:
    """Return the probability of log-odds in words."""
    return chance(1 / (1 + exp(-max(log_odds, -700.0))))


def signed(value: float) -> str:
    """Return a signed number as '−0.31'; a small one with its first digit, so that only 0 looks like 0."""
    size = abs(value)
    if value == 0:
        return "0"
    if size < SMALLEST:
        return f"<{SMALLEST}" if value > 0 else f">−{SMALLEST}"
    return true_minus(f"{value:+.2f}" if size >= 0.005 else f"{value:+.1g}")
