"""What a report says of a run whose answer does without something, in the current language."""

from __future__ import annotations

from dataclasses import dataclass

from icnn_engine.audit.forbidden_words import forbidden_heading, forbidden_lines, forbidden_rows
from icnn_engine.report.wording import tr
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True)
class ForbiddenSection:
    """`lines`: sentences, empty of a run in which everything is allowed; `rows`: both answers side by side, the heading
    of the table first."""

    heading: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def forbidden_section(run: Run) -> ForbiddenSection:
    """Return the section on what is not allowed."""
    lines = forbidden_lines(run)
    rows = (forbidden_heading(), *forbidden_rows(run, notes_or_none(run.path))) if lines else ()
    return ForbiddenSection(tr("What is not allowed"), lines, rows)
