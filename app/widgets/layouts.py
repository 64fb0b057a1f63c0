"""Cards, scroll areas and button groups made of widgets in one call, and widgets replaced in a layout."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QFrame, QLayout, QScrollArea, QWidget

from app.style.stylesheet import LARGE, SMALL
from app.widgets.common import CARD, LayoutItem, Margins, column, row

UNLIMITED = 0xFFFFFF  # the greatest width of a widget


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


class TwoColumns(QScrollArea):
    """Two widgets beside each other, `side` of a fixed width; below each other where there is less room than `least`.
    Scrolls up and down if they are too tall."""

    def __init__(
        self, first: QWidget, second: QWidget, side: QWidget, width: int, least: int, margins: Margins
    ) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side, self._width, self._least = side, width, least
        inner = QWidget()
        items = [one if one is side else (one, 1) for one in (first, second)]
        self._layout = row(*items, spacing=LARGE, margins=margins, parent=inner)
        self.setWidget(inner)

    @property
    def is_narrow(self) -> bool:
        """Whether the widgets stand below each other."""
        return self._layout.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        narrow = self.width() < self._least
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else self._width)
        self._side.setMaximumWidth(UNLIMITED if narrow else self._width)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        event.ignore()  # arrows belong to what it shows
