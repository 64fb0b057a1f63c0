"""The result of a finished training, at the top of the Train page, with what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, column, label, show_text
from app.widgets.layouts.wrapping_row import WrappingRow


class ResultBanner(QFrame):
    """Told the result; says what is wanted next. Hidden while there is none."""

    parts_wanted = Signal()
    measure_wanted = Signal()
    another_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "result")
        self.heading, self.sentence = label("", "title", wrap=True), label("", "", wrap=True)
        self.loss = label("", "warning", wrap=True)
        self.kept = label("", "", wrap=True)
        self.parts = Button(self.tr("See its parts"), "primary", "filters", self.parts_wanted.emit)
        self.measure = Button(self.tr("Measure"), "", "measure", self.measure_wanted.emit)
        self.another = Button(self.tr("New training"), "", "train", self.another_wanted.emit)
        buttons = WrappingRow(self.parts, self.measure, self.another)
        margins = (LARGE, MEDIUM, LARGE, MEDIUM)
        column(self.heading, self.loss, self.sentence, self.kept, buttons, spacing=SMALL, margins=margins, parent=self)
        self.hide()

    def offer_another(self, offered: bool) -> None:
        """Offer a new training, or do not: the form stands beside."""
        self.another.setVisible(offered)

    def show_result(self, sentences: Sequence[str], name: str, loss: str = "") -> None:
        """Show what a training has come to, a line a sentence, the name of its run, and that accuracy was lost."""
        self.heading.setText(self.tr("The training is done"))
        self.sentence.setText("\n".join(sentences))
        self.kept.setText(self.tr("Kept as {name}.").format(name=name))
        show_text(self.loss, loss)
        self.setAccessibleName(" ".join(filter(None, (f"{self.heading.text()}.", loss, *sentences))))
        self.show()
