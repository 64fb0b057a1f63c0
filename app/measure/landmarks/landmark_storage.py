"""The file of landmarks: at the top of the folder of pictures, else in the user's own data directory. Changes that
another program makes meanwhile are merged."""

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

from icnn_engine.core.atomic_files import atomic_path, fitting_name
from icnn_engine.core.errors import LandmarksError, RunError, StorageError
from icnn_engine.core.escaping import visible
from icnn_engine.core.language import translate
from icnn_engine.data import landmarks_of
from icnn_engine.data.tables.csv_tables import LANDMARKS, table_in
from icnn_engine.data.tables.marks import Marks, as_csv, as_marks, read_marks
from icnn_engine.data.tables.merge_marks import Conflict, merge_marks
from icnn_engine.runs.run_lock import lock_run

TRIES = 5  # to write a file while another program writes to it
QUIET, PATIENCE = 0.1, 1.0  # seconds without a write after which a file counts as complete; longest wait for that

Stamp: TypeAlias = tuple[int, int, int] | None  # changes with every write to a file; None: there is no file


@dataclass(frozen=True, slots=True)
class OpenedMarks:
    """The landmarks at the start. `path`: the file they were read from, None if there was none; `damage`: why that file
    cannot be used, or empty; `files`: the landmarks in each file that may be written to."""

    marks: Marks
    path: Path | None = None
    damage: str = ""
    files: Mapping[Path, Marks] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class SavedMarks:
    """The landmarks that are in the file `path` now. `marks`: with those of another program; `sent`: without them;
    `conflicts`: all since the file was opened; `aside`: the file with the other program's side of them; `damaged`: the
    new name of a file that another program left unreadable, or None."""

    path: Path
    marks: Marks
    sent: Marks
    conflicts: tuple[Conflict, ...] = ()
    aside: Path | None = None
    damaged: Path | None = None

    @property
    def has_others(self) -> bool:
        """Whether another program has changed landmarks too."""
        return self.marks.rows != self.sent.rows

    @property
    def warning(self) -> str:
        """A sentence on conflicts with another program and one on a damaged file; empty if there are none."""
        sentences = self._conflict_sentences()
        if self.damaged is not None:
            words = translate("Errors", "The file that was there cannot be understood; it is kept as {path}.")
            sentences.append(words.format(path=self.damaged))
        return " ".join(sentences)

    def _conflict_sentences(self) -> list[str]:
        if not self.conflicts:
            return []
        words = translate(
            "Errors", "Another program has changed {count} of the marks that were changed here, first {part} in {name}."
        )
        first = self.conflicts[0]
        sentences = [words.format(count=len(self.conflicts), part=first.part, name=first.name)]
        if self.aside is not None:
            words = translate("Errors", "Those made here count; the others are kept in {path}.")
            sentences.append(words.format(path=self.aside))
        if any(conflict.ours is None for conflict in self.conflicts):
            sentences.append(translate("Errors", "Marks that were removed here and changed there are kept."))
        return sentences


def own_path(images: Path) -> Path:
    """Return the file in the user's data directory for a folder that cannot be written to."""
    digest = sha256(os.fsencode(images.resolve())).hexdigest()[:12]
    name = f"{fitting_name(visible(images.name))}-{digest}.csv"
    return platformdirs.user_data_path("Partscope", appauthor=False) / "landmarks" / name


def open_marks(images: Path, names: Collection[str]) -> OpenedMarks:
    """Read the landmarks of a folder of pictures.

    Parameters
    ----------
    images
        The folder.
    names
        The names of its pictures.

    Returns
    -------
    OpenedMarks
        The landmarks of the newer one of the two files. Without a file they are those that the publishers of a known
        data set have marked: a `landmarks.csv` replaces them. A damaged file gives none, and why.
    """
    existing = [path for path in (table_in(images, LANDMARKS), own_path(images)) if path.is_file()]
    newest = max(existing, key=lambda path: path.stat().st_mtime_ns, default=None)
    files = {}
    for path in existing:
        with suppress(LandmarksError):
            files[path] = read_marks(path, names)
    try:
        if newest is None:
            return OpenedMarks(as_marks(landmarks_of(images, names)))
        return OpenedMarks(files.get(newest) or read_marks(newest, names), newest, "", files)
    except LandmarksError as error:
        return OpenedMarks(Marks(), newest, str(error), files)


class LandmarkStorage:
    """Writes the landmarks of a folder while they are edited, from one thread at a time. `names`: of its pictures."""

    def __init__(self, images: Path, names: Collection[str], opened: OpenedMarks) -> None:
        self._images, self._names = images, names
        self._known = dict(opened.files)  # by file: the landmarks in it when the edited ones were made from them
        self._last: SavedMarks | None = None
        self._conflicts: tuple[Conflict, ...] = ()
        self._aside: Path | None = None
        self._damaged: Path | None = None
        self._reported = opened.path if opened.damage else None  # a damaged file that the user knows of
        self._written: Stamp = None  # of the file after it was last written here

    def save(self, marks: Marks, basis: SavedMarks | None = None) -> SavedMarks:
        """Write the landmarks completely or not at all, merged with what another program has written since.

        Parameters
        ----------
        marks
            The landmarks to save.
        basis
            The result of the last call, if `marks` was made from its landmarks.

        Raises
        ------
        OSError, StorageError
            If neither file can be written to.
        """
        with _locked(self._images):
            if self._images.is_dir():
                with suppress(OSError):
                    return self._save_in(table_in(self._images, LANDMARKS), marks, basis)
            return self._save_in(own_path(self._images), marks, basis)

    def _save_in(self, path: Path, marks: Marks, basis: SavedMarks | None) -> SavedMarks:
        known = self._known.get(path, Marks())
        if basis is not None and basis is self._last and basis.path == path:
            known = basis.marks
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
        """Return the landmarks in the file now, and its stamp; the known ones if it is gone, or damaged and therefore
        renamed."""
        stamp = _stamp(path)
        try:
            return (read_marks(path, self._names), stamp) if stamp else (known, None)
        except LandmarksError:
            aside = _put_aside(path)
            if path != self._reported:
                self._damaged = aside
            self._reported = None
            return known, None

    def _keep_theirs(self, path: Path, conflicts: tuple[Conflict, ...]) -> None:
        """Append the other program's landmarks that lose in new conflicts to a second file before they are replaced."""
        new = tuple(conflict for conflict in conflicts if conflict not in self._conflicts)
        lost = [(c.name, c.part, c.theirs.point) for c in new if c.ours and c.theirs]
        if lost:
            self._aside = path.with_name(f"{path.stem}-conflicts{path.suffix}")
            marks = Marks(tuple(dict.fromkeys(part for _name, part, _point in lost)))
            for name, part, point in lost:
                marks = marks.put(name, part, point)
            text = as_csv(marks)
            with self._aside.open("a", encoding="utf-8", newline="") as file:
                file.write(text.partition("\n")[2] if file.tell() else text)
        self._conflicts += new


@contextmanager
def _locked(images: Path) -> Iterator[None]:
    """Keep other windows from writing landmarks of the folder. Without a lock, the stamp of the file must suffice."""
    with ExitStack() as stack:
        with suppress(StorageError, RunError):
            stack.enter_context(lock_run(own_path(images).with_suffix(".lock")))
        yield


def _stamp(path: Path) -> Stamp:
    try:
        info = path.stat()
    except OSError:
        return None
    return info.st_mtime_ns, info.st_size, info.st_ino


def _wait_until_quiet(path: Path) -> None:
    """Wait while another program may be writing the file."""
    until = time.monotonic() + PATIENCE
    while (stamp := _stamp(path)) and abs(time.time() - stamp[0] / 1e9) < QUIET and time.monotonic() < until:
        time.sleep(QUIET / 4)


def _write(path: Path, marks: Marks, stamp: Stamp) -> bool:
    """Write the file unless its stamp has changed since it was read; return whether it was written."""
    try:
        with atomic_path(path) as part:
            part.write_text(as_csv(marks), encoding="utf-8", newline="\n")
            if _stamp(path) != stamp:
                raise _WrittenMeanwhileError
    except _WrittenMeanwhileError:
        return False
    return True


class _WrittenMeanwhileError(Exception):
    """The file has changed since it was read."""


def _put_aside(path: Path) -> Path:
    """Rename a file that cannot be read, so that it is never overwritten; return its new path."""
    names = (path.with_name(f"{path.stem}-damaged{number or ''}{path.suffix}") for number in range(1000))
    return path.rename(next(name for name in names if not name.exists()))
