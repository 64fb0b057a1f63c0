"""A list of pictures with two lines of words beside the thumbnail of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from app.style.colours import (
    accent_colour,
    edge_colour,
    good_colour,
    ground_colour,
    mixed_colour,
    muted_colour,
    text_colour,
    warning_colour,
)
from app.widgets.painting import MIDDLE, draw_rounded, draw_text, font_like
from app.widgets.pictures.picture_model import ITEM, KEY, Index, PictureDelegate, PictureModel, set_up_view
from app.widgets.pictures.thumbnails import paint_thumbnail

SIDE, PADDING = 56, 8


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One picture in words. `picture`: index in the run; `name`: its name, below two lines of words, of which the
    first is coloured as `good` or as what needs a look."""

    picture: int
    name: str
    first: str
    second: str
    good: bool


class PictureRowDelegate(PictureDelegate):
    """Paints a picture's words in three lines beside its thumbnail."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(200, SIDE + 2 * PADDING)

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, frame = QGuiApplication.palette(), QRectF(option.rect).adjusted(2, 2, -2, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            fill = mixed_colour(ground_colour(palette), accent_colour(palette), 0.12)
            draw_rounded(painter, frame, 8, fill, QPen(accent_colour(palette), 1.5))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_rounded(painter, frame, 8, pen=QPen(edge_colour(palette), 1))
        thumbnail = QRectF(frame.x() + PADDING - 2, frame.y() + PADDING - 2, SIDE, SIDE)
        paint_thumbnail(painter, thumbnail, self.image(index))
        room = QRectF(option.rect.adjusted(SIDE + 2 * PADDING + 4, PADDING, -PADDING, -PADDING))
        self._paint_words(painter, room, index.data(ITEM), option)

    def _paint_words(self, painter: QPainter, room: QRectF, words: PictureRow, option: QStyleOptionViewItem) -> None:
        palette, elide = QGuiApplication.palette(), Qt.TextElideMode
        shade = good_colour(palette) if words.good else warning_colour(palette)
        line = QRectF(room.left(), room.top(), room.width(), room.height() // 3)
        painter.setFont(font_like(option.font, bold=True))
        draw_text(painter, line, words.first, shade, MIDDLE, elide.ElideRight)
        painter.setFont(option.font)
        line.translate(0, line.height())
        draw_text(painter, line, words.second, text_colour(palette), MIDDLE, elide.ElideRight)
        line.translate(0, line.height())
        draw_text(painter, line, words.name, muted_colour(palette), MIDDLE, elide.ElideMiddle)


class PictureList(QListView):
    """Pictures with words, one of them chosen. `accessible`: its accessible name."""

    chosen = Signal(int)  # index of a picture
    wanted = Signal(object)  # the thumbnail of a picture

    def __init__(self, accessible: str) -> None:
        super().__init__(uniformItemSizes=True)
        self.pictures: PictureModel[PictureRow] = PictureModel(
            attrgetter("picture"), lambda row: f"{row.name}\n{row.first}. {row.second}", self
        )
        delegate = PictureRowDelegate(self)
        delegate.wanted.connect(self.wanted)
        set_up_view(self, self.pictures, delegate, accessible)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current_moved)

    def show_rows(self, rows: Sequence[PictureRow]) -> None:
        """Show other pictures and choose the first."""
        self.pictures.set_items(rows)
        if rows:
            self.setCurrentIndex(self.pictures.index(0, 0))

    def _current_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.data(KEY))
