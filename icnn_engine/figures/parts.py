"""Figure of the parts of a run: a row of crops for the best filter of each of the largest parts."""

from __future__ import annotations

from pathlib import Path

from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal
from icnn_engine.figures.common import (
    about,
    category_of,
    frame_region,
    held_out_words,
    measured,
    peak_overlay,
    region_words,
)
from icnn_engine.figures.sheet import DPI, GREY, Sheet, broken, outline, shortened
from icnn_engine.inspection.best_pictures import best_pictures, crop_of
from icnn_engine.inspection.filter_order import groups_of, representatives
from icnn_engine.inspection.verdicts import closest_filters, holding_means, not_judged, verdict
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.found_objects import region_of
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run, RunFilter

ROWS, CROPS = 10, 8
CROP_PIXELS = 200
HEAD, LABEL, WHOLE, CROP, GAP = 0.62, 1.06, 0.86, 0.585, 0.04  # inches
LETTERS = 6.0  # points of the small words beside a row
OWN = NetworkName.INTERPRETABLE


def parts_figure(run: Run, path: Path, dpi: int = DPI) -> Path:
    """Draw the ten largest parts, each as its best filter sees it.

    A row shows the filter that follows the content best: one whole picture with its heatmap, and eight crops of its
    effective receptive field from its strongest held-out pictures. If no filter holds a part, the figure says so and
    shows the filters that fail the fewest tests, and which tests these are.

    Parameters
    ----------
    run
        An opened run; its pictures must be on the disk.
    path
        The file to write: .png, .svg or .pdf.
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
    RunError, PictureError
        Pictures are missing, are others than at the training, or cannot be read.
    """
    ensure_same(run)
    shown = representatives(run.filters, ROWS) or closest_filters(run.filters)[:ROWS]
    sheet = Sheet(HEAD + max(len(shown), 1) * (CROP + 2 * GAP), caption=_caption(run, shown))
    sheet.title(*_title(run, len(shown)))
    for row, index in enumerate(shown):
        _draw_row(sheet, run, run.filters[index], HEAD + row * (CROP + 2 * GAP))
    return sheet.save(path, dpi)


def _title(run: Run, shown: int) -> tuple[str, str]:
    """Return the heading, and how many filters hold how many parts."""
    filters, parts = run.filters, len(groups_of(run.filters))
    holding, members = sum(filter.holds for filter in filters), sum(filter.group >= 0 for filter in filters)
    head = translate("Figures", "Parts of {category}, found without any part annotation")
    if not run.judged:
        head = translate("Figures", "{category}: groups of filters, not tested for holding a part")
        below = translate("Figures", "An earlier version put {members} of {count} filters into {groups} groups.")
    elif parts == 0:
        head = translate("Figures", "{category}: no filter holds a part")
        below = translate("Figures", "Below: the filters that fail the fewest tests, and which.")
    elif holding == 1:
        below = translate("Figures", "One of {count} filters holds a part.")
    elif parts == 1:
        below = translate("Figures", "{holding} of {count} filters hold a part, and it is the same one.")
    elif shown < parts:
        below = translate(
            "Figures",
            "{holding} of {count} filters hold a part; they hold {parts} different parts, the {shown} largest of "
            "them below.",
        )
    else:
        below = translate(
            "Figures",
            "{holding} of {count} filters hold a part; they hold {parts} different parts, all of them below.",
        )
    numbers = {"holding": holding, "count": len(filters), "parts": parts, "shown": shown}
    return head.format(category=run.category), below.format(members=members, groups=parts, **numbers)


def _draw_row(sheet: Sheet, run: Run, filter: RunFilter, y: float) -> None:
    _draw_label(sheet, run, filter, y)
    best = best_pictures(run, OWN, filter.index, CROPS)
    if not best:
        return
    shown = peak_overlay(run, filter, best[0], best[0].strength)
    axes = sheet.picture(0.1 + LABEL, y, WHOLE, CROP, shown.pixels)
    frame_region(axes, shown.read)
    outline(axes, shown.field, width=0.9)
    for column, picture in enumerate(best):
        x = 0.1 + LABEL + WHOLE + 2 * GAP + column * (CROP + GAP)
        sheet.picture(x, y, CROP, CROP, crop_of(run, OWN, filter.index, picture, CROP_PIXELS))


def _draw_label(sheet: Sheet, run: Run, filter: RunFilter, y: float) -> None:
    name = notes_or_none(run.path).name_of(filter) or _unnamed(filter)
    sheet.words(0.1, y + 0.02, shortened(name, LABEL - 0.06, 9), size=9, weight="bold")
    category = category_of(run, filter)
    title = translate("Figures", "{category}, filter {index}") if category else translate("Figures", "filter {index}")
    lines = [title.format(category=category, index=filter.index), *_results(run, filter).split("\n")]
    small = "\n".join(shortened(line, LABEL, LETTERS) for line in lines[:4])
    sheet.words(0.1, y + 0.17, small, size=LETTERS, color=GREY, linespacing=1.25)


def _unnamed(filter: RunFilter) -> str:
    """Return the heading of a row that the user gave no name."""
    if filter.group < 0:
        return translate("Figures", "Not a part")
    if filter.eligible < 0:
        return translate("Figures", "Group {group}").format(group=filter.group + 1)
    return translate("Figures", "Part {part}").format(part=filter.group + 1)


def _results(run: Run, filter: RunFilter) -> str:
    """Return the results of the tests in a few short lines."""
    if filter.eligible < 0:
        return translate("Figures", "shift {shift}").format(shift=decimal(filter.equivariance))
    if not filter.holds:
        return broken(verdict(filter), LABEL, LETTERS)
    members = sum(other.group == filter.group for other in run.filters)
    alike = (
        translate("Figures", "{members} filters hold it")
        if members > 1
        else translate("Figures", "no other filter holds it")
    )
    shares = translate("Figures", "shift {shift}, mirror {mirror}, transplant {transplant}").format(
        shift=decimal(filter.equivariance), mirror=decimal(filter.mirror), transplant=decimal(filter.transplant)
    )
    return f"{broken(shares, LABEL, LETTERS)}\n{alike.format(members=members)}"


def _caption(run: Run, shown: tuple[int, ...]) -> str:
    text = translate(
        "Figures",
        "Left: the picture on which the filter fires strongest, with its heatmap. Right: the "
        "square around the peak that holds two thirds of its gradient (effective receptive "
        "field), in its strongest {taken}, {crops} at most.",
    ).format(crops=CROPS, taken=held_out_words(run, OWN, shown[0]) if shown else "pictures")
    best = (picture for index in shown for picture in best_pictures(run, OWN, index, 1))
    frames = region_words(*(region_of(run, picture.picture) for picture in best))
    means = [holding_means()] if run.judged else []
    return text + "\n" + " ".join(filter(None, [frames, *not_judged(run), *means, measured(run), about(run)]))
