"""The figure of a run's parts: one row for the best filter of each of the largest groups."""

from __future__ import annotations

from pathlib import Path

from icnn_engine.events import NetworkName
from icnn_engine.figures.pieces import about, category_of, figure_of, held_out_words, measured, overlaid, small_picture
from icnn_engine.figures.sheet import DPI, GREY, Sheet, caption_height, outline, shortened
from icnn_engine.inspection import best_pictures, crop_of, groups_of, representatives, wall_order
from icnn_engine.language import translate
from icnn_engine.model_file import Run
from icnn_engine.remarks import part_titled, remarks_or_none

ROWS, CROPS = 10, 8
CROP_PIXELS = 200
HEAD, LABEL, WHOLE, CROP, GAP = 0.62, 1.06, 0.86, 0.585, 0.04  # inches
OWN = NetworkName.INTERPRETABLE


def parts_figure(run: Run, path: Path, dpi: int = DPI) -> Path:
    """The best filter of each of the ten largest groups (of all, if fewer), each with one whole picture and eight
    crops of its effective field from its strongest held-out pictures.

    Where no filter is steady enough to be grouped, the most equivariant ones are shown and the figure says so.
    Raises RunError, PictureError, SettingsError.
    """
    shown = representatives(run.filters, ROWS)
    steady = bool(shown)
    shown = shown or tuple(f for f in wall_order(run.filters) if not run.filters[f].dead)[:ROWS]
    told = _explained(run, shown)
    sheet = Sheet(HEAD + max(len(shown), 1) * (CROP + 2 * GAP) + caption_height(told))
    sheet.title(
        translate("Figures", "Parts of {category}, found without any part annotation").format(category=run.category),
        _counted(run, len(shown), steady),
    )
    for row, filter in enumerate(shown):
        _row(sheet, run, filter, HEAD + row * (CROP + 2 * GAP))
    sheet.caption(told)
    return sheet.save(path, dpi)


def _counted(run: Run, shown: int, steady: bool) -> str:
    if not steady:
        return translate(
            "Figures", "No filter follows its content steadily enough to count as a part; the steadiest ones are shown."
        )
    groups = groups_of(run.filters)
    which = (
        translate("Figures", "the {shown} largest").format(shown=shown)
        if shown < len(groups)
        else translate("Figures", "all")
    )
    members = sum(len(g) for g in groups)
    return translate(
        "Figures",
        "{members} of {count} filters are steady; they form {groups} groups, {which} of them "
        "below, each by its steadiest filter.",
    ).format(members=members, count=len(run.filters), groups=len(groups), which=which)


def _row(sheet: Sheet, run: Run, filter: int, y: float) -> None:
    one = run.filters[filter]
    best = best_pictures(run, OWN, filter, CROPS)
    _label(sheet, run, filter, y)
    if not best:
        return
    pixels = small_picture(run, best[0].picture)
    shown = overlaid(run, pixels, run.maps(OWN)[best[0].picture, filter], OWN, filter, best[0].strength)
    axes = sheet.picture(0.1 + LABEL, y, WHOLE, CROP, shown)
    height, width = pixels.shape[:2]
    outline(axes, run.geometry.box(best[0].cell, one.effective_field, width, height), width=0.9)
    for column, each in enumerate(best):
        left = 0.1 + LABEL + WHOLE + 2 * GAP + column * (CROP + GAP)
        sheet.picture(left, y, CROP, CROP, crop_of(run, OWN, filter, each, CROP_PIXELS))


def _label(sheet: Sheet, run: Run, filter: int, y: float) -> None:
    one = run.filters[filter]
    members = sum(f.group == one.group for f in run.filters)
    remarks = remarks_or_none(run.path)
    name = part_titled(OWN, one.group, remarks) if one.group >= 0 else translate("Figures", "Not steady")
    sheet.words(0.1, y + 0.02, shortened(remarks.name_of(one) or name, LABEL - 0.06, 9), size=9, weight="bold")
    category = category_of(run, one)
    told = shortened(
        translate("Figures", "{category}, filter {index}").format(category=category, index=one.index)
        if category
        else translate("Figures", "filter {index}").format(index=one.index),
        LABEL,
        6.3,
    )
    told += translate("Figures", "\nequivariance {equivariance}").format(equivariance=figure_of(one.equivariance))
    if one.group >= 0:
        told += (
            translate("Figures", "\n{members} filters alike").format(members=members)
            if members > 1
            else translate("Figures", "\nno other filter alike")
        )
    sheet.words(0.1, y + 0.18, told, size=6.3, color=GREY)


def _explained(run: Run, shown: tuple[int, ...]) -> str:
    taken = held_out_words(run, OWN, shown[0]) if shown else "pictures"
    return (
        translate(
            "Figures",
            "Left: the picture on which the filter fires strongest, with its heatmap. Right: the "
            "square around the peak that holds two thirds of its gradient (effective receptive "
            "field), in its {crops} strongest {taken}.",
        ).format(crops=CROPS, taken=taken)
        + f"\n{measured(run)} {about(run)}"
    )
