"""The Measure page: how far to trust the run, in one table, each figure with its baseline and its meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.measure.abstention import AbstentionController
from app.measure.conversion_card import ConversionCard
from app.measure.experiments.controller import ExperimentsController
from app.measure.forbidden_card import ForbiddenCard
from app.measure.forbidden_run import ForbiddenRunController
from app.measure.judge_bar import JudgeBar
from app.measure.judge_run import JudgeController
from app.measure.landmarks.controller import LandmarkController
from app.measure.measure_table import MeasureTable
from app.measure.remeasure import Measured, remeasure
from app.measure.verdict_card import ReadingCard, VerdictCard
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import Button, ElidedLabel, card, column, row
from app.widgets.empty_state import EmptyState
from app.widgets.layouts.containers import widget_of
from app.widgets.layouts.folding_row import FoldingRow
from app.widgets.layouts.views import Views, ViewStack
from app.widgets.layouts.wrapping_row import WrappingRow
from app.widgets.measures.measure_lines import MeasureLine, as_csv, as_markdown, as_tabs, has_landmarks
from app.widgets.wording import plain_text
from icnn_engine.inspection.run_verdict import RunVerdict, guessing, run_verdict

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

SIDE = 264  # width of the explanations
NAME = 80  # width of the name of the run, at least
TALL = 560  # height of the table with the verdict where the explanations stand under it
NARROW = 960  # width of the page below which the explanations stand under the table
KEY = "measure"  # in the lane
RUN, EXPERIMENT = range(2)  # the views of the page
EMPTY, TABLE, MARKING = range(3)  # the widgets of the first view


class MeasurePage(QWidget):
    """Shows the table of the session's run, measures again with landmarks, and holds the view of experiments."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._judged_run: tuple[Path, str] | None = None  # whose verdict is on show, or on its way
        self.landmarks = LandmarkController(context, self)
        self.experiments = ExperimentsController(context, self)
        self._stack = ViewStack()
        for widget in (self._build_empty(), self._build_work(), self.landmarks.panel):
            self._stack.addWidget(widget)
        self.views = Views(WIDE)
        self.views.add(self.tr("This run"), self.tr("How far to trust the run that is open"), self._stack)
        hint = self.tr("Networks compared over categories and seeds, with intervals")
        self.views.add(self.tr("Experiment"), hint, self.experiments.panel)
        column(self.views, spacing=0, parent=self)
        AbstentionController(context, self.verdict, self)
        ForbiddenRunController(context, self.forbidden, self)
        self.judging = JudgeController(context, self.judge_bar, self)
        for signal, slot in (
            (self.judging.judged, self._take_judged),
            (context.session.run_changed, self._show_run),
            (context.requests.mark, self.mark_parts),
            (context.requests.study, self._show_experiments),
            (self.landmarks.left, self._leave_landmarks),
            (self.landmarks.measure_wanted, self._measure_marks),
            (self.table.chosen, self._explain),
            (self._stack.currentChanged, self._follow_marking),
        ):
            signal.connect(slot)
        self._set_busy(False)
        self._show_run(context.session.run)
        self.experiments.restore()

    @property
    def is_empty(self) -> bool:
        """Whether no run is open and the view of experiments is not on show."""
        return self._stack.currentIndex() == EMPTY and self.views.place == RUN

    @property
    def is_marking(self) -> bool:
        """Whether the landmark panel is open."""
        return self._stack.currentIndex() == MARKING

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of this page with their meanings."""
        if self.is_marking:
            return self.landmarks.panel.keys()
        if self.views.place == EXPERIMENT:
            return [(self.tr("Click a heading"), self.tr("Sort the table of the experiment by it"))]
        return [(self.tr("Arrows"), self.tr("Go from line to line; what it means stands beside"))]

    def _build_empty(self) -> QWidget:
        requests = self._context.requests
        return EmptyState(
            "measure",
            self.tr("Nothing measured yet"),
            self.tr("Open a run, or train one: here stands how far its filters and its answers can be trusted."),
            Button(self.tr("Open run…"), "primary", "run", lambda: requests.action.emit("open_run")),
            Button(self.tr("Train"), "", "train", lambda: requests.page.emit("train")),
        )

    def _build_work(self) -> QWidget:
        self.table, self.judge_bar, self.verdict = MeasureTable(), JudgeBar(), VerdictCard()
        frame, inside = card(margins=(SMALL, SMALL, SMALL, SMALL))
        inside.addWidget(self.table)
        self.conversion, self.forbidden = ConversionCard(), ForbiddenCard()
        cards = (self.verdict, self.conversion, self.forbidden, self.judge_bar)
        left = column(self._build_head(), *cards, (frame, 1), spacing=MEDIUM)
        self.reading = ReadingCard()
        return FoldingRow(
            widget_of(left), self.reading, self.reading, SIDE, NARROW, (TALL, 0), (WIDE, SMALL, WIDE, LARGE)
        )

    def _build_head(self) -> QHBoxLayout:
        self._name = ElidedLabel("", "heading")
        self._name.setMinimumWidth(NAME)
        hint = self.tr("Click parts in your own pictures and measure with them at once (Ctrl+L)")
        self.mark = Button(self.tr("Mark parts…"), "", "mark", self.mark_parts, hint)
        hint = self.tr("See which region of each picture the run has read, and correct it by hand")
        self.regions = Button(self.tr("Check the regions…"), "", "box", self._check_regions, hint)
        hint = self.tr("Measure location instability with points marked by hand, from a CSV")
        self.choose = Button(self.tr("Landmarks…"), "", "mark", self.choose_landmarks, hint)
        hint = self.tr("Copy the table to paste it into a spreadsheet or a document")
        self.copy = Button(self.tr("Copy"), "", "copy", self.copy_table, hint)
        self.save = Button(self.tr("Save…"), "", "export", self.save_table)
        return row((self._name, 1), WrappingRow(self.regions, self.mark, self.choose, self.copy, self.save))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._follow_marking()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._follow_marking()

    @Slot()
    def _follow_marking(self) -> None:
        """Give the keys of Undo to the landmark panel while it is on show."""
        self.views.bar.setVisible(not self.is_marking)
        self._context.notes.stack.setActive(not (self.is_marking and self.isVisible()))

    @Slot()
    def _show_experiments(self) -> None:
        self.views.show_view(EXPERIMENT)

    @Slot(object)
    def _show_run(self, run: Run | None) -> None:
        self.judging.show(run)
        if run is None:
            self._stack.setCurrentIndex(EMPTY)
            return
        if not self.is_marking or not self.landmarks.is_about(run):
            self._stack.setCurrentIndex(TABLE)
        self.regions.setVisible(run.settings.region != "whole")
        self._name.set_text(run.short_name)
        self._name.setToolTip(plain_text.tooltip_text(run.name))
        self.table.show_table(run.table, guessing(run), run)
        self.conversion.show_run(run)
        self.reading.show_landmarks(has_landmarks(run.table), self.landmarks.basis(run))
        if run.identity != self._judged_run:
            self._judged_run = run.identity
            self.verdict.clear()
        self._context.lane.ask("verdict", partial(run_verdict, run), self._show_verdict)

    @Slot(object)
    def _show_verdict(self, verdict: RunVerdict) -> None:
        self.verdict.show_verdict(verdict)
        self.reading.show_verdict(verdict)

    @Slot(object)
    def _explain(self, line: MeasureLine | None) -> None:
        self.reading.explain(line)

    def _set_busy(self, busy: bool) -> None:
        self.choose.setEnabled(not busy)
        self.reading.set_busy(busy)

    def _show_again(self, run: Run) -> None:
        """Show another state of the open run; the chosen filter and picture stay."""
        session = self._context.session
        chosen, look = session.filter, session.look
        session.set_run(run)
        session.set_filter(chosen)
        session.set_look(look)

    @Slot(object, object)
    def _take_judged(self, run: Run, new: Run) -> None:
        """Show the open run with its filters judged, if it is still in the same folder."""
        now = self._context.session.run
        if now is not None and now.identity == run.identity:
            self._show_again(replace(new, info=now.info))

    def choose_landmarks(self) -> None:
        """Ask for a CSV of landmarks and measure with it."""
        run = self._context.session.run
        if run is None:
            return
        near = str(run.images) if run.images.is_dir() else ""
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose landmarks"), near, self.tr("CSV (*.csv)"))
        if chosen:
            self.measure(Path(chosen))

    def mark_parts(self) -> None:
        """Open the landmark panel with the pictures of the open run."""
        run = self._context.session.run
        if run is not None:
            self.views.show_view(RUN)
            self._stack.setCurrentIndex(MARKING)
            self.landmarks.begin(run)

    def _check_regions(self) -> None:
        self._context.requests.page.emit("images")
        self._context.requests.check_regions.emit()

    def _leave_landmarks(self) -> None:
        self._stack.setCurrentIndex(TABLE)
        self.mark.setFocus()

    def measure(self, landmarks: Path) -> None:
        """Measure the open run with the landmarks of a CSV."""
        if self._measure(landmarks, self._show_measured, self._fail):
            self._set_busy(True)

    @Slot(object)
    def _measure_marks(self, landmarks: Path) -> None:
        self._measure(landmarks, self._show_marks_measured, self.landmarks.show_failure)

    def _measure(
        self, landmarks: Path, done: Callable[[Run, Measured], None], failed: Callable[[Failed], None]
    ) -> bool:
        run = self._context.session.run
        if run is None:
            return False
        self._context.lane.ask(
            KEY, partial(remeasure, self._context.engine, run, landmarks), partial(done, run), failed
        )
        return True

    def _show_measured(self, run: Run, measured: Measured) -> None:
        self._set_busy(False)
        self._take(run, measured, self.tr("Measured with landmarks; the figures are kept in the run."))

    def _show_marks_measured(self, run: Run, measured: Measured) -> None:
        self.landmarks.show_measured(run, measured.table)
        self._take(run, measured, "")

    def _take(self, run: Run, measured: Measured, message: str) -> None:
        """Show the run with its new table, if it is still open, and a message with the warnings."""
        if self._context.session.run is run:
            self._show_again(replace(run, table=measured.table))
        if measured.warnings:
            self._context.messages.problem(" ".join(filter(None, (message, *measured.warnings))))
        elif message:
            self._context.messages.note(message)

    def _fail(self, failure: Failed) -> None:
        self._set_busy(False)
        self._context.messages.failure(failure.error, failure.details)

    def copy_table(self) -> None:
        """Copy the table to the clipboard, for spreadsheets as text and for documents as Markdown."""
        run = self._context.session.run
        if run is not None:
            data = QMimeData()
            data.setText(as_tabs(run.table, guessing(run), run))
            data.setData("text/markdown", as_markdown(run.table, guessing(run), run).encode())
            QGuiApplication.clipboard().setMimeData(data)
            self._context.messages.note(self.tr("The table is on the clipboard."))

    def save_table(self) -> None:
        """Ask for a file and write the table to it as CSV."""
        run = self._context.session.run
        if run is None:
            return
        near = str(run.path / "table.csv")
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save the table"), near, self.tr("CSV (*.csv)"))
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".csv")
            message = self.tr("The table is kept in {path}.").format(path=path)
            work = partial(_save, path, as_csv(run.table, guessing(run), run))
            self._context.files.ask("table", work, lambda _none: self._context.messages.note(message))


def _save(path: Path, text: str) -> None:
    from icnn_engine.runs.run_folder import write_text

    write_text(path, text)
