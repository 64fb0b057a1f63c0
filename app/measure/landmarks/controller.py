"""Annotating landmarks: wires the landmark panel to the open run; landmarks are saved after each change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QUndoCommand, QUndoStack

from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.measure.landmarks import landmark_words
from app.measure.landmarks.annotation_session import AnnotationSession, in_order
from app.measure.landmarks.landmark_file import LandmarkFile
from app.measure.landmarks.landmark_markers import markers_of
from app.measure.landmarks.landmark_panel import LandmarkPanel
from app.measure.landmarks.landmark_storage import OpenedMarks, SavedMarks
from app.measure.landmarks.part_list import LandmarkPartRow
from app.measure.landmarks.picture_reader import PictureReader
from app.style.colours import part_colour
from app.widgets.common import show_text
from icnn_engine.core.annotations import Where
from icnn_engine.core.errors import LandmarksError
from icnn_engine.data.tables.merge_marks import merge_marks
from icnn_engine.runs.found_objects import whole_pictures

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run, Table

PAUSE_MS = 1000  # without a change, after which the run is measured again
AHEAD = 3  # pictures that are not done, decoded before they are wanted
UNDO_LIMIT = 500
ADVANCE = "marking/advance"  # of the settings


class _Edit(QUndoCommand):
    """One change of the landmarks; undoing it also goes back to its picture and part."""

    def __init__(
        self, landmarks: LandmarkController, text: str, before: AnnotationSession, after: AnnotationSession
    ) -> None:
        super().__init__(text)
        self._landmarks, self._before, self._after = landmarks, before, after

    def redo(self) -> None:
        self._landmarks.change(self._before, self._after)

    def undo(self) -> None:
        self._landmarks.change(self._after, self._before)


class LandmarkController(QObject):
    """Annotates the pictures of the open run. `session`: where the user is, None while no landmarks are open."""

    left = Signal()  # the user is done
    measure_wanted = Signal(object)  # Path of a CSV that has just changed

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.panel = LandmarkPanel()
        self.undo_stack = QUndoStack(self, undoLimit=UNDO_LIMIT)
        self.session: AnnotationSession | None = None
        self.file = LandmarkFile(context.files, self)
        self.pictures = PictureReader(context.pool, self)
        self._run: Run | None = None
        self._asked = 0  # marked pictures when measuring was last asked for
        self._measured = 0  # marked pictures that the run's table was measured on
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._measure)
        self.panel.advance.setChecked(context.settings.text(ADVANCE, "yes") == "yes")
        self._connect()

    def _connect(self) -> None:
        panel, stack = self.panel, self.undo_stack
        for signal, slot in (
            (panel.view.clicked, self.place),
            (panel.view.moved, self._move),
            (panel.parts.chosen, self._choose),
            (panel.parts.renamed, self._rename),
            (panel.parts.removed, self._remove),
            (panel.part_keyed, self._choose),
            (panel.part_added, self._add),
            (panel.hidden_wanted, partial(self._mark, None)),
            (panel.removal_wanted, self._remove_mark),
            (panel.next_wanted, partial(self._step, 1)),
            (panel.previous_wanted, partial(self._step, -1)),
            (panel.undo_wanted, stack.undo),
            (panel.redo_wanted, stack.redo),
            (panel.left, self.left),
            (panel.advance.toggled, self._keep_advance),
            (stack.indexChanged, self._refresh),
            (self.file.opened, self._open),
            (self.file.saved, self._show_saved),
            (self.file.failed, self._show_not_saved),
            (self.pictures.ready, self._show_image),
            (self.pictures.failed, self._miss_image),
        ):
            signal.connect(slot)

    def _keep_advance(self, on: bool) -> None:
        self._context.settings.set_text(ADVANCE, "yes" if on else "no")

    def is_about(self, run: Run) -> bool:
        """Return whether the landmarks of this run are open."""
        return self._run is not None and self._run.path == run.path

    def begin(self, run: Run) -> None:
        """Annotate pictures of a run, going on where the user left."""
        known = self.is_about(run)
        self._run = run
        if known:
            self.panel.take_focus()
            return
        self.session, self._measured = None, 0
        self.pictures.read(())
        self.undo_stack.clear()
        for line in (self.panel.problem, self.panel.measured, self.panel.figures, self.panel.kept):
            show_text(line, "")
        self.panel.view.set_placeholder(self.tr("Reading…"))
        self.panel.view.show_new(None)
        self.file.open(run)

    @Slot(object)
    def _open(self, opened: OpenedMarks) -> None:
        assert self._run is not None
        if opened.damage:
            show_text(self.panel.problem, landmark_words.damage_text(opened.damage, opened.path))
        elif opened.path is not None:
            show_text(self.panel.kept, landmark_words.file_text(opened.path, self._run.images))
        show_text(self.panel.measured, landmark_words.missing(opened.marks))
        self._go_to(AnnotationSession(in_order(whole_pictures(self._run)), opened.marks).at_first_open())
        self.panel.take_focus()

    # Editing

    def _edit(self, text: str, change: Callable[[AnnotationSession], AnnotationSession]) -> AnnotationSession | None:
        """Make a change that can be undone. Return the session after it; None if nothing has changed."""
        before = self.session
        if before is None:
            return None
        try:
            after = change(before)
        except LandmarksError as error:
            self._context.messages.note(str(error))
            self._refresh()
            return None
        if after is before:
            return None
        self.undo_stack.push(_Edit(self, text, before, after))
        return after

    def place(self, x: float, y: float) -> None:
        """Mark the chosen part at (x, y), in shares of the picture, and go on to the next part."""
        self._mark((x, y))

    def _mark(self, share: tuple[float, float] | None) -> None:
        part = None if self.session is None else self.session.part_name
        if self.session is None or part is None:
            self.panel.name.setFocus()
            return
        correcting = self.session.is_done(self.session.at)
        marked = self._edit(self.tr("mark"), lambda session: session.marked(part, share))
        if marked is not None and not correcting:
            self._go_to(marked.onwards(self.panel.advance.isChecked()))

    def _move(self, part: str, x: float, y: float) -> None:
        self._edit(self.tr("move"), lambda session: session.moved(part, (x, y)))

    def _remove_mark(self) -> None:
        self._edit(self.tr("remove mark"), AnnotationSession.without_mark)

    def _choose(self, part: int) -> None:
        if self.session is not None:
            self._go_to(self.session.choosing(part))

    def _step(self, by: int) -> None:
        if self.session is not None:
            self._go_to(self.session.showing(self.session.at + by))

    def _add(self, name: str) -> None:
        if self._edit(self.tr("add part"), lambda session: session.with_part(name)) is not None:
            self.panel.name.clear()

    def _rename(self, part: int, name: str) -> None:
        self._edit(self.tr("rename part"), lambda session: session.renamed(part, name))

    def _remove(self, part: int) -> None:
        parts = () if self.session is None else self.session.marks.parts
        if part in range(len(parts)):
            self._edit(self.tr("remove part"), lambda session: session.without_part(parts[part]))
            words = self.tr("{part} and its marks are removed; undo brings them back.")
            self._context.messages.note(words.format(part=parts[part]))

    def change(self, before: AnnotationSession, after: AnnotationSession) -> None:
        """Go to where a change was made or undone, and save the landmarks. Landmarks that another program has added
        since the change was made stay."""
        assert self.session is not None
        if self.session.marks is not before.marks:
            after = after.with_marks(merge_marks(before.marks, after.marks, self.session.marks)[0])
        self._go_to(after)
        self.file.save(after.marks)

    def _go_to(self, session: AnnotationSession) -> None:
        before, self.session = self.session, session
        if before is None or before.picture is not session.picture:
            self._show_picture(session)
        self._refresh()

    # After saving

    @Slot(object)
    def _show_saved(self, saved: SavedMarks) -> None:
        assert self._run is not None
        if self.session is not None and saved.has_others:
            self._go_to(self.session.with_marks(merge_marks(saved.sent, self.session.marks, saved.marks)[0]))
            self._context.messages.note(self.tr("Marks that another program has made in this folder were added."))
        show_text(self.panel.problem, saved.warning)
        show_text(self.panel.kept, landmark_words.file_text(saved.path, self._run.images))
        self._pause.start()

    @Slot(object)
    def _show_not_saved(self, failure: Failed) -> None:
        words = self.tr("The marks cannot be kept. {reason} They are here until the window is closed.")
        show_text(self.panel.problem, words.format(reason=error_text(failure.error)))

    def _measure(self) -> None:
        if self.session is None or self.file.path is None:
            return
        missing = landmark_words.missing(self.session.marks)
        show_text(self.panel.measured, missing or self.tr("Measuring…"))
        if missing:
            show_text(self.panel.figures, "")
        else:
            self._asked = self.session.marks.seen()
            self.measure_wanted.emit(self.file.path)

    def show_measured(self, run: Run, table: Table) -> None:
        """Show the figures of a run that was measured with the landmarks."""
        if self.is_about(run):
            self._measured = self._asked
            show_text(self.panel.measured, self.basis(run))
            show_text(self.panel.figures, landmark_words.figures(table))

    def basis(self, run: Run) -> str:
        """Return how many marked pictures the table of a run was measured on; empty if it was not measured here."""
        if not self.is_about(run) or not self._measured:
            return ""
        if self._measured == 1:
            return self.tr("Landmarks measured on 1 marked picture.")
        return self.tr("Landmarks measured on {count} marked pictures.").format(count=self._measured)

    def show_failure(self, failure: Failed) -> None:
        """Show why the run could not be measured with the landmarks."""
        show_text(self.panel.measured, error_text(failure.error))

    # Showing

    def _show_picture(self, session: AnnotationSession) -> None:
        later = session.open_pictures(session.at + 1)[:AHEAD]
        near = dict.fromkeys([session.at, session.at + 1, *later, session.at - 1])
        self.pictures.read([self._where(session, at) for at in near if at in range(len(session.pictures))])
        self.panel.view.set_placeholder(self.tr("Reading…"))
        self.panel.view.show_new(self.pictures.images.get(self._where(session, session.at)))

    def _where(self, session: AnnotationSession, at: int) -> Where:
        assert self._run is not None
        return session.pictures[at].where(self._run.images)

    def _is_shown(self, where: Where) -> bool:
        return self.session is not None and where == self._where(self.session, self.session.at)

    @Slot(object)
    def _show_image(self, where: Where) -> None:
        if self._is_shown(where):
            self.panel.view.show_new(self.pictures.images[where])

    @Slot(object, object)
    def _miss_image(self, where: Where, failure: Failed) -> None:
        if self._is_shown(where):
            words = self.tr("This picture cannot be read: {reason}. Go on to the next.")
            self.panel.view.set_placeholder(words.format(reason=failure.error))

    @Slot()
    def _refresh(self) -> None:
        session, panel, stack = self.session, self.panel, self.undo_stack
        if session is None:
            return
        parts, done = session.marks.parts, session.done()
        panel.show_heading(session.picture.name, landmark_words.position(session))
        panel.show_progress(landmark_words.progress(done, session.target), done, session.target)
        rows = [
            LandmarkPartRow(part, landmark_words.part_state(session, part), session.marks.seen(part)) for part in parts
        ]
        panel.parts.show_parts(rows, session.part)
        panel.view.set_landmarks(markers_of(session))
        panel.view.set_prompt(landmark_words.prompt(session), part_colour(session.part) if parts else QColor())
        panel.show_possible(bool(parts), stack.canUndo(), stack.canRedo())
