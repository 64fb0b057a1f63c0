"""The figure of one filter: how it reads a picture, stage by stage, and where it fires in its best pictures."""

from __future__ import annotations

from math import isnan
from pathlib import Path

from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, figure_of, held_out_words, measured, overlaid, small_picture, titled_of
from icnn_engine.figures.sheet import DPI, SMALL, Sheet, broken, caption_height, outline
from icnn_engine.figures.stages import SheetArea, draw_stages
from icnn_engine.inspection.best_pictures import best_pictures, crop_of
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.verdicts import not_judged, reached, verdict
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.run_folder import Run, RunFilter

COLUMNS, CROP_PIXELS = 6, 320
TESTS = 0.47  # inches: where the tests stand
STRIP = SheetArea(x=0.1, y=0.84, side=1.2, arrow=0.26)
GALLERY = 2.54  # inches
CELL, GAP = 1.13, 0.05


def filter_figure(
    run: Run, filter: int, path: Path, network: NetworkName = NetworkName.INTERPRETABLE, dpi: int = DPI
) -> Path:
    """One filter of the interpretable network or of its twin: the stages in its best picture, then its six best
    pictures with heatmap and effective receptive field, and the crops. Raises RunError, PictureError, SettingsError.
    """
    ensure_same(run)
    best = best_pictures(run, network, filter, COLUMNS)
    told = f"{_explained(best)}{measured(run)} {about(run)}"
    sheet = Sheet((GALLERY + 0.2 + 2 * (CELL + GAP) if best else 1.18) + caption_height(told))
    whose = (
        translate("Figures", "ordinary twin")
        if network is NetworkName.TWIN
        else translate("Figures", "interpretable network")
    )
    one = run.of(network)[filter]
    sheet.title(
        translate("Figures", "{category}: {filter} of the {whose}").format(
            category=run.categories[one.category], filter=titled_of(run, one), whose=whose
        ),
        _figures(run, filter, network),
    )
    sheet.words(0.1, TESTS, broken(_tests(run, one), sheet.width - 0.2, SMALL), size=SMALL)
    if best:
        draw_stages(sheet, run, filter, network, look_at(run, best[0].picture), STRIP)
        for column, each in enumerate(best):
            _column(sheet, run, filter, network, each, column, best[0].strength)
        sheet.words(
            0.1,
            GALLERY,
            translate("Figures", "Where it fires strongest, in {pictures}").format(
                pictures=held_out_words(run, network, filter)
            ),
            weight="bold",
        )
    else:
        sheet.words(0.1, 0.88, translate("Figures", "This filter fires on no picture of its category."))
    sheet.caption(told)
    return sheet.save(path, dpi)


def _figures(run: Run, filter: int, network: NetworkName) -> str:
    one = run.of(network)[filter]
    alike = sum(f.group == one.group for f in run.of(network)) if one.group >= 0 else 0
    one_alike = translate("Figures", "no other filter holds its part")
    many_alike = translate("Figures", "{count} filters hold its part")
    if one.eligible < 0:
        one_alike = many_alike = translate("Figures", "grouped with {count} filters by an earlier version")
    told = [
        translate("Figures", "mean peak {strength:.2f}").format(strength=one.strength),
        translate("Figures", "effective receptive field {effective_field:.0f} of {input_size} px").format(
            effective_field=one.effective_field, input_size=run.geometry.input_size
        ),
        (one_alike if alike == 1 else many_alike).format(count=alike)
        if alike
        else translate("Figures", "holds no part"),
    ]
    return " · ".join(told)


def _tests(run: Run, one: RunFilter) -> str:
    """What the filter reached in each test, beside the mark, and the verdict."""
    if not run.judged:
        return not_judged(run)[0]
    signs = {True: "✓", False: "✗"}
    each = translate("Figures", "{test} {value} ({mark}) {sign}")
    told = [
        each.format(test=r.test, value=figure_of(r.value), mark=r.mark, sign=signs[r.passed])
        for r in reached(one)
        if r.passed is not None
    ]
    if isnan(one.kept):
        told.append(translate("Figures", "grounding not measured"))
    return " · ".join([*told, *([verdict(one)] if not one.holds else [])])


def _explained(best: tuple[BestPicture, ...]) -> str:
    if not best:
        return ""
    return translate(
        "Figures",
        "Rectangles: the effective receptive field of the peak (two thirds of its gradient); "
        "dashed: the theoretical one, where it fits into the picture. One colour scale for "
        "all pictures.\n",
    )


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
