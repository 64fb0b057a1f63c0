"""Figure of one filter: its stages on its best picture, and its peaks in its six best pictures."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from pathlib import Path

from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal
from icnn_engine.figures.common import (
    about,
    frame_region,
    held_out_words,
    measured,
    peak_overlay,
    region_words,
    titled_of,
)
from icnn_engine.figures.sheet import DPI, SMALL, Sheet, broken, outline
from icnn_engine.figures.stages import SheetArea, draw_stages
from icnn_engine.inspection.best_pictures import best_pictures, crop_of
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.verdicts import not_judged, reached, verdict
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.found_objects import region_of
from icnn_engine.runs.network_words import network_in_sentence
from icnn_engine.runs.run_folder import Run, RunFilter

COLUMNS, CROP_PIXELS = 6, 320
TESTS = 0.47  # inches from the top to the results of the tests
STRIP = SheetArea(x=0.1, y=0.84, side=1.2, arrow=0.26)
GALLERY = 2.54  # inches
CELL, GAP = 1.13, 0.05


def filter_figure(
    run: Run, filter: int, path: Path, network: NetworkName = NetworkName.INTERPRETABLE, dpi: int = DPI
) -> Path:
    """Draw one filter: its stages on its best picture, then its six best pictures and the crops around its peaks.

    Parameters
    ----------
    run
        An opened run; its pictures must be on the disk.
    filter
        Index of the filter, from 0.
    path
        The file to write: .png, .svg or .pdf.
    network
        The interpretable network or its twin.
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
    record = run.of(network)[filter]
    best = best_pictures(run, network, filter, COLUMNS)
    caption = f"{_boxes_explained(run, best) if best else ''}{measured(run)} {about(run)}"
    sheet = Sheet(GALLERY + 0.2 + 2 * (CELL + GAP) if best else 1.18, caption=caption)
    sheet.title(_title(run, record), _properties(run, record))
    sheet.words(0.1, TESTS, broken(_tests(run, record), sheet.width - 0.2, SMALL), size=SMALL)
    if best:
        draw_stages(sheet, run, filter, network, look_at(run, best[0].picture), STRIP)
        for column, picture in enumerate(best):
            x, y = 0.1 + column * (CELL + GAP), GALLERY + 0.2
            shown = peak_overlay(run, record, picture, best[0].strength)
            axes = sheet.picture(x, y, CELL, CELL, shown.pixels)
            frame_region(axes, shown.read)
            outline(axes, shown.field)
            sheet.picture(x, y + CELL + GAP, CELL, CELL, crop_of(run, network, filter, picture, CROP_PIXELS))
        head = translate("Figures", "Where it fires strongest, in {pictures}")
        sheet.words(0.1, GALLERY, head.format(pictures=held_out_words(run, network, filter)), weight="bold")
    else:
        sheet.words(0.1, 0.88, translate("Figures", "This filter fires on no picture of its category."))
    return sheet.save(path, dpi)


def _title(run: Run, filter: RunFilter) -> str:
    text = translate("Figures", "{category}: {filter} of {whose}")
    return text.format(
        category=run.categories[filter.category],
        filter=titled_of(run, filter),
        whose=network_in_sentence(run, NetworkName(filter.network)),
    )


def _properties(run: Run, filter: RunFilter) -> str:
    field = translate("Figures", "effective receptive field {effective_field:.0f} of {input_size} px")
    return " · ".join([
        translate("Figures", "mean peak {strength:.2f}").format(strength=filter.strength),
        field.format(effective_field=filter.effective_field, input_size=run.geometry.input_size),
        _part_members(run, filter),
    ])  # fmt: skip


def _part_members(run: Run, filter: RunFilter) -> str:
    """Return how many filters hold the part of this one."""
    if filter.group < 0:
        return translate("Figures", "holds no part")
    members = sum(other.group == filter.group for other in run.of(filter.network))
    if filter.eligible < 0:
        return translate("Figures", "grouped with {count} filters by an earlier version").format(count=members)
    if members == 1:
        return translate("Figures", "no other filter holds its part")
    return translate("Figures", "{count} filters hold its part").format(count=members)


def _tests(run: Run, filter: RunFilter) -> str:
    """Return the result of each test beside its mark, and the verdict."""
    if not run.judged:
        return not_judged(run)[0]
    text = translate("Figures", "{test} {value} ({mark}) {sign}")
    results = [
        text.format(test=r.test, value=decimal(r.value), mark=r.mark, sign="✓" if r.passed else "✗")
        for r in reached(filter)
        if r.passed is not None
    ]
    if isnan(filter.kept):
        results.append(translate("Figures", "grounding not measured"))
    return " · ".join([*results, *([] if filter.holds else [verdict(filter)])])


def _boxes_explained(run: Run, best: Sequence[BestPicture]) -> str:
    text = translate(
        "Figures",
        "Rectangles: the effective receptive field of the peak (two thirds of its gradient); "
        "dashed: the theoretical one, where it fits into the picture. One colour scale for "
        "all pictures.\n",
    )
    frames = region_words(*(region_of(run, picture.picture) for picture in best))
    return f"{text.rstrip()} {frames}\n" if frames else text
