"""Several views of one thing, one on show at a time, chosen by buttons above them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from app.style.stylesheet import SMALL
from app.widgets.common import column, row, toggle


class ViewStack(QStackedWidget):
    """Views of which only the one on show asks for room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        current = self.currentWidget()
        if current is None:
            return super().minimumSizeHint()
        return current.minimumSizeHint().expandedTo(current.minimumSize())


class Views(QWidget):
    """A stack of widgets with a row of buttons."""

    shown = Signal(int)  # index of the view that is on show now

    def __init__(self, margin: int = 0) -> None:
        """`margin`: pixels left and right of the buttons, and some above, where the views have margins of their own."""
        super().__init__()
        self.buttons = QButtonGroup(self)
        self._stack = ViewStack()
        self.bar = QWidget()
        self._row = row(1, margins=(margin, SMALL if margin else 0, margin, 0), parent=self.bar)
        column(self.bar, (self._stack, 1), parent=self)
        self.buttons.idClicked.connect(self.show_view)

    @property
    def place(self) -> int:
        """The index of the view on show."""
        return self._stack.currentIndex()

    def add(self, title: str, hint: str, view: QWidget) -> None:
        """Add a view with its button; the first one is shown at the beginning."""
        index = self._stack.count()
        button = toggle(title, hint, on=index == 0)
        self.buttons.addButton(button, index)
        self._row.insertWidget(index, button)  # before its view, so that Tab reaches it first
        self._stack.addWidget(view)

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget at the end of the row of buttons."""
        self._row.addWidget(widget)

    @Slot(int)
    def show_view(self, index: int) -> None:
        """Show another view."""
        if index != self.place:
            self._stack.setCurrentIndex(index)
            self.buttons.button(index).setChecked(True)
            self.shown.emit(index)
