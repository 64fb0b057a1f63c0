"""Files written at once or not at all: under a temporary name beside the place, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A temporary path beside `path`, renamed to it when the block ends well and removed when it does not."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text at once or not at all."""
    with written_beside(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def write_array(path: Path, array: np.ndarray) -> None:
    """Write one .npy file at once or not at all."""
    with written_beside(path) as part, part.open("wb") as file:
        np.save(file, array, allow_pickle=False)
