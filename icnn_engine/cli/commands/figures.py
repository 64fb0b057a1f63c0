"""`figures`: draw chosen figures of a run for a paper."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine import figures
from icnn_engine.cli.output import changed_pictures_noted
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import checked_language, speaking, translate
from icnn_engine.inspection.filter_order import check_filters
from icnn_engine.runs.run_folder import open_run

WIDE = {"parts", "comparison", "filter", "forbidden"}


def run(options: Namespace) -> int:
    """Draw what the options ask for; print each file written."""
    language = checked_language(options.language)
    if options.column == "single" and WIDE & set(options.kind):
        raise SettingsError(
            translate("Errors", "A single column holds only stages and positions. Leave the others out, or --column.")
        )
    opened = open_run(options.run, options.images)
    check_filters(opened, [] if options.filter is None else [options.filter])
    folder = options.output or opened.path / "figures"
    with speaking(language), changed_pictures_noted(opened):
        for kind in options.kind:
            path = folder / f"{figures.figure_name(opened, kind, options.filter)}.{options.format}"
            print(
                figures.draw_figure(opened, kind, path, options.filter, options.picture, options.column, options.dpi),
                flush=True,
            )
    return 0
