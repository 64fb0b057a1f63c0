"""The same pictures by the interpretable filters, by those of the ordinary twin, and by CAM."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.figures.common import (
    FAINT,
    about,
    category_of,
    faint_top,
    figure_of,
    guessing,
    measured,
    overlaid,
    small_picture,
    titled_of,
    usual_top,
)
from icnn_engine.figures.sheet import ACCENT, DPI, GREY, Sheet, caption_height, outline, shortened
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.filter_order import representatives, wall_order
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.runs.changed_pictures import ensure_same, unchanged
from icnn_engine.runs.run_folder import Run, RunFilter

COLUMNS, FILTERS = 6, 3
HEAD, LABEL, CELL, GAP, BREAK = 0.6, 1.14, 0.93, 0.05, 0.14  # inches
TWIN, OWN, CAM = NetworkName.TWIN, NetworkName.INTERPRETABLE, NetworkName.CAM
SHADES = {OWN: ACCENT, TWIN: "#7a828c", CAM: "#b06a1c"}


def comparison_figure(run: Run, path: Path, dpi: int = DPI) -> Path:
    """Six held-out pictures, in each row one way to see what a network looks at: three interpretable filters, three of
    the twin chosen by the same rule, CAM. Pictures are taken by their digest, so that nobody picked them.

    Raises RunError, PictureError, SettingsError.
    """
    ensure_same(run)
    rows = [(OWN, f) for f in chosen_filters(run.filters)] + [(TWIN, f) for f in chosen_filters(run.twin_filters)]
    rows.append((CAM, 0))
    breaks = [0.0, *np.cumsum([a[0] is not b[0] for a, b in zip([(None, 0), *rows[:-1]], rows, strict=True)]) * BREAK]
    told = _explained(run)
    sheet = Sheet(HEAD + (1 + len(rows)) * (CELL + GAP) + breaks[-1] + caption_height(told))
    sheet.title(
        translate("Figures", "What looks where: pictures of {category} that no network was trained on").format(
            category=run.category
        ),
        _answers(run),
    )
    pictures = chosen_pictures(run)
    sheet.words(0.1, HEAD + CELL / 2, translate("Figures", "Picture"), size=9, weight="bold", va="center")
    for column, index in enumerate(pictures):
        sheet.picture(_left(column), HEAD, CELL, CELL, small_picture(run, index))
    for place, ((network, filter), gap) in enumerate(zip(rows, breaks[1:], strict=True), 1):
        _row(sheet, run, network, filter, pictures, HEAD + place * (CELL + GAP) + gap)
    sheet.caption(told)
    return sheet.save(path, dpi)


def chosen_filters(filters: Sequence[RunFilter], count: int = FILTERS) -> tuple[int, ...]:
    """Filters by one rule for both networks: of each of the largest parts the one that follows best, then the others
    that follow best."""
    alive = [f for f in wall_order(filters) if not filters[f].dead]
    leaders = representatives(filters, count)
    others = sorted((f for f in alive if f not in leaders), key=lambda f: -np.nan_to_num(filters[f].following))
    return (*leaders, *others)[:count]


def chosen_pictures(run: Run, count: int = COLUMNS, start: int = 0) -> list[int]:
    """Held-out pictures of the category in the order of their files' digests: nobody's choice, always the same.
    `start`: how many are passed over. Those that have changed since the training are left out."""
    ordered = sorted(pictures_of(run).tolist(), key=lambda i: run.pictures[i].digest)
    return list(islice(unchanged(run, ordered), start, start + count))


def _left(column: int) -> float:
    return 0.1 + LABEL + column * (CELL + GAP)


def _row(sheet: Sheet, run: Run, network: NetworkName, filter: int, pictures: Sequence[int], y: float) -> None:
    _label(sheet, run, network, filter, y + CELL / 2)
    usual, maps = usual_top(run, network, filter), run.maps(network)
    for column, index in enumerate(pictures):
        own = np.asarray(maps[index] if network is CAM else maps[index, filter], dtype=np.float32)
        pixels = small_picture(run, index)
        shown = overlaid(run, pixels, own, network, filter, faint_top(own, usual))
        axes = sheet.picture(_left(column), y, CELL, CELL, shown)
        if network is not CAM and own.max() >= FAINT * usual > 0:
            row, at = divmod(int(own.argmax()), run.geometry.cells)
            height, width = pixels.shape[:2]
            side = run.of(network)[filter].effective_field
            outline(axes, run.geometry.box((row, at), side, width, height), width=0.8)


def _label(sheet: Sheet, run: Run, network: NetworkName, filter: int, middle: float) -> None:
    head = {OWN: translate("Figures", "Interpretable"), TWIN: translate("Figures", "Ordinary twin"), CAM: "CAM"}[
        network
    ]
    told = translate("Figures", "where the answer\ncomes from")
    if network is not CAM:
        one = run.of(network)[filter]
        told_of = (
            category_of(run, one),
            titled_of(run, one),
            translate("Figures", "shift {shift}").format(shift=figure_of(one.equivariance)),
            _holds(one),
        )
        told = "\n".join(shortened(line, LABEL - 0.1, 6.3) for line in told_of if line)
    sheet.words(0.16, middle - 0.02, head, size=8.5, weight="bold", va="bottom", color=SHADES[network])
    sheet.words(0.16, middle, told, size=6.3, color=GREY)
    bar = sheet.axes(0.08, middle - CELL / 2, 0.025, CELL)
    bar.set_facecolor(SHADES[network])
    for spine in bar.spines.values():
        spine.set_visible(False)


def _holds(one: RunFilter) -> str:
    """Whether the filter holds a part; nothing where it was not judged."""
    if one.eligible < 0:
        return ""
    return translate("Figures", "holds a part") if one.holds else translate("Figures", "holds no part")


def _answers(run: Run) -> str:
    table = run.table
    key = "balanced_accuracy"
    return translate(
        "Figures",
        "Balanced accuracy on held-out pictures: interpretable {own}, twin {twin}, CAM "
        "network {cam} (guessing {guess}).",
    ).format(
        own=figure_of(table.get(key), 3),
        twin=figure_of(table.get(f"twin_{key}"), 3),
        cam=figure_of(table.get(f"cam_{key}"), 3),
        guess=figure_of(guessing(run)),
    )


def _explained(run: Run) -> str:
    return (
        translate(
            "Figures",
            "Same pictures in every row, taken in the order of their digests. Filters by one "
            "rule for both networks: of each of the largest parts the one that follows best, then the others that "
            "follow best. Brightest: the peak in that picture, or a third of the filter's usual peak "
            "where it is lower; there the effective receptive field (rectangle) is left out. "
            "Interpretable filters' maps are masked, as their network learns by them.",
        )
        + f"\n{' '.join([*not_judged(run), measured(run), about(run)])}"
    )
