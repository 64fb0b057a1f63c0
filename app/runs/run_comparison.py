"""Two runs side by side: what was set otherwise, what was measured, and the parts that each found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets import plain_text
from app.widgets.common import Button, card, label, row

ROW, SIDE, PLOT = 30, 112, 260  # points: heights of a row and of a plot, side of a part's crops


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of one of the two runs: `key` for its image, what it is called, a line about it."""

    key: tuple[int, int]  # 0 or 1: whose; the filter
    name: str
    line: str


class PlainTable(QTableWidget):
    """A small table that is as tall as it needs to be."""

    def __init__(self, name: str) -> None:
        super().__init__(0, 0)
        self.setAccessibleName(name)
        self.setProperty("role", "bare")
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().setDefaultSectionSize(ROW)
        for place, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_text.tooltip_text(text))
                item.setTextAlignment(_side(column))
                self.setItem(place, column, item)
        for column in range(len(headings)):
            self.horizontalHeaderItem(column).setTextAlignment(_side(column))  # type: ignore[union-attr]
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(ROW * len(rows) + self.horizontalHeader().sizeHint().height() + 8)


def _side(column: int) -> Qt.AlignmentFlag:
    """Words to the left, figures to the right."""
    return (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


class RunCompare(QWidget):
    """Told what to show; Back is a button."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(self.tr("All runs"), "", "left")
        self.heading = label("", "heading")
        self.told = label("", "muted", wrap=True)
        self.settings, self.figures = PlainTable(self.tr("Settings that differ")), PlainTable(self.tr("Figures"))
        self.none = label(self.tr("Every setting is the same."), "muted")
        self.curves = QHBoxLayout()
        self.images: dict[tuple[int, int], QLabel] = {}
        self._parts = QVBoxLayout()
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, LARGE, 0)
        inside.setSpacing(MEDIUM)
        inside.addWidget(self._card(self.tr("What was set otherwise"), self.none, self.settings))
        inside.addWidget(self._card(self.tr("What was measured"), self.figures))
        inside.addLayout(self.curves)
        frame, around = card()
        around.addWidget(label(self.tr("The largest parts of each"), "heading"))
        around.addLayout(self._parts)
        inside.addWidget(frame)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(row(self.back, self.heading, 1, spacing=MEDIUM))
        layout.addWidget(self.told)
        layout.addWidget(scroll, 1)

    def _card(self, title: str, *widgets: QWidget) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(title, "heading"))
        for widget in widgets:
            inside.addWidget(widget)
        return frame

    def show_settings(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show the settings that differ, or that none does."""
        self.none.setVisible(not rows)
        self.settings.setVisible(bool(rows))
        self.settings.show_rows(headings, rows)

    def show_curves(self, plots: Sequence[QWidget]) -> None:
        """Show other plots."""
        while (item := self.curves.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for plot in plots:
            plot.setMinimumHeight(PLOT)
            self.curves.addWidget(plot, 1)

    def show_parts(self, names: Sequence[str], parts: Sequence[Sequence[PartShown]]) -> None:
        """Show the parts of both runs, a row each; their crops come with `set_image`."""
        while (item := self._parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.images = {}
        for name, shown in zip(names, parts, strict=True):
            line = QWidget()
            layout = QHBoxLayout(line)
            layout.setContentsMargins(0, SMALL, 0, SMALL)
            whose = label(name, "caption", wrap=True)
            whose.setFixedWidth(120)
            layout.addWidget(whose)
            for part in shown:
                layout.addLayout(self._part(part))
            if not shown:
                layout.addWidget(label(self.tr("No filter holds a part."), "muted"))
            layout.addStretch(1)
            self._parts.addWidget(line)

    def _part(self, part: PartShown) -> QVBoxLayout:
        image = QLabel()
        image.setFixedSize(QSize(SIDE, SIDE))
        image.setScaledContents(True)
        image.setAccessibleName(f"{part.name}. {part.line}")
        self.images[part.key] = image
        column = QVBoxLayout()
        column.setSpacing(2)
        for widget in (image, label(part.name, "caption"), label(part.line, "small")):
            column.addWidget(widget)
        return column

    def set_image(self, key: tuple[int, int], image: QImage) -> None:
        """The crops of a part."""
        if key in self.images:
            self.images[key].setPixmap(QPixmap.fromImage(image))
