"""A picture with a heatmap over it: wheel zooms, dragging moves, a double click shows the whole picture again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.style.colours import accent_colour, ground_colour, line_colour, muted_colour
from app.widgets.pictures.part_markers import NOWHERE, PartMarker, marker_at, paint_markers, point_of

MOST_ZOOM = 24.0
STEP = 1.25  # zoom of one notch of the wheel
PAN = 0.1  # share of the view that an arrow key moves
CORNER = 8.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Viewport:
    """What part of a picture is shown. `zoom` 1 fits the whole; (x, y) in 0..1 is the point in the middle."""

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, eq=False)
class Overlay:
    """What lies over a picture: colours with alpha over all of it; a box (left, top, right, bottom) and a peak (x, y),
    both in shares of the picture's width and height. `smooth`: whether the colours run into each other."""

    layer: QImage | None
    box: Box | None = None
    peak: tuple[float, float] | None = None
    smooth: bool = True


def placed(viewport: Viewport, picture: QSizeF, view: QSizeF) -> QRectF:
    """Where the whole picture lies in view coordinates; it never leaves a side of the view empty that it could fill."""
    scale = min(view.width() / picture.width(), view.height() / picture.height()) * viewport.zoom
    width, height = picture.width() * scale, picture.height() * scale
    left = _clamped(view.width() / 2 - viewport.x * width, view.width(), width)
    top = _clamped(view.height() / 2 - viewport.y * height, view.height(), height)
    return QRectF(left, top, width, height)


def _clamped(start: float, room: float, length: float) -> float:
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, start))


class PictureView(QWidget):
    """Shows one picture. Views of one picture are linked by passing `viewport_changed` to `set_viewport`."""

    viewport_changed = Signal(object)  # Viewport, when the user moves it
    pointed = Signal(object)  # QPointF in shares of the picture that the mouse is over, or None
    spot_pointed = Signal(int)  # the group whose marker the mouse is over, or NOWHERE
    spot_chosen = Signal(int)  # the filter whose marker was clicked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._scaled = QPixmap()
        self._overlay = Overlay(None)
        self._viewport = Viewport()
        self._opacity, self._overlay_shown, self._marks_shown = 0.6, True, True
        self._placeholder = ""
        self._grip: QPointF | None = None
        self._pointed_cell: Box | None = None
        self._markers: tuple[PartMarker, ...] = ()
        self._markers_shown, self._lit = False, NOWHERE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 96)

    @property
    def viewport(self) -> Viewport:
        """What part of the picture is shown."""
        return self._viewport

    @property
    def overlay(self) -> Overlay:
        """What lies over the picture."""
        return self._overlay

    @property
    def overlay_shown(self) -> bool:
        """Whether the heatmap is drawn."""
        return self._overlay_shown

    @property
    def opacity(self) -> float:
        """How strongly the heatmap covers the picture, 0..1."""
        return self._opacity

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture."""
        return not self._picture.isNull()

    @property
    def placeholder(self) -> str:
        """What is said where there is no picture."""
        return self._placeholder

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 140)

    def show_picture(self, picture: QImage | None, overlay: Overlay) -> None:
        """Show a picture (None: nothing) with what lies over it; a picture of another shape is shown whole."""
        pixmap = QPixmap() if picture is None else QPixmap.fromImage(picture)
        if pixmap.size() != self._picture.size():
            self._viewport = Viewport()
        self._picture, self._scaled, self._overlay = pixmap, QPixmap(), overlay
        self.update()

    def set_placeholder(self, text: str) -> None:
        """What is said where there is no picture."""
        self._placeholder = text
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """How strongly the heatmap covers the picture, 0..1."""
        if opacity != self._opacity:
            self._opacity = opacity
            self.update()

    def set_overlay_shown(self, shown: bool) -> None:
        """Show or hide the heatmap."""
        if shown != self._overlay_shown:
            self._overlay_shown = shown
            self.update()

    def set_marks_shown(self, shown: bool) -> None:
        """Show or hide the effective field and the peak."""
        if shown != self._marks_shown:
            self._marks_shown = shown
            self.update()

    def mark_cell(self, cell: Box | None) -> None:
        """Frame the cell that is pointed at, (left, top, right, bottom) in shares of the picture; None: none."""
        if cell != self._pointed_cell:
            self._pointed_cell = cell
            self.update()

    @property
    def marked_cell(self) -> Box | None:
        """The cell that is framed."""
        return self._pointed_cell

    @property
    def markers(self) -> tuple[PartMarker, ...]:
        """The markers that are to be seen now: all, or where they are hidden only the one that is lit."""
        return tuple(spot for spot in self._markers if self._markers_shown or spot.group == self._lit)

    @property
    def lit(self) -> int:
        """The group whose marker is lit, or NOWHERE."""
        return self._lit

    def show_spots(self, spots: Sequence[PartMarker]) -> None:
        """Mark these parts."""
        if tuple(spots) != self._markers:
            self._markers = tuple(spots)
            self.update()

    def set_spots_shown(self, shown: bool) -> None:
        """Show or hide the markers of parts; the one that is lit is shown in any case."""
        if shown != self._markers_shown:
            self._markers_shown = shown
            self.update()

    def light(self, group: int) -> None:
        """Light one marker (NOWHERE: none), silently."""
        if group != self._lit:
            self._lit = group
            self.update()

    def set_viewport(self, viewport: Viewport) -> None:
        """Show that part of the picture, silently."""
        if viewport != self._viewport:
            self._viewport = viewport
            self.update()

    def picture_rect(self) -> QRectF:
        """Where the whole picture lies in this widget."""
        return placed(self._viewport, QSizeF(self._picture.size()), QSizeF(self.size()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the widget, the middle by default."""
        if self._picture.isNull():
            return
        point, rect = at or QPointF(self.width() / 2, self.height() / 2), self.picture_rect()
        share = QPointF((point.x() - rect.x()) / rect.width(), (point.y() - rect.y()) / rect.height())
        zoom = min(MOST_ZOOM, max(1.0, self._viewport.zoom * factor))
        grown = placed(Viewport(zoom), QSizeF(self._picture.size()), QSizeF(self.size()))
        x = share.x() + (self.width() / 2 - point.x()) / grown.width()
        y = share.y() + (self.height() / 2 - point.y()) / grown.height()
        self._move_to(Viewport(zoom, x, y))

    def reset(self) -> None:
        """Show the whole picture."""
        self._move_to(Viewport())

    def _move_to(self, viewport: Viewport) -> None:
        size = QSizeF(self._picture.size())
        rect = placed(viewport, size, QSizeF(self.size()))
        kept = replace(
            viewport,
            x=(self.width() / 2 - rect.x()) / rect.width(),
            y=(self.height() / 2 - rect.y()) / rect.height(),
        )
        if kept != self._viewport:
            self._viewport = kept
            self.update()
            self.viewport_changed.emit(kept)

    def _pan(self, dx: float, dy: float) -> None:
        if not self._picture.isNull():
            rect, now = self.picture_rect(), self._viewport
            self._move_to(Viewport(now.zoom, now.x - dx / rect.width(), now.y - dy / rect.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        notches = event.angleDelta().y() / 120
        if notches and not self._picture.isNull():
            self.zoom_by(STEP**notches, event.position())
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        spot = self._marker_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self.spot_chosen.emit(spot.filter)
        elif event.button() == Qt.MouseButton.LeftButton and self._viewport.zoom > 1:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._grip is not None:
            moved = event.position() - self._grip
            self._grip = event.position()
            self._pan(moved.x(), moved.y())
        elif not self._picture.isNull():
            self._tell_pointed(event.position())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._point_away()

    def _tell_pointed(self, at: QPointF) -> None:
        rect = self.picture_rect()
        inside = rect.contains(at)
        self.pointed.emit(
            QPointF((at.x() - rect.x()) / rect.width(), (at.y() - rect.y()) / rect.height()) if inside else None
        )
        spot = self._marker_at(at)
        group = NOWHERE if spot is None else spot.group
        if group != self._lit:
            self.setCursor(Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor)
            self.light(group)
            self.spot_pointed.emit(group)

    def _point_away(self) -> None:
        self.pointed.emit(None)
        if self._lit != NOWHERE:
            self.light(NOWHERE)
            self.spot_pointed.emit(NOWHERE)

    def _marker_at(self, at: QPointF) -> PartMarker | None:
        return None if self._picture.isNull() else marker_at(self.markers, self.picture_rect(), at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002
        self._grip = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002
        if not self._picture.isNull():
            self.reset()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step_x, step_y = self.width() * PAN, self.height() * PAN
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(STEP)
            case Qt.Key.Key_Minus:
                self.zoom_by(1 / STEP)
            case Qt.Key.Key_0 if not self._picture.isNull():
                self.reset()
            case Qt.Key.Key_Left:
                self._pan(step_x, 0)
            case Qt.Key.Key_Right:
                self._pan(-step_x, 0)
            case Qt.Key.Key_Up:
                self._pan(0, step_y)
            case Qt.Key.Key_Down:
                self._pan(0, -step_y)
            case _:
                event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(frame, CORNER, CORNER)
        painter.fillPath(path, ground_colour(self.palette()))
        painter.save()
        painter.setClipPath(path)
        if self._picture.isNull():
            painter.setPen(muted_colour(self.palette()))
            space = frame.adjusted(16, 16, -16, -16)
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._placeholder)
        else:
            self._paint_picture(painter)
        painter.restore()
        focused = self.hasFocus()
        painter.setPen(
            QPen(accent_colour(self.palette()) if focused else line_colour(self.palette()), 2 if focused else 1)
        )
        painter.drawPath(path)

    def _paint_picture(self, painter: QPainter) -> None:
        rect = self.picture_rect()
        fitting = self._fitting(rect)
        painter.drawPixmap(rect, fitting, QRectF(fitting.rect()))
        if self._overlay_shown and self._overlay.layer is not None:
            painter.setOpacity(self._opacity)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._overlay.smooth)
            painter.drawImage(rect, self._overlay.layer)
            painter.setOpacity(1.0)
        if self._marks_shown:
            self._paint_marks(painter, rect)
        if self._pointed_cell is not None:
            _frame(painter, _within(rect, self._pointed_cell), 1.5)
        paint_markers(painter, rect, self.markers, self._lit)

    def _fitting(self, rect: QRectF) -> QPixmap:
        """The picture, scaled down well where it is drawn smaller than it is."""
        ratio = self.devicePixelRatioF()
        wanted = (QSizeF(rect.size()) * ratio).toSize()
        if wanted.width() >= self._picture.width() or wanted.isEmpty():
            return self._picture
        if self._scaled.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._picture.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._scaled

    def _paint_marks(self, painter: QPainter, rect: QRectF) -> None:
        if self._overlay.box is not None:
            _frame(painter, _within(rect, self._overlay.box), 2.0)
        if self._overlay.peak is not None:
            painter.setPen(QPen(QColor(0, 0, 0, 170), 1.5))
            painter.setBrush(QColor("white"))
            painter.drawEllipse(point_of(rect, *self._overlay.peak), 4.0, 4.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)


def _within(rect: QRectF, box: Box) -> QRectF:
    return QRectF(point_of(rect, box[0], box[1]), point_of(rect, box[2], box[3]))


def _frame(painter: QPainter, box: QRectF, width: float) -> None:
    """A white frame that is seen on light pictures too."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, wide in ((QColor(0, 0, 0, 150), width + 2), (QColor(255, 255, 255, 235), width)):
        painter.setPen(QPen(colour, wide))
        painter.drawRoundedRect(box, 3, 3)
