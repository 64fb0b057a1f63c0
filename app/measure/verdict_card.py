"""The card beside the table that says in short how far to trust the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from app.widgets.common import CARD, column, label, progress_bar, show_text
from app.widgets.measures.holding_words import holding_text
from app.widgets.measures.measure_lines import accuracy_words, has_landmarks

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

translate = QCoreApplication.translate


class VerdictCard(QFrame):
    """Sentences about the open run; each label is hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.no_part = label("", "warning", wrap=True)
        self.holds = label("", wrap=True)  # a count, not praise: copies of one detector hold too
        self.recognition = label("", "warning", wrap=True)
        self.loss = label("", "warning", wrap=True)
        self.no_loss = label("", "good", wrap=True)
        self.missing = label("", "muted", wrap=True)
        self.basis = label("", "muted", wrap=True)
        self._measuring = label(translate("MeasurePage", "Measuring…"), "muted")
        self.busy = progress_bar(translate("MeasurePage", "Measuring"))
        self.busy.setRange(0, 0)
        heading = label(translate("MeasurePage", "In short"), "heading")
        sentences = (self.no_part, self.holds, self.recognition, self.loss, self.no_loss, self.missing, self.basis)
        column(heading, *sentences, self._measuring, self.busy, margins=CARD, parent=self)

    def set_busy(self, busy: bool) -> None:
        """Show whether the run is being measured."""
        self.busy.setVisible(busy)
        self._measuring.setVisible(busy)

    def show_run(self, run: Run, basis: str) -> None:
        """Show what there is to say of a run. `basis`: what its table was measured on."""
        some = any(filter.holds for filter in run.filters)
        holding = holding_text(run.filters) if run.judged else ""
        show_text(self.holds, holding if some else "")
        show_text(self.no_part, "" if some else holding)
        lost, accuracy = accuracy_words(run.table)
        show_text(self.loss, accuracy if lost else "")
        show_text(self.no_loss, "" if lost else accuracy)
        shuffled = translate(
            "MeasurePage",
            "Accuracy is no measure of recognition here: the run had no other pictures, so it learned to tell "
            "{category} from the same pictures shuffled.",
        )
        is_recognition = run.info.get("accuracy_is_recognition", True)
        show_text(self.recognition, "" if is_recognition else shuffled.format(category=run.category))
        missing = translate(
            "MeasurePage",
            "{dash} was not measured: there are no landmarks. Location instability needs points marked by hand: "
            "click them by Mark parts…, or choose a CSV with the columns image, part, x, y by Landmarks…",
        )
        show_text(self.missing, "" if has_landmarks(run.table) else missing.format(dash="—"))
        show_text(self.basis, basis)
