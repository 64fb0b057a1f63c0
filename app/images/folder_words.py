"""Sentences about a checked folder: how many of its pictures are used, and what its own tables are used for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.annotations import BoxesFound, CheckUp, Folder
from icnn_engine.data import BOXES, CORRECTIONS, GROUPS, LANDMARKS, LEFT_OUT, published_parts


@dataclass(frozen=True, slots=True)
class TableLine:
    """A sentence about a table of the folder. `found`: whether it is there and used."""

    text: str
    found: bool


def tr(text: str) -> str:
    """Return a text of this module in the user's language."""
    return QCoreApplication.translate("FolderWords", text)


def usable_words(folder: Folder, checkup: CheckUp) -> str:
    """Return how many pictures of the folder can be used, and how many are left out."""
    every, usable, left = len(folder.pictures), len(checkup.pictures), len(checkup.left_out)
    if usable == every:
        return (
            tr("The one picture can be used.")
            if every == 1
            else tr("All {all:,} pictures can be used.").format(all=every)
        )
    words = tr("{usable:,} of {all:,} pictures can be used.").format(usable=usable, all=every)
    if not left:
        return words
    one, many = tr("You left out 1 picture."), tr("You left out {left:,} pictures.")
    return f"{words} {(one if left == 1 else many).format(left=left)}"


def table_lines(checkup: CheckUp) -> tuple[TableLine, ...]:
    """Return a sentence about each table that the folder has or could have, those that are there first."""
    refused = {_table_of(problem.path): problem.path for problem in checkup.tables_refused}
    found, missing = [], []
    for name, (one, many, none) in _sentences(checkup).items():
        count = checkup.tables.get(name, 0) if name != LEFT_OUT else len(checkup.left_out)
        if name in refused:
            words = tr("{name} is there but cannot be used: the list above says why.")
            found.append(TableLine(words.format(name=name if name != BOXES else refused[name]), False))
        elif count:
            source = _boxes_source(checkup.boxes) if name == BOXES and checkup.boxes else name
            objects = checkup.boxes.objects if name == BOXES and checkup.boxes else count
            if objects > count:
                many = tr(
                    "{name}: {objects:,} objects are framed in {count:,} pictures. How much of them the parts cover is "
                    "measured."
                )
            words = one if objects == 1 else many
            found.append(TableLine(words.format(name=source, count=count, objects=objects), True))
        elif none:
            missing.append(TableLine(none.format(name=name), False))
    return (*found, *missing)


def _table_of(path: str) -> str:
    """Return which table a refused file is: boxes come from files of many names."""
    return path.lower() if path.lower() in (GROUPS, LANDMARKS, LEFT_OUT, CORRECTIONS) else BOXES


def _boxes_source(boxes: BoxesFound) -> str:
    """Return from where boxes are read, with the format if it is another program's."""
    if boxes.format == "CSV":
        return boxes.source
    source = boxes.source or tr("Files beside the pictures")
    return tr("{source} ({format})").format(source=source, format=boxes.format)


def _sentences(checkup: CheckUp) -> dict[str, tuple[str, str, str]]:
    """Return the sentences about each table: for one picture, for several, and if it is not there."""
    none = tr("No {name}: location instability will not be measured.")
    if published_parts(checkup.root):
        none = tr("The parts marked by those who published these pictures are used to measure location instability.")
    return {
        LANDMARKS: (
            tr("{name}: parts are marked in 1 picture. Location instability is measured against them."),
            tr("{name}: parts are marked in {count:,} pictures. Location instability is measured against them."),
            none,
        ),
        GROUPS: (
            tr("{name}: the source of 1 picture is known. Pictures of one source are not learned and tested apart."),
            tr(
                "{name}: the sources of {count:,} pictures are known. Those of one source are either learned from or "
                "tested on, never both."
            ),
            tr("No {name}: only pictures that look alike are kept together, either to learn from or to test on."),
        ),
        BOXES: (
            tr("{name}: the object is framed in 1 picture. How much of it the parts cover is measured."),
            tr("{name}: the object is framed in {count:,} pictures. How much of it the parts cover is measured."),
            tr("No {name}: how much of the object the parts cover will not be measured."),
        ),
        LEFT_OUT: (
            tr("{name}: 1 picture is left out of every training."),
            tr("{name}: {count:,} pictures are left out of every training."),
            "",
        ),
    }
