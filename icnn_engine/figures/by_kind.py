"""The figures of a run by the names of their kinds, each with its usual filter and picture."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.figures.comparison import comparison_figure
from icnn_engine.figures.coverage import coverage_figure
from icnn_engine.figures.forbidden import forbidden_figure
from icnn_engine.figures.one_filter import filter_figure
from icnn_engine.figures.parts import parts_figure
from icnn_engine.figures.positions import positions_figure
from icnn_engine.figures.sheet import DPI, ColumnWidth
from icnn_engine.figures.stages import stages_figure
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.filter_order import check_filters, wall_order
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.run_folder import Run

FigureKind = Literal["parts", "comparison", "filter", "stages", "positions", "coverage", "forbidden"]
FIGURE_KINDS: tuple[FigureKind, ...] = get_args(FigureKind)


def figure_name(run: Run, kind: FigureKind, filter: int | None = None) -> str:
    """Return the name of a figure's file, without its suffix: 'parts', 'stages-filter-007'."""
    match kind:
        case "parts" | "comparison" | "coverage" | "forbidden":
            return kind
        case "filter":
            return f"filter-{_filter(run, filter):03d}"
        case "positions" if filter is None:
            return kind
    return f"{kind}-filter-{_filter(run, filter):03d}"


def draw_figure(
    run: Run,
    kind: FigureKind,
    path: Path,
    filter: int | None = None,
    picture: str | None = None,
    column: ColumnWidth = "double",
    dpi: int = DPI,
) -> Path:
    """Draw one figure of a run.

    Parameters
    ----------
    run
        An opened run; its pictures must be on the disk.
    kind
        One of `FIGURE_KINDS`.
    path
        The file to write: .png, .svg or .pdf.
    filter
        Index of a filter; None: the best of the largest part, and for `positions` all of them.
    picture
        Name of a picture of the run for `stages`; None: the one on which the filter fires strongest.
    column
        Width of `stages`, `positions` and `coverage`.
    dpi
        Dots per inch of the pictures on the page.

    Returns
    -------
    Path
        `path`.

    Raises
    ------
    SettingsError
        There is no such kind or filter, or the suffix is another one.
    RunError, PictureError
        Pictures are missing, are others than at the training, or cannot be read; `forbidden` of a run in which
        everything is allowed.
    """
    if kind not in FIGURE_KINDS:
        words = translate("Errors", "There is no figure {kind}. Choose one of: {kinds}.")
        raise SettingsError(words.format(kind=kind, kinds=", ".join(FIGURE_KINDS)))
    check_filters(run, [] if filter is None else [filter])
    match kind:
        case "parts":
            return parts_figure(run, path, dpi)
        case "comparison":
            return comparison_figure(run, path, dpi)
        case "coverage":
            return coverage_figure(run, path, column, dpi)
        case "forbidden":
            return forbidden_figure(run, path, dpi)
        case "filter":
            return filter_figure(run, _filter(run, filter), path, dpi=dpi)
        case "stages":
            index = _filter(run, filter)
            look = look_at(run, _picture(run, index, picture))
            return stages_figure(run, look, index, path, column=column, dpi=dpi)
    return positions_figure(run, path, None if filter is None else (filter,), column=column, dpi=dpi)


def _filter(run: Run, filter: int | None) -> int:
    return wall_order(run.filters)[0] if filter is None else filter


def _picture(run: Run, filter: int, name: str | None) -> int:
    """Return the picture of that name, by default the one on which the filter fires strongest."""
    ensure_same(run)
    if name is not None:
        for index, picture in enumerate(run.pictures):
            if name in (picture.name, Path(picture.name).name):
                return index
        raise RunError(
            translate("Errors", "The run has no picture {name}. Its pictures are listed in {run}.").format(
                name=name, run=run.path / "pictures.csv"
            )
        )
    best = best_pictures(run, NetworkName.INTERPRETABLE, filter, 1)
    if not best:
        raise RunError(
            translate("Errors", "Filter {filter} fires on no picture of its category. Name one by --picture.").format(
                filter=filter
            )
        )
    return best[0].picture
