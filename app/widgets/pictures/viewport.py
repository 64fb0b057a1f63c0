"""Where a picture lies in a view: zoom, position, and points of the view as shares of the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt

MOST_ZOOM = 24.0
Box = tuple[float, float, float, float]  # left, top, right, bottom, in shares of the picture
T = TypeVar("T")
ARROWS: dict[int, QPointF] = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


@dataclass(frozen=True, slots=True)
class Viewport:
    """The part of a picture on show. `zoom` 1 fits the whole picture; (x, y): the share in the middle of the view."""

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5


WHOLE = Viewport()


def placed(viewport: Viewport, picture: QSizeF, view: QSizeF) -> QRectF:
    """Return the rectangle of the whole picture in view coordinates.

    A picture larger than the view covers it; a smaller one is centred.
    """
    scale = min(view.width() / picture.width(), view.height() / picture.height()) * viewport.zoom
    width, height = picture.width() * scale, picture.height() * scale
    left = _clamped(view.width() / 2 - viewport.x * width, view.width(), width)
    top = _clamped(view.height() / 2 - viewport.y * height, view.height(), height)
    return QRectF(left, top, width, height)


def _clamped(start: float, room: float, length: float) -> float:
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, start))


def clamped(viewport: Viewport, picture: QSizeF, view: QSizeF) -> Viewport:
    """Return the viewport with (x, y) moved to where `placed` puts the picture."""
    middle = share_of(placed(viewport, picture, view), _middle(view))
    return Viewport(viewport.zoom, middle.x(), middle.y())


def zoomed(viewport: Viewport, factor: float, at: QPointF | None, picture: QSizeF, view: QSizeF) -> Viewport:
    """Return the viewport enlarged `factor` times; the point `at` of the view stays, by default its middle."""
    point = at or _middle(view)
    share = share_of(placed(viewport, picture, view), point)
    zoom = min(MOST_ZOOM, max(1.0, viewport.zoom * factor))
    grown, apart = placed(Viewport(zoom), picture, view), _middle(view) - point
    return Viewport(zoom, share.x() + apart.x() / grown.width(), share.y() + apart.y() / grown.height())


def panned(viewport: Viewport, moved: QPointF, picture: QSizeF, view: QSizeF) -> Viewport:
    """Return the viewport after the picture was moved by screen pixels."""
    rect = placed(viewport, picture, view)
    return Viewport(viewport.zoom, viewport.x - moved.x() / rect.width(), viewport.y - moved.y() / rect.height())


def _middle(view: QSizeF) -> QPointF:
    return QPointF(view.width() / 2, view.height() / 2)


def point_of(rect: QRectF, x: float, y: float) -> QPointF:
    """Return the point of the view at shares (x, y) of a picture drawn in `rect`."""
    return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height())


def box_of(rect: QRectF, box: Box) -> QRectF:
    """Return a box of a picture drawn in `rect` in view coordinates."""
    return QRectF(point_of(rect, box[0], box[1]), point_of(rect, box[2], box[3]))


def share_of(rect: QRectF, at: QPointF) -> QPointF:
    """Return a point of the view in shares of a picture drawn in `rect`; the inverse of `point_of`."""
    return QPointF((at.x() - rect.x()) / rect.width(), (at.y() - rect.y()) / rect.height())


def nearest(items: Iterable[T], point: Callable[[T], QPointF], at: QPointF, reach: float) -> T | None:
    """Return the item whose `point` is nearest to a point of the view; None if none is within `reach` pixels."""
    apart = ((QLineF(point(item), at).length(), item) for item in items)
    distance, item = min(apart, default=(reach, None), key=lambda entry: entry[0])
    return item if distance < reach else None
