"""Matches the names in a table to pictures, whatever their case, slashes and Unicode form."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path


class PictureNames:
    """Finds pictures by their names as written in a table.

    A name matches as it is written, else without regard to case if only one picture fits. `root` is the folder that
    the names are below: a name of another file in it is not unmatched.
    """

    def __init__(self, names: Collection[str], root: Path | None = None) -> None:
        self._exact = {plain_name(name): name for name in names}
        cases = Counter(map(str.casefold, self._exact))
        self._folded = {plain.casefold(): name for plain, name in self._exact.items() if cases[plain.casefold()] == 1}
        self._ends: dict[str, str] = {}
        self._root = root
        self._entries = cache(_entries_of)

    @property
    def complete(self) -> bool:
        """Whether the folder of the pictures exists, so that every other name is known to match nothing."""
        return self._root is not None and self._root.is_dir()

    def find(self, written: str) -> str | None:
        """Return the name of the picture that a row names, or None."""
        plain = plain_name(written)
        return self._exact.get(plain) or self._folded.get(plain.casefold())

    def find_path(self, written: str, bare: bool = True) -> str | None:
        """Return the name of the picture that a path names, which may begin above or below the folder: the only picture
        whose name ends like the path, as far as possible. `bare`: the name of its file suffices."""
        if not self._ends:
            self._ends.update(_unique_ends(self._exact))
        ends = _ends_of(plain_name(written))
        return self.find(written) or next(
            (self._ends[end] for end in ends[: None if bare else -1] if end in self._ends), None
        )

    def example_for(self, written: str) -> str:
        """Return the name of a picture as an example, of a file with the same name if there is one."""
        names = sorted(self._exact)
        file = plain_name(written).rpartition("/")[2]
        return next((name for name in names if name.rpartition("/")[2] == file), min(names, default="cat/1.jpg"))

    def is_unmatched(self, written: str) -> bool:
        """Whether a row names neither a picture nor another file of the folder."""
        return self.find(written) is None and not self._is_in_folder(plain_name(written))

    def _is_in_folder(self, plain: str) -> bool:
        if self._root is None:
            return False
        photograph, mark, number = plain.rpartition("#")  # the second object in a photograph is photograph#2
        return self._is_below(plain) or (bool(mark) and number.isdecimal() and self._is_below(photograph))

    def _is_below(self, path: str) -> bool:
        folder = str(self._root)
        for part in path.split("/"):
            entry = self._entries(folder).get(part.casefold())
            if entry is None:
                return False
            folder = f"{folder}{os.sep}{entry}"
        return True


def _ends_of(plain: str) -> list[str]:
    """Return a path in lower case without its first folders, the longest first."""
    parts = plain.casefold().split("/")
    return ["/".join(parts[start:]) for start in range(len(parts))]


def _unique_ends(exact: Mapping[str, str]) -> dict[str, str]:
    """Return the names of pictures by the ends of their paths that no other picture has."""
    counts = Counter(end for plain in exact for end in _ends_of(plain))
    return {end: name for plain, name in exact.items() for end in _ends_of(plain) if counts[end] == 1}


def _entries_of(folder: str) -> dict[str, str]:
    """Return the entries of a folder by their names in lower case; {} if it cannot be read."""
    try:
        return {plain_name(name).casefold(): name for name in os.listdir(folder)}  # noqa: PTH208 (names, not paths)
    except OSError:
        return {}


def plain_name(name: str) -> str:
    """Return the name of a picture with slashes, in composed Unicode, without `./` in front."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/").removeprefix("./"))
