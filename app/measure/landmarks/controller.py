"""Annotating landmarks: wires the landmark panel to the open run; landmarks are saved after each change."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor

from app.annotation.annotation_controller import AnnotationController
from app.annotation.table_storage import OpenedTable
from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.measure.landmarks import landmark_words
from app.measure.landmarks.annotation_session import AnnotationSession, in_order
from app.measure.landmarks.landmark_markers import markers_of
from app.measure.landmarks.landmark_panel import LandmarkPanel
from app.measure.landmarks.landmark_table import LANDMARK_TABLE
from app.measure.landmarks.part_list import LandmarkPartRow
from app.style.colours import part_colour
from app.widgets.common import show_text
from icnn_engine.core.annotations import Where
from icnn_engine.data.tables.marks import Marks
from icnn_engine.evaluation.region_marks import photographs_of
from icnn_engine.runs.found_objects import whole_pictures

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run, Table

PAUSE_MS = 1000  # without a change, after which the run is measured again
ADVANCE = "marking/advance"  # of the settings


class LandmarkController(AnnotationController):
    """Annotates the pictures of the open run."""

    measure_wanted = Signal(object)  # Path of a CSV that has just changed

    session: AnnotationSession | None

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        panel = LandmarkPanel()
        super().__init__(context, panel, panel.view, LANDMARK_TABLE, parent)
        self.panel = panel
        self._run: Run | None = None
        self._asked = 0  # marked pictures when measuring was last asked for
        self._measured = 0  # marked pictures that the run's table was measured on
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._measure)
        self.panel.advance.setChecked(context.settings.text(ADVANCE, "yes") == "yes")
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
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
            (panel.advance.toggled, self._keep_advance),
            (self.file.opened, self._open),
            (self.file.saved, self._pause.start),
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
        self._run, self._images = run, run.images
        if known:
            self.panel.take_focus()
            return
        self._forget()
        self._measured = 0
        for line in (self.panel.measured, self.panel.figures):
            show_text(line, "")
        self.file.open(run.images, [picture.name for picture in photographs_of(run) if picture.positive])

    @Slot(object)
    def _open(self, opened: OpenedTable[Marks]) -> None:
        assert self._run is not None
        if opened.damage:
            show_text(self.panel.problem, landmark_words.damage_text(opened.damage, opened.path))
        elif opened.path is not None:
            show_text(self.panel.kept, self._file_text(opened.path))
        show_text(self.panel.measured, landmark_words.missing(opened.table))
        self._go_to(AnnotationSession(in_order(whole_pictures(self._run)), opened.table).at_first_open())
        self.panel.take_focus()

    def _where(self, session: AnnotationSession, at: int) -> Where:
        return session.pictures[at].where(self._images)

    def _file_text(self, path: Path) -> str:
        return landmark_words.file_text(path, self._images)

    def _words(self) -> tuple[str, str]:
        return (
            self.tr("Marks that another program has made in this folder were added."),
            self.tr("The marks cannot be kept. {reason} They are here until the window is closed."),
        )

    # Editing

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

    # After saving

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
            show_text(self.panel.figures, landmark_words.figures(table, run))

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

    @Slot()
    def refresh(self) -> None:
        """Show the session."""
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
