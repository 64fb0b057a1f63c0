"""Reads what the view of slices shows: the slices of a run, and the pictures of one of them (thread-safe)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.audit.part_states import part_states
from icnn_engine.audit.saved_slices import SavedSlice, read_slices
from icnn_engine.audit.slice_accuracy import SliceAccuracy, accuracy_of_rows
from icnn_engine.audit.slice_lines import SliceLine, slice_lines
from icnn_engine.audit.slice_text import parse_slice, slice_text
from icnn_engine.audit.slice_words import caution
from icnn_engine.audit.slices import categories_of, right_answers, slice_rows
from icnn_engine.audit.suggested_slices import SuggestedSlice, suggested_slices
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import side_rows
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, eq=False)
class ReadSlices:
    """The slices of a run: those that were looked at, those saved, each with its line; and what a condition can tell
    of: parts by number from 0, and categories."""

    suggested: tuple[SuggestedSlice, ...]
    saved: tuple[tuple[SavedSlice, SliceLine], ...]
    parts: tuple[int, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ReadSlice:
    """A slice: its text with the numbers of parts, its accuracy on pictures held out, that of the twin, and what stands
    against it. `pictures`: by index, held out ones first, of those wrong answers first; `right`, `held_out`: of each.
    """

    where: str
    accuracy: SliceAccuracy
    twin: SliceAccuracy
    remark: str
    pictures: tuple[int, ...]
    right: tuple[bool, ...]
    held_out: tuple[bool, ...]


def read_all(run: Run) -> ReadSlices:
    """Return the slices of a run. Raises RunError."""
    saved = zip(read_slices(run.path), slice_lines(run), strict=True)
    return ReadSlices(suggested_slices(run), tuple(saved), part_states(run).groups, categories_of(run))


def read_slice(run: Run, text: str) -> ReadSlice:
    """Return the slice that a text means. Raises SettingsError where it means none, RunError."""
    slice = parse_slice(run, text)
    rows, right = slice_rows(run, slice), right_answers(run)
    held_out = np.isin(rows, side_rows(run))
    order = np.lexsort((rows, right[rows], ~held_out))
    rows = rows[order]
    accuracy = accuracy_of_rows(run, rows)
    return ReadSlice(
        slice_text(slice),
        accuracy,
        accuracy_of_rows(run, rows, network=NetworkName.TWIN),
        caution(slice, accuracy),
        tuple(rows.tolist()),
        tuple(right[rows].tolist()),
        tuple(held_out[order].tolist()),
    )
