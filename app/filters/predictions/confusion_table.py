"""The confusion table: categories shown in rows, answers in columns; a click chooses a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.style.colours import (
    accent_colour,
    edge_colour,
    ground_colour,
    mixed_colour,
    muted_colour,
    text_colour,
    warning_colour,
)
from app.widgets.painting import draw_rounded, draw_text, font_like
from app.widgets.wording import plain_text

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
SHARE = Qt.ItemDataRole.UserRole
CELL, WIDEST, ROW = 72, 124, 34
MOST_ROWS = 8  # shown without scrolling
FEW = 3  # so many columns share the width; more are scrolled


class ConfusionModel(QAbstractTableModel):
    """Counts (K, K) with the names of rows and columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._counts = np.zeros((0, 0), np.int64)

    def set_counts(self, names: Sequence[str], counts: np.ndarray) -> None:
        """Show other counts, (K, K) for K names."""
        self.beginResetModel()
        self._names, self._counts = names, counts
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._counts)

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._counts)

    def headerData(self, section: int, _orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return plain_text.model_tooltip(role, self._names[section]) if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        count, total = int(self._counts[row, column]), int(self._counts[row].sum())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(count)
            case _ if role == SHARE:
                return count / total if total else 0.0
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                words = self.tr("{count} of {all} pictures that show {shown} were answered with {named}")
                names = {"shown": self._names[row], "named": self._names[column]}
                return plain_text.model_tooltip(role, words.format(count=count, all=total, **names))
        return None


class ConfusionDelegate(QStyledItemDelegate):
    """Paints a count on a ground as deep as its share of the row: right answers in the accent colour, wrong ones in
    that of warnings."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(CELL, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, count = QGuiApplication.palette(), index.data()
        right, box = index.row() == index.column(), QRectF(option.rect.adjusted(2, 2, -2, -2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if count != "0" or right:
            shade = accent_colour(palette) if right else warning_colour(palette)
            draw_rounded(painter, box, 6, mixed_colour(ground_colour(palette), shade, 0.06 + 0.3 * index.data(SHARE)))
        if option.state & QStyle.StateFlag.State_Selected:
            draw_rounded(painter, box, 6, pen=QPen(accent_colour(palette), 2))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_rounded(painter, box, 6, pen=QPen(edge_colour(palette), 1))
        painter.setFont(font_like(option.font, bold=count != "0"))
        ink = muted_colour(palette) if count == "0" else text_colour(palette)
        draw_text(painter, box, count, ink, Qt.AlignmentFlag.AlignCenter)
        painter.restore()


class ConfusionTable(QTableView):
    """Shows how often each answer was given to each kind of picture."""

    chosen = Signal(int, int)  # row, column; -1, -1 where none is chosen any more

    def __init__(self) -> None:
        super().__init__(showGrid=False)
        self.counts = ConfusionModel(self)
        self.setModel(self.counts)
        self.setItemDelegate(ConfusionDelegate(self))
        self.setProperty("role", "bare")
        self.setAccessibleName(self.tr("What was shown, in rows, and what was answered, in columns"))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for header, size in ((self.horizontalHeader(), CELL), (self.verticalHeader(), ROW)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size)
            header.setSectionsClickable(False)
            header.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().setMaximumWidth(150)
        self.selectionModel().selectionChanged.connect(lambda *_: self._cell_changed())

    def show_counts(self, names: Sequence[str], counts: np.ndarray) -> None:
        """Show other counts; no cell is chosen."""
        self.counts.set_counts(names, counts)
        few = len(names) <= FEW
        modes, policies = QHeaderView.ResizeMode, Qt.ScrollBarPolicy
        self.horizontalHeader().setSectionResizeMode(modes.Stretch if few else modes.Fixed)
        self.setHorizontalScrollBarPolicy(policies.ScrollBarAlwaysOff if few else policies.ScrollBarAsNeeded)
        metrics = QFontMetrics(font_like(self.font(), bold=True))
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0) + 24
        self.horizontalHeader().setDefaultSectionSize(min(max(widest, CELL), WIDEST))
        self.setFixedHeight(ROW * min(len(names), MOST_ROWS) + self.horizontalHeader().sizeHint().height() + 14)

    def _cell_changed(self) -> None:
        index = next(iter(self.selectedIndexes()), QModelIndex())
        self.chosen.emit(index.row(), index.column())
