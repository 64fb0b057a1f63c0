"""The view of experiments: the form at the left, the progress and the table at the right, captions below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.measure.experiments.experiment_form import ExperimentForm
from app.measure.experiments.experiment_table import ExperimentTableView
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import Button, ElidedLabel, ToolButton, card, column, form_card, label, row
from app.widgets.empty_state import EmptyState
from app.widgets.job_card import JobCard, JobWords
from app.widgets.layouts.containers import widget_of
from app.widgets.layouts.folding_row import FoldingRow
from app.widgets.layouts.views import ViewStack
from app.widgets.wording import plain_text
from icnn_engine.experiment.experiment_table import ExperimentRow

FORM = 304  # width of the form
LEAST = 300  # its height, in which it scrolls
NARROW = 900  # width of the panel below which the table stands under the form


class ExperimentPanel(QWidget):
    """Shows the open experiment; its buttons have signals of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.form, self.table = ExperimentForm(), ExperimentTableView()
        self.start = Button(self.tr("Start the experiment"), "primary", "play")
        self.count = label("", "small", wrap=True)
        self.command = ElidedLabel("", "mono", Qt.TextElideMode.ElideRight)
        self.copy = ToolButton("copy", self.tr("Copy the command that does the same"))
        hint = self.tr("A folder that an experiment has left")
        self.open = Button(self.tr("Open experiment…"), "", "run", tool_tip=hint)
        hint = self.tr("As CSV, Markdown or LaTeX, or as a figure: PNG, SVG or PDF")
        self.save = Button(self.tr("Export…"), "", "export", tool_tip=hint)
        self.save.setEnabled(False)
        self.steering = JobCard(
            JobWords(
                progress=self.tr("Progress of the experiment"),
                finish=self.tr("End after the cell under way; the experiment can go on another time"),
                question=self.tr("Stop after {time}? Finished cells are kept, the one under way is lost."),
                keep=self.tr("Keep going"),
                give_up=self.tr("Stop the experiment"),
            )
        )
        self.steering.hide()
        self._name = ElidedLabel(self.tr("No experiment is open"), "heading")
        self._done = label("", "small")
        self.captions = label("", "small", wrap=True)
        left = form_card(FORM, self.form, self.count, self.start, row(self.command, self.copy))
        left.setMinimumHeight(LEAST)
        right = widget_of(self._build_right())
        whole = FoldingRow(left, right, left, FORM, NARROW, margins=(WIDE, SMALL, WIDE, LARGE))
        column(whole, spacing=0, parent=self)

    def _build_right(self) -> QVBoxLayout:
        head = row((self._name, 1), self._done, self.open, self.save)
        frame, inside = card(margins=(SMALL, SMALL, SMALL, SMALL))
        inside.addWidget(self.table, 1)
        inside.addWidget(self.captions)
        self._stack = ViewStack()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(frame)
        return column(head, self.steering, (self._stack, 1), spacing=MEDIUM)

    def _build_empty(self) -> QWidget:
        return EmptyState(
            "measure",
            self.tr("A table you can trust"),
            self.tr(
                "Networks with and without masks, side by side on the same pictures, for several seeds: every figure "
                "with its interval. Ticks at the left say what is compared; the table fills as it is worked out."
            ),
        )

    def show_experiment(self, path: Path, rows: Sequence[ExperimentRow], captions: Sequence[str]) -> None:
        """Show the table of an experiment as far as it is filled. `path`: the experiment's folder."""
        self._name.set_text(path.name)
        self._name.setToolTip(plain_text.tooltip_text(str(path)))
        self.save.setEnabled(bool(rows))
        self.table.show_rows(rows)
        self.captions.setText("\n".join(captions))
        self._stack.setCurrentIndex(1 if rows else 0)

    def show_done(self, done: int, total: int) -> None:
        """Show how many cells of the table are filled."""
        self._done.setText(self.tr("{done} of {total} cells").format(done=done, total=total))

    def done(self) -> str:
        """Return the text that says how many cells are filled."""
        return self._done.text()
