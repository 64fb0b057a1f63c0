"""Several views of one thing, one on show at a time, chosen by buttons above them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.style.stylesheet import SMALL
from app.widgets.common import row
from app.widgets.pictures.picture_trio import toggle


class Views(QWidget):
    """A stack of widgets with a row of buttons."""

    shown = Signal(int)  # place of the view that is on show now

    def __init__(self, margin: int = 0) -> None:
        """`margin`: pixels left and right of the buttons, and some above, where the views have margins of their own."""
        super().__init__()
        self.buttons = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._row: QHBoxLayout = row(1, spacing=SMALL)
        self._row.setContentsMargins(margin, SMALL if margin else 0, margin, 0)
        self.bar = QWidget()
        self.bar.setLayout(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.buttons.idClicked.connect(self.show_view)

    @property
    def place(self) -> int:
        """Which view is on show."""
        return self._stack.currentIndex()

    def add(self, title: str, hint: str, view: QWidget) -> None:
        """One more view; the first is shown at the beginning."""
        button, place = toggle(title, hint), self._stack.count()
        self.buttons.addButton(button, place)
        self._row.insertWidget(place, button)
        self._stack.addWidget(view)
        button.setChecked(place == self._stack.currentIndex())

    @Slot(int)
    def show_view(self, place: int) -> None:
        """Show another view."""
        if place != self.place:
            self._stack.setCurrentIndex(place)
            self.buttons.button(place).setChecked(True)
            self.shown.emit(place)
