"""Finds the picture that a row of a table names, however the name is written."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection
from pathlib import Path


class PictureNames:
    """The pictures that the rows of a table may name.

    A name matches as it is written, else without regard to upper and lower case if only one picture fits. `root`: the
    folder that the names are below; a row about another file in it names no stranger.
    """

    def __init__(self, names: Collection[str], root: Path | None = None) -> None:
        self._exact = {plain_name(name): name for name in names}
        self._folded: dict[str, str] = {}
        for plain, name in self._exact.items():
            folded = plain.casefold()
            self._folded[folded] = "" if folded in self._folded else name
        self._root = root
        self._entries: dict[str, dict[str, str]] = {}

    @property
    def complete(self) -> bool:
        """Whether the folder of the pictures is there, so that all other names are known to be strangers."""
        return self._root is not None and self._root.is_dir()

    def find(self, written: str) -> str | None:
        """The picture that a row names, or None."""
        plain = plain_name(written)
        return self._exact.get(plain) or self._folded.get(plain.casefold()) or None

    def like(self, written: str) -> str:
        """The name of a picture, to show how names are written; if there is one, of a file of the same name."""
        names = sorted(self._exact)
        file = plain_name(written).rpartition("/")[2]
        return next((name for name in names if name.rpartition("/")[2] == file), min(names, default="cat/1.jpg"))

    def is_stranger(self, written: str) -> bool:
        """Whether a row names neither one of the pictures nor another file of the folder."""
        return self.find(written) is None and not self._is_in_folder(plain_name(written))

    def _is_in_folder(self, plain: str) -> bool:
        if self._root is None:
            return False
        photograph, mark, number = plain.rpartition("#")  # the second object in a photograph is photograph#2
        return self._is_below(plain) or (bool(mark) and number.isdecimal() and self._is_below(photograph))

    def _is_below(self, path: str) -> bool:
        place = str(self._root)
        for part in path.split("/"):
            entry = self._named(place).get(part.casefold())
            if entry is None:
                return False
            place = f"{place}{os.sep}{entry}"
        return True

    def _named(self, folder: str) -> dict[str, str]:
        """The entries of a folder, by their names in lower case; nothing where it cannot be read."""
        if folder not in self._entries:
            try:
                found = os.listdir(folder)  # noqa: PTH208 (names, not paths)
            except OSError:
                found = []
            self._entries[folder] = {plain_name(name).casefold(): name for name in found}
        return self._entries[folder]


def plain_name(name: str) -> str:
    """A picture's name whatever wrote it: Windows' backslashes, `./` in front, composed or decomposed letters."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/").removeprefix("./"))
