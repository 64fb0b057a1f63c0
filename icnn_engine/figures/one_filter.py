"""The figure of one filter: how it reads a picture, stage by stage, and where it fires in its best pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from icnn_engine.events import BestPicture, NetworkName
from icnn_engine.figures.pieces import (
    about,
    figure_of,
    fitted,
    held_out_words,
    measured,
    named,
    overlaid,
    small_picture,
)
from icnn_engine.figures.sheet import DPI, GREY, Sheet, caption_height, outline
from icnn_engine.inspection import Look, Stages, best_pictures, crop_of, look_at, stages
from icnn_engine.model_file import Run

COLUMNS, CROP_PIXELS = 6, 320
STAGE, ARROW = 1.2, 0.26  # inches
STRIP, GALLERY = 0.66, 2.36
CELL, GAP = 1.13, 0.05


def filter_figure(
    run: Run, filter: int, path: Path, network: NetworkName = NetworkName.INTERPRETABLE, dpi: int = DPI
) -> Path:
    """One filter of the interpretable network or of its twin: the stages in its best picture, then its six best
    pictures with heatmap and effective receptive field, and the crops. Raises RunError, PictureError, SettingsError.
    """
    best = best_pictures(run, network, filter, COLUMNS)
    told = f"{_explained(best)}{measured(run)} {about(run)}"
    sheet = Sheet((GALLERY + 0.2 + 2 * (CELL + GAP) if best else 1.0) + caption_height(told))
    whose = "ordinary twin" if network is NetworkName.TWIN else "interpretable network"
    one = run.of(network)[filter]
    sheet.title(f"{run.categories[one.category]}: {named(one)} of the {whose}", _figures(run, filter, network))
    if best:
        _strip(sheet, run, filter, network, look_at(run, best[0].picture))
        for column, each in enumerate(best):
            _column(sheet, run, filter, network, each, column, best[0].strength)
        sheet.words(0.1, GALLERY, f"Where it fires strongest, in {held_out_words(run, network, filter)}", weight="bold")
    else:
        sheet.words(0.1, 0.7, "This filter fires on no picture of its category.")
    sheet.caption(told)
    return sheet.save(path, dpi)


def _figures(run: Run, filter: int, network: NetworkName) -> str:
    one = run.of(network)[filter]
    alike = sum(f.group == one.group for f in run.of(network)) if one.group >= 0 else 0
    told = [
        f"equivariance {figure_of(one.equivariance)} (untrained {figure_of(run.table.get('untrained_equivariance'))})",
        f"mean peak {one.strength:.2f}",
        f"effective receptive field {one.effective_field:.0f} of {run.geometry.input_size} px",
        f"{alike} filter{'s' if alike > 1 else ''} in its group" if alike else "in no group: not steady",
    ]
    return " · ".join(told)


def _explained(best: tuple[BestPicture, ...]) -> str:
    if not best:
        return ""
    return (
        "Rectangles: the effective receptive field of the peak (two thirds of its gradient); dashed: the theoretical "
        "one, where it fits into the picture. One colour scale for all pictures.\n"
    )


def _strip(sheet: Sheet, run: Run, filter: int, network: NetworkName, look: Look) -> None:
    """Picture -> feature map -> template -> masked map -> receptive field; the twin knows no template."""
    small = replace(look, pixels=fitted(look.pixels))
    found = stages(run, small, filter, network)
    top = float(found.feature_map.max())
    panels: list[tuple[str, Any]] = [("picture", small.pixels), ("feature map", found.feature_map / top)]
    if network is NetworkName.INTERPRETABLE:
        panels += [(_template_name(found), (found.template + 1) / 2), ("masked map", found.masked_map / top)]
    shown = overlaid(run, small.pixels, found.feature_map, network, filter, None)
    for place, (name, values) in enumerate([*panels, ("receptive field", shown)]):
        x = 0.1 + place * (STAGE + ARROW)
        if values.ndim == 3:
            axes = sheet.picture(x, STRIP, STAGE, STAGE, values)
        else:
            sheet.cells(x, STRIP, STAGE, values, 1.0)
        sheet.words(x + STAGE / 2, STRIP + STAGE + 0.05, name, ha="center", color=GREY)
        if place:
            sheet.arrow(x - ARROW / 2, STRIP + STAGE / 2)
    _fields(axes, found)


def _template_name(found: Stages) -> str:
    """Of the variant `released` the template is that of the pooled map, around its centroid."""
    return "template at the peak" if found.template.shape == found.feature_map.shape else "template, pooled map"


def _fields(axes: Any, found: Stages) -> None:
    from matplotlib.patches import Rectangle

    outline(axes, found.box)
    left, top, right, bottom = found.theoretical_box
    axes.add_patch(Rectangle((left, top), right - left, bottom - top, fill=False, edgecolor="white", ls="--", lw=0.9))


def _column(
    sheet: Sheet, run: Run, filter: int, network: NetworkName, best: BestPicture, column: int, top: float
) -> None:
    x, y = 0.1 + column * (CELL + GAP), GALLERY + 0.2
    pixels = small_picture(run, best.picture)
    shown = overlaid(run, pixels, run.maps(network)[best.picture, filter], network, filter, top)
    axes = sheet.picture(x, y, CELL, CELL, shown)
    height, width = pixels.shape[:2]
    outline(axes, run.geometry.box(best.cell, run.of(network)[filter].effective_field, width, height))
    sheet.picture(x, y + CELL + GAP, CELL, CELL, crop_of(run, network, filter, best, CROP_PIXELS))
