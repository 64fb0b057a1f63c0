"""One picture as three networks see it, side by side and linked, with what steers the overlays."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.style.colours import muted_colour
from app.style.stylesheet import MEDIUM, SMALL, TIGHT
from app.widgets.common import Button, ElidedLabel, row
from app.widgets.fields import ChoiceField
from app.widgets.pictures.overlay_style import AS_EXPORTED, OverlayStyle, palette_titles, reach_titles
from app.widgets.pictures.picture_view import Overlay, PictureView, Viewport
from app.widgets.pictures.stage_strip import Cell
from icnn_engine.core.heatmaps import OPACITY, USUAL, colours
from icnn_engine.core.receptive_field import MapGeometry

WIDTH = 6  # characters of a number in the readout, so that it stands still while the mouse moves
FIGURE_SPACE = "\u2007"  # as wide as a digit


class Caption(QWidget):
    """Two lines above a picture: whose eyes these are, and what that network answers."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("", "caption", Qt.TextElideMode.ElideRight)
        self.line = ElidedLabel("", "small", Qt.TextElideMode.ElideRight)
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
        self._palette = USUAL
        self.setFixedSize(190, 22)

    @property
    def top(self) -> str:
        """What is said of the brightest colour."""
        return self._top

    def set_palette(self, palette: str) -> None:
        """Show other colours."""
        self._palette = palette
        self.update()

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
        painter.setPen(muted_colour(self.palette()))
        room = QRectF(self.rect())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._top)
        right = painter.fontMetrics().horizontalAdvance(self._top) + 8
        bar = QRectF(14, room.center().y() - 4, room.width() - 14 - right, 8)
        shades = QLinearGradient(QPointF(bar.left(), 0), QPointF(bar.right(), 0))
        table = colours(self._palette)
        for step in range(0, 256, 17):
            shades.setColorAt(step / 255, "#{:02x}{:02x}{:02x}".format(*table[step]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shades)
        painter.drawRoundedRect(bar, 4, 4)


class PictureTrio(QWidget):
    """The filter's picture, and beside it CAM's and the other network's. Zoom and overlay are common to all."""

    strongest_wanted = Signal()  # show the other network's strongest filter again
    drawing_changed = Signal()  # overlays are to be drawn otherwise
    looks_changed = Signal()  # opacity, field and peak or markers
    cell_pointed = Signal(object)  # Cell of the maps that the mouse is over, or None

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
        self.readout = ElidedLabel("", "small", Qt.TextElideMode.ElideRight)
        self._geometry: MapGeometry | None = None
        self._cells: tuple[tuple[np.ndarray, ...], ...] = ()
        self._names: tuple[str, ...] = ()
        layout.addLayout(pictures, 1)
        layout.addWidget(self.readout)
        layout.addLayout(self._build_bar())
        layout.addLayout(self._build_choices())
        for view in self.views:
            view.viewport_changed.connect(self._move)
            view.pointed.connect(self._point)

    def _build_choices(self) -> QHBoxLayout:
        """What the overlay's colours mean, and how they are drawn."""
        self.palette_choice, self.reach = ChoiceField(palette_titles()), ChoiceField(reach_titles())
        for choice in (self.palette_choice, self.reach):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.palette_choice.set_value(AS_EXPORTED.palette)
        self.reach.set_value(AS_EXPORTED.reach)
        self.palette_choice.setAccessibleName(self.tr("Colours of the overlay"))
        self.reach.setAccessibleName(self.tr("What the brightest colour stands for"))
        self.reach.setToolTip(
            self.tr(
                "This picture: faint places are seen too. This filter: its pictures can be compared, as exported "
                "heatmaps can. Whole run: filters can be compared."
            )
        )
        self.smooth = toggle(self.tr("Smooth"), self.tr("Let the cells run into each other, or show them one by one"))
        self.smooth.setChecked(True)
        self.parts = toggle(self.tr("All parts"), self.tr("Mark every part that is found in this picture"))
        self.parts.toggled.connect(self._show_parts)
        for choice in (self.palette_choice, self.reach):
            choice.currentIndexChanged.connect(self._redraw)
        self.smooth.toggled.connect(self._redraw)
        return row(self.palette_choice, self.reach, self.smooth, self.parts, 1, spacing=MEDIUM)

    @property
    def drawing(self) -> OverlayStyle:
        """How overlays are to be drawn."""
        return OverlayStyle(self.palette_choice.value(), self.reach.value(), self.smooth.isChecked())

    @Slot()
    def _redraw(self) -> None:
        self.colours.set_palette(self.palette_choice.value())
        self.drawing_changed.emit()

    @Slot(bool)
    def _show_parts(self, shown: bool) -> None:
        self.own.view.set_spots_shown(shown)
        self.looks_changed.emit()

    def show_cells(
        self, geometry: MapGeometry | None, cells: tuple[tuple[np.ndarray, ...], ...] = (), names: tuple[str, ...] = ()
    ) -> None:
        """What the readout tells of a cell: for each picture its map (n, n), and its mask and their product where it
        has them, and the picture's name."""
        self._geometry, self._cells, self._names = geometry, cells, names
        self._point(None)

    @Slot(object)
    def _point(self, at: QPointF | None) -> None:
        """Frame the cell under a place of the picture, in all pictures, and tell its numbers."""
        cell = None
        if at is not None and self._geometry is not None and self._cells:
            places = (int(np.floor(self._place(share) + 0.5)) for share in (at.y(), at.x()))
            row_, column = (min(max(place, 0), self._geometry.cells - 1) for place in places)
            cell = row_, column
        self.mark(cell)
        self.cell_pointed.emit(cell)

    def _place(self, share: float) -> float:
        assert self._geometry is not None
        place: float = self._geometry.cell_at(share * self._geometry.input_size - 0.5)
        return place

    @Slot(object)
    def mark(self, cell: Cell | None) -> None:
        """Frame a cell in all pictures and tell its numbers; None: none."""
        box = None
        if cell is not None and self._geometry is not None:
            box = self._geometry.box(cell, self._geometry.stride, 1, 1)
        for view in self.views:
            view.mark_cell(box)
        self.readout.set_text(self._invitation() if cell is None or not self._cells else self._numbers(cell))

    def _invitation(self) -> str:
        return self.tr("Point at a picture to read the numbers of a cell.") if self._cells else ""

    def _numbers(self, cell: Cell) -> str:
        told = []
        for name, values in zip(self._names, self._cells, strict=True):
            numbers = {key: _wide(one[cell]) for key, one in zip(("map", "mask", "product"), values, strict=False)}
            words = self.tr("{name}: map {map} × mask {mask} = {product}") if len(values) > 1 else "{name}: {map}"
            told.append(words.format(name=name, **numbers))
        place = self.tr("Row {row}, column {column}")
        at = (f"{one:>2}".replace(" ", FIGURE_SPACE) for one in cell)
        return "  ·  ".join([place.format(**dict(zip(("row", "column"), at, strict=True))), *told])

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
        self.own.view.show_spots(())
        self.show_cells(None)
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
        self.looks_changed.emit()

    @Slot(int)
    def _set_opacity(self, percent: int) -> None:
        for view in self.views:
            view.set_opacity(percent / 100)
        self.looks_changed.emit()

    @Slot(object)
    def _move(self, viewport: Viewport) -> None:
        for view in self.views:
            view.set_viewport(viewport)


def _wide(value: float) -> str:
    """A number as wide as any other."""
    return f"{value:{WIDTH}.2f}".replace("-", "−").replace(" ", FIGURE_SPACE)


def toggle(text: str, hint: str) -> Button:
    """A button that stays pressed while something is on."""
    made = Button(text)
    made.setCheckable(True)
    made.setToolTip(hint)
    made.setAccessibleDescription(hint)
    return made
