"""Two quiet lists: names with a count, and notes of a title and a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.widgets import plain_text

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
NAME, COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
PADDING = 10
LONG = re.compile(r"\S{20}(?=\S{5})")  # of a word that is as wide as a narrow column


def breakable(text: str) -> str:
    """A text whose long words, such as paths, may be broken by a place without width; others stay whole."""
    return LONG.sub("\\g<0>\u200b", text)


class CountDelegate(QStyledItemDelegate):
    """A name at the left, its count at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        return QSize(80, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_row(painter, option)
        palette: QPalette = option.palette
        rect = self.room(option)
        metrics = QFontMetrics(painter.font())
        count = index.data(COUNT)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = rect.width() - metrics.horizontalAdvance(count) - PADDING
        name = metrics.elidedText(index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def room(self, option: QStyleOptionViewItem) -> QRect:
        """Where name and count go."""
        rect: QRect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        return rect


class CountList(QListWidget):
    """Names with counts, one of them chosen; the empty name stands for all."""

    chosen = Signal(str)

    def __init__(self, accessible: str) -> None:
        super().__init__()
        self.setItemDelegate(CountDelegate(self))
        self.setProperty("role", "bare")
        self.setMouseTracking(True)
        self.setAccessibleName(accessible)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda now, _before: self.chosen.emit(now.data(NAME)) if now else None)

    @property
    def current(self) -> str:
        """The name that is chosen; empty where there is none."""
        item = self.currentItem()
        return str(item.data(NAME)) if item is not None else ""

    def set_counts(self, counts: Iterable[tuple[str, str, int]], chosen: str = "") -> None:
        """Show (name, title, count) rows; `chosen` is chosen silently, or the first where it is not there."""
        self.blockSignals(True)
        self.clear()
        for name, title, count in counts:
            item = QListWidgetItem(title)
            item.setData(NAME, name)
            item.setData(COUNT, f"{count:,}")
            item.setToolTip(plain_text.tooltip_text(title))
            self.addItem(item)
        names = [self.item(i).data(NAME) for i in range(self.count())]
        self.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self.blockSignals(False)


class NoteModel(QAbstractListModel):
    """(title, sentence) pairs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes: Sequence[tuple[str, str]] = ()

    def set_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """Show other notes."""
        self.beginResetModel()
        self.notes = notes
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        title, sentence = self.notes[index.row()]
        if role == NAME:
            return title
        if role == COUNT:
            return sentence
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain_text.model_tooltip(role, f"{title}: {sentence}")
        return None


class NoteDelegate(QStyledItemDelegate):
    """A title, cut in the middle, above its sentence, wrapped."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        width = self._view.viewport().width()
        metrics = QFontMetrics(option.font)
        room = QRect(0, 0, width - 2 * PADDING, 10_000)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, breakable(index.data(COUNT))).height()
        return QSize(width, metrics.height() + height + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_row(painter, option)
        palette: QPalette = option.palette
        rect: QRect = option.rect.adjusted(PADDING, 8, -PADDING, -8)
        strong = QFont(painter.font())
        strong.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(strong)
        title = metrics.elidedText(index.data(NAME), Qt.TextElideMode.ElideMiddle, rect.width())
        plain_text = painter.font()
        painter.setFont(strong)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(plain_text)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        words = breakable(index.data(COUNT))
        painter.drawText(rect.adjusted(0, metrics.height() + 2, 0, 8), Qt.TextFlag.TextWordWrap, words)
        painter.restore()


class NoteList(QListView):
    """Notes below each other; choosing one says its title."""

    chosen = Signal(str)

    def __init__(self, accessible: str) -> None:
        super().__init__()
        self._model = NoteModel(self)
        self.setModel(self._model)
        self.setItemDelegate(NoteDelegate(self))
        self.setProperty("role", "bare")
        self.setMouseTracking(True)
        self.setAccessibleName(accessible)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(
            lambda now, _before: self.chosen.emit(now.data(NAME)) if now.isValid() else None
        )

    def set_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """Show (title, sentence) pairs."""
        self._model.set_notes(notes)

    @property
    def current(self) -> str:
        """The title that is chosen; empty where there is none."""
        index = self.currentIndex()
        return str(index.data(NAME)) if index.isValid() else ""

    @property
    def notes(self) -> Sequence[tuple[str, str]]:
        """What is shown."""
        return self._model.notes

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def paint_row(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The background of a row that is selected or under the mouse."""
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
