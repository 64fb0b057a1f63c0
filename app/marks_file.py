"""Where marks made by hand are kept: at the top of the folder of pictures, else in the user's own data directory."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import platformdirs

from icnn_engine.datasets import landmarks_of
from icnn_engine.datasets.marks import Marks, as_csv, as_marks, read_marks
from icnn_engine.datasets.tables import LANDMARKS, table_in
from icnn_engine.errors import LandmarksError
from icnn_engine.files import write_text


@dataclass(frozen=True, slots=True)
class OpenedMarks:
    """What was marked before. `path`: the file it was read from, None where there was none; `damage`: why that file
    cannot be used, or empty."""

    marks: Marks
    path: Path | None = None
    damage: str = ""


def own_place(images: Path) -> Path:
    """Where the marks of a folder are kept that cannot be written to."""
    digest = sha256(str(images.resolve()).encode()).hexdigest()[:12]
    return platformdirs.user_data_path("Partscope", appauthor=False) / "landmarks" / f"{images.name}-{digest}.csv"


def open_marks(images: Path, names: Collection[str]) -> OpenedMarks:
    """The marks of the pictures of a folder: from the newer of its two places, else what the publishers of a known data
    set marked, for a `landmarks.csv` comes in place of that. What is damaged gives none, and why."""
    there = [path for path in (table_in(images, LANDMARKS), own_place(images)) if path.is_file()]
    path = max(there, key=lambda path: path.stat().st_mtime_ns, default=None)
    try:
        return OpenedMarks(as_marks(landmarks_of(images, names)) if path is None else read_marks(path, names), path)
    except LandmarksError as error:
        return OpenedMarks(Marks(), path, str(error))


def save_marks(images: Path, marks: Marks) -> Path:
    """Write the marks of a folder at once or not at all; the file that holds them now. Raises OSError."""
    if images.is_dir():
        with suppress(OSError):
            return _write(table_in(images, LANDMARKS), marks)
    return _write(own_place(images), marks)


def _write(path: Path, marks: Marks) -> Path:
    _keep_aside(path)
    write_text(path, as_csv(marks))
    return path


def _keep_aside(path: Path) -> None:
    """Rename a file that is there but cannot be understood, so that it is never overwritten."""
    try:
        if path.exists():
            read_marks(path, ())
    except LandmarksError:
        ways = (path.with_name(f"{path.stem}-damaged{number or ''}{path.suffix}") for number in range(1000))
        path.rename(next(way for way in ways if not way.exists()))
