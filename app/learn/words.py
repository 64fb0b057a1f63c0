"""Numbers and names in the sentences of the lecture."""

from __future__ import annotations

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
