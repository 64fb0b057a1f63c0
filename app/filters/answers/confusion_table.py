"""The confusion table on the screen: what was shown in rows, what was answered in columns; a click chooses a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPen
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
from app.widgets import plain_text

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
SHARE = Qt.ItemDataRole.UserRole
CELL, WIDEST, ROW = 72, 124, 34
MOST_ROWS = 8  # shown without scrolling
FEW = 3  # so many columns share the width; more are scrolled


class ConfusionModel(QAbstractTableModel):
    """Counts of a confusion with the names of its rows and columns."""

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
        count, all_ = int(self._counts[row, column]), int(self._counts[row].sum())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(count)
            case _ if role == SHARE:
                return count / all_ if all_ else 0.0
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                words = self.tr("{count} of {all} pictures that show {shown} were answered with {named}")
                names = {"shown": self._names[row], "named": self._names[column]}
                return plain_text.model_tooltip(role, words.format(count=count, all=all_, **names))
        return None


class ConfusionDelegate(QStyledItemDelegate):
    """A count on a ground as deep as its share of the row; the right answers in the accent, wrong ones as a warning."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(CELL, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, share, count = QGuiApplication.palette(), float(index.data(SHARE)), index.data()
        right = index.row() == index.column()
        shade = accent_colour(palette) if right else warning_colour(palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed_colour(ground_colour(palette), shade, 0.06 + 0.3 * share))
        if count != "0" or right:
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent_colour(palette), 2))
            painter.drawRoundedRect(box, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge_colour(palette), 1))
            painter.drawRoundedRect(box, 6, 6)
        font = QFont(option.font)
        font.setBold(count != "0")
        painter.setFont(font)
        painter.setPen(muted_colour(palette) if count == "0" else text_colour(palette))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, count)
        painter.restore()


class ConfusionTable(QTableView):
    """Shows how often each answer was given to each kind of picture."""

    chosen = Signal(int, int)  # row, column; -1, -1 where none is chosen any more

    def __init__(self) -> None:
        super().__init__()
        self.model_ = ConfusionModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(ConfusionDelegate(self))
        self.setProperty("role", "bare")
        self.setAccessibleName(self.tr("What was shown, in rows, and what was answered, in columns"))
        self.setShowGrid(False)
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
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell())

    def show_counts(self, names: Sequence[str], counts: np.ndarray) -> None:
        """Show other counts; no cell is chosen."""
        self.model_.set_counts(names, counts)
        few = len(names) <= FEW
        mode = QHeaderView.ResizeMode.Stretch if few else QHeaderView.ResizeMode.Fixed
        self.horizontalHeader().setSectionResizeMode(mode)
        needed, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(never if few else needed)
        bold = QFont(self.font())
        bold.setBold(True)
        widest = max((QFontMetrics(bold).horizontalAdvance(name) for name in names), default=0) + 24
        self.horizontalHeader().setDefaultSectionSize(min(max(widest, CELL), WIDEST))
        self.setFixedHeight(ROW * min(len(names), MOST_ROWS) + self.horizontalHeader().sizeHint().height() + 14)

    def _tell(self) -> None:
        found = self.selectedIndexes()
        self.chosen.emit(*((found[0].row(), found[0].column()) if found else (-1, -1)))
