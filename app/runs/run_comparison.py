"""View of two runs side by side: settings that differ, measures, losses, parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QScrollArea,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.runs.runs_table import BareTable
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, card, column, label, row
from app.widgets.wording import plain_text

ROW, SIDE, PLOT = 30, 112, 260  # points: heights of a row and of a plot, side of a part's crops


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of one of the two runs: key of its image, name, a line about it."""

    key: tuple[int, int]  # number of the run (0 or 1), index of the filter
    name: str
    line: str


class PlainTable(BareTable):
    """Small table that is as tall as its rows."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Replace the headings and rows."""
        self.clear()
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        self.verticalHeader().setDefaultSectionSize(ROW)
        for number, heading in enumerate(headings):
            header, *cells = (QTableWidgetItem(text) for text in (heading, *(texts[number] for texts in rows)))
            self.setHorizontalHeaderItem(number, header)
            for line, cell in enumerate(cells):
                cell.setToolTip(plain_text.tooltip_text(cell.text()))
                self.setItem(line, number, cell)
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            for item in (header, *cells):
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(ROW * len(rows) + self.horizontalHeader().sizeHint().height() + 8)


class RunCompare(QWidget):
    """View of two runs side by side, with a button to go back."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(self.tr("All runs"), "", "left")
        self.heading = label("", "heading")
        self.verdict = label("", "muted", wrap=True)
        self.settings, self.figures = PlainTable(self.tr("Settings that differ")), PlainTable(self.tr("Figures"))
        self.none = label(self.tr("Every setting is the same."), "muted")
        self.curves = QHBoxLayout()
        self.images: dict[tuple[int, int], QLabel] = {}
        self._parts = QVBoxLayout()
        frame, around = card()
        around.addWidget(label(self.tr("The largest parts of each"), "heading"))
        around.addLayout(self._parts)
        settings = self._card(self.tr("What was set otherwise"), self.none, self.settings)
        figures = self._card(self.tr("What was measured"), self.figures)
        inside = column(settings, figures, frame, 1, spacing=MEDIUM)
        inside.setContentsMargins(0, 0, LARGE, 0)
        inside.insertLayout(2, self.curves)
        inner = QWidget()
        inner.setLayout(inside)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inner)
        layout = column(self.verdict, scroll)
        layout.insertLayout(0, row(self.back, self.heading, 1, spacing=MEDIUM))
        layout.setStretchFactor(scroll, 1)
        self.setLayout(layout)

    def _card(self, title: str, *widgets: QWidget) -> QWidget:
        frame, inside = card()
        for widget in (label(title, "heading"), *widgets):
            inside.addWidget(widget)
        return frame

    def show_settings(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show the settings that differ, or a sentence if none does."""
        self.none.setVisible(not rows)
        self.settings.setVisible(bool(rows))
        self.settings.show_rows(headings, rows)

    def show_curves(self, plots: Sequence[QWidget]) -> None:
        """Replace the plots."""
        _empty(self.curves)
        for plot in plots:
            plot.setMinimumHeight(PLOT)
            self.curves.addWidget(plot, 1)

    def show_parts(self, names: Sequence[str], parts: Sequence[Sequence[PartShown]]) -> None:
        """Show the parts of both runs, a row each; `set_image` adds their crops."""
        _empty(self._parts)
        self.images = {}
        for name, shown in zip(names, parts, strict=True):
            line = QWidget()
            layout = QHBoxLayout(line)
            layout.setContentsMargins(0, SMALL, 0, SMALL)
            run = label(name, "caption", wrap=True)
            run.setFixedWidth(120)
            layout.addWidget(run)
            for part in shown:
                layout.addLayout(self._part(part))
            if not shown:
                layout.addWidget(label(self.tr("No filter holds a part."), "muted"))
            layout.addStretch(1)
            self._parts.addWidget(line)

    def _part(self, part: PartShown) -> QVBoxLayout:
        image = QLabel(scaledContents=True)
        image.setFixedSize(SIDE, SIDE)
        image.setAccessibleName(f"{part.name}. {part.line}")
        self.images[part.key] = image
        return column(image, label(part.name, "caption"), label(part.line, "small"), spacing=2)

    def set_image(self, key: tuple[int, int], image: QImage) -> None:
        """Show the crops of a part."""
        if key in self.images:
            self.images[key].setPixmap(QPixmap.fromImage(image))


def _empty(layout: QLayout) -> None:
    """Delete the widgets of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
