"""One page for somebody who decides: what a network looks at, how far to trust it, and what that does not tell."""

from __future__ import annotations

from pathlib import Path

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.files import write_text
from icnn_engine.core.language import current, speaking, translate
from icnn_engine.runs.run_folder import Run

__all__ = ["SUFFIXES", "write_report"]
SUFFIXES = (".html", ".pdf")


def write_report(run: Run, path: Path, language: str | None = None) -> Path:
    """Write the report of a run, as the suffix says: .html (one file that needs nothing else) or .pdf (A4). Returns
    `path`.

    `language`: a code of `language.languages()`, without it the one that is spoken. What a part is worth is asked of
    the run's networks, which needs torch and takes some seconds; where their weights are gone it is left out.
    Nothing is left behind where it fails. Raises SettingsError for another suffix, RunError where pictures of the parts
    are gone, PictureError where one cannot be read.
    """
    if path.suffix.lower() not in SUFFIXES:
        text = translate("Errors", "{name}: a report is written as .html or .pdf. Give the file one of these ends.")
        raise SettingsError(text.format(name=path.name))
    from icnn_engine.report.facts import gather_facts

    with speaking(language or current()):
        facts = gather_facts(run)
        if path.suffix.lower() == ".pdf":
            from icnn_engine.report.paper import report_pdf

            return report_pdf(facts, path)
        from icnn_engine.report.html_page import report_html

        write_text(path, report_html(facts, current()))
        return path
