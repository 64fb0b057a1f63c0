"""The style of overlays: colours, the value drawn brightest, smooth or cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.heatmaps import USUAL


class OverlayScale(StrEnum):
    """The value that the brightest colour stands for."""

    PICTURE = "picture"  # the picture's own peak: its faint places are visible
    FILTER = "filter"  # the filter's usual peak, as in exported heatmaps: its pictures can be compared
    RUN = "run"  # the usual peak of the run's strongest filter: filters can be compared


@dataclass(frozen=True, slots=True)
class OverlayStyle:
    """A style of overlays. `palette`: one of `heatmaps.PALETTES`; `reach`: the value drawn brightest."""

    palette: str = USUAL
    reach: OverlayScale = OverlayScale.FILTER
    smooth: bool = True


AS_EXPORTED = OverlayStyle()


def reach_titles() -> list[tuple[OverlayScale, str]]:
    """Return the choices for the brightest value with their titles."""
    return [
        (OverlayScale.PICTURE, tr("Range: this picture")),
        (OverlayScale.FILTER, tr("Range: this filter")),
        (OverlayScale.RUN, tr("Range: whole run")),
    ]


def palette_titles() -> list[tuple[str, str]]:
    """Return the palettes with their titles."""
    return [
        ("inferno", tr("Colours: fire")),
        ("magma", tr("Colours: violet")),
        ("viridis", tr("Colours: blue to yellow")),
        ("grey", tr("Colours: grey")),
    ]


def top_words(reach: OverlayScale) -> str:
    """Return the text at the bright end of the colour bar, with a hole for the value."""
    return {
        OverlayScale.PICTURE: tr("peak here {value}"),
        OverlayScale.FILTER: tr("usual peak {value}"),
        OverlayScale.RUN: tr("run's peak {value}"),
    }[reach]


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate("OverlayStyle", text)
