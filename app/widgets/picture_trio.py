"""One picture as three networks see it, side by side and linked, with what steers the overlays."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.stylesheet import MEDIUM, SMALL, TIGHT
from app.widgets.basics import Button, Elided, row
from app.widgets.picture_view import Overlay, PictureView, Viewport
from app.widgets.tones import muted
from icnn_engine.heatmaps import COLOURS, OPACITY


class Caption(QWidget):
    """Two lines above a picture: whose eyes these are, and what that network answers."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Elided("", "caption", Qt.TextElideMode.ElideRight)
        self.line = Elided("", "small", Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.line)

    def set_words(self, title: str, line: str) -> None:
        """Say something else."""
        self.title.set_text(title)
        self.line.set_text(line)


class PicturePane(QWidget):
    """A picture with its caption."""

    def __init__(self, least: QSize) -> None:
        super().__init__()
        self.caption = Caption()
        self.view = PictureView()
        self.view.setMinimumSize(least)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT + 2)
        layout.addWidget(self.caption)
        layout.addWidget(self.view, 1)

    def show_pane(self, picture: QImage | None, overlay: Overlay, title: str, line: str) -> None:
        """Show another picture."""
        self.caption.set_words(title, line)
        self.view.show_picture(picture, overlay)
        self.view.setAccessibleName(f"{title}. {line}")


class ColourBar(QWidget):
    """The colours of the overlay from nothing to the value drawn brightest."""

    def __init__(self) -> None:
        super().__init__()
        self._top = ""
        self._room = True
        self.setFixedSize(150, 22)

    def set_top(self, words: str) -> None:
        """What the brightest colour stands for."""
        self._top = words
        self.setVisible(bool(words) and self._room)
        self.update()

    def set_room(self, room: bool) -> None:
        """Whether there is room for it."""
        self._room = room
        self.set_top(self._top)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        painter.setPen(muted(self.palette()))
        room = QRectF(self.rect())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._top)
        right = painter.fontMetrics().horizontalAdvance(self._top) + 8
        bar = QRectF(14, room.center().y() - 4, room.width() - 14 - right, 8)
        shades = QLinearGradient(QPointF(bar.left(), 0), QPointF(bar.right(), 0))
        for step in range(0, 256, 17):
            shades.setColorAt(step / 255, "#{:02x}{:02x}{:02x}".format(*COLOURS[step]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shades)
        painter.drawRoundedRect(bar, 4, 4)


class PictureTrio(QWidget):
    """The filter's picture, and beside it CAM's and the other network's. Zoom and overlay are common to all."""

    strongest_wanted = Signal()  # show the other network's strongest filter again

    def __init__(self) -> None:
        super().__init__()
        self.own = PicturePane(QSize(150, 150))
        self.cam, self.other = PicturePane(QSize(120, 150)), PicturePane(QSize(120, 150))
        self.views = tuple(pane.view for pane in (self.own, self.cam, self.other))
        self.strongest = Button(self.tr("Strongest filter instead"), "link")
        self.strongest.clicked.connect(self.strongest_wanted)
        self.strongest.hide()
        pictures = QHBoxLayout()
        pictures.setSpacing(MEDIUM)
        for pane, share in ((self.own, 5), (self.cam, 4), (self.other, 4)):
            pictures.addWidget(pane, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(pictures, 1)
        layout.addLayout(self._build_bar())
        for view in self.views:
            view.viewport_changed.connect(self._move)

    def _build_bar(self) -> QHBoxLayout:
        self.shown = toggle(self.tr("Overlay"), self.tr("Show or hide the overlay (Space)"))
        self.shown.setChecked(True)
        self.shown.toggled.connect(self._show_overlay)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setValue(round(OPACITY * 100))
        self.opacity.setFixedWidth(110)
        self.opacity.setAccessibleName(self.tr("Opacity of the overlay"))
        self.opacity.setToolTip(self.opacity.accessibleName())
        self.opacity.valueChanged.connect(self._set_opacity)
        self.marks = toggle(self.tr("Field and peak"), self.tr("Frame the effective receptive field of the peak"))
        self.marks.setChecked(True)
        self.marks.toggled.connect(self._show_marks)
        self.colours = ColourBar()
        self.colours.setToolTip(self.tr("The brightest colour stands for the filter's usual peak in this run"))
        self._set_opacity(self.opacity.value())
        return row(self.shown, self.opacity, self.marks, 1, self.strongest, self.colours, spacing=MEDIUM)

    def toggle_overlay(self) -> None:
        """Show the overlay if it is hidden, else hide it."""
        self.shown.toggle()

    def reset(self) -> None:
        """Show the whole picture in every view."""
        self.own.view.reset()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the colour bar out: there is little room."""
        self.colours.set_room(not narrow)

    def show_nothing(self, why: str) -> None:
        """Show no picture, and say why there is none."""
        for pane in (self.own, self.cam, self.other):
            pane.view.set_placeholder(why)
            pane.show_pane(None, Overlay(None), "", "")
        self.strongest.hide()
        self.colours.set_top("")

    @Slot(bool)
    def _show_overlay(self, shown: bool) -> None:
        self.opacity.setEnabled(shown)
        for view in self.views:
            view.set_overlay_shown(shown)

    @Slot(bool)
    def _show_marks(self, shown: bool) -> None:
        for view in self.views:
            view.set_marks_shown(shown)

    @Slot(int)
    def _set_opacity(self, percent: int) -> None:
        for view in self.views:
            view.set_opacity(percent / 100)

    @Slot(object)
    def _move(self, viewport: Viewport) -> None:
        for view in self.views:
            view.set_viewport(viewport)


def toggle(text: str, hint: str) -> Button:
    """A button that stays pressed while something is on."""
    made = Button(text)
    made.setCheckable(True)
    made.setToolTip(hint)
    made.setAccessibleDescription(hint)
    return made
