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


def points(value: float) -> str:
    """Return the difference of two shares in points of per cent, '+1.2'."""
    return f"{100 * value:+.1f}" if isfinite(value) else ""


def out_of_hundred(value: float | None) -> str:
    """Return a share of 0..1 as a number out of 100; a dash if it is not known."""
    return UNKNOWN if value is None or not isfinite(value) else f"{100 * value:.0f}"


def decimal(value: float | None, digits: int = 2) -> str:
    """Return any other measure as '0.86'; a dash if it is not known."""
    return UNKNOWN if value is None or not isfinite(value) else f"{value:.{digits}f}"
