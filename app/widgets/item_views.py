"""The look that lists and tables share, and the painting of their rows."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QTableView

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def dress_list(view: QListView, name: str) -> None:
    """Give a list the look of all lists. `name`: its accessible name."""
    view.setProperty("role", "bare")
    view.setAccessibleName(name)
    view.setMouseTracking(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def dress_table(table: QTableView, name: str) -> None:
    """Give a table of rows the look of all tables: read only, one row at a time chosen. `name`: its accessible name."""
    table.setProperty("role", "bare")
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setHighlightSections(False)
    table.verticalHeader().hide()


def paint_row(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the background of a row that is selected or under the mouse."""
    state: QStyle.StateFlag = option.state
    palette: QPalette = option.palette
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if not selected and not state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)
    colour = palette.color(QPalette.ColorRole.Accent if selected else QPalette.ColorRole.AlternateBase)
    if selected:
        colour.setAlphaF(0.16)
    painter.fillPath(shape, colour)


def paint_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: QColor,
    alignment: Qt.AlignmentFlag = LEFT,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
) -> None:
    """Paint a line of text in a rectangle; cut the text where it does not fit."""
    painter.setPen(colour)
    painter.drawText(rect, alignment, painter.fontMetrics().elidedText(text, elide, rect.width()))


def weighted(font: QFont, weight: QFont.Weight = QFont.Weight.DemiBold, scale: float = 1.0) -> QFont:
    """Return a copy of a font in another weight, its size multiplied by `scale`."""
    made = QFont(font)
    made.setWeight(weight)
    made.setPointSizeF(font.pointSizeF() * scale)
    return made
