"""`figures`: draw chosen figures of a run for a paper."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from icnn_engine import figures
from icnn_engine.cli.output import changed_pictures_noted, check_filters, checked_language
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import speaking, translate
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.run_folder import Run, open_run

WIDE = {"parts", "comparison", "filter"}


def run(options: Namespace) -> int:
    """Draw what the options ask for; print each file written."""
    language = checked_language(options.language)
    if options.column == "single" and WIDE & set(options.kind):
        raise SettingsError(
            translate("Errors", "A single column holds only stages and positions. Leave the others out, or --column.")
        )
    opened = open_run(options.run, options.images)
    check_filters(opened, [] if options.filter is None else [options.filter])
    with speaking(language), changed_pictures_noted(opened):
        for kind in options.kind:
            print(_draw(opened, kind, options), flush=True)
    return 0


def _draw(run: Run, kind: str, options: Namespace) -> Path:
    folder, end, dpi, column = options.output or run.path / "figures", options.format, options.dpi, options.column
    filter = wall_order(run.filters)[0] if options.filter is None else options.filter
    file = folder / f"{kind}-filter-{filter:03d}.{end}"
    match kind:
        case "parts":
            return figures.parts_figure(run, folder / f"parts.{end}", dpi)
        case "comparison":
            return figures.comparison_figure(run, folder / f"comparison.{end}", dpi)
        case "filter":
            return figures.filter_figure(run, filter, folder / f"filter-{filter:03d}.{end}", dpi=dpi)
        case "stages":
            look = look_at(run, _picture(run, filter, options.picture))
            return figures.stages_figure(run, look, filter, file, column=column, dpi=dpi)
    if options.filter is None:
        return figures.positions_figure(run, folder / f"positions.{end}", column=column, dpi=dpi)
    return figures.positions_figure(run, file, (filter,), column=column, dpi=dpi)


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
