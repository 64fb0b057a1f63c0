"""Names, notes and stars of the open run. Each change can be undone and is written to the run at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.core.lanes import Lane
from app.core.messages import Messages
from app.core.session import Session
from icnn_engine.core.errors import RunError
from icnn_engine.runs.notes import Notes, NotesFile, Subject, read_notes

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

UNDO_LIMIT = 500  # steps that can be undone


class _Edit(QUndoCommand):
    """One change of the remarks."""

    def __init__(self, notes: FilterNotes, text: str, before: Notes, after: Notes) -> None:
        super().__init__(text)
        self._notes, self._before, self._after = notes, before, after

    def redo(self) -> None:
        self._notes.set_remarks(self._after)

    def undo(self) -> None:
        self._notes.set_remarks(self._before)


class FilterNotes(QObject):
    """The remarks about filters and parts of the session's run. A setter that changes nothing adds no undo step."""

    changed = Signal(object)  # Notes

    def __init__(self, session: Session, files: Lane, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files, self._messages = files, messages
        self._path: Path | None = None
        self._file: NotesFile | None = None
        self.stack = QUndoStack(self, undoLimit=UNDO_LIMIT)
        self.remarks = Notes()
        session.run_changed.connect(self._open)
        self._open(session.run)

    def name(self, subject: Subject, name: str) -> None:
        """Name a filter or part; an empty name removes its name."""
        text = self.tr("Name '{name}'").format(name=name) if name else self.tr("Remove name")
        self._change(subject, text, name=name)

    def note(self, subject: Subject, note: str) -> None:
        """Write the note about a filter or part."""
        self._change(subject, self.tr("Note"), note=note)

    def star(self, subject: Subject, starred: bool) -> None:
        """Star a filter or part, or remove its star."""
        self._change(subject, self.tr("Star") if starred else self.tr("Remove star"), starred=starred)

    def set_remarks(self, remarks: Notes) -> None:
        """Set all remarks of the run, show them and write them."""
        self.remarks = remarks
        self.changed.emit(remarks)
        if self._file is not None:
            save = partial(self._file.save, remarks)
            self._files.ask(f"remarks {self._path}", save, lambda _none: None, kept=True)

    def _change(self, subject: Subject, text: str, **changes: Any) -> None:
        after = self.remarks.having(subject, replace(self.remarks.of(subject), **changes))
        if self._file is not None and after != self.remarks:
            self.stack.push(_Edit(self, text, self.remarks, after))

    def _open(self, run: Run | None) -> None:
        path = None if run is None else run.path
        if path == self._path:
            return  # the same run measured again: its steps can still be undone
        self._path = path
        self.stack.clear()
        self.remarks = Notes() if path is None else self._read(path)
        self._file = None if path is None else NotesFile(path, self.remarks)
        self.changed.emit(self.remarks)

    def _read(self, path: Path) -> Notes:
        try:
            return read_notes(path)
        except RunError as error:
            self._messages.failure(error)
            return Notes()
