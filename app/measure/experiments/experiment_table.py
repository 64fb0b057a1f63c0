"""The table of an experiment on the screen: the names stay in sight while the measures scroll beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.measure.experiments.experiment_model import GAIN, NAMES, SMALL_TEXT, ExperimentModel
from app.style.colours import accent_colour, mixed_colour, muted_colour, raised_colour, text_colour, warning_colour
from icnn_engine.experiment.experiment_table import ExperimentRow

Index = QModelIndex | QPersistentModelIndex
ROW, HEADER, FIGURE = 46, 74, 102  # heights of a row and of the header, width of a measure
WIDTHS = (112, 124, 128)  # of the names


class FigureDelegate(QStyledItemDelegate):
    """Paints a figure with its interval in small type below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(FIGURE, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, mixed_colour(raised_colour(palette), accent_colour(palette), 0.14))
        figure = index.column() >= NAMES
        side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(8, 5, -10, -5)
        small = index.data(SMALL_TEXT)
        font = QFont(option.font)
        font.setBold(bool(index.data(GAIN)))
        painter.setFont(font)
        painter.setPen(
            {1: accent_colour(palette), -1: warning_colour(palette)}.get(index.data(GAIN), text_colour(palette))
        )
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2) if small else room
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(upper, side | Qt.AlignmentFlag.AlignVCenter, words)
        if small:
            font.setBold(False)
            font.setPointSizeF(font.pointSizeF() * 0.82)
            painter.setFont(font)
            painter.setPen(muted_colour(palette))
            lower = QRect(room.left(), upper.bottom(), room.width(), room.height() - upper.height())
            painter.drawText(lower, side | Qt.AlignmentFlag.AlignVCenter, small)
        painter.restore()


class ExperimentTableView(QFrame):
    """Shows the rows of an experiment; a click on a heading sorts by it."""

    def __init__(self) -> None:
        super().__init__()
        self.model = ExperimentModel(self)
        self.names, self.figures = _view(self.model), _view(self.model)
        self.names.setAccessibleName(self.tr("Networks of the experiment"))
        self.figures.setAccessibleName(self.tr("What was measured of them"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setFixedWidth(sum(WIDTHS) + 2)
        self.figures.setSelectionModel(self.names.selectionModel())
        self.names.verticalScrollBar().valueChanged.connect(self.figures.verticalScrollBar().setValue)
        self.figures.verticalScrollBar().valueChanged.connect(self.names.verticalScrollBar().setValue)
        for view in (self.names, self.figures):
            view.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.names)
        layout.addWidget(self.figures, 1)

    def show_rows(self, rows: Sequence[ExperimentRow]) -> None:
        """Show other rows, ordered as before."""
        self.model.set_rows(rows)
        for column in range(self.model.columnCount()):
            named = column < NAMES
            self.names.setColumnHidden(column, not named)
            self.figures.setColumnHidden(column, named)
            if named:
                self.names.setColumnWidth(column, WIDTHS[column])
            else:
                self.figures.setColumnWidth(column, FIGURE)

    def texts(self) -> list[list[str]]:
        """What is shown, row by row, as it is ordered."""
        model = self.model
        rows, columns = range(model.rowCount()), range(model.columnCount())
        return [[str(model.index(row, column).data() or "") for column in columns] for row in rows]

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        """One view's heading was clicked: the rows are ordered, and the other shows no arrow any more."""
        other = self.figures if self.sender() is self.names.horizontalHeader() else self.names
        header = other.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(column, order)
        header.blockSignals(False)
        self.model.sort(column, order)


def _view(model: ExperimentModel) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setItemDelegate(FigureDelegate(made))
    made.setProperty("role", "bare")
    made.setShowGrid(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(ROW)
    header = made.horizontalHeader()
    header.setFixedHeight(HEADER)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setHighlightSections(False)
    return made
