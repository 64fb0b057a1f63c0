"""The card that says what the conversion of a network changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from app.style.stylesheet import SMALL
from app.widgets.common import CARD, column, label
from icnn_engine.inspection.conversion_words import WEIGHTS, conversion_lines
from icnn_engine.runs.run_folder import Run


class ConversionCard(QFrame):
    """The paired table of a converted network in sentences; hidden for any other run."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.told = label("", "small", wrap=True)
        heading = label(QCoreApplication.translate("MeasurePage", "What the conversion changed"), "caption")
        column(heading, self.told, spacing=SMALL, margins=CARD, parent=self)
        self.hide()

    def show_run(self, run: Run) -> None:
        """Say what became of the network of a run."""
        lines = conversion_lines(run)
        kept = QCoreApplication.translate("MeasurePage", "Its weights: {file} in the folder of the run.")
        self.told.setText("\n".join((*lines, kept.format(file=WEIGHTS))).replace(" %", "\u00a0%"))
        self.setVisible(bool(lines))
