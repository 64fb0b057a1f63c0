"""A list of answers: a thumbnail, what the picture shows, what was said and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.style.colours import (
    accent_colour,
    edge_colour,
    good_colour,
    ground_colour,
    mixed_colour,
    muted_colour,
    raised_colour,
    text_colour,
    warning_colour,
)
from app.widgets import plain_text

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ANSWER, IMAGE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
SIDE, PADDING = 56, 8


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer in words: the picture's index, its name, what was said of it, what it shows, whether that is right."""

    picture: int
    name: str
    said: str
    shown: str
    right: bool


class AnswerModel(QAbstractListModel):
    """Answers, and the thumbnails that are there so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[AnswerRow] = ()
        self.images: dict[int, QImage] = {}

    def set_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show other answers; thumbnails stay."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def set_image(self, picture: int, image: QImage) -> None:
        """A thumbnail that has been made."""
        self.images[picture] = image
        for place, row in enumerate(self.rows):
            if row.picture == picture:
                self.dataChanged.emit(self.index(place), self.index(place), [IMAGE])

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case _ if role == ANSWER:
                return row
            case _ if role == IMAGE:
                return self.images.get(row.picture)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return plain_text.model_tooltip(role, f"{row.name}\n{row.said}. {row.shown}")
        return None


class AnswerDelegate(QStyledItemDelegate):
    """Paints an answer in two lines beside its thumbnail; asks for thumbnails that are missing."""

    def __init__(self, view: AnswerList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(200, SIDE + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, answer = QGuiApplication.palette(), index.data(ANSWER)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(accent_colour(palette), 1.5))
            painter.setBrush(mixed_colour(ground_colour(palette), accent_colour(palette), 0.12))
            painter.drawRoundedRect(frame, 8, 8)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(edge_colour(palette), 1))
            painter.drawRoundedRect(frame, 8, 8)
        thumb = QRectF(frame.x() + PADDING - 2, frame.y() + PADDING - 2, SIDE, SIDE)
        self._paint_thumbnail(painter, thumb, answer, index.data(IMAGE))
        room = QRect(option.rect.adjusted(SIDE + 2 * PADDING + 4, PADDING, -PADDING, -PADDING))
        self._paint_words(painter, room, answer, option)
        painter.restore()

    def _paint_thumbnail(self, painter: QPainter, box: QRectF, answer: AnswerRow, image: QImage | None) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.fillPath(path, raised_colour(QGuiApplication.palette()))
        if image is None:
            self._view.wanted.emit(answer.picture)
            return
        painter.save()
        painter.setClipPath(path)
        side = min(image.width(), image.height())
        left, top = (image.width() - side) / 2, (image.height() - side) / 2
        painter.drawImage(box, image, QRectF(left, top, side, side))
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, answer: AnswerRow, option: QStyleOptionViewItem) -> None:
        palette, third = QGuiApplication.palette(), room.height() // 3
        font = QFont(option.font)
        lines = (
            (
                answer.said,
                good_colour(palette) if answer.right else warning_colour(palette),
                True,
                Qt.TextElideMode.ElideRight,
            ),
            (answer.shown, text_colour(palette), False, Qt.TextElideMode.ElideRight),
            (answer.name, muted_colour(palette), False, Qt.TextElideMode.ElideMiddle),
        )
        for place, (words, colour, bold, mode) in enumerate(lines):
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(colour)
            line = QRect(room.left(), room.top() + place * third, room.width(), third)
            elided = painter.fontMetrics().elidedText(words, mode, room.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided)


class AnswerList(QListView):
    """Answers, one of them chosen."""

    chosen = Signal(int)  # index of a picture
    wanted = Signal(int)  # the thumbnail of a picture

    def __init__(self) -> None:
        super().__init__()
        self.model_ = AnswerModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(AnswerDelegate(self))
        self.setProperty("role", "bare")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Answers worth a look"))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show other answers; the first is chosen."""
        self.model_.set_rows(rows)
        if rows:
            self.setCurrentIndex(self.model_.index(0))

    def forget_images(self) -> None:
        """Another run: its pictures are others."""
        self.model_.images.clear()

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.data(ANSWER).picture)
