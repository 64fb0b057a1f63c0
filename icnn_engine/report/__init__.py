"""One-page report of a run for a reader who decides: parts, accuracy, limits."""

from __future__ import annotations

from pathlib import Path

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import current, speaking, translate
from icnn_engine.report.frame import ReportFrame, read_frame, write_frame
from icnn_engine.runs.run_folder import Run

__all__ = ["SUFFIXES", "ReportFrame", "draw_report", "read_frame", "write_frame", "write_report"]
SUFFIXES = (".html", ".pdf")


def write_report(run: Run, path: Path, language: str | None = None, frame: ReportFrame | None = None) -> Path:
    """Write the one-page report of a run. Nothing is left behind if it fails.

    Parameters
    ----------
    run
        An opened run; its pictures must be on the disk. The worth of each part needs torch and the run's weights, and
        takes some seconds; without the weights it is left out.
    path
        The file to write: .html (one file that needs nothing else) or .pdf (A4).
    language
        A code of `icnn_engine.core.language.languages()`; None: the current language.
    frame
        Its title and the note of its author; None: those kept in the run folder.

    Returns
    -------
    Path
        `path`.

    Raises
    ------
    SettingsError
        The suffix is another one.
    RunError, PictureError
        Pictures of the parts are missing, most have changed since the training, or one cannot be read.
    """
    if path.suffix.lower() not in SUFFIXES:
        text = translate("Errors", "{name}: a report is written as .html or .pdf. Give the file one of these ends.")
        raise SettingsError(text.format(name=path.name))
    from icnn_engine.report.facts import gather_facts
    from icnn_engine.report.html_page import write_html
    from icnn_engine.report.paper import write_pdf

    write = write_pdf if path.suffix.lower() == ".pdf" else write_html
    with speaking(language or current()):
        return write(gather_facts(run), path, read_frame(run.path) if frame is None else frame)


def draw_report(run: Run, folder: Path, language: str, frame: ReportFrame, dpi: int) -> tuple[Path, ...]:
    """Draw the pages of the report as pictures into a folder: what the PDF shows. Return their paths.

    Raise RunError and PictureError as `write_report` does.
    """
    from icnn_engine.report.facts import gather_facts
    from icnn_engine.report.paper import draw_pages

    with speaking(language):
        return draw_pages(gather_facts(run), folder, frame, dpi)
