"""Opens the arrays of a run, memory-mapped; a few stay open. No torch."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

from icnn_engine.core.atomic_files import read_array
from icnn_engine.core.errors import RunError
from icnn_engine.core.language import translate
from icnn_engine.runs.run_validation import array_fault

OPEN_ARRAYS = 24  # of three runs, which a comparison and the wall look at together: each holds a file open


def stored_array(path: Path, *shape: int | None) -> np.ndarray:
    """Return an array of a run that has this shape (None: any), memory-mapped. A few stay open; another file of the
    same name is another array. Raises RunError."""
    try:
        stat = path.stat()
        array = opened_array(path, (stat.st_ino, stat.st_mtime_ns, stat.st_size))
        if fault := array_fault(array, *shape):
            raise ValueError(fault)
        return array
    except (OSError, ValueError) as error:
        raise RunError(
            translate(
                "Errors", "The numbers in {path} cannot be read ({error}). Train again to make them anew."
            ).format(path=path, error=error)
        ) from None


@lru_cache(maxsize=OPEN_ARRAYS)
def opened_array(path: Path, _stamp: tuple[int, int, int]) -> np.ndarray:
    """Return an array, memory-mapped; it stays open. `_stamp` tells a file from another of the same name."""
    return read_array(path, mapped=True)
