"""Cards, scroll areas and button groups made of widgets in one call, rows that fold, widgets replaced in a layout."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QFrame, QLayout, QScrollArea, QWidget

from app.style.stylesheet import LARGE, SMALL
from app.widgets.common import CARD, FLUSH, LayoutItem, Margins, column

ANY = 16_777_215  # points: no limit of width, Qt's QWIDGETSIZE_MAX


def filled_card(*items: LayoutItem, spacing: int = SMALL, margins: Margins = CARD) -> QFrame:
    """Return a card with items below each other, as in `column`."""
    frame = QFrame()
    frame.setProperty("role", "card")
    frame.setLayout(column(*items, spacing=spacing, margins=margins))
    return frame


def widget_of(layout: QLayout) -> QWidget:
    """Return a widget with a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def scroll_area(inner: QWidget) -> QScrollArea:
    """Return an area that scrolls a widget up and down and makes it as wide as there is room."""
    scroll = QScrollArea(widgetResizable=True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll


def button_group(parent: QObject, *buttons: QAbstractButton, exclusive: bool = True) -> QButtonGroup:
    """Group buttons; in an exclusive group one is checked at a time."""
    group = QButtonGroup(parent, exclusive=exclusive)
    for button in buttons:
        group.addButton(button)
    return group


def replace_widgets(layout: QBoxLayout, old: Iterable[QWidget], new: Iterable[QWidget]) -> None:
    """Put new widgets at the end of a layout and delete old ones."""
    for widget in old:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
    for widget in new:
        layout.addWidget(widget)


class FoldingRow(QScrollArea):
    """Folds below `least` points of width; then each widget is at least as high as `heights` say. `width`: of the first
    widget while it stands beside the second."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        width: int,
        least: int,
        heights: tuple[int, int],
        margins: Margins = FLUSH,
    ) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts, self._width, self._least, self._heights = (first, second), width, least, heights
        self.is_folded: bool | None = None
        inner = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(*margins)
        self._box.setSpacing(LARGE)
        self._box.addWidget(first)
        self._box.addWidget(second, 1)
        self.setWidget(inner)
        self._fold(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fold(self.width() < self._least)

    def _fold(self, folded: bool) -> None:
        if folded == self.is_folded:
            return
        self.is_folded = folded
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if folded else directions.LeftToRight)
        self._parts[0].setMinimumWidth(0 if folded else self._width)
        self._parts[0].setMaximumWidth(ANY if folded else self._width)
        for part, height in zip(self._parts, self._heights, strict=True):
            part.setMinimumHeight(height if folded else 0)
