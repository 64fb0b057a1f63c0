"""What folders are, told from names alone: sides of a split, wrappers around categories, Partscope's own output."""

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
# Words that say nothing of a side: `training_set`, `test images`, `trainset` are sides all the same.
FILLERS = frozenset({"set", "sets", "data", "dataset", "image", "images", "img", "imgs", "pictures", "photos", "split"})
# What operating systems, archives and notebooks leave behind; never a category, never worth a word.
SYSTEM = frozenset({"__macosx", "__pycache__", "thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin"})
SYSTEM |= frozenset({"system volume information", "lost+found", "@eadir"})
OWN = ("run.toml", "study.toml", os.path.join("checkpoint", "begun.toml"))  # noqa: PTH118 (one of each own folder)


def is_hidden(name: str) -> bool:
    """An entry that is passed over without a word."""
    return name.startswith(".") or name.lower() in SYSTEM


def is_own(path: str) -> bool:
    """A run or an experiment that Partscope has written: pictures in it are drawings, none of a category."""
    return any(os.path.isfile(f"{path}{os.sep}{name}") for name in OWN)  # noqa: PTH113


def plain_category(name: str) -> str:
    """A category's name: composed Unicode, whatever system or archive has named the folder."""
    return normalize("NFC", name)


def sides_of(names: Collection[str]) -> dict[str, Side]:
    """Which of the folders that lie side by side are sides of a split: one that is trained on and another, in any case,
    perhaps with a word more (`Training`, `test_set`, `birds-val`: the same for all). {} where there are none such."""
    kinds: dict[str, dict[str, Side]] = {}
    for name in names:
        side, rest = _side_of(name)
        if side:
            kinds.setdefault(rest, {})[name] = side
    splits = [found for found in kinds.values() if list(found.values()).count("train") == 1 < len(set(found.values()))]
    return splits[0] if len(splits) == 1 else {}


def is_training(name: str) -> bool:
    """A folder called `train` and no more: alone above categories it is a side."""
    return _side_of(name) == ("train", "")


def is_split(place: Path) -> bool:
    """Sides of a split lie here, or `train` alone above categories."""
    names = [entry.name for entry in _entries(str(place)) if entry.is_dir()]
    train = [name for name in names if is_training(name)]
    return bool(sides_of(names)) or (len(train) == 1 and bool(next(_full_folders(place / train[0]), "")))


def inner_folder(root: Path) -> Path:
    """The folder that holds the sides or the categories: `root`, or what lies in a lone folder, as in an unpacked
    archive, at any depth. Files beside that folder, and folders without a picture, do not count."""
    place = root
    while not is_split(place) and (lone := _lone(place)):
        place /= lone
    return place if is_split(place) or (_several(place) and not has_pictures(place)) else root


def stage_folder(side: Path) -> Path:
    """The folder that holds the categories of a side: the side, or a lone folder in it that only says so once more
    (`train/train/cat`, `test/images/cat`)."""
    lone = _lone(side)
    if not lone or not (lone == side.name or _says_nothing(lone)) or not next(_full_folders(side / lone), ""):
        return side
    return stage_folder(side / lone)


def has_pictures(folder: Path) -> bool:
    """Pictures lie directly in a folder."""
    return any(_is_picture(entry) for entry in _entries(str(folder)))


def _lone(place: Path) -> str:
    """The name of the only folder with pictures in another one without; empty where there is none such."""
    names = list(islice(_full_folders(place), 2))
    alone = len(names) == 1 and names[0] != AUTO_BACKGROUND and not has_pictures(place)
    return names[0] if alone else ""


def _several(place: Path) -> bool:
    return len(list(islice(_full_folders(place), 2))) > 1


def _says_nothing(name: str) -> bool:
    side, rest = _side_of(name)
    return (side is not None and not rest) or not set(_words(name)) - FILLERS


def _side_of(name: str) -> tuple[Side | None, str]:
    """The side that a folder's name means, and what other words are in it."""
    words = [word for word in _words(name) if word not in FILLERS]
    meant = [word for word in words if word in SIDES]
    if meant == ["train", "val"]:
        meant = ["train"]
    side = SIDES[meant[0]] if len(meant) == 1 else None
    return side, " ".join(word for word in words if word not in SIDES)


def _words(name: str) -> list[str]:
    """The words of a name in small letters, numbers left out; `trainset` is two."""
    words = re.findall(r"[^\W\d_]+", normalize("NFKC", name).casefold())
    found: list[str] = []
    for word in words:
        tail = next((t for t in ("set", "data", "images") if word.removesuffix(t) in SIDES and word.endswith(t)), "")
        found += [word.removesuffix(tail), tail] if tail else [word]
    return found


def _full_folders(folder: Path) -> Iterator[str]:
    """Names of the sub-folders that hold a picture at any depth, sorted."""
    entries = (e for e in _entries(str(folder)) if e.is_dir() and not is_own(e.path))
    for entry in sorted(entries, key=lambda e: e.name):
        if _holds_picture(entry.path):
            yield entry.name


def _holds_picture(folder: str) -> bool:
    """A picture lies somewhere below; links in it are not followed."""
    folders = []
    for entry in _entries(folder):
        if _is_picture(entry):
            return True
        if entry.is_dir(follow_symlinks=False) and not is_own(entry.path):
            folders.append(entry.path)
    return any(_holds_picture(path) for path in folders)


def _is_picture(entry: os.DirEntry[str]) -> bool:
    ending = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 (a Path for each of 100,000 names is slow)
    return ending in ENDINGS and entry.is_file()


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder and is not hidden; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not is_hidden(entry.name))
    except OSError:
        return
