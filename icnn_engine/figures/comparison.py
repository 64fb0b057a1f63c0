"""Figure of the same pictures as the interpretable filters, the twin's filters and CAM show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal, percent
from icnn_engine.figures.common import (
    FAINT,
    about,
    category_of,
    faint_top,
    field_box,
    measured,
    overlaid,
    small_picture,
    titled_of,
    usual_top,
)
from icnn_engine.figures.sheet import ACCENT, DPI, GREY, Sheet, outline, shortened
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.filter_order import representatives, wall_order
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import gain_sentence, price_sentence
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.runs.changed_pictures import ensure_same, unchanged
from icnn_engine.runs.network_words import channel_words, has_masks, is_converted, is_own, network_title
from icnn_engine.runs.run_folder import Run, RunFilter

COLUMNS, FILTERS = 6, 3
HEAD, LABEL, CELL, GAP, BREAK = 0.6, 1.14, 0.93, 0.05, 0.14  # inches
TWIN, OWN, CAM = NetworkName.TWIN, NetworkName.INTERPRETABLE, NetworkName.CAM
SHADES = {OWN: ACCENT, TWIN: "#7a828c", CAM: "#b06a1c"}


def comparison_figure(run: Run, path: Path, dpi: int = DPI) -> Path:
    """Compare what three networks look at: six held-out pictures, one row each for three interpretable filters, three
    filters of the twin chosen by the same rule, and CAM.

    Parameters
    ----------
    run
        An opened run; its pictures must be on the disk. They are taken in the order of their files' digests.
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
    blocks = [[(OWN, f) for f in chosen_filters(run.filters)], [(TWIN, f) for f in chosen_filters(run.twin_filters)]]
    rows = [(row, BREAK * block) for block, rows in enumerate([*blocks, [(CAM, 0)]], 1) for row in rows]
    title = translate("Figures", "What looks where: pictures of {category} that no network was trained on")
    if is_own(run):
        title = translate("Figures", "What looks where: pictures of {category} by which no channel was chosen")
    elif is_converted(run):
        title = translate("Figures", "What looks where: pictures of {category} that the conversion has not seen")
    sheet = Sheet(HEAD + (1 + len(rows)) * (CELL + GAP) + rows[-1][1], caption=_caption(run))
    sheet.title(title.format(category=run.category), gain_sentence(run_verdict(run)))
    sheet.words(0.1, HEAD + CELL / 2, translate("Figures", "Picture"), size=9, weight="bold", va="center")
    pictures = chosen_pictures(run)
    for column, index in enumerate(pictures):
        sheet.picture(_left(column), HEAD, CELL, CELL, small_picture(run, index))
    for line, ((network, filter), gap) in enumerate(rows, 1):
        _draw_row(sheet, run, network, filter, pictures, HEAD + line * (CELL + GAP) + gap)
    return sheet.save(path, dpi)


def chosen_filters(filters: Sequence[RunFilter], count: int = FILTERS) -> tuple[int, ...]:
    """Choose filters by one rule for both networks: of each of the largest parts the filter that follows best, then the
    others that follow best."""
    alive = [f for f in wall_order(filters) if not filters[f].dead]
    leaders = representatives(filters, count)
    others = sorted((f for f in alive if f not in leaders), key=lambda f: -np.nan_to_num(filters[f].following))
    return (*leaders, *others)[:count]


def chosen_pictures(run: Run, count: int = COLUMNS, start: int = 0) -> list[int]:
    """Choose held-out pictures of the category in a fixed order (by file digest), without those that have changed since
    the training. Skip the first `start`."""
    ordered = sorted(pictures_of(run).tolist(), key=lambda i: run.pictures[i].digest)
    return list(islice(unchanged(run, ordered), start, start + count))


def _left(column: int) -> float:
    return 0.1 + LABEL + column * (CELL + GAP)


def _draw_row(sheet: Sheet, run: Run, network: NetworkName, index: int, pictures: Sequence[int], y: float) -> None:
    _draw_label(sheet, run, network, index, y + CELL / 2)
    usual, maps = usual_top(run, network, index), run.maps(network)
    for column, picture in enumerate(pictures):
        values = np.asarray(maps[picture] if network is CAM else maps[picture, index], dtype=np.float32)
        pixels = small_picture(run, picture)
        shown = overlaid(run, pixels, values, network, index, faint_top(values, usual))
        axes = sheet.picture(_left(column), y, CELL, CELL, shown)
        if network is not CAM and values.max() >= FAINT * usual > 0:
            peak = divmod(int(values.argmax()), run.geometry.cells)
            outline(axes, field_box(run.geometry, run.of(network)[index], peak, pixels), width=0.8)


def _draw_label(sheet: Sheet, run: Run, network: NetworkName, index: int, middle: float) -> None:
    below = translate("Figures", "where the answer\ncomes from")
    if network is not CAM:
        filter = run.of(network)[index]
        lines = (
            category_of(run, filter),
            titled_of(run, replace(filter, channel=-1)),
            channel_words(filter),
            translate("Figures", "shift {shift}").format(shift=decimal(filter.equivariance)),
            _holds(filter),
        )
        below = "\n".join(shortened(line, LABEL - 0.1, 6.3) for line in lines if line)
    sheet.words(
        0.16, middle - 0.02, network_title(run, network), size=8.5, weight="bold", va="bottom", color=SHADES[network]
    )
    sheet.words(0.16, middle, below, size=6.3, color=GREY)
    bar = sheet.axes(0.08, middle - CELL / 2, 0.025, CELL)
    bar.set_facecolor(SHADES[network])
    bar.spines[:].set_visible(False)


def _holds(filter: RunFilter) -> str:
    """Return whether the filter holds a part; nothing if it was not judged."""
    if filter.eligible < 0:
        return ""
    return translate("Figures", "holds a part") if filter.holds else translate("Figures", "holds no part")


def _answers(run: Run) -> str:
    """Return the price of the gain, and how often CAM's network is right."""
    verdict = run_verdict(run)
    cam = translate("Figures", "CAM's network: {cam}, guessing: {guess}.")
    if run.own_network:
        cam = translate("Figures", "Guessing: {guess}.")
    cam = cam.format(cam=percent(verdict.accuracy.cam.mean), guess=percent(verdict.accuracy.guessing))
    return " ".join([price_sentence(verdict), *([cam] if verdict.accuracy.known else [])])


def _caption(run: Run) -> str:
    text = translate(
        "Figures",
        "Same pictures in every row, taken in the order of their digests. Filters by one "
        "rule for both networks: of each of the largest parts the one that follows best, then the others that "
        "follow best. Brightest: the peak in that picture, or a third of the filter's usual peak "
        "where it is lower; there the effective receptive field (rectangle) is left out.",
    )
    masked = translate("Figures", "Interpretable filters' maps are masked, as their network learns by them.")
    return (
        f"{text} {masked}" if has_masks(run, OWN) else text
    ) + f"\n{' '.join([*not_judged(run), _answers(run), measured(run), about(run)])}"
