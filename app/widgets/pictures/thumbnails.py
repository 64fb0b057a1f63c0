"""Square thumbnails with round corners, painted in lists."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from app.style.colours import accent_colour, edge_colour, raised_colour
from app.widgets.painting import rounded_path
from app.widgets.pictures.picture_model import Index, PictureDelegate

GAP = 4  # points around a thumbnail


def paint_thumbnail(painter: QPainter, box: QRectF, image: QImage | None) -> QPainterPath:
    """Paint the middle of a picture with round corners, or its place while there is none; return its outline."""
    shape = rounded_path(box, 6)
    painter.fillPath(shape, raised_colour(QGuiApplication.palette()))
    if image is not None and not image.isNull():
        side = min(image.width(), image.height())
        painter.setClipPath(shape)
        middle = QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
        painter.drawImage(box, image, middle)
        painter.setClipping(False)
    return shape


class ThumbnailDelegate(PictureDelegate):
    """Paints thumbnails of `side` points, with a frame around the chosen one."""

    def __init__(self, view: QAbstractItemView, side: int) -> None:
        super().__init__(view)
        self.side = side

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(self.side + 2 * GAP, self.side + 2 * GAP)

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = QGuiApplication.palette()
        box = QRectF(option.rect.x() + GAP, option.rect.y() + GAP, self.side, self.side)
        shape = paint_thumbnail(painter, box, self.image(index))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.strokePath(shape, QPen(accent_colour(palette), 3))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.strokePath(shape, QPen(edge_colour(palette), 2))
