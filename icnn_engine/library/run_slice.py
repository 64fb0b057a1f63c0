"""Some pictures of a run, chosen by how parts appear in them, and how often their answers are right."""

from __future__ import annotations

from dataclasses import dataclass, field

from icnn_engine.audit.slice_accuracy import SliceAccuracy, accuracy_of_rows
from icnn_engine.audit.slice_text import parse_slice, slice_text
from icnn_engine.audit.slice_words import caution
from icnn_engine.audit.slices import slice_rows
from icnn_engine.audit.suggested_slices import suggested_slices
from icnn_engine.core.number_words import UNKNOWN
from icnn_engine.inspection.verdict_words import interval_words
from icnn_engine.library.row_table import RowTable
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import RunPicture

PICTURE_COLUMNS = ("name", "category", "side", "answer", "twin_answer")
COLUMNS = ("where", "pictures", "right", "rest", "corrected", "found")


@dataclass(frozen=True, eq=False)
class RunSlice:
    """A slice: its pictures of all sides of the split, and its accuracy on those held out. `remark`: what stands
    against that accuracy, often empty."""

    where: str
    pictures: RowTable[RunPicture] = field(repr=False)
    held_out: SliceAccuracy = field(repr=False)
    remark: str = ""

    def __repr__(self) -> str:
        share = self.held_out.inside
        words = interval_words(share.share) if share.pictures else UNKNOWN
        line = f"{self.where}: {len(self.pictures)} pictures; right of {share.pictures} held out: {words}"
        return f"{line}\n{self.remark}" if self.remark else line


@dataclass(frozen=True, slots=True)
class SliceRow:
    """A slice that was looked at, on pictures held out: shares of right answers inside and of the rest of its category,
    the chance of that by luck, corrected for looking at many, and whether that makes it a finding."""

    where: str
    pictures: int
    right: float
    rest: float
    corrected: float
    found: bool


def slice_of(run: Run, where: str) -> RunSlice:
    """Return the slice of a text. Raises SettingsError where it is not understood."""
    slice = parse_slice(run, where)
    rows = slice_rows(run, slice)
    accuracy = accuracy_of_rows(run, rows)
    pictures = RowTable((run.pictures[row] for row in rows.tolist()), PICTURE_COLUMNS)
    return RunSlice(slice_text(slice, notes_or_none(run.path)), pictures, accuracy, caution(slice, accuracy))


def slices_of(run: Run, pairs: bool) -> RowTable[SliceRow]:
    """Return the slices that were looked at, findings first."""
    notes = notes_or_none(run.path)
    rows = (
        SliceRow(
            slice_text(one.slice, notes), one.accuracy.inside.pictures, one.accuracy.inside.share.mean,
            one.accuracy.rest.share.mean, one.corrected, one.found,
        )
        for one in suggested_slices(run, pairs)
    )  # fmt: skip
    return RowTable(rows, COLUMNS)
