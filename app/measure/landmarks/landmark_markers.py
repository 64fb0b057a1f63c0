"""The landmarks of a picture as they are painted: dots with names, a cross, and a magnifier."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from app.annotation.annotation_view import paint_words
from app.measure.landmarks.annotation_session import AnnotationSession
from app.style.colours import part_colour
from app.widgets.pictures.painting import PLATE, WHITE
from app.widgets.pictures.viewport import ARROWS, point_of

LENS, MAGNIFIED = 62.0, 3.0  # the magnifier's radius in screen pixels, and how much larger it shows


@dataclass(frozen=True, slots=True)
class LandmarkMarker:
    """The landmark of a part at (x, y), in shares of the picture's width and height."""

    part: str
    x: float
    y: float
    colour: QColor
    chosen: bool = False


def markers_of(session: AnnotationSession) -> list[LandmarkMarker]:
    """Return the visible landmarks of the picture on show."""
    picture, row = session.picture, session.marks.of(session.picture.name)
    markers = []
    for i, part in enumerate(session.marks.parts):
        point = row[part].point if part in row else None
        if point is not None:
            x, y = point[0] / picture.width, point[1] / picture.height
            markers.append(LandmarkMarker(part, x, y, part_colour(i), i == session.part))
    return markers


def paint_landmark(painter: QPainter, rect: QRectF, marker: LandmarkMarker) -> None:
    """Paint a dot with the part's name. `rect`: where the picture lies."""
    at, radius = point_of(rect, marker.x, marker.y), 7.0 if marker.chosen else 5.5
    painter.setBrush(marker.colour)
    for pen in (QPen(PLATE, 4.0), QPen(WHITE, 2.0)):
        painter.setPen(pen)
        painter.drawEllipse(at, radius, radius)
    paint_words(painter, at + QPointF(radius + 8, 0), marker.part)


def paint_cross(painter: QPainter, at: QPointF, colour: QColor) -> None:
    """Paint a cross whose middle stays free."""
    for pen in (QPen(PLATE, 4.5), QPen(WHITE, 2.5), QPen(colour, 1.2)):
        painter.setPen(pen)
        for direction in ARROWS.values():
            painter.drawLine(at + direction * 4, at + direction * 20)


def paint_lens(painter: QPainter, view: QRectF, rect: QRectF, picture: QPixmap, marker: LandmarkMarker) -> None:
    """Paint the landmark that is being dragged, and beside it the picture around it enlarged."""
    at = point_of(rect, marker.x, marker.y)
    side = 1 if at.x() + 3 * LENS < view.width() else -1
    middle = QPointF(at.x() + side * 1.7 * LENS, min(max(at.y(), LENS + 4), view.height() - LENS - 4))
    scale = picture.width() / rect.width() / MAGNIFIED
    source = QRectF(0, 0, 2 * LENS * scale, 2 * LENS * scale)
    source.moveCenter(QPointF(marker.x * picture.width(), marker.y * picture.height()))
    circle = QPainterPath()
    circle.addEllipse(middle, LENS, LENS)
    painter.save()
    painter.setClipPath(circle)
    painter.fillPath(circle, PLATE)
    painter.drawPixmap(circle.boundingRect(), picture, source)
    painter.restore()
    for pen in (QPen(PLATE, 4.0), QPen(WHITE, 2.0)):
        painter.strokePath(circle, pen)
    for point in (middle, at):
        paint_cross(painter, point, marker.colour)
