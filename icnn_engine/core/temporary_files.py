"""Halves of files that a program which was killed has left: told from those that are being written, and removed.

A file is written as `.<16 hex digits><machine><process>.part`, 8 hex digits each, before it takes its own name.
"""

from __future__ import annotations

import os
import platform
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from secrets import token_hex
from zlib import crc32

PART = ".part"  # how names of files end that are being written
NAMED = re.compile(r"\.[0-9a-f]{16}(?P<machine>[0-9a-f]{8})(?P<process>[0-9a-f]{8})\.part")
OLD = 24 * 3600.0  # seconds without a change, after which nobody on another machine can still be writing it
_writing: set[str] = set()  # names, in this process
_cleared: set[Path] = set()


@contextmanager
def temporary_path(path: Path) -> Iterator[Path]:
    """A name beside `path` that only this process writes; what has that name afterwards is removed. The first time that
    a folder is written into, what killed programs have left there is removed as well."""
    if path.parent not in _cleared:
        _cleared.add(path.parent)
        clear(path.parent)
    # Short: the longest name that `path` may have is allowed.
    part = path.with_name(f".{token_hex(8)}{_machine():08x}{os.getpid() & 0xFFFFFFFF:08x}{PART}")
    _writing.add(part.name)
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        _writing.discard(part.name)


def clear(folder: Path, below: int = 0) -> None:
    """Remove what killed programs have left in a folder and in those below it, so many levels deep. Files that another
    program is writing, and those that have other names, stay; nothing happens where that is not allowed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if below and entry.is_dir(follow_symlinks=False):
                clear(Path(entry.path), below - 1)
            elif entry.name.endswith(PART) and _is_left(folder / entry.name):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _is_left(path: Path) -> bool:
    found = NAMED.fullmatch(path.name)
    if found is None or path.name in _writing or not path.is_file():
        return False
    process = int(found["process"], 16)
    if int(found["machine"], 16) == _machine() and (process == os.getpid() or not _runs(process)):
        return True
    return time.time() - path.stat().st_mtime > OLD


def _runs(process: int) -> bool:
    """Whether a process of this number runs here; on Windows, where asking may end it, it is taken to."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


@cache
def _machine() -> int:
    """A number that other machines on a shared disk hardly have."""
    try:
        own = Path("/etc/machine-id").read_text(encoding="ascii")
    except (OSError, ValueError):
        own = ""
    return crc32(f"{platform.node()} {own}".encode())
