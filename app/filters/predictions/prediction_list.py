"""A list of predictions: a thumbnail, what the picture shows, what was answered and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

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
from app.widgets.painting import MIDDLE, draw_rounded, draw_text, font_like, rounded_path
from app.widgets.pictures.picture_model import ITEM, KEY, Index, PictureDelegate, PictureModel, set_up_view

SIDE, PADDING = 56, 8


@dataclass(frozen=True, slots=True)
class PredictionRow:
    """One prediction in words. `picture`: index in the run; `name`: its name; `answered`, `shown`: two lines."""

    picture: int
    name: str
    answered: str
    shown: str
    right: bool


class PredictionDelegate(PictureDelegate):
    """Paints a prediction in three lines beside its thumbnail."""

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
        self._paint_thumbnail(painter, thumbnail, self.image(index))
        room = QRectF(option.rect.adjusted(SIDE + 2 * PADDING + 4, PADDING, -PADDING, -PADDING))
        self._paint_words(painter, room, index.data(ITEM), option)

    def _paint_thumbnail(self, painter: QPainter, box: QRectF, image: QImage | None) -> None:
        shape = rounded_path(box, 6)
        painter.fillPath(shape, raised_colour(QGuiApplication.palette()))
        if image is not None:
            side = min(image.width(), image.height())
            painter.setClipPath(shape)
            middle = QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
            painter.drawImage(box, image, middle)
            painter.setClipping(False)

    def _paint_words(
        self, painter: QPainter, room: QRectF, prediction: PredictionRow, option: QStyleOptionViewItem
    ) -> None:
        palette, elide = QGuiApplication.palette(), Qt.TextElideMode
        shade = good_colour(palette) if prediction.right else warning_colour(palette)
        line = QRectF(room.left(), room.top(), room.width(), room.height() // 3)
        painter.setFont(font_like(option.font, bold=True))
        draw_text(painter, line, prediction.answered, shade, MIDDLE, elide.ElideRight)
        painter.setFont(option.font)
        line.translate(0, line.height())
        draw_text(painter, line, prediction.shown, text_colour(palette), MIDDLE, elide.ElideRight)
        line.translate(0, line.height())
        draw_text(painter, line, prediction.name, muted_colour(palette), MIDDLE, elide.ElideMiddle)


class PredictionList(QListView):
    """Predictions, one of them chosen."""

    chosen = Signal(int)  # index of a picture
    wanted = Signal(object)  # the thumbnail of a picture

    def __init__(self) -> None:
        super().__init__(uniformItemSizes=True)
        self.pictures: PictureModel[PredictionRow] = PictureModel(
            attrgetter("picture"), lambda row: f"{row.name}\n{row.answered}. {row.shown}", self
        )
        delegate = PredictionDelegate(self)
        delegate.wanted.connect(self.wanted)
        set_up_view(self, self.pictures, delegate, self.tr("Answers worth a look"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current_moved)

    def show_rows(self, rows: Sequence[PredictionRow]) -> None:
        """Show other predictions and choose the first."""
        self.pictures.set_items(rows)
        if rows:
            self.setCurrentIndex(self.pictures.index(0, 0))

    def _current_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.data(KEY))
