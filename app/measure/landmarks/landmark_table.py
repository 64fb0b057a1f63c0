"""`landmarks.csv` as a table that is edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from app.annotation.table_storage import TableFormat
from icnn_engine.core.language import translate
from icnn_engine.data import LANDMARKS, landmarks_of
from icnn_engine.data.tables.marks import Marks, as_csv, as_marks, read_marks
from icnn_engine.data.tables.merge_marks import Conflict, merge_marks


def _published(images: Path, names: Collection[str]) -> Marks:
    """Return what the publishers of a known data set have marked: a `landmarks.csv` replaces it."""
    return as_marks(landmarks_of(images, names))


def _lost(conflicts: tuple[Conflict, ...]) -> Marks | None:
    lost = [(c.name, c.part, c.theirs.point) for c in conflicts if c.ours and c.theirs]
    marks = Marks(tuple(dict.fromkeys(part for _name, part, _point in lost)))
    for name, part, point in lost:
        marks = marks.put(name, part, point)
    return marks if lost else None


def _sentences(conflicts: tuple[Conflict, ...], aside: Path | None) -> list[str]:
    words = translate(
        "Errors", "Another program has changed {count} of the marks that were changed here, first {part} in {name}."
    )
    first = conflicts[0]
    sentences = [words.format(count=len(conflicts), part=first.part, name=first.name)]
    if aside is not None:
        words = translate("Errors", "Those made here count; the others are kept in {path}.")
        sentences.append(words.format(path=aside))
    if any(conflict.ours is None for conflict in conflicts):
        sentences.append(translate("Errors", "Marks that were removed here and changed there are kept."))
    return sentences


LANDMARK_TABLE = TableFormat(LANDMARKS, Marks(), _published, read_marks, as_csv, merge_marks, _lost, _sentences)
