"""The folder of a new run: named by date and time, and made where it can be written. No torch."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

from icnn_engine.core.atomic_files import safe_name
from icnn_engine.core.errors import RunError
from icnn_engine.core.language import translate
from icnn_engine.core.temporary_files import clear

NAMED = re.compile(r"\d{8}-\d{6}-")  # how the folder of a training begins, even before anything is in it


def short_run_name(name: str) -> str:
    """Return the name of a run without the date and time that it begins with, if something follows them."""
    return NAMED.sub("", name, count=1) or name


def new_run_folder(folder: Path, name: str, now: datetime | None = None) -> Path:
    """Make and return `folder/<date-time>-<name>/`; a number is added where it exists already. Raises RunError."""
    stamp = (now or datetime.now()).strftime("%Y%m%d-%H%M%S")
    safe = safe_name("".join(c if c.isalnum() or c in "-_" else "-" for c in name).strip("-") or "run", 80)
    for number in range(1, 1000):
        path = folder / (f"{stamp}-{safe}" if number == 1 else f"{stamp}-{safe}-{number}")
        try:
            path.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise _not_writable(folder, error) from None
        return path
    raise RunError(
        translate("Errors", "There are too many runs called {safe} in {place}.").format(safe=safe, place=folder)
    )


def ensure_writable(folder: Path) -> None:
    """Raise RunError where nothing can be written in a folder (which is made where it is not there), before a long
    training finds out. Temporary files that killed trainings have left in its runs are removed."""
    clear(folder, below=2)
    probe = folder / f".partscope-{os.getpid()}"
    try:
        probe.mkdir(parents=True, exist_ok=True)  # one that was killed here may have had the same number
        probe.rmdir()
    except OSError as error:
        raise _not_writable(folder, error) from None


def _not_writable(folder: Path, error: OSError) -> RunError:
    words = translate("Errors", "No run folder can be made in {place} ({strerror}). Choose another place.")
    return RunError(words.format(place=folder, strerror=error.strerror))
