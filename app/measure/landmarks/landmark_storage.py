"""Where marks made by hand are kept: at the top of the folder of pictures, else in the user's own data directory. What
another program writes into the file meanwhile is merged."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import platformdirs

from icnn_engine.core.errors import LandmarksError, RunError, StorageError
from icnn_engine.core.escaping import visible
from icnn_engine.core.files import atomic_path, fitting_name
from icnn_engine.core.language import translate
from icnn_engine.data import landmarks_of
from icnn_engine.data.tables.csv_tables import LANDMARKS, table_in
from icnn_engine.data.tables.marks import Marks, as_csv, as_marks, read_marks
from icnn_engine.data.tables.merge_marks import Conflict, merge_marks
from icnn_engine.runs.run_lock import lock_run

TRIES = 5  # to write a file that another program writes at the same time
QUIET, PATIENCE = 0.1, 1.0  # seconds: a file is whole that nobody has written to for so long; waited for at most

Stamp: TypeAlias = tuple[int, int, int] | None  # what changes of a file when it is written to; None where there is none


@dataclass(frozen=True, slots=True)
class OpenedMarks:
    """What was marked before. `path`: the file it was read from, None where there was none; `damage`: why that file
    cannot be used, or empty; `places`: what each file held that marks may be kept in."""

    marks: Marks
    path: Path | None = None
    damage: str = ""
    places: Mapping[Path, Marks] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class SavedMarks:
    """Marks that are in a file now. `marks`: with those of another program; `sent`: as they were to be kept;
    `conflicts`: all since the marks were opened; `aside`: the file that holds the other program's side of them;
    `damaged`: what a file is called now that another program left so that it cannot be understood, or None."""

    path: Path
    marks: Marks
    sent: Marks
    conflicts: tuple[Conflict, ...] = ()
    aside: Path | None = None
    damaged: Path | None = None

    @property
    def told(self) -> str:
        """What has become of marks that another program has changed too, and of a file that could not be understood, in
        words; empty where there are none."""
        words = translate("Errors", "The file that was there cannot be understood; it is kept as {path}.")
        damaged = "" if self.damaged is None else words.format(path=self.damaged)
        return " ".join(filter(None, (self._of_conflicts(), damaged)))

    def _of_conflicts(self) -> str:
        if not self.conflicts:
            return ""
        words = translate(
            "Errors", "Another program has changed {count} of the marks that were changed here, first {part} in {name}."
        )
        first = self.conflicts[0]
        said = [words.format(count=len(self.conflicts), part=first.part, name=first.name)]
        if self.aside is not None:
            words = translate("Errors", "Those made here count; the others are kept in {path}.")
            said.append(words.format(path=self.aside))
        if any(one.ours is None for one in self.conflicts):
            said.append(translate("Errors", "Marks that were removed here and changed there are kept."))
        return " ".join(said)


def own_place(images: Path) -> Path:
    """Where the marks of a folder are kept that cannot be written to."""
    digest = sha256(os.fsencode(images.resolve())).hexdigest()[:12]
    name = f"{fitting_name(visible(images.name))}-{digest}.csv"
    return platformdirs.user_data_path("Partscope", appauthor=False) / "landmarks" / name


def open_marks(images: Path, names: Collection[str]) -> OpenedMarks:
    """The marks of the pictures of a folder: from the newer of its two places, else what the publishers of a known data
    set marked, for a `landmarks.csv` comes in place of that. What is damaged gives none, and why."""
    there = [path for path in (table_in(images, LANDMARKS), own_place(images)) if path.is_file()]
    path = max(there, key=lambda path: path.stat().st_mtime_ns, default=None)
    places = {}
    for one in there:
        with suppress(LandmarksError):
            places[one] = read_marks(one, names)
    try:
        if path is None:
            return OpenedMarks(as_marks(landmarks_of(images, names)))
        return OpenedMarks(places.get(path) or read_marks(path, names), path, "", places)
    except LandmarksError as error:
        return OpenedMarks(Marks(), path, str(error), places)


class LandmarkStorage:
    """Keeps the marks of a folder as they are edited, from one thread at a time. `names`: the pictures edited."""

    def __init__(self, images: Path, names: Collection[str], opened: OpenedMarks) -> None:
        self._images, self._names = images, names
        self._known = dict(opened.places)  # by file: its marks as they were when those that are sent began from them
        self._last: SavedMarks | None = None
        self._conflicts: tuple[Conflict, ...] = ()
        self._aside: Path | None = None
        self._damaged: Path | None = None
        self._told = opened.path if opened.damage else None  # a damaged file that the user knows of
        self._written: Stamp = None  # of the file when it was last written here

    def save(self, marks: Marks, seen: SavedMarks | None = None) -> SavedMarks:
        """Write the marks at once or not at all, merged with what another program has written since.

        `seen`: what was kept last, if the marks were made from that. Raises OSError, RunError.
        """
        with _alone(self._images):
            if self._images.is_dir():
                with suppress(OSError):
                    return self._save_in(table_in(self._images, LANDMARKS), marks, seen)
            return self._save_in(own_place(self._images), marks, seen)

    def _save_in(self, path: Path, marks: Marks, seen: SavedMarks | None) -> SavedMarks:
        known = self._known.get(path, Marks())
        if seen is not None and seen is self._last and seen.path == path:
            known = seen.marks
        for _ in range(TRIES):
            if _stamp(path) != self._written:
                _wait_until_quiet(path)
            theirs, stamp = self._theirs(path, known)
            result, conflicts = merge_marks(known, marks, theirs)
            self._keep_theirs(path, conflicts)
            if _write(path, result, stamp):
                self._known[path], self._written = marks, _stamp(path)
                self._last = SavedMarks(path, result, marks, self._conflicts, self._aside, self._damaged)
                return self._last
        words = translate("Errors", "Another program writes {path} all the time. Close it, then try again.")
        raise StorageError(words.format(path=path))

    def _theirs(self, path: Path, known: Marks) -> tuple[Marks, Stamp]:
        """What the file holds now, and its stamp; what is known of it where it is gone, or put aside, for it is
        damaged."""
        stamp = _stamp(path)
        try:
            return (read_marks(path, self._names), stamp) if stamp else (known, None)
        except LandmarksError:
            aside = _put_aside(path)
            if path != self._told:
                self._damaged = aside
            self._told = None
            return known, None

    def _keep_theirs(self, path: Path, conflicts: tuple[Conflict, ...]) -> None:
        """Add the other program's marks that lose in new conflicts to a file beside, before they are overwritten."""
        new = tuple(one for one in conflicts if one not in self._conflicts)
        lost = [(one.name, one.part, one.theirs.point) for one in new if one.ours and one.theirs]
        if lost:
            self._aside = path.with_name(f"{path.stem}-conflicts{path.suffix}")
            marks = Marks(tuple(dict.fromkeys(part for _name, part, _point in lost)))
            for one in lost:
                marks = marks.put(*one)
            text = as_csv(marks)
            with self._aside.open("a", encoding="utf-8", newline="") as file:
                file.write(text.partition("\n")[2] if file.tell() else text)
        self._conflicts += new


@contextmanager
def _alone(images: Path) -> Iterator[None]:
    """No other window writes marks of the folder meanwhile. Where no lock can be had the file's time has to do."""
    with ExitStack() as stack:
        with suppress(StorageError, RunError):
            stack.enter_context(lock_run(own_place(images).with_suffix(".lock")))
        yield


def _stamp(path: Path) -> Stamp:
    try:
        info = path.stat()
    except OSError:
        return None
    return info.st_mtime_ns, info.st_size, info.st_ino


def _wait_until_quiet(path: Path) -> None:
    """Another program may be half through writing the file."""
    until = time.monotonic() + PATIENCE
    while (stamp := _stamp(path)) and abs(time.time() - stamp[0] / 1e9) < QUIET and time.monotonic() < until:
        time.sleep(QUIET / 4)


def _write(path: Path, marks: Marks, stamp: Stamp) -> bool:
    """Write the file, unless it has changed since it was read, which `stamp` tells; whether it was written."""
    try:
        with atomic_path(path) as part:
            part.write_text(as_csv(marks), encoding="utf-8", newline="\n")
            if _stamp(path) != stamp:
                raise _WrittenMeanwhileError
    except _WrittenMeanwhileError:
        return False
    return True


class _WrittenMeanwhileError(Exception):
    """A file is no longer as it was read."""


def _put_aside(path: Path) -> Path:
    """Rename a file that cannot be understood, so that it is never overwritten; what it is called now."""
    ways = (path.with_name(f"{path.stem}-damaged{number or ''}{path.suffix}") for number in range(1000))
    return path.rename(next(way for way in ways if not way.exists()))
