"""The card of a run whose answer does without something: whether that worked, before and after, the way back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from app.style.stylesheet import LARGE, SMALL, TIGHT
from app.widgets.common import CARD, Button, column, label, row
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import widget_of
from icnn_engine.audit.forbidden_words import forbidden_heading, forbidden_lines, forbidden_rows
from icnn_engine.runs.notes import Notes
from icnn_engine.runs.run_folder import Run

translate = QCoreApplication.translate


class ForbiddenCard(QFrame):
    """Sentences, and a table of both answers side by side; hidden for a run in which everything is allowed."""

    before_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("forbidden_card")
        hint = translate("MeasurePage", "Undo: open the run that this one was made from. Both stay.")
        self.back = Button(translate("MeasurePage", "Open the run before"), "", "undo", self.before_wanted.emit, hint)
        self.back.setObjectName("open_run_before")
        self.told = label("", wrap=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(0, 1)
        self._table = widget_of(self._grid)
        heading = label(translate("MeasurePage", "Not allowed in this run"), "caption")
        head = row((explained(heading, "answers"), 1), self.back)
        column(head, self.told, self._table, spacing=SMALL, margins=CARD, parent=self)
        self.hide()

    def show_run(self, run: Run | None, notes: Notes) -> None:
        """Show what a run does without."""
        if run is None or not (lines := forbidden_lines(run)):
            self.hide()
            return
        self.told.setText(_unbroken(" ".join(lines)))
        self._show_rows([forbidden_heading(), *forbidden_rows(run, notes)])
        self.show()

    @property
    def cells(self) -> list[QLabel]:
        """The cells of the table, row by row, its headings first."""
        return self._table.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _show_rows(self, rows: list[tuple[str, str, str, str]]) -> None:
        for cell in self.cells:
            cell.setParent(None)
            cell.deleteLater()
        for line, texts in enumerate(rows):
            for place, text in enumerate(texts):
                cell = label(_unbroken(text), "small" if line else "caption", wrap=not place)
                if place:
                    cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(cell, line, place)


def _unbroken(text: str) -> str:
    """Return the text with numbers that keep their per cent on the line."""
    return text.replace(" %", "\u00a0%")
