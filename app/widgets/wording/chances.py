"""Probabilities and log-odds in words."""

from __future__ import annotations

from math import exp

from PySide6.QtCore import QCoreApplication

SURE = 0.9995  # a probability nearer to 1 or 0 would round to 100 % or 0 %
SMALLEST = 0.0001  # smaller numbers are not told apart


def chance(probability: float) -> str:
    """Return '97 %', a sure one with a digit more ('99.7 %'), and never 100 % or 0 %, which no answer is."""
    if probability > SURE:
        return tr("over 99.9 %")
    if probability < 1 - SURE:
        return tr("under 0.1 %")
    digits = 0 if 0.01 <= probability < 0.99 else 1
    return tr("{value} %").format(value=f"{100 * probability:.{digits}f}")


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
    return (f"{value:+.2f}" if size >= 0.005 else f"{value:+.1g}").replace("-", "−")


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate("Chances", text)
