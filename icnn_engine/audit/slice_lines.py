"""The saved slices of a run with their accuracy, for tables. No torch."""

from __future__ import annotations

from dataclasses import dataclass

from icnn_engine.audit.saved_slices import read_slices
from icnn_engine.audit.slice_accuracy import SliceAccuracy, slice_accuracy
from icnn_engine.audit.slice_text import parse_slice, slice_text
from icnn_engine.audit.slice_words import caution
from icnn_engine.core.errors import SettingsError
from icnn_engine.inspection.best_pictures import From
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, slots=True)
class SliceLine:
    """A saved slice: its name, its text with the names of parts, and its accuracy, None where the run does not have
    what it tells of. `remark`: what stands against its accuracy, or why there is none; often empty."""

    name: str
    where: str
    accuracy: SliceAccuracy | None
    remark: str


def slice_lines(run: Run, side: From = "held-out") -> tuple[SliceLine, ...]:
    """Return a line for each saved slice of a run, in their order, on one side of the split as in `side_rows`.

    Raises RunError where slices.toml, answers or maps cannot be read.
    """
    return tuple(_line(run, kept.name, kept.where, side) for kept in read_slices(run.path))


def _line(run: Run, name: str, where: str, side: From) -> SliceLine:
    try:
        slice = parse_slice(run, where)
        accuracy = slice_accuracy(run, slice, side)
        return SliceLine(name, slice_text(slice, notes_or_none(run.path)), accuracy, caution(slice, accuracy))
    except SettingsError as error:
        return SliceLine(name, where, None, str(error))
