"""The file of a table that is edited by hand: at the top of the folder of pictures, else in the user's own data
directory. Changes that another program makes meanwhile are merged."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from icnn_engine.core.atomic_files import atomic_path
from icnn_engine.core.errors import LandmarksError, RunError, StorageError
from icnn_engine.core.language import translate
from icnn_engine.data import table_in
from icnn_engine.data.tables.own_tables import existing_tables, own_path
from icnn_engine.runs.run_lock import lock_run

TRIES = 5  # to write a file while another program writes to it
QUIET, PATIENCE = 0.1, 1.0  # seconds without a write after which a file counts as complete; longest wait for that

Stamp: TypeAlias = tuple[int, int, int] | None  # changes with every write to a file; None: there is no file


class EditedTable(Protocol):
    """The content of a table, an immutable value. `rows`: by name of the picture."""

    @property
    def rows(self) -> Mapping[str, Any]: ...


T = TypeVar("T", bound=EditedTable)


@dataclass(frozen=True, slots=True)
class TableFormat(Generic[T]):
    """A kind of table: how it is read, written and merged.

    `file`: its name at the top of a folder; `empty`: a table without rows; `usual` (folder, names) returns the table
    where there is no file; `read` (path, names) raises LandmarksError; `merge` (base, ours, theirs) also returns the
    conflicts; `lost` returns their side of conflicts that we have won, or None; `sentences` (conflicts, file with their
    side of them or None) reports them to the user.
    """

    file: str
    empty: T
    usual: Callable[[Path, Collection[str]], T]
    read: Callable[[Path, Collection[str]], T]
    text: Callable[[T], str]
    merge: Callable[[T, T, T], tuple[T, tuple[Any, ...]]]
    lost: Callable[[tuple[Any, ...]], T | None]
    sentences: Callable[[tuple[Any, ...], Path | None], list[str]]


@dataclass(frozen=True, slots=True)
class OpenedTable(Generic[T]):
    """The table at the start. `path`: the file it was read from, None if there was none; `damage`: why that file cannot
    be used, or empty; `files`: the table in each file that may be written to."""

    table: T
    path: Path | None = None
    damage: str = ""
    files: Mapping[Path, T] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class SavedTable(Generic[T]):
    """The table that is in the file `path` now. `table`: with the rows of another program; `sent`: without them;
    `conflicts`: all since the file was opened; `warning`: sentences on them and on a file that another program left
    damaged, or empty."""

    path: Path
    table: T
    sent: T
    conflicts: tuple[Any, ...] = ()
    warning: str = ""

    @property
    def has_others(self) -> bool:
        """Whether another program has changed rows too."""
        return self.table.rows != self.sent.rows


def open_table(kind: TableFormat[T], images: Path, names: Collection[str]) -> OpenedTable[T]:
    """Read a table of a folder of pictures.

    Parameters
    ----------
    kind
        The kind of table.
    images
        The folder.
    names
        The names of its pictures.

    Returns
    -------
    OpenedTable
        The table in the newer one of the two files; the usual one where there is none. A damaged file gives an empty
        table, and why.
    """
    existing = existing_tables(images, kind.file)
    files = {}
    for path in existing:
        with suppress(LandmarksError):
            files[path] = kind.read(path, names)
    try:
        if not existing:
            return OpenedTable(kind.usual(images, names))
        return OpenedTable(files.get(existing[0]) or kind.read(existing[0], names), existing[0], "", files)
    except LandmarksError as error:
        return OpenedTable(kind.empty, next(iter(existing), None), str(error), files)


class TableStorage(Generic[T]):
    """Writes a table of a folder while it is edited, from one thread at a time. `names`: of the folder's pictures."""

    def __init__(self, kind: TableFormat[T], images: Path, names: Collection[str], opened: OpenedTable[T]) -> None:
        self._kind, self._images, self._names = kind, images, names
        self._known = dict(opened.files)  # by file: the table in it when the edited one was made from it
        self._last: SavedTable[T] | None = None
        self._conflicts: tuple[Any, ...] = ()
        self._aside: Path | None = None
        self._damaged: Path | None = None
        self._reported = opened.path if opened.damage else None  # a damaged file that the user knows of
        self._written: Stamp = None  # of the file after it was last written here

    def save(self, table: T, basis: SavedTable[T] | None = None) -> SavedTable[T]:
        """Write the table completely or not at all, merged with what another program has written since.

        Parameters
        ----------
        table
            The table to save.
        basis
            The result of the last call, if `table` was made from its table.

        Raises
        ------
        OSError, StorageError
            If neither file can be written to.
        """
        own = own_path(self._images, self._kind.file)
        with _locked(own):
            if self._images.is_dir():
                with suppress(OSError):
                    return self._save_in(table_in(self._images, self._kind.file), table, basis)
            return self._save_in(own, table, basis)

    def _save_in(self, path: Path, table: T, basis: SavedTable[T] | None) -> SavedTable[T]:
        known = self._known.get(path, self._kind.empty)
        if basis is not None and basis is self._last and basis.path == path:
            known = basis.table
        for _ in range(TRIES):
            if _stamp(path) != self._written:
                _wait_until_quiet(path)
            theirs, stamp = self._theirs(path, known)
            result, conflicts = self._kind.merge(known, table, theirs)
            self._keep_theirs(path, conflicts)
            if _write(path, self._kind.text(result), stamp):
                self._known[path], self._written = table, _stamp(path)
                self._last = SavedTable(path, result, table, self._conflicts, self._warning())
                return self._last
        words = translate("Errors", "Another program writes {path} all the time. Close it, then try again.")
        raise StorageError(words.format(path=path))

    def _theirs(self, path: Path, known: T) -> tuple[T, Stamp]:
        """Return the table in the file now, and its stamp; the known one if the file is gone, or damaged and therefore
        renamed."""
        stamp = _stamp(path)
        try:
            return (self._kind.read(path, self._names), stamp) if stamp else (known, None)
        except LandmarksError:
            aside = _put_aside(path)
            if path != self._reported:
                self._damaged = aside
            self._reported = None
            return known, None

    def _keep_theirs(self, path: Path, conflicts: tuple[Any, ...]) -> None:
        """Append the other program's rows that lose in new conflicts to a second file before they are replaced."""
        new = tuple(conflict for conflict in conflicts if conflict not in self._conflicts)
        lost = self._kind.lost(new)
        if lost is not None:
            self._aside = path.with_name(f"{path.stem}-conflicts{path.suffix}")
            text = self._kind.text(lost)
            with self._aside.open("a", encoding="utf-8", newline="") as file:
                file.write(text.partition("\n")[2] if file.tell() else text)
        self._conflicts += new

    def _warning(self) -> str:
        sentences = self._kind.sentences(self._conflicts, self._aside) if self._conflicts else []
        if self._damaged is not None:
            words = translate("Errors", "The file that was there cannot be understood; it is kept as {path}.")
            sentences.append(words.format(path=self._damaged))
        return " ".join(sentences)


@contextmanager
def _locked(own: Path) -> Iterator[None]:
    """Keep other windows from writing the table of the folder. Without a lock, the stamp of the file must suffice."""
    with ExitStack() as stack:
        with suppress(StorageError, RunError):
            stack.enter_context(lock_run(own.with_suffix(".lock")))
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


def _write(path: Path, text: str, stamp: Stamp) -> bool:
    """Write the file unless its stamp has changed since it was read; return whether it was written."""
    try:
        with atomic_path(path) as part:
            part.write_text(text, encoding="utf-8", newline="\n")
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
