"""Paints the name of a run beside its thumbnail, with a word about its state below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.style import icons
from app.widgets.item_views import paint_line, weighted

Index = QModelIndex | QPersistentModelIndex
STATE, THUMBNAIL, OPEN = (Qt.ItemDataRole.UserRole + number for number in (1, 2, 3))  # text, QPixmap, bool
SIDE, GAP = 40, 8  # points of the thumbnail, and around it


class RunNameDelegate(QStyledItemDelegate):
    """Two lines: the name, bold for the open run, and its state. The editor takes the place of the name."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(SIDE + 160, SIDE + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        plain.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        painter.save()
        self._paint_thumbnail(painter, option, index.data(THUMBNAIL))
        self._paint_lines(painter, option, index)
        painter.restore()

    def _paint_thumbnail(self, painter: QPainter, option: QStyleOptionViewItem, thumbnail: QPixmap | None) -> None:
        left, top = option.rect.x() + GAP, option.rect.y() + (option.rect.height() - SIDE) // 2
        if thumbnail is None:
            ink = option.palette.color(QPalette.ColorRole.PlaceholderText).name()
            thumbnail = icons.pixmap("run", ink, SIDE - 2 * GAP, 2.0)
            left, top = left + GAP, top + GAP
        painter.drawPixmap(left, top, thumbnail)

    def _paint_lines(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, room, state, is_open = (
            option.palette,
            self._text_room(option.rect),
            index.data(STATE),
            index.data(OPEN),
        )
        upper = QRect(room.x(), room.y(), room.width(), room.height() // 2 if state else room.height())
        painter.setFont(weighted(option.font, QFont.Weight.Bold) if is_open else option.font)
        paint_line(painter, upper, index.data(), palette.color(QPalette.ColorRole.Text))
        if state:
            painter.setFont(option.font)
            shade = QPalette.ColorRole.Link if is_open else QPalette.ColorRole.PlaceholderText
            paint_line(painter, upper.translated(0, upper.height()), state, palette.color(shade))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:  # noqa: N802
        editor.setGeometry(self._text_room(option.rect))

    @staticmethod
    def _text_room(rect: QRect) -> QRect:
        return rect.adjusted(SIDE + 2 * GAP, 3, -GAP, -3)
