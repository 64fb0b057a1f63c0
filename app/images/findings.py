"""The findings of a check-up in plain words, by kind, with the pictures concerned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.annotations import CheckedPicture, CheckUp, Folder, file_of
from icnn_engine.data import LEFT_OUT
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
    """One kind of problem.

    `pictures`: names for the grid; empty for files that are no pictures of the folder. `spare`: by the name of a note,
    the pictures that can be left out to mend it. `all_but_one`: whether these are the copies of one that stays.
    """

    kind: str
    title: str
    meaning: str
    notes: Notes
    pictures: frozenset[str] = frozenset()
    spare: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    all_but_one: bool = False

    @property
    def reasons(self) -> dict[str, str]:
        """Every picture that can be left out, with the reason."""
        return self.reasons_of(*self.spare)

    def reasons_of(self, *names: str) -> dict[str, str]:
        """Return the pictures that can be left out to mend what the notes of these names say, with the reason."""
        copy, words = tr("a copy of {name}"), dict(self.notes)
        return {
            picture: copy.format(name=name) if self.all_but_one else words[name]
            for name in names
            for picture in self.spare.get(name, ())
        }


def tr(text: str) -> str:
    """Return a text of this module in the user's language."""
    return QCoreApplication.translate("Findings", text)


def findings(folder: Folder, checkup: CheckUp) -> tuple[Finding, ...]:
    """Return the findings of a folder's check-up, worst first, without empty kinds."""
    kinds = (
        *_contradictions(checkup),
        *_unused(folder, checkup),
        *_copies(checkup),
        *_doubtful(checkup),
        *_categories(checkup),
        *_brightness(checkup),
        *_left_out(checkup),
    )
    return tuple(finding for finding in kinds if finding.notes)


def _left_out(checkup: CheckUp) -> Iterator[Finding]:
    no_reason = tr("No reason is given.")
    notes = tuple((picture.path, picture.reason or no_reason) for picture in checkup.left_out)
    yield Finding(
        LEFT_OUT,
        tr("Left out by you"),
        tr("No training uses these pictures. Their files are where they were; left_out.csv names them."),
        notes,
        frozenset(name for name, _reason in notes),
    )


def _contradictions(checkup: CheckUp) -> Iterator[Finding]:
    yield Finding(
        "understood",
        tr("How the folder was read"),
        tr("This is how the folder was understood. Check that it is what you mean."),
        tuple((checkup.root.name, note) for note in checkup.notes),
    )
    yield _of_groups(
        "contradictions",
        tr("In several categories"),
        tr("The same picture, or nearly, is in several categories. If these are copies, keep them in one of them."),
        checkup.contradictions,
        all_but_one=False,
    )


def _unused(folder: Folder, checkup: CheckUp) -> Iterator[Finding]:
    listed = {picture.name for picture in folder.pictures}
    unused, beside, tables, others = [], [], [], []
    for problem in checkup.problems:
        note = problem.path, problem.reason
        if problem.path in listed:
            unused.append(note)
        elif problem in (*checkup.table_notes, *checkup.tables_refused):
            tables.append(note)
        elif PurePosixPath(problem.path).suffix.lower() in ENDINGS:
            beside.append(note)
        else:
            others.append(note)
    yield Finding(
        "tables",
        tr("Tables of the folder"),
        tr("These tables are not used, or not all of their rows. Nothing is trained with one that cannot be used."),
        tuple(tables),
    )
    yield _of_pictures(
        "unused",
        tr("Pictures that are not used"),
        tr("These pictures cannot be used, or would make the test unfair. The reason stands below each name."),
        unused,
    )
    yield Finding(
        "beside",
        tr("Pictures without a category"),
        tr("These pictures belong to no category and are not used."),
        tuple(beside),
    )
    yield Finding(
        "others",
        tr("Other files and folders"),
        tr("These files and folders hold no picture that can be read. Nothing is done with them."),
        tuple(others),
    )


def _copies(checkup: CheckUp) -> Iterator[Finding]:
    yield _of_groups(
        "copies",
        tr("Copies"),
        tr("The same picture is there more than once. All copies stay on one side of the split."),
        checkup.duplicates,
    )
    yield _of_groups(
        "near",
        tr("Near copies"),
        tr("These pictures look almost the same. They stay on one side of the split, so that the test stays fair."),
        checkup.near_copies,
    )


def _doubtful(checkup: CheckUp) -> Iterator[Finding]:
    size, format_ = tr("{width} × {height} pixels"), tr("It is a {format} picture.")
    tiny = [picture for picture in checkup.pictures if min(picture.width, picture.height) < TINY]
    meaning = tr("These pictures are used, but with fewer than {pixels} pixels on a side they show little of a part.")
    yield _of_pictures(
        "tiny",
        tr("Tiny pictures"),
        meaning.format(pixels=TINY),
        [(picture.name, size.format(width=picture.width, height=picture.height)) for picture in tiny],
    )
    yield _of_pictures(
        "ending",
        tr("Wrong ending"),
        tr("These pictures are used, but their names end as if they were of another kind. Other programs may fail."),
        [(picture.name, format_.format(format=picture.format)) for picture in checkup.pictures if _odd(picture)],
    )


def _categories(checkup: CheckUp) -> Iterator[Finding]:
    one, many = tr("It has 1 picture."), tr("It has {count:,} pictures.")
    counts = Counter(picture.category for picture in checkup.pictures)
    notes = {
        category: (one if counts[category] == 1 else many).format(count=counts[category])
        for category in checkup.categories
    }
    meaning = tr("With fewer than {few} pictures, the numbers of a category are hardly more than chance.")
    yield Finding(
        "few",
        tr("Small categories"),
        meaning.format(few=FEW),
        tuple((category, note) for category, note in notes.items() if counts[category] < FEW),
    )
    yield Finding(
        "one",
        tr("One category only"),
        tr(
            "There is nothing to tell the category from. Add a folder called _background with other pictures; without "
            "it, mixed-up pieces of your own pictures are used, and the accuracy says little."
        ),
        tuple(notes.items()) if len(notes) == 1 else (),
    )


def _brightness(checkup: CheckUp) -> Iterator[Finding]:
    yield Finding(
        "brightness",
        tr("Brightness of deep pictures"),
        tr(
            "These pictures have more than 8 bits. One range is taken from all of them, so that none is lighter or "
            "darker for its own values."
        ),
        tuple((rule.kind, brightness_notice(rule, darkened(checkup.pictures, rule))) for rule in checkup.brightness),
        frozenset(picture.name for picture in checkup.pictures if picture.levels),
    )


def _odd(picture: CheckedPicture) -> bool:
    """Return whether a picture's name ends as that of another format."""
    endings = ENDINGS_OF.get(picture.format)
    return endings is not None and file_of(picture.path).suffix.lower() not in endings


def _of_groups(
    kind: str, title: str, meaning: str, groups: Sequence[Sequence[str]], all_but_one: bool = True
) -> Finding:
    """Return a finding about groups of pictures that look alike. Unless `all_but_one`, none of them is better."""
    text = tr("looks like {others}")
    notes = tuple((group[0], text.format(others=", ".join(group[1:]))) for group in groups)
    spare = {group[0]: tuple(group[1:] if all_but_one else group) for group in groups}
    return Finding(kind, title, meaning, notes, frozenset(n for group in groups for n in group), spare, all_but_one)


def _of_pictures(kind: str, title: str, meaning: str, notes: Sequence[tuple[str, str]]) -> Finding:
    """Return a finding about pictures of the folder."""
    names = [name for name, _text in notes]
    return Finding(kind, title, meaning, tuple(notes), frozenset(names), {name: (name,) for name in names})
