"""Numbers in sentences and tables, in one notation everywhere: '98.8 %', '0.86', '93 times in 100'. No Qt."""

from __future__ import annotations

from math import isfinite

from icnn_engine.core.language import translate

UNKNOWN = "–"


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
