"""The findings of a check-up in plain words, by kind, with the pictures concerned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.annotations import CheckedPicture, CheckUp, Folder, file_of
from icnn_engine.data.reading.brightness import brightness_notice, darkened
from icnn_engine.data.reading.pictures import ENDINGS

TINY = 64  # pixels of the shorter side: enlarged to a network's 224 or so, little of a smaller picture is left
FEW = 20  # pictures of a category: with fewer, the side that numbers are reported on holds three or four
# The endings of each format that is read. Formats that are not named here have no wrong ending.
ENDINGS_OF = {
    "PNG": {".png"},
    "JPEG": {".jpg", ".jpeg", ".jpe", ".jfif"},
    "BMP": {".bmp", ".dib"},
    "DIB": {".bmp", ".dib"},
    "GIF": {".gif"},
    "WEBP": {".webp"},
    "TIFF": {".tif", ".tiff"},
}

Notes = tuple[tuple[str, str], ...]  # (name below the folder, what is wrong with it)


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of problem."""

    kind: str
    title: str
    meaning: str
    notes: Notes
    pictures: frozenset[str] = frozenset()  # names for the grid; empty for files that are no pictures of the folder


def tr(text: str) -> str:
    """Return a text of this module in the user's language."""
    return QCoreApplication.translate("Findings", text)


def findings(folder: Folder, checkup: CheckUp) -> tuple[Finding, ...]:
    """Return the findings of a folder's check-up, worst first, without empty kinds."""
    kinds = (
        *_understood(checkup),
        *_contradictions(checkup),
        *_unused(folder, checkup),
        *_copies(checkup),
        *_doubtful(checkup),
        *_categories(checkup),
        _brightness(checkup),
    )
    return tuple(finding for finding in kinds if finding.notes)


def _understood(checkup: CheckUp) -> Iterator[Finding]:
    words = tr("This is how the folder was understood. Check that it is what you mean.")
    notes = tuple((checkup.root.name, note) for note in checkup.notes)
    yield Finding("understood", tr("How the folder was read"), words, notes)


def _contradictions(checkup: CheckUp) -> Iterator[Finding]:
    words = tr("The same picture, or nearly, is in several categories. If these are copies, keep them in one of them.")
    notes = tuple(_group(group) for group in checkup.contradictions)
    yield Finding("contradictions", tr("In several categories"), words, notes, _members(checkup.contradictions))


def _unused(folder: Folder, checkup: CheckUp) -> Iterator[Finding]:
    listed = {picture.name for picture in folder.pictures}
    left_out, beside, tables, others = [], [], [], []
    for problem in checkup.problems:
        note = problem.path, problem.reason
        if problem.path in listed:
            left_out.append(note)
        elif problem in (*checkup.table_notes, *checkup.tables_refused):
            tables.append(note)
        elif PurePosixPath(problem.path).suffix.lower() in ENDINGS:
            beside.append(note)
        else:
            others.append(note)
    words = tr("These tables are not used, or not all of their rows. Nothing is trained with one that cannot be used.")
    yield Finding("tables", tr("Tables of the folder"), words, tuple(tables))
    words = tr("These pictures are not used. The reason stands below each name.")
    yield Finding("left_out", tr("Pictures left out"), words, tuple(left_out), _names(left_out))
    words = tr("These pictures belong to no category and are not used.")
    yield Finding("beside", tr("Pictures without a category"), words, tuple(beside))
    words = tr("These files and folders hold no picture that can be read. They do no harm.")
    yield Finding("others", tr("Other files and folders"), words, tuple(others))


def _copies(checkup: CheckUp) -> Iterator[Finding]:
    words = tr("The same picture is there more than once. All copies stay on one side of the split.")
    notes = tuple(_group(group) for group in checkup.duplicates)
    yield Finding("copies", tr("Copies"), words, notes, _members(checkup.duplicates))
    words = tr("These pictures look almost the same. They stay on one side of the split, so that the test stays fair.")
    notes = tuple(_group(group) for group in checkup.near_copies)
    yield Finding("near", tr("Near copies"), words, notes, _members(checkup.near_copies))


def _doubtful(checkup: CheckUp) -> Iterator[Finding]:
    size = tr("{width} × {height} pixels")
    tiny = [
        (p.name, size.format(width=p.width, height=p.height)) for p in checkup.pictures if min(p.width, p.height) < TINY
    ]
    words = tr("These pictures are used, but with less than {pixels} pixels on a side they show little of a part.")
    yield Finding("tiny", tr("Tiny pictures"), words.format(pixels=TINY), tuple(tiny), _names(tiny))
    wrong = [(p.name, tr("It is a {format} picture.").format(format=p.format)) for p in checkup.pictures if _odd(p)]
    words = tr("These pictures are used, but their names end as if they were of another kind. Other programs may fail.")
    yield Finding("ending", tr("Wrong ending"), words, tuple(wrong), _names(wrong))


def _categories(checkup: CheckUp) -> Iterator[Finding]:
    counts = {c: sum(p.category == c for p in checkup.pictures) for c in checkup.categories}
    text = tr("It has {count} pictures.")
    few = tuple((c, text.format(count=n)) for c, n in counts.items() if n < FEW)
    words = tr("With less than {few} pictures, the numbers of a category are hardly more than chance.")
    yield Finding("few", tr("Small categories"), words.format(few=FEW), few)
    only = tuple((c, text.format(count=n)) for c, n in counts.items() if len(counts) == 1)
    words = tr(
        "There is nothing to tell the category from. Add a folder called _background with other pictures; without it, "
        "mixed-up pieces of your own pictures are used, and the accuracy says little."
    )
    yield Finding("one", tr("One category only"), words, only)


def _brightness(checkup: CheckUp) -> Finding:
    words = tr(
        "These pictures have more than 8 bits. One range is taken from all of them, so that none is lighter or darker "
        "for its own values."
    )
    notes = tuple((rule.kind, brightness_notice(rule, darkened(checkup.pictures, rule))) for rule in checkup.brightness)
    names = frozenset(p.name for p in checkup.pictures if p.levels)
    return Finding("brightness", tr("Brightness of deep pictures"), words, notes, names)


def _odd(picture: CheckedPicture) -> bool:
    """Return whether a picture's name ends as that of another format."""
    endings = ENDINGS_OF.get(picture.format)
    return endings is not None and file_of(picture.path).suffix.lower() not in endings


def _group(names: Sequence[str]) -> tuple[str, str]:
    return names[0], tr("looks like {others}").format(others=", ".join(names[1:]))


def _names(notes: Sequence[tuple[str, str]]) -> frozenset[str]:
    return frozenset(name for name, _text in notes)


def _members(groups: Sequence[Sequence[str]]) -> frozenset[str]:
    return frozenset(name for group in groups for name in group)
