"""Two quiet lists: names with a count, and notes of a title and a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.widgets.item_views import RIGHT, dress_list, paint_line, paint_row, weighted
from app.widgets.wording import plain_text

Index = QModelIndex | QPersistentModelIndex
NAME, DETAIL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1  # DETAIL: a count or a sentence
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
        rect, count = self.room(option), index.data(DETAIL)
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


class NamedList(QListWidget):
    """Items with names, one of them chosen."""

    chosen = Signal(str)

    def __init__(self, accessible: str) -> None:
        super().__init__()
        dress_list(self, accessible)
        self.currentItemChanged.connect(lambda now, _before: self.chosen.emit(now.data(NAME)) if now else None)

    @property
    def current(self) -> str:
        """The name of the chosen item; empty if there is none."""
        return str(self.currentIndex().data(NAME) or "")

    def _add(self, name: str, detail: str, tool_tip: str) -> QListWidgetItem:
        item = QListWidgetItem(self)
        item.setData(NAME, name)
        item.setData(DETAIL, detail)
        item.setToolTip(plain_text.tooltip_text(tool_tip))
        return item


class CountList(NamedList):
    """Names with counts; the empty name stands for all."""

    def __init__(self, accessible: str) -> None:
        super().__init__(accessible)
        self.setItemDelegate(CountDelegate(self))

    def set_counts(self, counts: Iterable[tuple[str, str, int]], chosen: str = "") -> None:
        """Show (name, title, count) rows, without a signal. `chosen`: the name to choose; if it is missing, the first
        row is chosen."""
        self.blockSignals(True)
        self.clear()
        names = []
        for name, title, count in counts:
            self._add(name, f"{count:,}", title).setText(title)
            names.append(name)
        self.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self.blockSignals(False)


class NoteDelegate(QStyledItemDelegate):
    """A title, cut in the middle, above its sentence, wrapped. The row is as wide as its list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        assert isinstance(option.widget, QListView)
        width, metrics = option.widget.viewport().width(), QFontMetrics(option.font)
        room = QRect(0, 0, width - 2 * PADDING, 10_000)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, breakable(index.data(DETAIL))).height()
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
        painter.drawText(below, Qt.TextFlag.TextWordWrap, breakable(index.data(DETAIL)))
        painter.restore()


class NoteList(NamedList):
    """Notes below each other, each with a title, which is its name, and a sentence."""

    def __init__(self, accessible: str) -> None:
        super().__init__(accessible)
        self.setItemDelegate(NoteDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def set_notes(self, notes: Iterable[tuple[str, str]]) -> None:
        """Show (title, sentence) pairs; none of them is chosen."""
        self.clear()
        for title, sentence in notes:
            text = f"{title}: {sentence}"
            self._add(title, sentence, text).setData(Qt.ItemDataRole.AccessibleTextRole, text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
