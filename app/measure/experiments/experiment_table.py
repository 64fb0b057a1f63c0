"""The table view of an experiment: the names stay in sight while the measures scroll beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter
from PySide6.QtWidgets import QFrame, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.measure.experiments.experiment_model import GAIN, NAMES, SMALL_TEXT, ExperimentModel, Index
from app.style.colours import accent_colour, mixed_colour, muted_colour, raised_colour, text_colour, warning_colour
from app.widgets.common import row
from app.widgets.item_views import LEFT, RIGHT, dress_table, paint_line, weighted
from icnn_engine.experiment.experiment_table import ExperimentRow

ROW, HEADER, FIGURE = 46, 74, 102  # heights of a row and of the header, width of a measure
WIDTHS = (112, 124, 128)  # of the names


class FigureDelegate(QStyledItemDelegate):
    """Paints a figure with its interval in small type below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(FIGURE, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, gain, interval = QGuiApplication.palette(), index.data(GAIN), index.data(SMALL_TEXT)
        side = RIGHT if index.column() >= NAMES else LEFT
        room: QRect = option.rect.adjusted(8, 5, -10, -5)
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2) if interval else room
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, mixed_colour(raised_colour(palette), accent_colour(palette), 0.14))
        painter.setFont(weighted(option.font, QFont.Weight.Bold if gain else QFont.Weight.Normal))
        colour = {1: accent_colour(palette), -1: warning_colour(palette)}.get(gain, text_colour(palette))
        paint_line(painter, upper, str(index.data() or ""), colour, side, Qt.TextElideMode.ElideRight)
        if interval:
            lower = QRect(room.left(), upper.bottom(), room.width(), room.height() - upper.height())
            painter.setFont(weighted(option.font, QFont.Weight.Normal, 0.82))
            painter.setPen(muted_colour(palette))
            painter.drawText(lower, side, interval)
        painter.restore()


class ExperimentTableView(QFrame):
    """Shows the rows of an experiment; a click on a heading sorts by it."""

    def __init__(self) -> None:
        super().__init__()
        self.model = ExperimentModel(self)
        self.names = _view(self.model, self.tr("Networks of the experiment"))
        self.figures = _view(self.model, self.tr("What was measured of them"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setFixedWidth(sum(WIDTHS) + 2)
        self.figures.setSelectionModel(self.names.selectionModel())
        for view, other in ((self.names, self.figures), (self.figures, self.names)):
            view.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
            view.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        row(self.names, (self.figures, 1), spacing=0, parent=self)

    def show_rows(self, rows: Sequence[ExperimentRow]) -> None:
        """Show other rows, ordered as before."""
        self.model.set_rows(rows)
        for index in range(self.model.columnCount()):
            self.names.setColumnHidden(index, index >= NAMES)
            self.figures.setColumnHidden(index, index < NAMES)
            self.figures.setColumnWidth(index, FIGURE)
        for index, width in enumerate(WIDTHS):
            self.names.setColumnWidth(index, width)

    def texts(self) -> list[list[str]]:
        """Return the texts of all cells, row by row, in the order on show."""
        model = self.model
        columns = range(model.columnCount())
        return [[str(model.index(i, j).data() or "") for j in columns] for i in range(model.rowCount())]

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column whose heading was clicked in one view, and take the arrow off the other."""
        other = self.figures if self.sender() is self.names.horizontalHeader() else self.names
        header = other.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(column, order)
        header.blockSignals(False)
        self.model.sort(column, order)


def _view(model: ExperimentModel, name: str) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setItemDelegate(FigureDelegate(made))
    dress_table(made, name)
    made.verticalHeader().setDefaultSectionSize(ROW)
    header = made.horizontalHeader()
    header.setFixedHeight(HEADER)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return made
