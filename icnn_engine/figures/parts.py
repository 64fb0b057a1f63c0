"""The figure of a run's parts: one row for the filter that follows best of each of the largest."""

from __future__ import annotations

from pathlib import Path

from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, category_of, figure_of, held_out_words, measured, overlaid, small_picture
from icnn_engine.figures.sheet import DPI, GREY, Sheet, broken, caption_height, outline, shortened
from icnn_engine.inspection.best_pictures import best_pictures, crop_of
from icnn_engine.inspection.filter_order import groups_of, representatives
from icnn_engine.inspection.verdicts import closest_filters, holding_means, not_judged, verdict
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run, RunFilter

ROWS, CROPS = 10, 8
CROP_PIXELS = 200
HEAD, LABEL, WHOLE, CROP, GAP = 0.62, 1.06, 0.86, 0.585, 0.04  # inches
LETTERS = 6.0  # points of the small words beside a row
OWN = NetworkName.INTERPRETABLE


def parts_figure(run: Run, path: Path, dpi: int = DPI) -> Path:
    """The filter that follows best of each of the ten largest parts (of all, if fewer), each with one whole picture and
    eight crops of its effective field from its strongest held-out pictures.

    Where no filter holds a part, the figure says so and shows those that fail the fewest tests, and which.
    Raises RunError, PictureError, SettingsError.
    """
    ensure_same(run)
    shown = representatives(run.filters, ROWS) or closest_filters(run.filters)[:ROWS]
    told = _explained(run, shown)
    sheet = Sheet(HEAD + max(len(shown), 1) * (CROP + 2 * GAP) + caption_height(told))
    sheet.title(*_title(run, len(shown)))
    for row, filter in enumerate(shown):
        _row(sheet, run, filter, HEAD + row * (CROP + 2 * GAP))
    sheet.caption(told)
    return sheet.save(path, dpi)


def _title(run: Run, shown: int) -> tuple[str, str]:
    """The heading, and how many filters hold how many parts."""
    parts = len(groups_of(run.filters))
    if not run.judged:
        head = translate("Figures", "{category}: groups of filters, not tested for holding a part")
        return head.format(category=run.category), _grouped(run, parts)
    if parts == 0:
        head = translate("Figures", "{category}: no filter holds a part")
        below = translate("Figures", "Below: the filters that fail the fewest tests, and which.")
        return head.format(category=run.category), below
    head = translate("Figures", "Parts of {category}, found without any part annotation")
    return head.format(category=run.category), _counted(run, parts, shown)


def _counted(run: Run, parts: int, shown: int) -> str:
    holding = sum(one.holds for one in run.filters)
    if parts == 1:
        text = translate("Figures", "{holding} of {count} filters hold a part, and it is the same one.")
    elif shown < parts:
        text = translate(
            "Figures",
            "{holding} of {count} filters hold a part; they hold {parts} independent parts, the {shown} largest of "
            "them below.",
        )
    else:
        text = translate(
            "Figures",
            "{holding} of {count} filters hold a part; they hold {parts} independent parts, all of them below.",
        )
    if holding == 1:
        text = translate("Figures", "One of {count} filters holds a part.")
    return text.format(holding=holding, count=len(run.filters), parts=parts, shown=shown)


def _grouped(run: Run, groups: int) -> str:
    """Of a run of an earlier version: what that had grouped."""
    members = sum(one.group >= 0 for one in run.filters)
    text = translate("Figures", "An earlier version put {members} of {count} filters into {groups} groups.")
    return text.format(members=members, count=len(run.filters), groups=groups)


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
    one, remarks = run.filters[filter], notes_or_none(run.path)
    name = remarks.name_of(one) or _unnamed(one)
    sheet.words(0.1, y + 0.02, shortened(name, LABEL - 0.06, 9), size=9, weight="bold")
    category = category_of(run, one)
    which = (
        translate("Figures", "{category}, filter {index}").format(category=category, index=one.index)
        if category
        else translate("Figures", "filter {index}").format(index=one.index)
    )
    lines = [shortened(line, LABEL, LETTERS) for line in (which, *_reached(run, one).split("\n"))]
    sheet.words(0.1, y + 0.17, "\n".join(lines[:4]), size=LETTERS, color=GREY, linespacing=1.25)


def _unnamed(one: RunFilter) -> str:
    """What a row is called that the user gave no name."""
    if one.group < 0:
        return translate("Figures", "Not a part")
    if one.eligible < 0:
        return translate("Figures", "Group {group}").format(group=one.group + 1)
    return translate("Figures", "Part {part}").format(part=one.group + 1)


def _reached(run: Run, one: RunFilter) -> str:
    """What the filter reached in the tests, in a few short lines."""
    if one.eligible < 0:
        return translate("Figures", "shift {shift}").format(shift=figure_of(one.equivariance))
    if not one.holds:
        return broken(verdict(one), LABEL, LETTERS)
    more = translate("Figures", "shift {shift}, mirror {mirror}, transplant {transplant}")
    members = sum(f.group == one.group for f in run.filters)
    alike = (
        translate("Figures", "{members} filters hold it").format(members=members)
        if members > 1
        else translate("Figures", "no other filter holds it")
    )
    told = more.format(
        shift=figure_of(one.equivariance), mirror=figure_of(one.mirror), transplant=figure_of(one.transplant)
    )
    return f"{broken(told, LABEL, LETTERS)}\n{alike}"


def _explained(run: Run, shown: tuple[int, ...]) -> str:
    taken = held_out_words(run, OWN, shown[0]) if shown else "pictures"
    return (
        translate(
            "Figures",
            "Left: the picture on which the filter fires strongest, with its heatmap. Right: the "
            "square around the peak that holds two thirds of its gradient (effective receptive "
            "field), in its {crops} strongest {taken}.",
        ).format(crops=CROPS, taken=taken)
        + f"\n{' '.join([*not_judged(run), *([holding_means()] if run.judged else []), measured(run), about(run)])}"
    )
