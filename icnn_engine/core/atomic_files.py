"""Atomic files: written under a temporary name beside their place, then renamed."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tokenize import TokenError

import numpy as np

from icnn_engine.core.errors import StorageError
from icnn_engine.core.escaping import visible
from icnn_engine.core.language import translate
from icnn_engine.core.temporary_files import PART as PART
from icnn_engine.core.temporary_files import temporary_path

FULL = tuple(getattr(errno, name) for name in ("ENOSPC", "EDQUOT") if hasattr(errno, name))
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in "123456789¹²³"))
)


def safe_name(text: str, most: int = 120) -> str:
    """Return a name that a file or folder can have on every system, as near to `text` as that allows: no letter that
    one of them refuses, no device of Windows (con, nul, com1, …), no point at its beginning, which hides it, or end, no
    blank there, at most so many bytes."""
    name = _cut("".join("_" if c in '<>:"/\\|?*' or not c.isprintable() else c for c in text), most)
    first = name.partition(".")[0].rstrip().casefold()
    return _cut(f"_{name}", most) if first in DEVICES or not first else name


def distinct_name(text: str, most: int = 120) -> str:
    """Return `safe_name` of a text; one that is too long ends with a digest, so that texts that differ only beyond that
    length have different names. A byte of a name that is not UTF-8 is written as `_xff`."""
    whole = visible(text)
    if len(whole.encode()) <= most:
        return safe_name(whole, most)
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{safe_name(whole, most - 1 - len(digest))}-{digest}"


def fitting_name(text: str, most: int = 230) -> str:
    """Return the text itself where it is a short enough name, else its `distinct_name`."""
    return text if len(text.encode("utf-8", "surrogatepass")) <= most else distinct_name(text, most)


def _cut(text: str, most: int) -> str:
    """Return at most so many bytes of a text, no blank around it and no point at its end."""
    return text.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore").strip().rstrip(". ")


@contextmanager
def atomic_path(path: Path, durable: bool = True) -> Iterator[Path]:
    """Yield a temporary path beside `path`, renamed to it when the block ends well and removed when it does not.

    `durable`: the file is on the disk, not only in the system's memory, before it takes the old one's place: after a
    power cut there is the old or the new one, never half of one. It costs some milliseconds. Raises StorageError where
    it cannot be written; the old file stays.
    """
    with temporary_path(path) as temporary:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            yield temporary
            if durable:
                _flush(temporary)
            temporary.replace(path)
            if durable:
                _flush(path.parent)
        except StorageError:
            raise
        except OSError as error:
            raise StorageError(_in_words(path, error)) from error


def _flush(path: Path) -> None:
    """Bring a file, or the names in a folder where the system can, onto the disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _in_words(path: Path, error: OSError) -> str:
    if error.errno in FULL:
        words = translate(
            "Errors",
            "The disk of {folder} is full: {name} could not be written. Free some room, then try again; what was there "
            "before is as it was.",
        )
    else:
        words = translate(
            "Errors",
            "{name} cannot be written in {folder} ({reason}). Choose another place, or allow writing there; what was "
            "there before is as it was.",
        )
    return visible(words.format(name=path.name, folder=path.parent, reason=error.strerror or error))


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text at once or not at all. Raises StorageError, also where a name in it is not valid Unicode."""
    try:
        with atomic_path(path) as part:
            part.write_text(text, encoding="utf-8", newline="\n")
    except UnicodeEncodeError as error:
        words = translate("Errors", "The name {name} is not valid Unicode and cannot be kept. Rename it and try again.")
        name = re.split('["\n]', text[: error.start])[-1] + re.split('["\n]', text[error.start :])[0]
        raise StorageError(words.format(name=visible(name))) from None


def write_array(path: Path, array: np.ndarray) -> None:
    """Write one .npy file at once or not at all."""
    with atomic_path(path) as part, part.open("wb") as file:
        np.save(file, array, allow_pickle=False)


def read_array(path: Path, mapped: bool = False) -> np.ndarray:
    """Read a .npy file, never a pickle; `mapped`: from the disk as it is needed. Raises OSError, or ValueError where
    the file is damaged, whatever NumPy raises."""
    try:
        if mapped:
            return np.lib.format.open_memmap(path, "r")
        with path.open("rb") as file:
            return np.asarray(np.lib.format.read_array(file, allow_pickle=False))
    except (EOFError, SyntaxError, TypeError, LookupError, OverflowError, MemoryError, TokenError) as error:
        raise ValueError(str(error)) from None


def blank_array(path: Path, shape: tuple[int, ...], dtype: type) -> np.ndarray:
    """Make a .npy file of zeros to be written through memory, its room on the disk taken. Raises StorageError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        array = np.lib.format.open_memmap(path, "w+", dtype, shape)
    except OSError as error:
        raise StorageError(_in_words(path, error)) from error
    take_room(path, path.stat().st_size)
    return array


def take_room(path: Path, size: int) -> None:
    """Give a file at least `size` bytes, all of them on the disk: the system ends a program that writes through memory
    to a full disk. Raises StorageError."""
    try:
        with path.open("ab") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, size)
            else:
                file.write(bytes(max(0, size - file.tell())))
    except OSError as error:
        raise StorageError(_in_words(path, error)) from error
