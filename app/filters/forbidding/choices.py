"""What can be forbidden in a run: its parts, the boxes drawn in its pictures, a table of the user's own. No widgets."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from app.core.engine import Engine
from icnn_engine.audit.forbidden_regions import ForbiddenRegions, drawn_regions, part_regions
from icnn_engine.audit.forbidding import boxes_drawn_for, ensure_possible
from icnn_engine.core.events import NetworkName, Operation
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run

Choice: TypeAlias = int | str  # a part by its number from 0, or the path of a table of boxes


def tr(text: str) -> str:
    """Return a text of this module in the user's language."""
    return QCoreApplication.translate("Forbidding", text)


def choices_of(run: Run, notes: Notes) -> list[tuple[Choice, str]]:
    """Return what can be forbidden, with titles: the parts, then the boxes drawn in the pictures if there are any."""
    parts: list[tuple[Choice, str]] = [
        (group, part_title(NetworkName.INTERPRETABLE, group, notes)) for group in range(len(run.groups()))
    ]
    drawn = boxes_drawn_for(run)
    return parts if drawn is None else [*parts, (str(drawn), tr("What the boxes drawn in these pictures mark"))]


def choice_words(choice: Choice | None, notes: Notes) -> str:
    """Return the title of a choice as it stands in a sentence: 'Part 3', or 'what stamps.csv marks'."""
    if choice is None:
        return ""
    if isinstance(choice, int):
        return part_title(NetworkName.INTERPRETABLE, choice, notes)
    return tr("what {table} marks").format(table=Path(choice).name)


def forbid_when_ready(engine: Engine, run: Run, choice: Choice, notes: Notes) -> Operation[Run]:
    """Fit the answer of a run anew without a part, or without what boxes mark. Called on the worker thread: what is
    wrong with the run or the table is raised at once, then it waits until the engine is loaded. Returns the new run."""
    ensure_possible(run)
    regions = _regions(run, choice, notes)
    engine.wait()
    from icnn_engine.experiment.forbid_run import forbid

    return (yield from forbid(run, regions))


def _regions(run: Run, choice: Choice, notes: Notes) -> ForbiddenRegions:
    if isinstance(choice, int):
        return part_regions(run, choice + 1, notes)
    return drawn_regions(run, Path(choice))
