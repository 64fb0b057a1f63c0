"""A picture with a heatmap over it: the wheel zooms, dragging moves, a double click shows the whole picture again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.style.colours import accent_colour, ground_colour
from app.widgets.pictures.painting import WHITE, hairline, paint_box, paint_message, paint_outside, rounded_frame
from app.widgets.pictures.part_markers import NOWHERE, RADIUS, PartMarker, marker_at, paint_markers
from app.widgets.pictures.viewport import (
    ARROWS,
    WHOLE,
    Box,
    Viewport,
    box_of,
    clamped,
    panned,
    placed,
    point_of,
    share_of,
    zoomed,
)

EVERYTHING: Box = (0.0, 0.0, 1.0, 1.0)  # of a picture
STEP = 1.25  # zoom of one notch of the wheel
PAN = 0.1  # share of the view that an arrow key moves
CORNER = 8.0
ZOOMS: dict[int, float] = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}


@dataclass(frozen=True, eq=False)
class Overlay:
    """What lies over a picture: colours with alpha over all of it; a box and a peak (x, y), both in shares of the
    picture's width and height. `smooth`: whether the colours run into each other. `region`: what the networks read of
    the picture, in shares; what lies outside is dimmed."""

    layer: QImage | None
    box: Box | None = None
    peak: tuple[float, float] | None = None
    smooth: bool = True
    region: Box = EVERYTHING


@dataclass(frozen=True, slots=True)
class PictureState:
    """How a picture is shown. `opacity`: of the heatmap, 0..1; `marks_shown`: whether the effective field and the peak
    are; `cell`: the framed cell; `lit`: the group whose marker is lit, or NOWHERE."""

    viewport: Viewport = WHOLE
    opacity: float = 0.6
    overlay_shown: bool = True
    marks_shown: bool = True
    cell: Box | None = None
    markers: tuple[PartMarker, ...] = ()
    markers_shown: bool = False
    lit: int = NOWHERE


class PictureView(QWidget):
    """Shows one picture. Views of one picture are linked by connecting `viewport_changed` to `set_viewport`."""

    viewport_changed = Signal(object)  # Viewport, when the user moves it
    pointed = Signal(object)  # QPointF in shares of the picture under the mouse, or None
    marker_pointed = Signal(int)  # the group whose marker is under the mouse, or NOWHERE
    marker_chosen = Signal(int)  # the filter whose marker was clicked

    marker_radius = RADIUS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._scaled = QPixmap()
        self.overlay = Overlay(None)
        self.state = PictureState()
        self.placeholder = ""
        self._grip: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 96)

    @property
    def viewport(self) -> Viewport:
        """The part of the picture on show."""
        return self.state.viewport

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture."""
        return not self._picture.isNull()

    @property
    def markers(self) -> tuple[PartMarker, ...]:
        """The markers on show: all, or where they are hidden the lit one alone."""
        state = self.state
        return tuple(marker for marker in state.markers if state.markers_shown or marker.group == state.lit)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 140)

    def show_picture(self, picture: QImage | None, overlay: Overlay) -> None:
        """Show a picture (None: nothing) and what lies over it; a picture of another size is shown whole."""
        pixmap = QPixmap() if picture is None else QPixmap.fromImage(picture)
        if pixmap.size() != self._picture.size():
            self.set_viewport(WHOLE)
        self._picture, self._scaled, self.overlay = pixmap, QPixmap(), overlay
        self.update()

    def set_placeholder(self, text: str) -> None:
        """Set the sentence that is shown while there is no picture."""
        self.placeholder = text
        self.update()

    def _set_state(self, state: PictureState) -> None:
        if state != self.state:
            self.state = state
            self.update()

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly the heatmap covers the picture, 0..1."""
        self._set_state(replace(self.state, opacity=opacity))

    def set_overlay_shown(self, shown: bool) -> None:
        """Show or hide the heatmap."""
        self._set_state(replace(self.state, overlay_shown=shown))

    def set_marks_shown(self, shown: bool) -> None:
        """Show or hide the effective field and the peak."""
        self._set_state(replace(self.state, marks_shown=shown))

    def mark_cell(self, cell: Box | None) -> None:
        """Frame a cell; None: no cell."""
        self._set_state(replace(self.state, cell=cell))

    def show_markers(self, markers: Sequence[PartMarker]) -> None:
        """Mark these parts."""
        self._set_state(replace(self.state, markers=tuple(markers)))

    def set_markers_shown(self, shown: bool) -> None:
        """Show or hide the markers of parts; the lit one is shown in any case."""
        self._set_state(replace(self.state, markers_shown=shown))

    def light(self, group: int) -> None:
        """Light the marker of a group (NOWHERE: none), without a signal."""
        self._set_state(replace(self.state, lit=group))

    def set_viewport(self, viewport: Viewport) -> None:
        """Show a part of the picture, without a signal."""
        self._set_state(replace(self.state, viewport=viewport))

    # Zoom and position

    @property
    def _sizes(self) -> tuple[QSizeF, QSizeF]:
        return QSizeF(self._picture.size()), QSizeF(self.size())

    def picture_rect(self) -> QRectF:
        """Return the rectangle of the whole picture in this widget."""
        return placed(self.viewport, *self._sizes)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the widget, its middle by default."""
        if self.has_picture:
            self._move_to(zoomed(self.viewport, factor, at, *self._sizes))

    def reset(self) -> None:
        """Show the whole picture."""
        self._move_to(WHOLE)

    def _pan(self, moved: QPointF) -> None:
        if self.has_picture:
            self._move_to(panned(self.viewport, moved, *self._sizes))

    def _move_to(self, viewport: Viewport) -> None:
        kept = clamped(viewport, *self._sizes)
        if kept != self.viewport:
            self.set_viewport(kept)
            self.viewport_changed.emit(kept)

    # Mouse and keyboard

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        notches = event.angleDelta().y() / 120
        is_meant = self.hasFocus() or event.modifiers() & Qt.KeyboardModifier.ControlModifier  # else the page scrolls
        zooms = notches > 0 or (notches < 0 and self.viewport.zoom > 1)
        event.setAccepted(zooms and self.has_picture and bool(is_meant))
        if event.isAccepted():
            self.zoom_by(STEP**notches, event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        marker = self._marker_at(event.position())
        if marker is not None:
            self.marker_chosen.emit(marker.filter)
        elif self.viewport.zoom > 1:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        if self._grip is not None:
            moved, self._grip = at - self._grip, at
            self._pan(moved)
        elif self.has_picture:
            rect, marker = self.picture_rect(), self._marker_at(at)
            self.pointed.emit(share_of(rect, at) if rect.contains(at) else None)
            self._point_at_marker(NOWHERE if marker is None else marker.group)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.pointed.emit(None)
        self._point_at_marker(NOWHERE)

    def _point_at_marker(self, group: int) -> None:
        if group != self.state.lit:
            self.setCursor(Qt.CursorShape.ArrowCursor if group == NOWHERE else Qt.CursorShape.PointingHandCursor)
            self.light(group)
            self.marker_pointed.emit(group)

    def _marker_at(self, at: QPointF) -> PartMarker | None:
        return marker_at(self.markers, self.picture_rect(), at, self.marker_radius) if self.has_picture else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002
        self._grip = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002
        if self.has_picture:
            self.reset()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if key in ZOOMS:
            self.zoom_by(ZOOMS[key])
        elif key in ARROWS:
            self._pan(QPointF(-ARROWS[key].x() * self.width() * PAN, -ARROWS[key].y() * self.height() * PAN))
        elif key == Qt.Key.Key_0 and self.has_picture:
            self.reset()
        else:
            event.ignore()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter, palette = QPainter(self), self.palette()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        border = QPen(accent_colour(palette), 2) if self.hasFocus() else hairline(palette)
        with rounded_frame(painter, frame, CORNER, ground_colour(palette), border):
            if self.has_picture:
                self._paint_picture(painter, self.picture_rect())
            else:
                paint_message(painter, frame, palette, self.placeholder)

    def _paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        state, overlay, picture = self.state, self.overlay, self._fitting(rect)
        painter.drawPixmap(rect, picture, QRectF(picture.rect()))
        if overlay.region != EVERYTHING:
            paint_outside(painter, rect, box_of(rect, overlay.region))
        if state.overlay_shown and overlay.layer is not None:
            painter.setOpacity(state.opacity)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, overlay.smooth)
            painter.drawImage(rect, overlay.layer)
            painter.setOpacity(1.0)
        if state.marks_shown and overlay.box is not None:
            paint_box(painter, box_of(rect, overlay.box), 2.0)
        if state.marks_shown and overlay.peak is not None:
            painter.setPen(QPen(QColor(0, 0, 0, 170), 1.5))
            painter.setBrush(WHITE)
            painter.drawEllipse(point_of(rect, *overlay.peak), 4.0, 4.0)
        if state.cell is not None:
            paint_box(painter, box_of(rect, state.cell), 1.5)
        paint_markers(painter, rect, self.markers, state.lit, self.marker_radius)

    def _fitting(self, rect: QRectF) -> QPixmap:
        """Return the picture, smoothly scaled down if it is drawn smaller than it is."""
        wanted = (QSizeF(rect.size()) * self.devicePixelRatioF()).toSize()
        if wanted.width() >= self._picture.width() or wanted.isEmpty():
            return self._picture
        if self._scaled.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._picture.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._scaled
