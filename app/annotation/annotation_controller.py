"""What the controllers for annotating pictures share: pictures read ahead, changes that can be undone, the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.annotation.annotation_panel import AnnotationPanel
from app.annotation.annotation_view import AnnotationView
from app.annotation.picture_reader import PictureReader
from app.annotation.table_file import TableFile
from app.annotation.table_storage import SavedTable, TableFormat
from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.widgets.common import show_text
from icnn_engine.core.annotations import Where
from icnn_engine.core.errors import LandmarksError

AHEAD = 3  # pictures that are not done, decoded before they are wanted
UNDO_LIMIT = 500

S = TypeVar("S", bound="Session")


class Session(Protocol):
    """Where the user is (`at`: index of the picture on show), and the table that is edited: an immutable value."""

    @property
    def pictures(self) -> tuple[Any, ...]: ...
    @property
    def at(self) -> int: ...
    @property
    def table(self) -> Any: ...
    def with_table(self: S, table: Any) -> S:
        """Return the session with another table."""

    def showing(self: S, at: int) -> S:
        """Return the session at another picture."""

    def open_pictures(self, start: int = 0) -> list[int]:
        """Return the pictures from `start` on that are not done."""


class _Edit(QUndoCommand):
    """One change of the table; undoing it also goes back to its picture."""

    def __init__(self, annotating: AnnotationController, text: str, before: Session, after: Session) -> None:
        super().__init__(text)
        self._annotating, self._before, self._after = annotating, before, after

    def redo(self) -> None:
        self._annotating.change(self._before, self._after)

    def undo(self) -> None:
        self._annotating.change(self._after, self._before)


class AnnotationController(QObject):
    """Annotates pictures. `session`: where the user is, None while nothing is open."""

    left = Signal()  # the user is done

    session: Any

    def __init__(
        self,
        context: Context,
        panel: AnnotationPanel,
        view: AnnotationView,
        kind: TableFormat[Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._view, self._panel, self._kind = context, view, panel, kind
        self.session = None
        self.undo_stack = QUndoStack(self, undoLimit=UNDO_LIMIT)
        self.file = TableFile(kind, context.files, self)
        self.pictures = PictureReader(context.pool, self)
        self._images = Path()  # the folder of the pictures
        for signal, slot in (
            (panel.next_wanted, lambda: self.step(1)),
            (panel.previous_wanted, lambda: self.step(-1)),
            (panel.undo_wanted, self.undo_stack.undo),
            (panel.redo_wanted, self.undo_stack.redo),
            (panel.left, self.left),
            (self.undo_stack.indexChanged, self.refresh),
            (self.file.saved, self._show_saved),
            (self.file.failed, self._show_not_saved),
            (self.pictures.ready, self._show_image),
            (self.pictures.failed, self._miss_image),
        ):
            signal.connect(slot)

    # What the two kinds of annotations do in their own way

    def refresh(self) -> None:
        """Show the session."""
        raise NotImplementedError

    def _where(self, session: Any, at: int) -> Where:
        """Return where the pixels of a picture are."""
        raise NotImplementedError

    def _file_text(self, path: Path) -> str:
        """Return which file the table is in."""
        raise NotImplementedError

    def _words(self) -> tuple[str, str]:
        """Return the sentence that rows of another program were added, and the one that the table cannot be kept."""
        raise NotImplementedError

    # Editing

    def _forget(self) -> None:
        """Forget what was annotated before; show that pictures are being read."""
        self.session = None
        self.pictures.read(())
        self.undo_stack.clear()
        for line in (self._panel.problem, self._panel.kept):
            show_text(line, "")
        self._view.set_placeholder(self.tr("Reading…"))
        self._view.show_new(None)

    def _edit(self, text: str, change: Callable[[Any], Any]) -> Any:
        """Make a change that can be undone. Return the session after it; None if nothing has changed."""
        before = self.session
        if before is None:
            return None
        try:
            after = change(before)
        except LandmarksError as error:
            self._context.messages.note(str(error))
            self.refresh()
            return None
        if after is before:
            return None
        self.undo_stack.push(_Edit(self, text, before, after))
        return after

    def change(self, before: Session, after: Session) -> None:
        """Go to where a change was made or undone, and save the table. Rows that another program has added since the
        change was made stay."""
        assert self.session is not None
        if self.session.table is not before.table:
            after = after.with_table(self._kind.merge(before.table, after.table, self.session.table)[0])
        self._go_to(after)
        self.file.save(after.table)

    def step(self, by: int) -> None:
        """Show another picture, so many further."""
        if self.session is not None:
            self._go_to(self.session.showing(self.session.at + by))

    def _go_to(self, session: Session) -> None:
        before, self.session = self.session, session
        if before is None or before.at != session.at or before.pictures is not session.pictures:
            self._show_picture(session)
        self.refresh()

    # After saving

    @Slot(object)
    def _show_saved(self, saved: SavedTable[Any]) -> None:
        if self.session is not None and saved.has_others:
            merged = self._kind.merge(saved.sent, self.session.table, saved.table)[0]
            self._go_to(self.session.with_table(merged))
            self._context.messages.note(self._words()[0])
        show_text(self._panel.problem, saved.warning)
        show_text(self._panel.kept, self._file_text(saved.path))

    @Slot(object)
    def _show_not_saved(self, failure: Failed) -> None:
        show_text(self._panel.problem, self._words()[1].format(reason=error_text(failure.error)))

    # Pictures

    def _show_picture(self, session: Session) -> None:
        later = session.open_pictures(session.at + 1)[:AHEAD]
        near = dict.fromkeys([session.at, session.at + 1, *later, session.at - 1])
        self.pictures.read([self._where(session, at) for at in near if at in range(len(session.pictures))])
        self._view.set_placeholder(self.tr("Reading…"))
        self._view.show_new(self.pictures.images.get(self._where(session, session.at)))

    def _is_shown(self, where: Where) -> bool:
        return self.session is not None and where == self._where(self.session, self.session.at)

    @Slot(object)
    def _show_image(self, where: Where) -> None:
        if self._is_shown(where):
            self._view.show_new(self.pictures.images[where])

    @Slot(object, object)
    def _miss_image(self, where: Where, failure: Failed) -> None:
        if self._is_shown(where):
            words = self.tr("This picture cannot be read: {reason}. Go on to the next.")
            self._view.set_placeholder(words.format(reason=failure.error))
