"""Tells from names alone what folders are: sides of a split, wrappers around categories, Partscope's own output."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from icnn_engine.core.annotations import Side
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.data.reading.pictures import ENDINGS

SIDES: dict[str, Side] = {
    **dict.fromkeys(("train", "training", "trainval", "학습", "훈련"), "train"),
    **dict.fromkeys(("val", "valid", "validation", "validate", "dev", "development", "검증"), "choose"),
    **dict.fromkeys(("test", "testing", "tests", "eval", "evaluation", "holdout", "시험", "테스트", "평가"), "test"),
}
# Words that do not change a side: `training_set`, `test images`, `trainset`.
FILLERS = frozenset({"set", "sets", "data", "dataset", "image", "images", "img", "imgs", "pictures", "photos", "split"})
_COMPOUND = re.compile(rf"\b({'|'.join(SIDES)})(set|data|images)\b")
# What operating systems, archives and notebooks leave behind: skipped without a message.
SYSTEM = frozenset(
    {"__macosx", "__pycache__", "thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin"}
    | {"system volume information", "lost+found", "@eadir"}
)
OWN = ("run.toml", "study.toml", os.path.join("checkpoint", "begun.toml"))  # noqa: PTH118 (one of each own folder)


def is_hidden(name: str) -> bool:
    """Whether an entry is skipped without a message."""
    return name.startswith(".") or name.lower() in SYSTEM


def is_own(path: str) -> bool:
    """Whether a folder is a run or an experiment of Partscope: its pictures are figures, not data."""
    return any(os.path.isfile(f"{path}{os.sep}{name}") for name in OWN)  # noqa: PTH113


def plain_category(name: str) -> str:
    """Return a category's name in composed Unicode; systems and archives differ."""
    return normalize("NFC", name)


def sides_of(names: Collection[str]) -> dict[str, Side]:
    """Return which of the folders beside each other are sides of a split; {} if none are.

    A split has one side for training and another, in any case, perhaps with one more word that is the same for all
    (`Training`, `test_set`, `birds-val`).
    """
    splits: dict[str, dict[str, Side]] = {}
    for name in names:
        side, rest = _side_of(name)
        if side:
            splits.setdefault(rest, {})[name] = side
    whole = [split for split in splits.values() if list(split.values()).count("train") == 1 < len(set(split.values()))]
    return whole[0] if len(whole) == 1 else {}


def is_training(name: str) -> bool:
    """Whether a folder is called `train` and nothing else: alone above categories it is a side."""
    return _side_of(name) == ("train", "")


def is_split(folder: Path) -> bool:
    """Whether a folder holds the sides of a split, or one `train` with categories."""
    names = [entry.name for entry in visible_entries(str(folder)) if entry.is_dir()]
    train = [name for name in names if is_training(name)]
    return bool(sides_of(names)) or (len(train) == 1 and any(_full_folders(folder / train[0])))


def inner_folder(root: Path) -> Path:
    """Return the folder that holds the sides or the categories.

    It is `root`, or lies in a lone folder at any depth, as in an unpacked archive. Files beside that folder, and
    folders without a picture, do not count.
    """
    folder = root
    while not is_split(folder) and (lone := _lone(folder)):
        folder /= lone
    several = len(list(islice(_full_folders(folder), 2))) > 1
    return folder if is_split(folder) or (several and not _has_pictures(folder)) else root


def stage_folder(side: Path) -> Path:
    """Return the folder that holds the categories of a side.

    It is the side, or a lone folder in it that repeats its name or adds nothing (`train/train/cat`, `test/images/cat`).
    """
    lone = _lone(side)
    if not lone or not (lone == side.name or _says_nothing(lone)) or not any(_full_folders(side / lone)):
        return side
    return stage_folder(side / lone)


def _has_pictures(folder: Path) -> bool:
    return any(_is_picture(entry) for entry in visible_entries(str(folder)))


def _lone(folder: Path) -> str:
    """Return the name of the only sub-folder with pictures, if no picture lies beside it; else ""."""
    names = list(islice(_full_folders(folder), 2))
    alone = len(names) == 1 and names[0] != AUTO_BACKGROUND and not _has_pictures(folder)
    return names[0] if alone else ""


def _says_nothing(name: str) -> bool:
    side, rest = _side_of(name)
    return (side is not None and not rest) or not set(_words(name)) - FILLERS


def _side_of(name: str) -> tuple[Side | None, str]:
    """Return the side that a folder's name means, and its other words."""
    words = [word for word in _words(name) if word not in FILLERS]
    sides = [word for word in words if word in SIDES]
    if sides == ["train", "val"]:
        sides = ["train"]
    return SIDES[sides[0]] if len(sides) == 1 else None, " ".join(word for word in words if word not in SIDES)


def _words(name: str) -> list[str]:
    """Return the words of a name in lower case without numbers; `trainset` is two."""
    words = re.findall(r"[^\W\d_]+", normalize("NFKC", name).casefold())
    return _COMPOUND.sub(r"\1 \2", " ".join(words)).split()


def _full_folders(folder: Path) -> Iterator[str]:
    """Yield the names of the sub-folders that hold a picture at any depth, sorted."""
    entries = (e for e in visible_entries(str(folder)) if e.is_dir() and not is_own(e.path))
    return (entry.name for entry in sorted(entries, key=lambda e: e.name) if _holds_picture(entry.path))


def _holds_picture(folder: str) -> bool:
    """Whether a picture lies somewhere below a folder; links are not followed."""
    folders = []
    for entry in visible_entries(folder):
        if _is_picture(entry):
            return True
        if entry.is_dir(follow_symlinks=False) and not is_own(entry.path):
            folders.append(entry.path)
    return any(map(_holds_picture, folders))


def _is_picture(entry: os.DirEntry[str]) -> bool:
    return ending_of(entry.name) in ENDINGS and entry.is_file()


def ending_of(name: str) -> str:
    """Return the ending of a file's name in lower case, with its dot."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 (a Path for each of 100,000 names is slow)


def visible_entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield the entries of a folder that are not hidden; none if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not is_hidden(entry.name))
    except OSError:
        return
