"""One picture with the overlays of three networks, side by side and linked, and the controls of the overlays."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QWidget

from app.style.stylesheet import MEDIUM
from app.widgets.common import Button, ElidedLabel, column, row, toggle
from app.widgets.fields import ChoiceField
from app.widgets.pictures.colour_bar import ColourBar
from app.widgets.pictures.overlay_style import AS_EXPORTED, OverlayStyle, palette_titles, reach_titles
from app.widgets.pictures.picture_pane import PicturePane
from app.widgets.pictures.picture_view import Overlay
from app.widgets.pictures.stage_strip import Cell
from app.widgets.pictures.viewport import Viewport
from icnn_engine.core.heatmaps import OPACITY
from icnn_engine.core.receptive_field import MapGeometry

WIDTH = 6  # characters of a number in the readout, so that it stands still while the mouse moves
FIGURE_SPACE = "\u2007"  # as wide as a digit


class PictureTrio(QWidget):
    """The filter's picture, and beside it CAM's and the other network's, with common zoom and overlay."""

    strongest_wanted = Signal()  # show the other network's strongest filter again
    drawing_changed = Signal()  # overlays are to be drawn in another style
    looks_changed = Signal()  # opacity, field and peak or markers
    cell_pointed = Signal(object)  # the cell of the maps under the mouse, or None

    def __init__(self) -> None:
        super().__init__()
        self._geometry: MapGeometry | None = None
        self._cells: tuple[tuple[np.ndarray, ...], ...] = ()
        self._names: tuple[str, ...] = ()
        self.own = PicturePane(QSize(150, 150))
        self.cam, self.other = PicturePane(QSize(120, 150)), PicturePane(QSize(120, 150))
        self.views = tuple(pane.view for pane in (self.own, self.cam, self.other))
        self.strongest = Button(self.tr("Strongest filter instead"), "link", "", self.strongest_wanted.emit)
        self.strongest.hide()
        self.readout = ElidedLabel("", "small", Qt.TextElideMode.ElideRight)
        pictures = row((self.own, 5), (self.cam, 4), (self.other, 4), spacing=MEDIUM)
        column((pictures, 1), self.readout, self._build_bar(), self._build_choices(), parent=self)
        for view in self.views:
            view.viewport_changed.connect(self._move)
            view.pointed.connect(self._point)

    def _build_bar(self) -> QHBoxLayout:
        self.shown = toggle(self.tr("Overlay"), self.tr("Show or hide the overlay (Space)"), on=True)
        self.shown.toggled.connect(self._show_overlay)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setValue(round(OPACITY * 100))
        self.opacity.setFixedWidth(110)
        self.opacity.setAccessibleName(self.tr("Opacity of the overlay"))
        self.opacity.setToolTip(self.opacity.accessibleName())
        self.opacity.valueChanged.connect(self._set_opacity)
        hint = self.tr("Frame the effective receptive field of the peak")
        self.marks = toggle(self.tr("Field and peak"), hint, on=True)
        self.marks.toggled.connect(self._show_marks)
        self.colours = ColourBar()
        self._set_opacity(self.opacity.value())
        return row(self.shown, self.opacity, self.marks, 1, self.strongest, self.colours, spacing=MEDIUM)

    def _build_choices(self) -> QHBoxLayout:
        self.palette_choice, self.reach = ChoiceField(palette_titles()), ChoiceField(reach_titles())
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
        for choice in (self.palette_choice, self.reach):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.currentIndexChanged.connect(self._redraw)
        hint = self.tr("Let the cells run into each other, or show them one by one")
        self.smooth = toggle(self.tr("Smooth"), hint, on=True)
        self.smooth.toggled.connect(self._redraw)
        self.parts = toggle(self.tr("All parts"), self.tr("Mark every part that is found in this picture"))
        self.parts.toggled.connect(self._show_parts)
        return row(self.palette_choice, self.reach, self.smooth, self.parts, 1, spacing=MEDIUM)

    @property
    def drawing(self) -> OverlayStyle:
        """The style in which overlays are to be drawn."""
        return OverlayStyle(self.palette_choice.value(), self.reach.value(), self.smooth.isChecked())

    def toggle_overlay(self) -> None:
        """Show the overlay if it is hidden, else hide it."""
        self.shown.toggle()

    def reset(self) -> None:
        """Show the whole picture in every view."""
        self.own.view.reset()

    def set_narrow(self, narrow: bool) -> None:
        """Hide the colour bar while there is little room."""
        self.colours.set_narrow(narrow)

    def show_nothing(self, why: str) -> None:
        """Show no picture but a sentence that says why."""
        for pane in (self.own, self.cam, self.other):
            pane.view.set_placeholder(why)
            pane.show_pane(None, Overlay(None), "", "")
        self.own.view.show_markers(())
        self.show_cells(None)
        self.strongest.hide()
        self.colours.set_top("")

    # Cells of the maps

    def show_cells(
        self, geometry: MapGeometry | None, cells: tuple[tuple[np.ndarray, ...], ...] = (), names: tuple[str, ...] = ()
    ) -> None:
        """Set what the readout shows of a cell.

        Parameters
        ----------
        geometry
            Where the cells lie in the picture; None: there are none.
        cells
            For each picture its map (n, n), or its map, its mask and their product.
        names
            The name of each picture.
        """
        self._geometry, self._cells, self._names = geometry, cells, names
        self._point(None)

    @Slot(object)
    def _point(self, at: QPointF | None) -> None:
        """Mark the cell under a point of the picture, given in shares of the picture."""
        geometry, cell = self._geometry, None
        if at is not None and geometry is not None and self._cells:
            down, across = geometry.cell_of(at.x(), at.y())
            cell = self._inside(down), self._inside(across)
        self.mark(cell)
        self.cell_pointed.emit(cell)

    def _inside(self, position: float) -> int:
        """Round a position on the map, in cells, to a cell that exists."""
        assert self._geometry is not None
        return min(max(int(np.floor(position + 0.5)), 0), self._geometry.cells - 1)

    @Slot(object)
    def mark(self, cell: Cell | None) -> None:
        """Frame a cell in all pictures and show its numbers; None: no cell."""
        box = None
        if cell is not None and self._geometry is not None:
            box = self._geometry.box(cell, self._geometry.stride, 1, 1)
        for view in self.views:
            view.mark_cell(box)
        self.readout.set_text(self._numbers(cell))

    def _numbers(self, cell: Cell | None) -> str:
        if not self._cells:
            return ""
        if cell is None:
            return self.tr("Point at a picture to read the numbers of a cell.")
        down, across = (f"{index:>2}".replace(" ", FIGURE_SPACE) for index in cell)
        texts = [self.tr("Row {row}, column {column}").format(row=down, column=across)]
        for name, values in zip(self._names, self._cells, strict=True):
            numbers = {key: _wide(map_[cell]) for key, map_ in zip(("map", "mask", "product"), values, strict=False)}
            words = self.tr("{name}: map {map} × mask {mask} = {product}") if len(values) > 1 else "{name}: {map}"
            texts.append(words.format(name=name, **numbers))
        return "  ·  ".join(texts)

    # The overlays

    @Slot()
    def _redraw(self) -> None:
        self.colours.set_palette(self.palette_choice.value())
        self.drawing_changed.emit()

    @Slot(bool)
    def _show_parts(self, shown: bool) -> None:
        self.own.view.set_markers_shown(shown)
        self.looks_changed.emit()

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
    """Return a number with the width of any other."""
    return f"{value:{WIDTH}.2f}".replace("-", "−").replace(" ", FIGURE_SPACE)
