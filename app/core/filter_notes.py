"""Names, notes and stars of the open run: changed step by step, each step undoable and written as it is made."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.core.lanes import Lane
from app.core.messages import Messages
from app.core.session import Session
from icnn_engine.core.errors import RunError
from icnn_engine.runs.notes import Note, Notes, NotesFile, Subject, read_notes

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

UNDONE = 500  # steps that can be taken back


class _Edit(QUndoCommand):
    """One change of the remarks."""

    def __init__(self, naming: FilterNotes, text: str, before: Notes, after: Notes) -> None:
        super().__init__(text)
        self._naming, self._before, self._after = naming, before, after

    def redo(self) -> None:
        self._naming.take(self._after)

    def undo(self) -> None:
        self._naming.take(self._before)


class FilterNotes(QObject):
    """The remarks of the session's run. A setter that changes nothing leaves no step to undo."""

    changed = Signal(object)  # Remarks

    def __init__(self, session: Session, files: Lane, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files, self._messages = files, messages
        self._path: Path | None = None
        self._keeper: NotesFile | None = None
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(UNDONE)
        self.remarks = Notes()
        session.run_changed.connect(self._open)
        self._open(session.run)

    def name(self, subject: Subject, name: str) -> None:
        """Give a filter or part another name; an empty one takes it away."""
        remark = replace(self.remarks.of(subject), name=name)
        self._change(subject, remark, self.tr("Name '{name}'").format(name=name) if name else self.tr("Remove name"))

    def note(self, subject: Subject, note: str) -> None:
        """Write another note about a filter or part."""
        self._change(subject, replace(self.remarks.of(subject), note=note), self.tr("Note"))

    def star(self, subject: Subject, starred: bool) -> None:
        """Star a filter or part, or take its star away."""
        text = self.tr("Star") if starred else self.tr("Remove star")
        self._change(subject, replace(self.remarks.of(subject), starred=starred), text)

    def take(self, remarks: Notes) -> None:
        """Make these the remarks of the run: show and keep them."""
        self.remarks = remarks
        self.changed.emit(remarks)
        if self._path is not None and self._keeper is not None:
            keep = partial(self._keeper.save, remarks)
            self._files.ask(f"remarks {self._path}", keep, lambda _none: None, kept=True)

    def _change(self, subject: Subject, remark: Note, text: str) -> None:
        after = self.remarks.having(subject, remark)
        if self._path is not None and after != self.remarks:
            self.stack.push(_Edit(self, text, self.remarks, after))

    def _open(self, run: Run | None) -> None:
        """Another run, or the same one measured again, whose steps can still be undone."""
        path = None if run is None else run.path
        if path == self._path:
            return
        self._path = path
        self.stack.clear()
        self.remarks = Notes() if path is None else self._read(path)
        self._keeper = None if path is None else NotesFile(path, self.remarks)
        self.changed.emit(self.remarks)

    def _read(self, path: Path) -> Notes:
        try:
            return read_notes(path)
        except RunError as error:
            self._messages.failure(error)
            return Notes()
