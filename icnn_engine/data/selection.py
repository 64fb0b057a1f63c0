"""Selects the pictures of a run from a checked folder, with their labels and their sides of the split."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from icnn_engine.core.annotations import CheckedPicture, CheckUp, Folder, Where
from icnn_engine.core.config import AUTO_BACKGROUND, NONE, OTHERS, SHUFFLED, TrainSettings
from icnn_engine.core.errors import FolderError, TrainingError
from icnn_engine.core.events import Operation, Warned
from icnn_engine.core.language import translate
from icnn_engine.data import (
    GROUPS,
    LEFT_OUT,
    check_folder,
    everything_of,
    folder_notices,
    list_folder,
    split_pictures,
)
from icnn_engine.data.copies import tied_groups
from icnn_engine.data.reading.brightness import brightness_text
from icnn_engine.data.splitting import SIDES
from icnn_engine.data.task import BACKGROUND, ensure_enough, task_of

SHARES = (0.6, 0.15, 0.25)  # train, val, test


@dataclass(frozen=True, eq=False)
class Selection:
    """N pictures, their labels (N,) (index of the category, -1 for none) and sides (N,) ("train", "choose", "test")."""

    root: Path
    fingerprint: str
    categories: tuple[str, ...]
    background: str
    pictures: tuple[CheckedPicture, ...]
    labels: np.ndarray
    side: np.ndarray

    @property
    def positive(self) -> np.ndarray:
        """(N,) bool: whether a picture shows one of the categories."""
        shown: np.ndarray = self.labels >= 0
        return shown

    @property
    def name(self) -> str:
        """The categories as one text."""
        return " + ".join(self.categories)

    @property
    def contents(self) -> list[str]:
        """What determines the pixels of each picture: the digest of its file, and the brightness it is read with."""
        return [content_of(picture) for picture in self.pictures]

    @property
    def exact(self) -> str:
        """A digest of the pictures' contents, labels and sides."""
        rows = list(zip(self.contents, self.labels.tolist(), self.side.tolist(), strict=True))
        return sha256(repr(rows).encode()).hexdigest()

    @property
    def paths(self) -> list[Where]:
        return [picture.path for picture in self.pictures]

    @property
    def shuffled(self) -> bool:
        """Whether the negatives are made from the pictures themselves."""
        return self.background == SHUFFLED


def content_of(picture: CheckedPicture) -> str:
    """Return what determines the pixels of a picture: the digest of its file, and the brightness it is read with."""
    return f"{picture.digest} {brightness_text(picture)}".rstrip()


def list_for(root: Path, *categories: str) -> Folder:
    """List a folder, merged if `categories` name only the category of the whole (`everything_of`: `bird` for CUB).

    Raises FolderError.
    """
    folder = list_folder(root)
    whole = everything_of(folder.root)
    return list_folder(root, merged=True) if categories == (whole,) and whole not in folder.categories else folder


def checked(root: Path, *categories: str) -> Operation[CheckUp]:
    """Check a folder before a training.

    Warns of how it was understood, of contradictions, and of table rows that match no picture. Raises FolderError, also
    if a table cannot be used: without `groups.csv` pictures of one source could be on both sides of the split, and
    without the other tables the training could not be measured.
    """
    checkup = yield from check_folder(list_for(root, *categories))
    return (yield from _with_tables(checkup))


def _with_tables(checkup: CheckUp, needed: tuple[str, ...] = ()) -> Operation[CheckUp]:
    """Return the check-up if the needed tables can be used, all if none is named. Warns once, as the window shows one
    message at a time."""
    needed = needed or tuple(p.path.lower() for p in (*checkup.table_notes, *checkup.tables_refused))
    notes = [f"{note.path}: {note.reason}." for note in checkup.table_notes if note.path.lower() in needed]
    if notices := [*folder_notices(checkup), *notes]:
        yield Warned(" ".join(notices))
    for problem in checkup.tables_refused:
        if problem.path.lower() in needed:
            raise FolderError(
                translate(
                    "Errors",
                    "Nothing is trained with a table that cannot be used. {path} in {root}: {reason}. Mend the file, "
                    "or rename it if nothing is to be read from it.",
                ).format(path=problem.path, root=checkup.root, reason=problem.reason)
            )
    return checkup


def select(checkup: CheckUp, settings: TrainSettings) -> Operation[Selection]:
    """Select the pictures of a training, label them and split them.

    Parameters
    ----------
    checkup
        The checked folder.
    settings
        The categories, the background (negatives), the seed and kind of the split, and the limit of pictures per kind.

    Returns
    -------
    Selection
        The pictures of each category in turn, then the negatives.

    Raises
    ------
    SettingsError
        The categories or the background are not clear, or not in the folder.
    FolderError
        A background in another folder cannot be used.
    TrainingError
        A category or the background has too few pictures, or none on a side of the split, or full training has no
        background.
    """
    categories, background = task_of(checkup, settings)
    negatives = yield from _negatives(checkup, categories, background)
    if background not in (SHUFFLED, NONE):
        ensure_enough({BACKGROUND: len(negatives)})
    own = [[p for p in checkup.pictures if p.category == category] for category in categories]
    return _selected(checkup.root, checkup.fingerprint, categories, background, [*own, negatives], settings)


def thinned(selection: Selection, settings: TrainSettings) -> Selection:
    """Return the selection with at most `settings.max_pictures` of each category and of the negatives."""
    kinds = [
        [picture for picture, label in zip(selection.pictures, selection.labels, strict=True) if label == kind]
        for kind in (*range(len(selection.categories)), -1)
    ]
    return _selected(selection.root, selection.fingerprint, selection.categories, selection.background, kinds, settings)


def _selected(
    root: Path,
    fingerprint: str,
    categories: tuple[str, ...],
    background: str,
    kinds: list[list[CheckedPicture]],
    settings: TrainSettings,
) -> Selection:
    kinds = [_limited(pictures, settings.max_pictures) for pictures in kinds]
    labels = np.repeat([*range(len(categories)), -1], [len(kind) for kind in kinds])
    pictures = tuple(picture for kind in kinds for picture in kind)
    side = np.array(split_pictures(pictures, SHARES, settings.seed, leaky=settings.split == "released"))
    for number, category in enumerate(categories):
        for name in SIDES:
            if not (labels[side == name] == number).any():
                raise TrainingError(_empty_side(category, name, [p for p in pictures if p.category == category]))
    return Selection(root, fingerprint, categories, background, pictures, labels, side)


def _empty_side(category: str, side: str, pictures: list[CheckedPicture]) -> str:
    count = max(map(len, tied_groups(pictures)), default=0)
    text = translate("Errors", "No picture of {category} is left for the side {name} of the split. Add pictures.")
    if 2 * count > len(pictures):
        text = translate(
            "Errors",
            "No picture of {category} is left for the side {name} of the split: {count} of {all} are kept together, as "
            "copies or by groups.csv. Add others, or give different pictures sources of their own in groups.csv.",
        )
    return text.format(category=category, name=side, count=count, all=len(pictures))


def some_of_each(labels: np.ndarray, most: int) -> np.ndarray:
    """Return the rows of at most `most` labelled pictures, as many of each category.

    `labels` (N,) holds -1 for pictures that show none.
    """
    categories = np.unique(labels[labels >= 0])
    share = max(1, most // max(len(categories), 1))
    rows = [np.flatnonzero(labels == category) for category in categories]
    return np.concatenate([own[:: max(1, len(own) // share)][:share] for own in rows])


def _negatives(checkup: CheckUp, categories: tuple[str, ...], background: str) -> Operation[list[CheckedPicture]]:
    if background in (SHUFFLED, NONE):
        return []
    if background == OTHERS:
        return [p for p in checkup.pictures if p.category not in (*categories, AUTO_BACKGROUND)]
    if background in checkup.categories:
        return [p for p in checkup.pictures if p.category == background]
    elsewhere = yield from check_folder(list_folder(Path(background)))
    elsewhere = yield from _with_tables(elsewhere, (LEFT_OUT, GROUPS))
    # Pictures outside of the run's folder are named by their absolute paths.
    return [replace(p, name=(elsewhere.root / p.name).resolve().as_posix()) for p in elsewhere.pictures]


def _limited(pictures: list[CheckedPicture], limit: int | None) -> list[CheckedPicture]:
    """Return at most `limit` pictures, chosen by digest so that the limit prefers no kind of picture."""
    if limit is None or len(pictures) <= limit:
        return pictures
    kept = {p.name for p in sorted(pictures, key=lambda p: p.digest)[:limit]}
    return [p for p in pictures if p.name in kept]
