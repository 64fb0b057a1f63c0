"""`boxes.csv` as a table that is edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from app.annotation.table_storage import TableFormat
from icnn_engine.core.errors import FolderError
from icnn_engine.core.language import translate
from icnn_engine.data import BOXES, boxes_of, list_folder
from icnn_engine.data.boxes.drawn_boxes import (
    BoxConflict,
    DrawnBox,
    DrawnBoxes,
    boxes_as_csv,
    merge_boxes,
    read_drawn_boxes,
)


def _annotated(images: Path, names: Collection[str]) -> DrawnBoxes:
    """Return the boxes that come with a folder in another format, which a `boxes.csv` replaces.

    Raises LandmarksError.
    """
    try:
        pictures = list_folder(images).pictures
    except FolderError:  # gone, or empty
        return DrawnBoxes()
    boxes, wanted = boxes_of(images, pictures) or {}, frozenset(names)
    return DrawnBoxes({name: tuple(DrawnBox(*box) for box in own) for name, own in boxes.items() if name in wanted})


def _lost(conflicts: tuple[BoxConflict, ...]) -> DrawnBoxes | None:
    rows = {conflict.name: conflict.theirs for conflict in conflicts if conflict.ours and conflict.theirs}
    return DrawnBoxes(rows) if rows else None


def _sentences(conflicts: tuple[BoxConflict, ...], aside: Path | None) -> list[str]:
    words = translate(
        "Errors", "Another program has changed boxes in {count} of the pictures that were changed here, first {name}."
    )
    sentences = [words.format(count=len(conflicts), name=conflicts[0].name)]
    if aside is not None:
        words = translate("Errors", "Those made here count; the others are kept in {path}.")
        sentences.append(words.format(path=aside))
    if any(not conflict.ours for conflict in conflicts):
        sentences.append(translate("Errors", "Boxes that were removed here and changed there are kept."))
    return sentences


BOX_TABLE = TableFormat(BOXES, DrawnBoxes(), _annotated, read_drawn_boxes, boxes_as_csv, merge_boxes, _lost, _sentences)
