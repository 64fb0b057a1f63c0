"""The table of a run: sections, figures, baselines, and the difference to the twin in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from app.widgets.item_views import LEFT, RIGHT, dress_table, weighted
from app.widgets.measures.measure_lines import DASH, MeasureLine, Values, against_twin, columns, sections
from icnn_engine.core.number_words import is_accuracy
from icnn_engine.runs.run_folder import Run

Role = QPalette.ColorRole
OWN, CAM, BASELINE, WHICH, AGAINST = 1, 3, 4, 5, 6  # columns
NARROW = 640  # width below which the column of CAM gives way to the names
ROW, HEADING, LEAST = 32, 42, 300  # heights


class MeasureTable(QTableWidget):
    """Shows the lines of a table in sections; emits the chosen line, None where a heading is chosen."""

    chosen = Signal(object)  # MeasureLine, or None

    def __init__(self) -> None:
        super().__init__(0, len(columns()))
        self.lines: dict[int, MeasureLine] = {}  # by row
        self._table: Values = {}
        self._guess = 0.5
        self._run: Run | None = None
        dress_table(self, self.tr("What was measured"))
        self.setWordWrap(False)
        self._dress_header()
        self.currentCellChanged.connect(self._choose)

    def show_table(self, table: Values, guess: float = 0.5, run: Run | None = None) -> None:
        """Show the figures of a run; the chosen line stays chosen. `guess`: the balanced accuracy of guessing;
        `run`: whose networks are named; None: a training's."""
        self._table, self._guess, self._run = table, guess, run
        self._name_columns()
        before = self.lines.get(self.currentRow())
        self.blockSignals(True)
        self.setRowCount(0)
        self.lines.clear()
        for title, lines in sections(table, guess):
            self._add_heading(title)
            for line in lines:
                self._add_line(line)
        self.blockSignals(False)
        kept = (row for row, line in self.lines.items() if before is not None and line.key == before.key)
        self.setCurrentCell(next(kept, 1), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.setColumnHidden(CAM, self.width() < NARROW)  # it has two values of all

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.lines:
            self.show_table(self._table, self._guess, self._run)

    def _name_columns(self) -> None:
        for column, title in enumerate(columns(self._run)):
            item = QTableWidgetItem(title)
            item.setTextAlignment(_alignment(column))
            self.setHorizontalHeaderItem(column, item)

    def _dress_header(self) -> None:
        self._name_columns()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(64)
        self.setColumnHidden(WHICH, True)  # stands with the explanation of the line; copies of the table have it
        self.setMinimumHeight(LEAST)

    def _add_heading(self, title: str) -> None:
        row = self._add_row(HEADING)
        item = QTableWidgetItem(title)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(weighted(self.font()))
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.setItem(row, 0, item)
        self.setSpan(row, 0, 1, self.columnCount())

    def _add_line(self, line: MeasureLine) -> None:
        row = self._add_row(ROW)
        self.lines[row] = line
        title = f"      {line.title}" if line.minor else line.title
        for column, text in enumerate((title, *line.cells, line.baseline, against_twin(line))):
            self.setItem(row, column, self._item(line, column, text))

    def _add_row(self, height: int) -> int:
        row = self.rowCount()
        self.insertRow(row)
        self.setRowHeight(row, height)
        return row

    def _item(self, line: MeasureLine, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(_alignment(column))
        item.setToolTip(line.meaning)
        item.setForeground(self.palette().color(_role(line, column, text)))
        if not line.minor and column in (OWN, AGAINST):
            item.setFont(weighted(self.font()))
        return item

    def _choose(self, row: int, *_others: int) -> None:
        self.chosen.emit(self.lines.get(row))


def _alignment(column: int) -> Qt.AlignmentFlag:
    return RIGHT if OWN <= column <= BASELINE else LEFT


def _role(line: MeasureLine, column: int, text: str) -> QPalette.ColorRole:
    """Return the colour of a cell: muted for details and missing values, a warning for a loss against the twin. Of
    accuracies the verdict says whether a difference is one."""
    if column == AGAINST and line.gain and not is_accuracy(line.key):
        return Role.BrightText if line.gain < 0 else Role.Link
    if line.minor or text == DASH or column == WHICH:
        return Role.PlaceholderText
    return Role.Link if column == OWN else Role.Text
