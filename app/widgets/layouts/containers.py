"""Cards, scroll areas and button groups made of widgets in one call, and widgets replaced in a layout."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QLayout,
    QScrollArea,
    QWidget,
)

from app.style.stylesheet import SMALL
from app.widgets.common import CARD, LayoutItem, Margins, column

NESTED = 5  # layouts around a widget that settle one after the other


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


def scroll_into_sight(*widgets: QWidget) -> None:
    """Scroll everything around widgets so that they are in sight; if not all of them fit, the last one is."""
    for _level in range(NESTED):  # what has just been shown or filled gets its place
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for widget in widgets:
        outer = widget.parentWidget()
        while outer is not None:
            if isinstance(outer, QScrollArea):
                outer.ensureWidgetVisible(widget)
            outer = outer.parentWidget()


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
