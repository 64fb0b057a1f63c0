"""Saves, renames and removes slices of the open run, with undo; written to the run at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.core.context import Context
from icnn_engine.audit.saved_slices import SavedSlice, add_slice, read_slices, remove_slice, rename_slice

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

UNDO_LIMIT = 100  # steps that can be undone
Deed = Callable[[], SavedSlice]


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done: the name of the slice that it was done to, and how to do it again and to undo it."""

    name: str
    again: Deed
    undo: Deed


class _Step(QUndoCommand):
    """A change of the saved slices. It is pushed once that is written, so nothing is done for the first time."""

    def __init__(self, owner: SavedSlices, text: str, done: _Done) -> None:
        super().__init__(text)
        self._owner, self._done = owner, done
        self._is_new = True

    def redo(self) -> None:
        if not self._is_new:
            self._owner.repeat(self._done.again)
        self._is_new = False

    def undo(self) -> None:
        self._owner.repeat(self._done.undo)


class SavedSlices(QObject):
    """The slices that one run keeps by name."""

    changed = Signal(str)  # name of the slice that was changed

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._path = Path()
        self.stack = QUndoStack(self, undoLimit=UNDO_LIMIT)
        context.undo.addStack(self.stack)
        self._numbers = count()  # each change has its own key in the lane, so that none is dropped

    def open(self, run: Run | None) -> None:
        """Take another run."""
        path = Path() if run is None else run.path
        if path != self._path:
            self._path = path
            self.stack.clear()

    def add(self, slice: SavedSlice) -> None:
        """Save a slice."""
        self._do(self.tr("Save a slice"), partial(_add, self._path, slice))

    def rename(self, name: str, new: str) -> None:
        """Give a saved slice another name."""
        self._do(self.tr("Rename a slice"), partial(_rename, self._path, name, new))

    def remove(self, name: str) -> None:
        """Remove a saved slice."""
        self._do(self.tr("Remove a slice"), partial(_remove, self._path, name))

    def repeat(self, deed: Deed) -> None:
        """Do or undo a step again."""
        self._ask(deed, lambda slice: self.changed.emit(slice.name))

    def _do(self, text: str, deed: Callable[[], _Done]) -> None:
        self._ask(deed, partial(self._push, text))

    def _ask(self, deed: Callable[[], object], done: Callable[..., None]) -> None:
        self._context.files.ask(f"slice {next(self._numbers)}", deed, done, kept=True)

    def _push(self, text: str, done: _Done) -> None:
        self.stack.push(_Step(self, text, done))
        self.changed.emit(done.name)


def _add(run: Path, slice: SavedSlice) -> _Done:
    tidy = add_slice(run, slice)
    return _Done(tidy.name, partial(add_slice, run, tidy), partial(remove_slice, run, tidy.name))


def _rename(run: Path, name: str, new: str) -> _Done:
    tidy = rename_slice(run, name, new)
    return _Done(tidy.name, partial(rename_slice, run, name, tidy.name), partial(rename_slice, run, tidy.name, name))


def _remove(run: Path, name: str) -> _Done:
    place = [kept.name for kept in read_slices(run)].index(name)
    gone = remove_slice(run, name)
    return _Done("", partial(remove_slice, run, name), partial(add_slice, run, gone, place))
