"""Where parts lie (paper, figure 6): how the inferred positions of filters spread over pictures, beside the twin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, titled_of
from icnn_engine.figures.sheet import DPI, GREY, WIDTHS, ColumnWidth, Sheet, caption_height
from icnn_engine.inspection.best_pictures import From
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.positions import Positions, counted, positions_of
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
    """How often each place of the pictures is the peak of the filters (None: of all that are alive), the interpretable
    network beside its twin. The twin's filters are those of the same ranks, as many as of ours; one
    colour scale with its bar. Raises SettingsError."""
    width = WIDTHS[column]
    panel = min((width - 0.2 - GAP) / 2, LARGEST)
    own = _alive(run, OWN) if filters is None else tuple(filters)
    twin = _alive(run, TWIN) if filters is None else twins_of(run, own)
    found = {net: positions_of(run, net, chosen, side) for net, chosen in ((OWN, own), (TWIN, twin))}
    shares = {network: counted(one, run.geometry.cells) for network, one in found.items()}
    top = max(float(share.max()) for share in shares.values())
    told = _explained(run, filters is None, side)
    sheet = Sheet(HEAD + panel + WORDS + BAR + caption_height(told, width), width)
    sheet.title(_title(run, filters), _whose(run))
    for place, network in enumerate((OWN, TWIN)):
        x = 0.1 + place * (panel + GAP)
        sheet.cells(x, HEAD, panel, shares[network], top)
        _below(sheet, x, HEAD + panel + 0.04, network, found[network])
    unit = translate("Figures", "share of the positions, in percent")
    sheet.colour_bar(0.1, HEAD + panel + WORDS, min(width - 0.2, 3.3), 100 * top, unit)
    sheet.caption(told)
    return sheet.save(path, dpi)


def twins_of(run: Run, filters: Sequence[int]) -> tuple[int, ...]:
    """Filters of the twin that stand at the same ranks of its wall, which is ordered from the largest part and the
    filter that follows best down, as these do on the interpretable network's."""
    own, twin = wall_order(run.filters), wall_order(run.twin_filters)
    return tuple(twin[own.index(one)] for one in filters)


def spread(positions: Positions) -> float:
    """How far positions lie from their mean (root of the mean square), as a share of the picture; nan of none."""
    if not len(positions.places):
        return float("nan")
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


def _whose(run: Run) -> str:
    return translate("Figures", "In pictures of {category}").format(category=run.category)


def _below(sheet: Sheet, x: float, y: float, network: NetworkName, found: Positions) -> None:
    heads = {
        OWN: translate("Figures", "Interpretable network"),
        TWIN: translate("Figures", "Ordinary twin"),
    }
    sheet.words(x, y, heads[network], weight="bold")
    if len(found.places):
        text = translate("Figures", "{count} positions, spread {spread:.2f}")
        told = text.format(count=len(found.places), spread=spread(found))
    else:
        told = translate("Figures", "fires on no picture")
    sheet.words(x, y + 0.17, told, size=6.5, color=GREY)


def _explained(run: Run, every: bool, side: From) -> str:
    each = translate(
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
    sides = {
        "held-out": translate("Figures", "Pictures kept out of training."),
        "train": translate("Figures", "Training pictures."),
        "choose": translate("Figures", "Pictures that settings were chosen with."),
        "test": translate("Figures", "Test pictures."),
        None: translate("Figures", "All pictures of the run."),
    }
    return " ".join([each, *([] if every else [ranks]), sides[side]]) + "\n" + about(run)
