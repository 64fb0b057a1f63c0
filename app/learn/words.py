"""Numbers and names in the sentences of the lecture."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING

from icnn_engine.core import number_words
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

UNKNOWN = "–"


def number(value: float, digits: int = 2) -> str:
    """Return a figure as text with a true minus sign; a dash if it is not known."""
    if isnan(value):
        return UNKNOWN
    text = f"{value:.{digits}f}"
    return (text.lstrip("-") if float(text) == 0 else text).replace("-", "−")


def adding_up(terms: Sequence[float], total: float, digits: int = 2, fixed: int = 0) -> list[float]:
    """Return terms rounded so that they add up to their rounded total: those farthest from their rounded value give.
    `fixed`: so many last terms are rounded as usual, since they are printed elsewhere too."""
    unit = 10.0**-digits
    rounded = [round(term / unit) for term in terms]
    missing = round(total / unit) - sum(rounded)
    sign = 1 if missing > 0 else -1
    order = sorted(range(len(terms) - fixed), key=lambda i: sign * (rounded[i] - terms[i] / unit))
    for i in order[: abs(missing)]:
        rounded[i] += sign
    return [steps * unit for steps in rounded]


def sum_words(terms: Sequence[float], total: float) -> str:
    """Return '1.20 + (−0.20) = 1.00'."""
    return " + ".join(f"({number(v)})" if v < 0 else number(v) for v in terms) + f" = {number(total)}"


def percent(share: float | None, digits: int = 1) -> str:
    """Return a share as '91.3 %'; a dash if it is not known."""
    return UNKNOWN if share is None or isnan(share) else number_words.percent(share, digits).replace(" %", "\u00a0%")


def network_title(network: NetworkName) -> str:
    """Return the name of a network in a chart."""
    return {
        NetworkName.INTERPRETABLE: translate("Lecture", "Interpretable network"),
        NetworkName.TWIN: translate("Lecture", "Ordinary twin"),
        NetworkName.CAM: translate("Lecture", "CAM network"),
    }[network]


def picture_name(run: Run, picture: int) -> str:
    """Return the name of a picture's file without its folders."""
    return run.pictures[picture].name.rsplit("/", 1)[-1]
