"""The commands that draw chosen figures and write the report."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

WIDE = {"parts", "comparison", "filter"}


def figures(options: Namespace) -> int:
    """Draw what was asked for; print each file written."""
    from icnn_engine.core.language import speaking
    from icnn_engine.inspection.filter_order import representatives, wall_order
    from icnn_engine.runs.run_folder import open_run

    language = checked_language(options.language)
    if options.column == "single" and WIDE & set(options.kind):
        raise SettingsError(
            translate("Errors", "A single column holds only stages and positions. Leave the others out, or --column.")
        )
    run = open_run(options.run, options.images)
    check_filter(run, options.filter)
    first = (*representatives(run.filters), *wall_order(run.filters))[0]
    with speaking(language), telling_changed(run):
        for kind in options.kind:
            path = _draw(run, kind, first if options.filter is None else options.filter, options)
            print(path, flush=True)
    return 0


def report(options: Namespace) -> int:
    """Write the one-page report; print its path."""
    from icnn_engine.report import write_report
    from icnn_engine.runs.run_folder import open_run

    language = checked_language(options.language)
    run = open_run(options.run, options.images)
    with telling_changed(run):
        print(write_report(run, options.output or run.path / "report.html", language), flush=True)
    return 0


@contextmanager
def telling_changed(run: Run) -> Iterator[None]:
    """Names, on standard error, the pictures that were left out because they have changed since the training."""
    from icnn_engine.runs.changed_pictures import changed_words, found_changed

    yield
    if names := found_changed(run):
        print(visible(f"Note: {changed_words(names)}"), file=sys.stderr)


def checked_language(code: str | None) -> str:
    """A language that there is, English without one. Raises SettingsError for another."""
    from icnn_engine.core.language import ENGLISH, languages

    if code is not None and code not in languages():
        raise SettingsError(
            translate("Errors", "There is no language {code}. Choose one of: {languages}.").format(
                code=code, languages=", ".join(languages())
            )
        )
    return code or ENGLISH


def check_filter(run: Run, filter: int | None) -> None:
    """Raises SettingsError where a run has no such filter."""
    if filter is not None and not 0 <= filter < len(run.filters):
        raise SettingsError(
            translate("Errors", "There is no filter {filter}: this run has filters 0 to {count}.").format(
                filter=filter, count=len(run.filters) - 1
            )
        )


def _draw(run: Run, kind: str, filter: int, options: Namespace) -> Path:
    from icnn_engine import figures
    from icnn_engine.inspection.look import look_at

    place, end, dpi, column = options.output or run.path / "figures", options.format, options.dpi, options.column
    named = place / f"{kind}-filter-{filter:03d}.{end}"
    match kind:
        case "parts":
            return figures.parts_figure(run, place / f"parts.{end}", dpi)
        case "comparison":
            return figures.comparison_figure(run, place / f"comparison.{end}", dpi)
        case "filter":
            return figures.filter_figure(run, filter, place / f"filter-{filter:03d}.{end}", dpi=dpi)
        case "stages":
            look = look_at(run, _picture(run, filter, options.picture))
            return figures.stages_figure(run, look, filter, named, column=column, dpi=dpi)
    if options.filter is None:
        return figures.positions_figure(run, place / f"positions.{end}", column=column, dpi=dpi)
    return figures.positions_figure(run, named, (filter,), column=column, dpi=dpi)


def _picture(run: Run, filter: int, name: str | None) -> int:
    """The picture of that name, or the one on which the filter fires strongest."""
    from icnn_engine.inspection.best_pictures import best_pictures
    from icnn_engine.runs.changed_pictures import ensure_same

    ensure_same(run)
    if name is not None:
        found = [i for i, picture in enumerate(run.pictures) if name in (picture.name, Path(picture.name).name)]
        if not found:
            raise RunError(
                translate("Errors", "The run has no picture {name}. Its pictures are listed in {run}.").format(
                    name=name, run=run.path / "pictures.csv"
                )
            )
        return found[0]
    best = best_pictures(run, NetworkName.INTERPRETABLE, filter, 1)
    if not best:
        raise RunError(
            translate("Errors", "Filter {filter} fires on no picture of its category. Name one by --picture.").format(
                filter=filter
            )
        )
    return best[0].picture
