"""Figure of the positions of parts (paper, figure 6): the peaks of filters over all pictures, beside the twin."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from pathlib import Path

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, titled_of
from icnn_engine.figures.sheet import DPI, GREY, WIDTHS, ColumnWidth, Sheet
from icnn_engine.inspection.best_pictures import From
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.positions import Positions, counted, positions_of
from icnn_engine.runs.network_words import is_converted, is_own, network_title
from icnn_engine.runs.run_folder import Run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
HEAD, WORDS, BAR, GAP = 0.62, 0.5, 0.42, 0.2  # inches
LARGEST = 2.6  # of a panel


def positions_figure(
    run: Run,
    path: Path,
    filters: Sequence[int] | None = None,
    side: From = "held-out",
    column: ColumnWidth = "double",
    dpi: int = DPI,
) -> Path:
    """Draw how often each cell of the map is the peak, for the interpretable network beside its twin.

    The twin's filters are those at the same ranks, as many as of the interpretable network; both panels have one
    colour scale.

    Parameters
    ----------
    run
        An opened run.
    path
        The file to write: .png, .svg or .pdf.
    filters
        Indices of filters of the interpretable network; None: all that ever fire.
    side
        Side of the split: "held-out" (val and test), "train", "choose" (val), "test", or None for all pictures.
    column
        Width of the page: "single" (3.5 inches) or "double" (7.2 inches).
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
    """
    width = WIDTHS[column]
    panel = min((width - 0.2 - GAP) / 2, LARGEST)
    chosen = {OWN: _alive(run, OWN), TWIN: _alive(run, TWIN)}
    if filters is not None:
        chosen = {OWN: tuple(filters), TWIN: twins_of(run, filters)}
    positions = {network: positions_of(run, network, chosen[network], side) for network in chosen}
    shares = {network: counted(peaks, run.geometry.cells) for network, peaks in positions.items()}
    top = max(float(share.max()) for share in shares.values())
    sheet = Sheet(HEAD + panel + WORDS + BAR, width, _caption(run, filters is None, side))
    in_pictures = translate("Figures", "In pictures of {category}").format(category=run.category)
    sheet.title(_title(run, filters), in_pictures)
    for number, network in enumerate(chosen):
        x = 0.1 + number * (panel + GAP)
        sheet.cells(x, HEAD, panel, shares[network], top)
        _draw_words(sheet, x, HEAD + panel + 0.04, network_title(run, network), positions[network])
    unit = translate("Figures", "share of the positions, in percent")
    sheet.colour_bar(0.1, HEAD + panel + WORDS, min(width - 0.2, 3.3), 100 * top, unit)
    return sheet.save(path, dpi)


def twins_of(run: Run, filters: Sequence[int]) -> tuple[int, ...]:
    """Return the twin's filters at the same ranks as these of the interpretable network; both are sorted from the
    largest part and the filter that follows best down."""
    own, twin = wall_order(run.filters), wall_order(run.twin_filters)
    return tuple(twin[own.index(filter)] for filter in filters)


def spread(positions: Positions) -> float:
    """Return the root mean square distance of positions from their mean, as a share of the picture; nan of none."""
    if not len(positions.places):
        return nan
    apart = positions.places - positions.places.mean(0)
    return float(np.sqrt((apart**2).sum(1).mean()))


def _alive(run: Run, network: NetworkName) -> tuple[int, ...]:
    return tuple(f.index for f in run.of(network) if not f.dead)


def _title(run: Run, filters: Sequence[int] | None) -> str:
    if filters is None:
        return translate("Figures", "Where all filters answer strongest")
    if len(filters) == 1:
        text = translate("Figures", "Where {filter} answers strongest")
        return text.format(filter=titled_of(run, run.filters[filters[0]]))
    return translate("Figures", "Where {count} filters answer strongest").format(count=len(filters))


def _draw_words(sheet: Sheet, x: float, y: float, title: str, positions: Positions) -> None:
    sheet.words(x, y, title, weight="bold")
    count = len(positions.places)
    below = (
        translate("Figures", "{count} positions, spread {spread:.2f}")
        if count
        else translate("Figures", "fires on no picture")
    )
    sheet.words(x, y + 0.17, below.format(count=count, spread=spread(positions)), size=6.5, color=GREY)


def _caption(run: Run, all_filters: bool, side: From) -> str:
    square = translate(
        "Figures",
        "Each square is a place in the picture (every picture squashed to a square): the brighter, the more often a "
        "filter answers strongest there. A part of things that stand alike gathers in one place; it is scattered where "
        "they stand differently, or where the filter answers to anything. Spread: the typical distance from the mean "
        "position, as a share of the picture.",
    )
    ranks = translate(
        "Figures",
        "The twin's filters are those of the same ranks when both networks' are sorted by how well they follow.",
    )
    if is_own(run):
        ranks = translate(
            "Figures",
            "The channels with random weights are those of the same ranks when both networks' are sorted by how well "
            "they follow.",
        )
    elif is_converted(run):
        ranks = translate(
            "Figures",
            "The original's filters are those of the same ranks when both networks' are sorted by how well they "
            "follow.",
        )
    sides = {
        "held-out": translate("Figures", "Pictures kept aside.")
        if is_own(run)
        else translate("Figures", "Pictures kept out of training."),
        "train": translate("Figures", "Training pictures."),
        "choose": translate("Figures", "Pictures that settings were chosen with."),
        "test": translate("Figures", "Test pictures."),
        None: translate("Figures", "All pictures of the run."),
    }
    return " ".join([square, *([] if all_filters else [ranks]), sides[side]]) + "\n" + about(run)
