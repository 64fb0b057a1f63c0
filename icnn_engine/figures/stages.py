"""The stages of one filter on one picture (paper, figure 4), alone as a figure and as the head of a filter's page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.core.config import answers_through_masks
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, fitted, overlaid, titled_of
from icnn_engine.figures.sheet import DPI, GREY, WIDTHS, ColumnWidth, Sheet, caption_height, outline
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.stages import Stages, stages
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
HEAD, WORDS, BAR = 0.62, 0.26, 0.42  # inches
PER_ROW = {"single": 3, "double": 5}
ARROW = {"single": 0.14, "double": 0.26}


@dataclass(frozen=True, slots=True)
class SheetArea:
    """Where stages are drawn, in inches: the top left corner, the side of a panel, the room of an arrow, panels a
    row."""

    x: float
    y: float
    side: float
    arrow: float
    per_row: int = 5


def stages_figure(
    run: Run,
    look: Look,
    filter: int,
    path: Path,
    network: NetworkName = OWN,
    column: ColumnWidth = "double",
    dpi: int = DPI,
) -> Path:
    """How one filter of the interpretable network or its twin reads one picture: the picture, the feature map, the
    chosen template, the masked map, the receptive field of the peak; a colour bar. Raises SettingsError."""
    width, per_row, arrow = WIDTHS[column], PER_ROW[column], ARROW[column]
    side = (width - 0.2 - (per_row - 1) * arrow) / per_row
    rows = -(-(5 if network is OWN else 3) // per_row)
    told = _explained(run, network)
    below = HEAD + rows * (side + WORDS)
    sheet = Sheet(below + BAR + caption_height(told, width), width)
    sheet.title(_title(run, filter, network), look.title)
    top = draw_stages(sheet, run, filter, network, look, SheetArea(0.1, HEAD, side, arrow, per_row))
    unit = translate("Figures", "activation (no unit)")
    sheet.colour_bar(0.1, below + 0.02, min(width - 0.2, 3.3), top, unit)
    sheet.caption(told)
    return sheet.save(path, dpi)


def draw_stages(sheet: Sheet, run: Run, filter: int, network: NetworkName, look: Look, place: SheetArea) -> float:
    """Picture → feature map → template → masked map → receptive field; the twin knows no template. Returns the value
    drawn brightest in the maps."""
    small = replace(look, pixels=fitted(look.pixels))
    found = stages(run, small, filter, network)
    top = float(found.feature_map.max())
    for number, (name, values) in enumerate(_panels(run, small, found, filter, network)):
        row, at = divmod(number, place.per_row)
        x, y = place.x + at * (place.side + place.arrow), place.y + row * (place.side + WORDS)
        if values.ndim == 3:
            axes = sheet.picture(x, y, place.side, place.side, values)
        else:
            sheet.cells(x, y, place.side, values, 1.0)
        sheet.words(x + place.side / 2, y + place.side + 0.05, name, ha="center", color=GREY)
        if at:
            sheet.arrow(x - place.arrow / 2, y + place.side / 2)
    _fields(axes, found)
    return max(top, 0.0)


def _panels(run: Run, small: Look, found: Stages, filter: int, network: NetworkName) -> list[tuple[str, np.ndarray]]:
    top = max(float(found.feature_map.max()), 1e-12)
    panels = [
        (translate("Figures", "picture"), small.pixels),
        (translate("Figures", "feature map"), found.feature_map / top),
    ]
    if network is OWN:
        panels += [
            (_template_name(found), (found.template + 1) / 2),
            (translate("Figures", "masked map"), found.masked_map / top),
        ]
    shown = overlaid(run, small.pixels, found.feature_map, network, filter, None)
    return [*panels, (translate("Figures", "receptive field"), shown)]


def _template_name(found: Stages) -> str:
    """Of the variant `released` the template is that of the pooled map, around its centroid."""
    if found.template.shape == found.feature_map.shape:
        return translate("Figures", "template at the peak")
    return translate("Figures", "template, pooled map")


def _title(run: Run, filter: int, network: NetworkName) -> str:
    text = (
        translate("Figures", "How {filter} of the ordinary twin reads a picture")
        if network is NetworkName.TWIN
        else translate("Figures", "How {filter} reads a picture")
    )
    return text.format(filter=titled_of(run, run.of(network)[filter]))


def _explained(run: Run, network: NetworkName) -> str:
    maps = translate(
        "Figures",
        "Feature map: how strongly the filter answers at each place of the picture, which is squashed to a square.",
    )
    masks = translate(
        "Figures",
        "Template: the mask around the strongest answer, from −1 (dark) to 1 (bright). Masked map: the feature map "
        "times the template, nothing below 0.",
    )
    if answers_through_masks(run.settings):
        masks += " " + translate("Figures", "Only this goes on to the network's answer.")
    else:
        masks += " " + translate("Figures", "By this the filter learned; the finished answer reads whole feature maps.")
    field = translate(
        "Figures",
        "Rectangle: the effective receptive field, which holds two thirds of the gradient of the strongest answer; "
        "dashed: the theoretical one, where it fits into the picture.",
    )
    bar = translate("Figures", "The colour bar holds for the maps.")
    return " ".join([maps, *([masks] if network is OWN else []), field, bar]) + "\n" + about(run)


def _fields(axes: Any, found: Stages) -> None:
    from matplotlib.patches import Rectangle

    outline(axes, found.box)
    left, top, right, bottom = found.theoretical_box
    axes.add_patch(Rectangle((left, top), right - left, bottom - top, fill=False, edgecolor="white", ls="--", lw=0.9))
