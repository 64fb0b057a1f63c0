"""The pictures of a folder that are not to be used: left out and taken in again, with undo; written at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from app.core.lanes import Lane
from app.core.messages import Messages
from app.core.session import Session

if TYPE_CHECKING:
    from icnn_engine.core.annotations import Folder
    from icnn_engine.data.tables.left_out import LeftOutRows

UNDO_LIMIT = 100  # steps that can be undone
Reasons = Mapping[str, str]  # by name of the picture


class _Step(QUndoCommand):
    """Pictures that were left out (`left_out`) or taken in again, with their reasons. It is pushed once that is
    written, so nothing is done for the first time."""

    def __init__(self, owner: LeftOutPictures, text: str, root: Path, reasons: Reasons, left_out: bool) -> None:
        super().__init__(text)
        self._owner, self._root, self._reasons, self._left_out = owner, root, reasons, left_out
        self._is_new = True

    def redo(self) -> None:
        if not self._is_new:
            self._owner.change(self._root, self._reasons, self._left_out)
        self._is_new = False

    def undo(self) -> None:
        self._owner.change(self._root, self._reasons, not self._left_out)


class LeftOutPictures(QObject):
    """The pictures that the folders in use leave out.

    A folder may be named by a link: the signals name it by its resolved path. `follow` begins to read those of a
    folder. Steps go to the undo stack that is active: the Images page has `stack`.
    """

    changed = Signal(object)  # resolved Path of the folder; other pictures of it are known to be left out
    written = Signal(object)  # resolved Path of the folder; the user has changed it

    def __init__(
        self, session: Session, files: Lane, messages: Messages, undo: QUndoGroup, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._files, self._messages, self._undo = files, messages, undo
        self.stack = QUndoStack(self, undoLimit=UNDO_LIMIT)
        undo.addStack(self.stack)
        self._names: dict[Path, frozenset[str]] = {}
        self._reasons: dict[Path, Reasons] = {}
        self._numbers = count()  # each change has its own key in the lane, so that none is dropped
        session.folder_changed.connect(self._open)
        self._open(session.folder)

    def follow(self, root: Path, names: Iterable[str]) -> None:
        """Read which of some pictures of a folder are left out; `changed` tells when that is known."""
        root = root.resolve()
        self._names[root] = self._names.get(root, frozenset()).union(names)
        work = partial(_read, root, self._names[root])
        self._files.ask(f"left out {root}", work, partial(self._show, root), lambda _failure: None)

    def reasons(self, root: Path) -> Reasons:
        """Return the pictures of a folder that are left out, with the reasons, as far as they are known."""
        return self._reasons.get(root.resolve(), {})

    def leave_out(self, root: Path, reasons: Reasons) -> None:
        """Leave pictures of a folder out, by name with the reason; those that are left out already stay as they are."""
        new = {name: reason for name, reason in reasons.items() if name not in self.reasons(root)}
        if new:
            self.change(root, new, True, self._undo.activeStack())

    def take_in(self, root: Path, names: Collection[str]) -> None:
        """Take pictures of a folder in again."""
        wanted = frozenset(names)
        old = {name: reason for name, reason in self.reasons(root).items() if name in wanted}
        if old:
            self.change(root, old, False, self._undo.activeStack())

    def change(self, root: Path, reasons: Reasons, left_out: bool, stack: QUndoStack | None = None) -> None:
        """Leave pictures out, or take them in again. `stack`: where the step can be undone, if it is a new one."""
        root = root.resolve()
        work = partial(_change, root, self._names.get(root, frozenset(reasons)), reasons, left_out)
        done = partial(self._finish, root, reasons, left_out, stack)
        self._files.ask(f"left out {next(self._numbers)}", work, done, kept=True)

    def _finish(
        self, root: Path, reasons: Reasons, left_out: bool, stack: QUndoStack | None, rows: LeftOutRows
    ) -> None:
        one, many = self.tr("1 picture is taken in again."), self.tr("{count:,} pictures are taken in again.")
        step = self.tr("Take in again")
        if left_out:
            one = self.tr("1 picture is left out. Its file stays where it is.")
            many = self.tr("{count:,} pictures are left out. Their files stay where they are.")
            step = self.tr("Leave out")
        if stack is not None:
            stack.push(_Step(self, step, root, reasons, left_out))
        self._messages.note((one if len(reasons) == 1 else many).format(count=len(reasons)))
        self._show(root, rows)
        self.written.emit(root)

    def _show(self, root: Path, rows: LeftOutRows) -> None:
        if self._reasons.get(root, {}) != rows.reasons:
            self._reasons[root] = rows.reasons
            self.changed.emit(root)

    def _open(self, folder: Folder | None) -> None:
        if folder is not None:
            self.follow(folder.root, (picture.name for picture in folder.pictures))


def _read(root: Path, names: Collection[str]) -> LeftOutRows:
    from icnn_engine.data.tables.left_out import read_left_out

    return read_left_out(root, names)


def _change(root: Path, names: Collection[str], reasons: Reasons, left_out: bool) -> LeftOutRows:
    from icnn_engine.data.tables.left_out import change_left_out

    return change_left_out(root, names, reasons if left_out else {}, () if left_out else reasons)
