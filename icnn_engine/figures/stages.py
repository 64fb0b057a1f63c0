"""Figure of the stages of one filter on one picture (paper, figure 4), alone or within the figure of a filter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.core.config import answers_through_masks
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, fitted, frame_region, overlaid, region_box, region_words, titled_of
from icnn_engine.figures.sheet import DPI, GREY, WIDTHS, ColumnWidth, Sheet, outline
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.stages import Stages, stages
from icnn_engine.runs.network_words import has_masks, is_converted, is_own
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
HEAD, WORDS, BAR = 0.62, 0.26, 0.42  # inches
PER_ROW = {"single": 3, "double": 5}
ARROW = {"single": 0.14, "double": 0.26}


@dataclass(frozen=True, slots=True)
class SheetArea:
    """Place of the stages on a page, in inches: top left corner, side of a panel, width of an arrow; panels a row."""

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
    """Draw how one filter reads one picture: the picture, the feature map, the chosen template, the masked map, and the
    receptive field of the peak. Filters without masks have neither template nor masked map.

    Parameters
    ----------
    run
        An opened run.
    look
        The picture with its maps, from `look_at` or `Explainer.look`.
    filter
        Index of the filter, from 0.
    path
        The file to write: .png, .svg or .pdf.
    network
        The interpretable network or its twin.
    column
        Width of the page: "single" (3.5 inches) or "double" (7.2 inches).
    dpi
        Dots per inch of the pictures on the page.

    Returns
    -------
    Path
        `path`.

    Raises
    ------
    SettingsError
        The suffix is another one.
    """
    width, per_row, arrow = WIDTHS[column], PER_ROW[column], ARROW[column]
    side = (width - 0.2 - (per_row - 1) * arrow) / per_row
    below = HEAD + ceil((5 if has_masks(run, network) else 3) / per_row) * (side + WORDS)
    sheet = Sheet(below + BAR, width, _caption(run, network, look))
    sheet.title(_title(run, filter, network), look.title)
    top = draw_stages(sheet, run, filter, network, look, SheetArea(0.1, HEAD, side, arrow, per_row))
    sheet.colour_bar(0.1, below + 0.02, min(width - 0.2, 3.3), top, translate("Figures", "activation (no unit)"))
    return sheet.save(path, dpi)


def draw_stages(sheet: Sheet, run: Run, filter: int, network: NetworkName, look: Look, area: SheetArea) -> float:
    """Draw picture → feature map → template → masked map → receptive field into an area of a page.

    Return the value that is brightest in the maps.
    """
    small = replace(look, pixels=fitted(look.pixels))
    result = stages(run, small, filter, network)
    for number, (name, values) in enumerate(_panels(run, small, result, filter, network)):
        row, column = divmod(number, area.per_row)
        x, y = area.x + column * (area.side + area.arrow), area.y + row * (area.side + WORDS)
        if values.ndim == 3:
            axes = sheet.picture(x, y, area.side, area.side, values)
        else:
            sheet.cells(x, y, area.side, values, 1.0)
        sheet.words(x + area.side / 2, y + area.side + 0.05, name, ha="center", color=GREY)
        if not number:
            frame_region(axes, region_box(small.geometry.region, small.pixels))
        if column:
            sheet.arrow(x - area.arrow / 2, y + area.side / 2)
    _draw_fields(axes, result)
    return max(float(result.feature_map.max()), 0.0)


def _panels(run: Run, small: Look, result: Stages, filter: int, network: NetworkName) -> list[tuple[str, np.ndarray]]:
    """Return the name and the values of each panel: pixels (h, w, 3), or a map (n, n) from 0 to 1."""
    top = max(float(result.feature_map.max()), 1e-12)
    picture = (translate("Figures", "picture"), small.pixels)
    feature_map = (translate("Figures", "feature map"), result.feature_map / top)
    overlay = overlaid(run, small.pixels, result.feature_map, network, filter, None, small.geometry)
    field = (translate("Figures", "receptive field"), overlay)
    if not has_masks(run, network):
        return [picture, feature_map, field]
    pooled = result.template.shape != result.feature_map.shape  # the variant `released` masks the pooled map
    name = translate("Figures", "template, pooled map") if pooled else translate("Figures", "template at the peak")
    masked = (translate("Figures", "masked map"), result.masked_map / top)
    return [picture, feature_map, (name, (result.template + 1) / 2), masked, field]


def _title(run: Run, filter: int, network: NetworkName) -> str:
    text = translate("Figures", "How {filter} reads a picture")
    if network is NetworkName.TWIN:
        text = translate("Figures", "How {filter} of the ordinary twin reads a picture")
        if is_own(run):
            text = translate("Figures", "How {filter} reads a picture with random weights")
        elif is_converted(run):
            text = translate("Figures", "How {filter} of the original network reads a picture")
    return text.format(filter=titled_of(run, run.of(network)[filter]))


def _caption(run: Run, network: NetworkName, look: Look) -> str:
    maps = translate(
        "Figures",
        "Feature map: how strongly the filter answers at each place of the picture, which is squashed to a square.",
    )
    masks = translate(
        "Figures",
        "Template: the mask around the strongest answer, from −1 (dark) to 1 (bright). Masked map: the feature map "
        "times the template, nothing below 0.",
    )
    use = (
        translate("Figures", "Only this goes on to the network's answer.")
        if answers_through_masks(run.settings)
        else translate("Figures", "By this the filter learned; the finished answer reads whole feature maps.")
    )
    field = translate(
        "Figures",
        "Rectangle: the effective receptive field, which holds two thirds of the gradient of the strongest answer; "
        "dashed: the theoretical one, where it fits into the picture.",
    )
    bar = translate("Figures", "The colour bar holds for the maps.")
    return (
        " ".join(
            [maps, *([masks, use] if has_masks(run, network) else []), field, bar, region_words(look.geometry.region)]
        ).strip()
        + "\n"
        + about(run)
    )


def _draw_fields(axes: Any, result: Stages) -> None:
    from matplotlib.patches import Rectangle

    outline(axes, result.box)
    left, top, right, bottom = result.theoretical_box
    axes.add_patch(Rectangle((left, top), right - left, bottom - top, fill=False, edgecolor="white", ls="--", lw=0.9))
