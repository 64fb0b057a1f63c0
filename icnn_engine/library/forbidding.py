"""Forbid a part from Python, and both answers of a run that was made so."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from icnn_engine.audit.forbidden_regions import drawn_regions, part_regions
from icnn_engine.audit.forbidden_words import forbidden_rows
from icnn_engine.audit.forbidding import ensure_possible
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.library.progress import watch
from icnn_engine.library.row_table import RowTable
from icnn_engine.library.run_part import RunPart
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, slots=True)
class BothAnswers:
    """A figure of the answer before and after something was forbidden, as text with its 95 % interval."""

    figure: str
    before: str
    after: str
    difference: str


def forbidden_run(run: Run, part: RunPart | int | None, boxes: str | PathLike[str] | None, progress: bool) -> Run:
    """Return a new run whose answer does without a part, or without what boxes mark. Raises as `OpenedRun.forbid`."""
    if (part is None) is (boxes is None):
        raise SettingsError(translate("Errors", "Name a part to forbid, or a table of boxes: one of them."))
    ensure_possible(run)
    if boxes is not None:
        regions = drawn_regions(run, Path(boxes).expanduser())
    else:
        number = run.filters[part.filters[0]].group + 1 if isinstance(part, RunPart) else int(part or 0)
        regions = part_regions(run, number, notes_or_none(run.path))
    from icnn_engine.experiment.forbid_run import forbid

    return watch(forbid(run, regions), progress=progress)


def both_answers(run: Run) -> RowTable[BothAnswers]:
    """Return the table of before and after; empty of a run in which everything is allowed."""
    rows = (BothAnswers(*row) for row in forbidden_rows(run, notes_or_none(run.path)))
    return RowTable(rows, ("figure", "before", "after", "difference"))
