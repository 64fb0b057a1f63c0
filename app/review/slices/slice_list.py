"""The list of slices, under headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from app.review.slices.slice_words import SliceRow
from app.widgets.item_views import paint_line
from app.widgets.lists import NAME, PADDING, NoteDelegate, NoteList

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 2  # SliceRow; None of a heading


class SliceDelegate(NoteDelegate):
    """Paints slices as notes, and headings in one quiet line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        return hint if index.data(ROW) else QSize(hint.width(), option.fontMetrics.height() + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(ROW):
            super().paint(painter, option, index)
            return
        colour = option.palette.color(QPalette.ColorRole.PlaceholderText)
        painter.save()
        paint_line(painter, option.rect.adjusted(PADDING, 0, -PADDING, 0), index.data(NAME), colour)
        painter.restore()


class SliceList(NoteList):
    """Slices, one of them chosen."""

    slice_chosen = Signal(object)  # SliceRow

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Slices"))
        self.setItemDelegate(SliceDelegate(self))
        self.currentItemChanged.connect(self._current_changed)

    @property
    def chosen_row(self) -> SliceRow | None:
        """The chosen slice."""
        chosen: SliceRow | None = self.currentIndex().data(ROW)
        return chosen

    def show_sections(self, sections: Sequence[tuple[str, Sequence[SliceRow]]]) -> None:
        """Show (heading, slices), none of them chosen."""
        self.blockSignals(True)
        self.clear()
        for heading, rows in sections:
            self._add(heading, "", heading).setFlags(Qt.ItemFlag.NoItemFlags)
            for row in rows:
                item = self._add(row.title, row.sentence, f"{row.title}\n{row.where}" if row.name else row.title)
                item.setData(ROW, row)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}: {row.sentence}")
        self.blockSignals(False)

    def choose(self, title: str) -> bool:
        """Choose the first slice of a title, without a signal. Return False if there is none."""
        rows = [self.item(i).data(ROW) for i in range(self.count())]
        place = next((i for i, row in enumerate(rows) if row and row.title == title), -1)
        self.blockSignals(True)
        self.setCurrentRow(place)
        self.blockSignals(False)
        return place >= 0

    def choose_first(self) -> None:
        """Choose the first slice."""
        first = next((i for i in range(self.count()) if self.item(i).data(ROW)), -1)
        self.setCurrentRow(first)

    def _current_changed(self) -> None:
        if self.chosen_row is not None:
            self.slice_chosen.emit(self.chosen_row)
