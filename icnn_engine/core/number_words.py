"""Numbers in sentences and tables, in one notation everywhere: '98.8 %', '0.86', '93 times in 100'. No Qt."""

from __future__ import annotations

from math import exp, isfinite

from icnn_engine.core.language import translate

UNKNOWN = "–"
SURE = 0.9995  # a probability nearer to 1 or 0 would round to 100 % or 0 %
SMALLEST = 0.0001  # smaller numbers are not told apart


def percent(value: float | None) -> str:
    """Return a share of 0..1 as '96.3 %', as every accuracy is printed; a dash if it is not known."""
    if value is None or not isfinite(value):
        return UNKNOWN
    return translate("Numbers", "{value:.1f} %").format(value=100 * value)


def out_of_hundred(value: float | None) -> str:
    """Return a share of 0..1 as a number out of 100; a dash if it is not known."""
    return UNKNOWN if value is None or not isfinite(value) else f"{100 * value:.0f}"


def decimal(value: float | None, digits: int = 2) -> str:
    """Return any other measure as '0.86'; a dash if it is not known."""
    if value is None or not isfinite(value):
        return UNKNOWN
    return f"{round(value, digits) + 0.0:.{digits}f}"  # no negative zero


def is_accuracy(key: str) -> bool:
    """Return whether a measure, by its key in the table, is printed in per cent."""
    return "accuracy" in key


def measured_value(key: str, value: float | None, digits: int = 3) -> str:
    """Return a value of the table as it is printed everywhere: accuracies in per cent, others as decimals."""
    return percent(value) if is_accuracy(key) else decimal(value, digits)


def measured_difference(key: str, value: float, digits: int = 3) -> str:
    """Return the difference of two values of the table: of accuracies in points, '+1.2 points', of others '+0.012'."""
    if not is_accuracy(key):
        return f"{value:+.{digits}f}"
    return translate("Numbers", "{value} points").format(value=f"{100 * value:+.1f}")


def chance(probability: float) -> str:
    """Return '97 %', a sure one with a digit more ('99.7 %'), and never 100 % or 0 %, which no answer is."""
    if probability > SURE:
        return translate("Chances", "over 99.9 %")
    if probability < 1 - SURE:
        return translate("Chances", "under 0.1 %")
    digits = 0 if 0.01 <= probability < 0.99 else 1
    return translate("Chances", "{value} %").format(value=f"{100 * probability:.{digits}f}")


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
