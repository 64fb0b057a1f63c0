"""Sentences of the landmark panel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.measure.landmarks.annotation_session import AnnotationSession
from icnn_engine.data.tables.marks import Marks
from icnn_engine.runs.network_words import is_converted, is_own

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run, Table

FEWEST = 2  # pictures in which one part must be marked to measure the spread of a distance
translate = QCoreApplication.translate


def prompt(session: AnnotationSession) -> str:
    """Return what the next click marks."""
    part = session.part_name
    if part is None:
        return translate("LandmarkController", "Name the first part at the right, then click it in the pictures")
    mark = session.marks.of(session.picture.name).get(part)
    if mark is None:
        words = translate("LandmarkController", "Click: {part}")
    elif mark.point is None:
        words = translate("LandmarkController", "{part}: not visible here. Click where it is after all, or go on")
    else:
        words = translate("LandmarkController", "{part}: marked. Click or drag to correct it")
    return words.format(part=part)


def part_state(session: AnnotationSession, part: str) -> str:
    """Return whether a part is marked in the picture on show; empty while it is open."""
    mark = session.marks.of(session.picture.name).get(part)
    if mark is None:
        return ""
    if mark.point is None:
        return translate("LandmarkController", "not visible")
    return translate("LandmarkController", "marked")


def position(session: AnnotationSession) -> str:
    """Return the position of the picture on show in the order, and its side of the split."""
    sides = {
        "test": translate("LandmarkController", "held out"),
        "choose": translate("LandmarkController", "choosing"),
        "train": translate("LandmarkController", "trained on"),
    }
    words = translate("LandmarkController", "Picture {at} of {count} · {side}")
    return words.format(at=session.at + 1, count=len(session.pictures), side=sides[session.picture.side])


def progress(done: int, target: int) -> str:
    """Return how many pictures are done."""
    if done > target:
        return translate("LandmarkController", "{done} marked").format(done=done)
    return translate("LandmarkController", "{done} of {target} marked").format(done=done, target=target)


def missing(marks: Marks) -> str:
    """Return what has to be marked before anything can be measured; empty if there is enough."""
    lacking = FEWEST - max((marks.seen(part) for part in marks.parts), default=0)
    if lacking <= 0:
        return ""
    if lacking == 1:
        return translate(
            "LandmarkController", "Mark that part in one more picture: then the run is measured with it at once."
        )
    more = translate(
        "LandmarkController", "Mark one part in {count} more pictures: then the run is measured with it at once."
    )
    return more.format(count=lacking)


def file_text(path: Path, images: Path) -> str:
    """Return the file that the landmarks are in, and why, if it is not in the folder of the pictures."""
    if path.parent == images:
        return translate("LandmarkController", "Every mark is kept in {path}").format(path=path)
    words = translate("LandmarkController", "The folder {folder} cannot be written to: every mark is kept in {path}")
    return words.format(folder=images, path=path)


def damage_text(damage: str, path: Path | None) -> str:
    """Return why the landmarks could not be read, and what becomes of their file."""
    kept = translate("LandmarkController", "It is kept under another name as soon as something is marked here.")
    return damage if path is None else f"{damage} {kept}"


def figures(table: Table, run: Run | None = None) -> str:
    """Return the location instability of the two networks and of the centre. `run`: whose
    networks are named; None: a training's."""
    own, twin, centre = (table.get(key) for key in ("instability", "twin_instability", "instability_centre"))
    if own is None or twin is None or centre is None:
        return translate(
            "LandmarkController",
            "For the figures of held-out pictures a few more of those are needed; they come first here.",
        )
    words = translate(
        "LandmarkController",
        "Location instability {own:.3f}; ordinary twin {twin:.3f}, always the centre {centre:.3f}.",
    )
    if run is not None and is_own(run):
        words = translate(
            "LandmarkController",
            "Location instability {own:.3f}; with random weights {twin:.3f}, always the centre {centre:.3f}.",
        )
    elif run is not None and is_converted(run):
        words = translate(
            "LandmarkController",
            "Location instability {own:.3f}; the original {twin:.3f}, always the centre {centre:.3f}.",
        )
    return words.format(own=own, twin=twin, centre=centre)
