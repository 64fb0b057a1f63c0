"""Two quiet lists: names with a count, and notes of a title and a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.widgets import plain_text
from app.widgets.item_views import RIGHT, dress_list, paint_line, paint_row, weighted

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
NAME, COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
PADDING = 10
LONG = re.compile(r"\S{20}(?=\S{5})")  # of a word that is as wide as a narrow column


def breakable(text: str) -> str:
    """Return a text whose long words, such as paths, may be broken: they get spaces of zero width."""
    return LONG.sub("\\g<0>\u200b", text)


class CountDelegate(QStyledItemDelegate):
    """A name at the left, its count at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        return QSize(80, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette: QPalette = option.palette
        rect, count = self.room(option), index.data(COUNT)
        painter.save()
        paint_row(painter, option)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(rect, RIGHT, count)
        rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(count) - PADDING)
        paint_line(painter, rect, index.data(), palette.color(QPalette.ColorRole.Text))
        painter.restore()

    def room(self, option: QStyleOptionViewItem) -> QRect:
        """Return the rectangle of name and count."""
        rect: QRect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        return rect


class CountList(QListWidget):
    """Names with counts, one of them chosen; the empty name stands for all."""

    chosen = Signal(str)

    def __init__(self, accessible: str) -> None:
        super().__init__()
        dress_list(self, accessible)
        self.setItemDelegate(CountDelegate(self))
        self.currentItemChanged.connect(lambda now, _before: self.chosen.emit(now.data(NAME)) if now else None)

    @property
    def current(self) -> str:
        """The chosen name; empty if there is none."""
        item = self.currentItem()
        return str(item.data(NAME)) if item is not None else ""

    def set_counts(self, counts: Iterable[tuple[str, str, int]], chosen: str = "") -> None:
        """Show (name, title, count) rows, without a signal. `chosen`: the name to choose; if it is missing, the first
        row is chosen."""
        self.blockSignals(True)
        self.clear()
        names = []
        for name, title, count in counts:
            item = QListWidgetItem(title, self)
            item.setData(NAME, name)
            item.setData(COUNT, f"{count:,}")
            item.setToolTip(plain_text.tooltip_text(title))
            names.append(name)
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
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain_text.model_tooltip(role, f"{title}: {sentence}")
        return {NAME: title, COUNT: sentence}.get(role)


class NoteDelegate(QStyledItemDelegate):
    """A title, cut in the middle, above its sentence, wrapped. The row is as wide as its list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        assert isinstance(option.widget, QListView)
        width, metrics = option.widget.viewport().width(), QFontMetrics(option.font)
        room = QRect(0, 0, width - 2 * PADDING, 10_000)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, breakable(index.data(COUNT))).height()
        return QSize(width, metrics.height() + height + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette: QPalette = option.palette
        rect: QRect = option.rect.adjusted(PADDING, 8, -PADDING, -8)
        painter.save()
        paint_row(painter, option)
        painter.setFont(weighted(option.font))
        paint_line(painter, rect, index.data(NAME), palette.color(QPalette.ColorRole.Text), Qt.AlignmentFlag.AlignTop)
        below = rect.adjusted(0, painter.fontMetrics().height() + 2, 0, 8)
        painter.setFont(option.font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(below, Qt.TextFlag.TextWordWrap, breakable(index.data(COUNT)))
        painter.restore()


class NoteList(QListView):
    """Notes below each other; choosing one emits its title."""

    chosen = Signal(str)

    def __init__(self, accessible: str) -> None:
        super().__init__(resizeMode=QListView.ResizeMode.Adjust)
        dress_list(self, accessible)
        self._model = NoteModel(self)
        self.setModel(self._model)
        self.setItemDelegate(NoteDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(
            lambda now, _before: self.chosen.emit(now.data(NAME)) if now.isValid() else None
        )

    def set_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """Show (title, sentence) pairs."""
        self._model.set_notes(notes)

    @property
    def current(self) -> str:
        """The chosen title; empty if there is none."""
        return str(self.currentIndex().data(NAME) or "")

    @property
    def notes(self) -> Sequence[tuple[str, str]]:
        """The pairs on show."""
        return self._model.notes

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
