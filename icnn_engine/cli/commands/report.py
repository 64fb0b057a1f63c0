"""`report`: write the one-page summary of a run."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.cli.output import changed_pictures_noted, checked_language
from icnn_engine.report import write_report
from icnn_engine.runs.run_folder import open_run


def run(options: Namespace) -> int:
    """Write the report; print its path."""
    language = checked_language(options.language)
    opened = open_run(options.run, options.images)
    with changed_pictures_noted(opened):
        print(write_report(opened, options.output or opened.path / "report.html", language), flush=True)
    return 0
