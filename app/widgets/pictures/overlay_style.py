"""How overlays are drawn, as the user chose it: colours, which value is brightest, smooth or cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.heatmaps import USUAL


class OverlayScale(StrEnum):
    """What the brightest colour stands for."""

    PICTURE = "picture"  # the picture's own peak, so that its faint places are seen
    FILTER = "filter"  # the filter's usual peak, as in exported heatmaps: its pictures can be compared
    RUN = "run"  # the usual peak of the run's strongest filter: filters can be compared


@dataclass(frozen=True, slots=True)
class OverlayStyle:
    """One way to draw overlays. `palette`: one of `heatmaps.PALETTES`."""

    palette: str = USUAL
    reach: OverlayScale = OverlayScale.FILTER
    smooth: bool = True


AS_EXPORTED = OverlayStyle()


def reach_titles() -> list[tuple[OverlayScale, str]]:
    """What can be chosen as the brightest value, in words."""
    return [
        (OverlayScale.PICTURE, tr("Range: this picture")),
        (OverlayScale.FILTER, tr("Range: this filter")),
        (OverlayScale.RUN, tr("Range: whole run")),
    ]


def palette_titles() -> list[tuple[str, str]]:
    """The colours that can be chosen, in words."""
    return [
        ("inferno", tr("Colours: fire")),
        ("magma", tr("Colours: violet")),
        ("viridis", tr("Colours: blue to yellow")),
        ("grey", tr("Colours: grey")),
    ]


def top_words(reach: OverlayScale) -> str:
    """What the number at the bright end of the colour bar is, and its unit."""
    return {
        OverlayScale.PICTURE: tr("peak here {value}"),
        OverlayScale.FILTER: tr("usual peak {value}"),
        OverlayScale.RUN: tr("run's peak {value}"),
    }[reach]


def tr(text: str) -> str:
    """A text in the user's language."""
    return QCoreApplication.translate("OverlayStyle", text)
