"""A contact sheet of pictures of a run: small pictures with the peaks of some parts, and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.audit.part_states import PartState, part_states
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, small_photograph
from icnn_engine.figures.sheet import DPI, GREY, WIDTH, Sheet, checked_format, shortened
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.inspection.part_overview import OWN, place_of
from icnn_engine.inspection.run_verdict import labels_of
from icnn_engine.metrics import evenly
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.run_folder import Run

COLUMNS, MOST = 8, 96  # pictures in a row, and on a sheet
SIDE, GAP, WORDS, HEAD, FINE = 0.8, 0.08, 0.14, 0.56, 5.0  # inches, inches, inches, inches, points
PIXELS = 240  # of a picture's longest side
WRONG = "#c0392b"
SHADES = ("#3ce0ff", "#ffd23c", "#ff7ad9", "#8dff6a")  # of the parts, in their order


def slice_sheet(
    run: Run, pictures: Sequence[int], groups: Sequence[int], path: Path, title: str, dpi: int = DPI
) -> Path:
    """Draw pictures of a run side by side, with a ring at the peak of each part, a cross where the part is absent.

    Parameters
    ----------
    run
        An opened run; the pictures must be on the disk. Those that have changed since the training are left out.
    pictures
        Indices; of more than `MOST` that many are shown, taken evenly.
    groups
        Numbers of parts, from 0; none: no peak is marked.
    path
        The file to write: .png, .svg or .pdf.
    title
        What the pictures have in common.
    dpi
        Dots per inch of the page as .png.

    Returns
    -------
    Path
        `path`.

    Raises
    ------
    SettingsError
        The suffix is another one.
    RunError, PictureError
        A picture is missing or cannot be read.
    """
    checked_format(path)
    shown = list(unchanged(run, [int(pictures[i]) for i in evenly(len(pictures), MOST)] if len(pictures) else ()))
    below = translate("Figures", "{shown} of {count} pictures. {about}")
    rows = -(-len(shown) // COLUMNS)
    sheet = Sheet(HEAD + rows * (SIDE + WORDS + GAP), WIDTH, _caption(groups))
    sheet.title(title, below.format(shown=len(shown), count=len(pictures), about=about(run)))
    named = predicted_by(run, run.answers())
    for place, picture in enumerate(shown):
        row, column = divmod(place, COLUMNS)
        x, y = 0.1 + column * (SIDE + GAP), HEAD + row * (SIDE + WORDS + GAP)
        _draw(sheet, run, picture, groups, x, y)
        right = named[picture] == labels_of(run)[picture]
        words = _answer(run, int(named[picture]), bool(right))
        sheet.words(x, y + SIDE + 0.01, shortened(words, SIDE, FINE), size=FINE, color=GREY if right else WRONG)
    return sheet.save(path, dpi)


def _draw(sheet: Sheet, run: Run, picture: int, groups: Sequence[int], left: float, top: float) -> None:
    """Draw a picture and the peaks of parts in it."""
    pixels = small_photograph(run, picture, PIXELS)
    axes, states, cells = sheet.picture(left, top, SIDE, SIDE, pixels), part_states(run), peaks_of(run, OWN)[0]
    for number, group in enumerate(groups):
        filter = states.filters[states.groups.index(group)]
        row, column = cells[picture, filter].tolist()
        place = place_of(run, filter, picture, (row, column))
        absent = bool(states.of(group, PartState.ABSENT)[picture])
        x, y = place.x * pixels.shape[1], place.y * pixels.shape[0]
        _mark(axes, x, y, SHADES[number % len(SHADES)], absent)
        if len(groups) > 1:
            axes.annotate(str(group + 1), (x, y), (4, 2), textcoords="offset points", fontsize=FINE, color="white",
                          bbox={"boxstyle": "round,pad=0.1", "facecolor": "#101418", "linewidth": 0})  # fmt: skip


def _mark(axes: Any, x: float, y: float, shade: str, absent: bool) -> None:
    """Draw a ring, or a cross, with a dark edge, visible on any picture."""
    for width, colour in ((2.6, "#101418"), (1.2, shade)):
        axes.plot(
            np.array([x]), np.array([y]), "x" if absent else "o", markersize=5.5, markeredgecolor=colour,
            markerfacecolor="none", markeredgewidth=width, clip_on=False,
        )  # fmt: skip


def _answer(run: Run, named: int, right: bool) -> str:
    if right:
        return translate("Figures", "right")
    answer = translate("Figures", "none of them") if named < 0 else run.categories[named]
    return translate("Figures", "wrong: {answer}").format(answer=answer)


def _caption(groups: Sequence[int]) -> str:
    if not groups:
        return ""
    return translate(
        "Figures",
        "Ring: where the part's filter peaks, of several with the part's number. Cross: the same where the filter "
        "does not see the part; the picture may show it all the same.",
    )
