"""Table of runs that can be sorted; the user changes the name of a run in its cell."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.widgets import plain_text
from app.widgets.training_settings.setting_words import title
from icnn_engine.runs.run_list import RunSummary

KEY = Qt.ItemDataRole.UserRole
ROW = 34
NAME = 0  # index of the column
UNITS = ("B", "kB", "MB", "GB", "TB")


class SortableItem(QTableWidgetItem):
    """Cell that is sorted by a key of its own; unknown values come last."""

    def __init__(self, text: str, key: object, right: bool = False) -> None:
        super().__init__(text)
        self.key = key
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return isinstance(other, SortableItem) and bool(self.key < other.key)  # type: ignore[operator]


class BareTable(QTableWidget):
    """Table without grid and row numbers, in which whole rows are selected."""

    def __init__(self, name: str, columns: int = 0) -> None:
        super().__init__(0, columns)
        self.setAccessibleName(name)
        self.setProperty("role", "bare")
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)


class RunsTable(BareTable):
    """Table of runs; several can be chosen."""

    opened = Signal(object)  # Path
    renamed = Signal(object, str)  # Path, the new name
    chosen = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(object)  # QPoint on the screen

    def __init__(self) -> None:
        headings = self._headings()
        super().__init__(self.tr("Runs"), len(headings))
        self.setHorizontalHeaderLabels(headings)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
        header.setMinimumSectionSize(64)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.cellDoubleClicked.connect(lambda row, _column: self.opened.emit(self.path(row)))
        self.itemSelectionChanged.connect(self.chosen)
        self.itemChanged.connect(self._rename)

    def _headings(self) -> list[str]:
        tr = self.tr
        return [
            tr("Name"), tr("Made"), tr("Category"), tr("Backbone"), tr("Variant"), tr("Accuracy"), tr("Its twin"),
            tr("Equivariance"), tr("Instability"), tr("Size"),
        ]  # fmt: skip

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Replace the runs; those that were chosen stay chosen if they are still there."""
        chosen = self.paths()
        self.blockSignals(True)
        self.setSortingEnabled(False)
        self.setRowCount(len(runs))
        for row, run in enumerate(runs):
            for column, cell in enumerate(self._cells(run)):
                self.setItem(row, column, cell)
        self.setSortingEnabled(True)
        self.clearSelection()
        for row in range(self.rowCount()):
            if self.path(row) in chosen:
                self.selectRow(row)
        self.resizeColumnsToContents()
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.blockSignals(False)
        self.chosen.emit()

    def paths(self) -> list[Path]:
        """Return the chosen runs, from the top."""
        return [self.path(index.row()) for index in self.selectionModel().selectedRows()]

    def path(self, row: int) -> Path:
        """Return the run in a row."""
        return Path(self._cell(row, NAME).data(KEY))

    def edit_name(self) -> None:
        """Let the user change the name of the chosen run."""
        self.editItem(self._cell(self.selectionModel().selectedRows()[0].row(), NAME))

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None
        return cell

    def show_only(self, words: str) -> int:
        """Hide the runs whose cells lack one of the words. Return how many stay visible."""
        visible = 0
        for row in range(self.rowCount()):
            text = " ".join(self._cell(row, column).text() for column in range(self.columnCount())).casefold()
            matches = all(word in text for word in words.casefold().split())
            self.setRowHidden(row, not matches)
            visible += matches
        return visible

    def _cells(self, run: RunSummary) -> list[SortableItem]:
        name = SortableItem(run.name, run.name.casefold())
        name.setData(KEY, str(run.path))
        name.setToolTip(plain_text.tooltip_text(str(run.path)))
        backbone, variant = "", self._state(run)
        if run.settings is not None:
            backbone = title("backbone", run.settings.backbone).partition(" (")[0]
            variant = run.settings.variant if run.state == "whole" else variant
        texts = (run.made[:16].replace("T", " "), run.category, backbone, variant)
        figures = (run.accuracy, run.twin_accuracy, run.equivariance, run.instability)
        cells = [SortableItem(text, text.casefold()) for text in texts]
        cells += [SortableItem("" if isnan(v) else f"{v:.3f}", -1.0 if isnan(v) else v, True) for v in figures]
        cells.append(SortableItem(in_bytes(run.size), run.size, True))
        for cell in cells:
            cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
        return [name, *cells]

    def _state(self, run: RunSummary) -> str:
        """Return why a run cannot be opened."""
        states = {
            "training": self.tr("being trained"),
            "stopped": self.tr("stopped, can go on"),
            "unfinished": self.tr("never finished"),
        }
        return states.get(run.state, self.tr("cannot be read"))

    def _rename(self, item: QTableWidgetItem) -> None:
        path = self.path(item.row())
        if item.column() == NAME and item.text() != path.name:
            self.renamed.emit(path, item.text())

    def _ask_menu(self, point: QPoint) -> None:
        if self.itemAt(point) is not None:
            self.menu_wanted.emit(self.viewport().mapToGlobal(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing and self.paths():
            self.opened.emit(self.paths()[0])
        elif event.key() == Qt.Key.Key_F2 and len(self.paths()) == 1:
            self.edit_name()  # whichever column the mouse was in
        elif event.key() == Qt.Key.Key_Delete and not editing:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


def in_bytes(size: int) -> str:
    """Return '12.3 MB'."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.0f} {UNITS[unit]}" if unit < 2 else f"{value:.1f} {UNITS[unit]}"
