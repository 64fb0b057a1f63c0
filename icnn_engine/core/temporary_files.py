"""Temporary files: named so that those a killed program has left are recognised and removed.

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
OLD = 24 * 3600.0  # seconds without a change, after which no other machine can still be writing it
_writing: set[str] = set()  # names, in this process
_cleared: set[Path] = set()


@contextmanager
def temporary_path(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` that only this process writes; it is removed afterwards. The first time that a folder
    is written into, temporary files that killed programs have left there are removed as well."""
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
    """Remove temporary files that killed programs have left in a folder and in those below it, `below` levels deep.
    Files that another program is writing, and those of other names, stay; so do files that may not be removed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if below and entry.is_dir(follow_symlinks=False):
                clear(Path(entry.path), below - 1)
            elif entry.name.endswith(PART) and _is_left(folder / entry.name):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _is_left(path: Path) -> bool:
    match = NAMED.fullmatch(path.name)
    if match is None or path.name in _writing or not path.is_file():
        return False
    process = int(match["process"], 16)
    if int(match["machine"], 16) == _machine() and (process == os.getpid() or not _runs(process)):
        return True
    return time.time() - path.stat().st_mtime > OLD


def _runs(process: int) -> bool:
    """Return whether a process of this number runs here; always True on Windows, where asking may end it."""
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
    """Return a number that other machines on a shared disk hardly have."""
    own = ""
    with suppress(OSError, ValueError):
        own = Path("/etc/machine-id").read_text(encoding="ascii")
    return crc32(f"{platform.node()} {own}".encode())
