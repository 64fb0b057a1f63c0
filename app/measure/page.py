"""The Measure page: how far to trust the run, in one table, each figure with its baseline and what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.context import Context
from app.core.engine import Engine
from app.core.job_result import Failed
from app.measure.experiments.controller import ExperimentsController
from app.measure.judge_bar import JudgeBar
from app.measure.judge_run import JudgeController
from app.measure.landmarks.controller import LandmarkController
from app.measure.measure_table import MeasureTable
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import Button, ElidedLabel, EmptyState, card, label, row
from app.widgets.holding_words import holding_text
from app.widgets.measures.measure_lines import MeasureLine, accuracy_words, as_csv, as_markdown, as_tabs, has_landmarks
from app.widgets.views import Views
from icnn_engine.figures.common import guessing

if TYPE_CHECKING:
    from icnn_engine.core.events import Event
    from icnn_engine.runs.run_folder import Run, Table

SIDE = 264  # width of the explanations
KEY = "measure"  # in the lane
RUN, EXPERIMENT = range(2)  # the views of the page
EMPTY, TABLE, MARKING = range(3)  # what the first of them shows


class MeasurePage(QWidget):
    """Shows the table of the session's run, and measures again with landmarks."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_work())
        self.marking = LandmarkController(context, self)
        self._stack.addWidget(self.marking.panel)
        self.experiments = ExperimentsController(context, self)
        self.views = Views(WIDE)
        self.views.add(self.tr("This run"), self.tr("How far to trust the run that is open"), self._stack)
        hint = self.tr("Networks compared over categories and seeds, with intervals")
        self.views.add(self.tr("Experiment"), hint, self.experiments.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.views)
        self.judging = JudgeController(context, self.judge_bar, self)
        self.judging.judged.connect(self._take_judged)
        context.session.run_changed.connect(self._show_run)
        context.requests.mark.connect(self.mark_parts)
        context.requests.study.connect(self._show_experiments)
        self.marking.left.connect(self._leave_marking)
        self.marking.measure_wanted.connect(self._measure_marks)
        self.table.chosen.connect(self._explain)
        self._stack.currentChanged.connect(self._follow_marking)
        self._set_busy(False)
        self._show_run(context.session.run)
        self.experiments.restore()

    @property
    def is_empty(self) -> bool:
        """Whether no run is open, and experiments are not being looked at."""
        return self._stack.currentIndex() == EMPTY and self.views.place == RUN

    @property
    def is_marking(self) -> bool:
        """Whether parts are being marked by hand."""
        return self._stack.currentIndex() == MARKING

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        if self.is_marking:
            return self.marking.panel.keys()
        if self.views.place == EXPERIMENT:
            return [(self.tr("Click a heading"), self.tr("Sort the table of the experiment by it"))]
        return [(self.tr("Arrows"), self.tr("Go from line to line; what it means stands beside"))]

    # What the page is made of

    @Slot()
    def _show_experiments(self) -> None:
        self.views.show_view(EXPERIMENT)

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
        frame, inside = card()
        inside.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        self.table = MeasureTable()
        inside.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(MEDIUM)
        left.addLayout(self._build_head())
        self.judge_bar = JudgeBar()
        left.addWidget(self.judge_bar)
        left.addWidget(frame, 1)
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(WIDE, SMALL, WIDE, LARGE)
        layout.setSpacing(LARGE)
        layout.addLayout(left, 1)
        layout.addWidget(self._build_side())
        return whole

    def _build_head(self) -> QHBoxLayout:
        self._name = ElidedLabel("", "heading")
        self.landmarks = Button(self.tr("Landmarks…"), "", "mark", self.choose_landmarks)
        self.landmarks.setToolTip(self.tr("Measure location instability with points marked by hand, from a CSV"))
        self.mark = Button(self.tr("Mark parts…"), "", "mark", self.mark_parts)
        self.mark.setToolTip(self.tr("Click parts in your own pictures and measure with them at once (Ctrl+L)"))
        self.copy = Button(self.tr("Copy"), "", "copy", self.copy_table)
        self.copy.setToolTip(self.tr("Copy the table to paste it into a spreadsheet"))
        self.copy_markdown = Button(self.tr("Markdown"), "", "copy", partial(self._copy, as_markdown))
        self.copy_markdown.setToolTip(self.tr("Copy the table as Markdown to paste it into a document"))
        self.save = Button(self.tr("Save…"), "", "export", self.save_table)
        made = row(self.mark, self.landmarks, self.copy, self.copy_markdown, self.save, spacing=SMALL)
        made.insertWidget(0, self._name, 1)
        return made

    def _build_side(self) -> QWidget:
        self.loss = label("", "warning", wrap=True)
        self.no_loss = label("", "good", wrap=True)
        self.holds = label("", wrap=True)  # a count, not praise: copies of one detector hold too
        self.no_part = label("", "warning", wrap=True)
        self.recognition = label("", "warning", wrap=True)
        self.missing = label("", "muted", wrap=True)
        self.basis = label("", "muted", wrap=True)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Measuring"))
        self._state = label(self.tr("Measuring…"), "muted")
        verdict, inside = card()
        inside.addWidget(label(self.tr("In short"), "heading"))
        said = (self.no_part, self.holds, self.recognition, self.loss, self.no_loss, self.missing, self.basis)
        for widget in (*said, self._state, self.busy):
            inside.addWidget(widget)
        whole = QWidget()
        whole.setFixedWidth(SIDE)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(verdict)
        column.addWidget(self._build_reading())
        column.addStretch(1)
        return whole

    def _build_reading(self) -> QWidget:
        frame, inside = card()
        self._line = label("", "caption", wrap=True)
        self.meaning = label("", wrap=True)
        general = self.tr(
            "The ordinary twin learned from the same pictures without the filter loss: it shows what the filters "
            "cost and gain. The baseline is what comes without learning. Choose a line to read what it says."
        )
        inside.addWidget(label(self.tr("How to read this"), "heading"))
        inside.addWidget(self._line)
        inside.addWidget(self.meaning)
        inside.addSpacing(SMALL)
        inside.addWidget(label(general, "small", wrap=True))
        return frame

    # What it shows

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._follow_marking()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._follow_marking()

    @Slot()
    def _follow_marking(self) -> None:
        """While parts are being marked, the keys of Undo are the marking table's own."""
        self.views.bar.setVisible(not self.is_marking)
        self._context.notes.stack.setActive(not (self.is_marking and self.isVisible()))

    @Slot(object)
    def _show_run(self, run: Run | None) -> None:
        self.judging.show(run)
        if run is None:
            self._stack.setCurrentIndex(EMPTY)
            return
        if not self.is_marking or not self.marking.is_about(run):
            self._stack.setCurrentIndex(TABLE)
        self._name.set_text(run.name)
        self.table.show_table(run.table, guessing(run))
        self._show_verdict(run)

    def _show_verdict(self, run: Run) -> None:
        some = any(one.holds for one in run.filters)
        told = holding_text(run.filters) if run.judged else ""
        _say(self.holds, told if some else "")
        _say(self.no_part, "" if some else told)
        lost, words = accuracy_words(run.table)
        _say(self.loss, words if lost else "")
        _say(self.no_loss, "" if lost else words)
        shuffled = self.tr(
            "Accuracy is no measure of recognition here: the run had no other pictures, so it learned to tell "
            "{category} from the same pictures shuffled."
        )
        recognised = run.info.get("accuracy_is_recognition", True)
        _say(self.recognition, "" if recognised else shuffled.format(category=run.category))
        missing = self.tr(
            "{dash} was not measured: there are no landmarks. Location instability needs points marked by hand: "
            "click them by Mark parts…, or choose a CSV with the columns image, part, x, y by Landmarks…"
        )
        _say(self.basis, self.marking.basis(run))
        _say(self.missing, "" if has_landmarks(run.table) else missing.format(dash="—"))

    @Slot(object)
    def _explain(self, line: MeasureLine) -> None:
        self._line.setText(line.title)
        self.meaning.setText(line.meaning)

    def _set_busy(self, busy: bool) -> None:
        self.landmarks.setEnabled(not busy)
        self.busy.setVisible(busy)
        self._state.setVisible(busy)

    # What it does

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
        """Mark parts by hand in the pictures of the open run."""
        run = self._context.session.run
        if run is not None:
            self.views.show_view(RUN)
            self._stack.setCurrentIndex(MARKING)
            self.marking.begin(run)

    def _leave_marking(self) -> None:
        self._stack.setCurrentIndex(TABLE)
        self.mark.setFocus()

    def _measure_marks(self, landmarks: Path) -> None:
        run = self._context.session.run
        if run is not None:
            work = partial(_measured, self._context.engine, run, landmarks)
            self._context.lane.ask(KEY, work, partial(self._finish_marks, run), self.marking.show_failure)

    def _finish_marks(self, run: Run, measured: Measured) -> None:
        self.marking.show_measured(run, measured.table)
        self._take(run, measured.table)
        self._tell(measured)

    def measure(self, landmarks: Path) -> None:
        """Measure the open run against these landmarks, on the quick lane."""
        run = self._context.session.run
        if run is not None:
            self._set_busy(True)
            work = partial(_measured, self._context.engine, run, landmarks)
            self._context.lane.ask(KEY, work, partial(self._finish, run), self._fail)

    def _finish(self, run: Run, measured: Measured) -> None:
        self._set_busy(False)
        self._take(run, measured.table)
        self._tell(measured, self.tr("Measured with landmarks; the figures are kept in the run."))

    def _tell(self, measured: Measured, done: str = "") -> None:
        """What was done, what was left out, and what keeps an earlier value."""
        if measured.notes:
            self._context.messages.problem(" ".join(filter(None, (done, *measured.notes))))
        elif done:
            self._context.messages.note(done)

    def _take(self, run: Run, table: Table) -> None:
        """Show the open run with another table, if it is still the same."""
        if self._context.session.run is run:
            self._show_again(replace(run, table=table))

    @Slot(object, object)
    def _take_judged(self, run: Run, new: Run) -> None:
        """Show the open run with its filters judged, if it is still the same folder."""
        now = self._context.session.run
        if now is not None and now.identity == run.identity:
            self._show_again(replace(new, info=now.info))

    def _show_again(self, run: Run) -> None:
        """Show the run with what was found anew; what is chosen stays."""
        session = self._context.session
        chosen, look = session.filter, session.look
        session.set_run(run)
        session.set_filter(chosen)
        session.set_look(look)

    def _fail(self, failure: Failed) -> None:
        self._set_busy(False)
        self._context.messages.failure(failure.error, failure.details)

    def copy_table(self) -> None:
        """Put the table on the clipboard: for spreadsheets, and as Markdown for those who take it."""
        run = self._context.session.run
        if run is not None:
            data = QMimeData()
            data.setText(as_tabs(run.table, guessing(run)))
            data.setData("text/markdown", as_markdown(run.table, guessing(run)).encode())
            QGuiApplication.clipboard().setMimeData(data)
            self._context.messages.note(self.tr("The table is on the clipboard."))

    def _copy(self, write: Callable[[Table, float], str]) -> None:
        run = self._context.session.run
        if run is not None:
            QGuiApplication.clipboard().setText(write(run.table, guessing(run)))
            self._context.messages.note(self.tr("The table is on the clipboard."))

    def save_table(self) -> None:
        """Ask where to, and write the table as CSV."""
        run = self._context.session.run
        if run is None:
            return
        near = str(run.path / "table.csv")
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save the table"), near, self.tr("CSV (*.csv)"))
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".csv")
            said = self.tr("The table is kept in {path}.").format(path=path)
            work = partial(_save, path, as_csv(run.table, guessing(run)))
            self._context.files.ask("table", work, lambda _none: self._context.messages.note(said))


def _say(words: QLabel, text: str) -> None:
    """Show a label with its text, or hide it."""
    words.setText(text)
    words.setVisible(bool(text))


@dataclass(frozen=True, eq=False)
class Measured:
    """A new table, and what there is to say of it."""

    table: Table
    notes: tuple[str, ...] = ()


def _measured(engine: Engine, run: Run, landmarks: Path) -> Measured:
    """The new table; runs in the lane."""
    engine.wait()
    from icnn_engine.core.events import Warned, drain
    from icnn_engine.evaluation.measure import measure

    said: list[Event] = []
    table = drain(measure(run, landmarks), said.append)
    return Measured(table, tuple(event.text for event in said if isinstance(event, Warned)))


def _save(path: Path, text: str) -> None:
    from icnn_engine.runs.run_folder import write_text

    write_text(path, text)
