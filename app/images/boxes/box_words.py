"""Sentences of the box panel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.images.boxes.box_session import NONE, BoxSession
from icnn_engine.data.boxes.drawn_boxes import DrawnBox

translate = QCoreApplication.translate


def prompt(session: BoxSession) -> str:
    """Return what can be done with the picture on show."""
    if session.row:
        return translate("BoxController", "Drag an edge to mend the box, or draw another one")
    if not session.proposed:
        return translate("BoxController", "Drag from corner to corner of the object")
    if session.picture.is_sure:
        return translate("BoxController", "Space accepts the region of the run; drag to correct it")
    return translate("BoxController", "The search was not sure here. Space accepts the region; drag to correct it")


def position(session: BoxSession) -> str:
    """Return the position of the picture on show in the order, and what the run says of it."""
    words = translate("BoxController", "Picture {at} of {count}").format(at=session.at + 1, count=len(session.pictures))
    picture = session.picture
    if picture.proposal is None:
        return words
    if picture.is_background:
        kind = translate("BoxController", "background")
    elif picture.is_sure:
        kind = translate("BoxController", "found by the run")
    else:
        kind = translate("BoxController", "the search was not sure")
    return f"{words} · {kind}"


def progress(session: BoxSession) -> str:
    """Return how many pictures have a box."""
    words = translate("BoxController", "{done} of {count} have a box")
    return words.format(done=session.done(), count=len(session.pictures))


def box_texts(number: int, box: DrawnBox) -> tuple[str, str]:
    """Return the name of a box and its size. `number`: its place in the list, from 1."""
    size = translate("BoxController", "{width:g} × {height:g} pixels").format(width=box.width, height=box.height)
    return translate("BoxController", "Box {number}").format(number=number), size


def removal(session: BoxSession) -> str:
    """Return what the button does that removes a box."""
    if session.chosen == NONE and len(session.row) > 1:
        return translate("BoxController", "Choose the box to remove")
    return translate("BoxController", "Remove the box (Delete); undo brings it back")


def whole(session: BoxSession) -> str:
    """Return what a training with these boxes reads of the pictures that have none; empty if all have one."""
    proposed = len(session.acceptable())
    count = len(session.open_pictures()) - proposed
    sentences = []
    if proposed:
        words = translate(
            "BoxController", "Pictures without a box: {count:,}. “Train with these boxes” accepts their regions."
        )
        sentences.append(words.format(count=proposed))
    if count == 1:
        sentences.append(translate("BoxController", "1 picture here has no box: a training reads it whole."))
    elif count:
        words = translate("BoxController", "{count:,} pictures here have no box: a training reads them whole.")
        sentences.append(words.format(count=count))
    return " ".join(sentences) if session.done() else ""


def acceptance(session: BoxSession) -> str:
    """Return what the button does that accepts all proposals."""
    count = len(session.acceptable())
    if count == 1:
        return translate("BoxController", "Accept the remaining region")
    return translate("BoxController", "Accept all {count:,} regions").format(count=count)


def file_text(path: Path, images: Path) -> str:
    """Return the file that the boxes are in, and why, if it is not in the folder of the pictures."""
    if path.parent == images:
        return translate("BoxController", "Every box is kept in {path}").format(path=path)
    words = translate("BoxController", "The folder {folder} cannot be written to: every box is kept in {path}")
    return words.format(folder=images, path=path)


def damage_text(damage: str, path: Path | None) -> str:
    """Return why the boxes could not be read, and what becomes of their file. `path`: None if it stays as it is."""
    kept = translate("BoxController", "It is kept under another name as soon as a box is drawn here.")
    return damage if path is None else f"{damage} {kept}"
