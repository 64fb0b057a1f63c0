"""`report`: write the one-page summary of a run."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.cli.output import changed_pictures_noted
from icnn_engine.core.language import checked_language
from icnn_engine.report import ReportFrame, read_frame, write_report
from icnn_engine.runs.run_folder import Run, open_run


def run(options: Namespace) -> int:
    """Write the report; print its path."""
    language = checked_language(options.language)
    opened = open_run(options.run, options.images)
    with changed_pictures_noted(opened):
        path = options.output or opened.path / "report.html"
        print(write_report(opened, path, language, _frame(opened, options)), flush=True)
    return 0


def _frame(run: Run, options: Namespace) -> ReportFrame:
    """Return the title and note of the options; those kept in the run folder where an option is not given."""
    kept = read_frame(run.path)
    title = kept.title if options.title is None else options.title
    return ReportFrame(title, kept.note if options.note is None else options.note).tidy()
