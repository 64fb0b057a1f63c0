"""The runs as a table that can be sorted; the name of one is changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.widgets import plain_text
from app.widgets.training_settings.setting_words import title

if TYPE_CHECKING:
    from icnn_engine.runs.run_list import RunSummary

KEY = Qt.ItemDataRole.UserRole
ROW = 34
NAME = 0  # column
UNITS = ("B", "kB", "MB", "GB", "TB")


class SortableItem(QTableWidgetItem):
    """A cell that is sorted by a value of its own; what is not known comes last."""

    def __init__(self, text: str, key: object, right: bool = False) -> None:
        super().__init__(text)
        self.key = key
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return isinstance(other, SortableItem) and bool(self.key < other.key)  # type: ignore[operator]


class RunsTable(QTableWidget):
    """Told the runs; says which are chosen, what is to be opened, and what is renamed."""

    opened = Signal(object)  # Path
    renamed = Signal(object, str)  # Path, the name that is wanted
    chosen = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(object)  # where on the screen

    def __init__(self) -> None:
        super().__init__(0, len(self.headings()))
        self._runs: dict[Path, RunSummary] = {}
        self.setProperty("role", "bare")
        self.setAccessibleName(self.tr("Runs"))
        self.setHorizontalHeaderLabels(self.headings())
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setMinimumSectionSize(64)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.cellDoubleClicked.connect(lambda row, _column: self.opened.emit(self.path(row)))
        self.itemSelectionChanged.connect(self.chosen)
        self.itemChanged.connect(self._rename)

    def headings(self) -> list[str]:
        """What the columns are called."""
        tr = self.tr
        return [
            tr("Name"), tr("Made"), tr("Category"), tr("Backbone"), tr("Variant"), tr("Accuracy"), tr("Its twin"),
            tr("Equivariance"), tr("Instability"), tr("Size"),
        ]  # fmt: skip

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show other runs; those that were chosen stay chosen where they are still there."""
        kept = set(self.paths())
        self.blockSignals(True)
        self.setSortingEnabled(False)
        self._runs = {one.path: one for one in runs}
        self.setRowCount(len(runs))
        for row, one in enumerate(runs):
            for column, cell in enumerate(self._cells(one)):
                self.setItem(row, column, cell)
        self.setSortingEnabled(True)
        self.clearSelection()
        for row in range(self.rowCount()):
            if self.path(row) in kept:
                self.selectRow(row)
        self.resizeColumnsToContents()
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.blockSignals(False)
        self.chosen.emit()

    def paths(self) -> list[Path]:
        """The chosen runs, from the top."""
        return [self.path(index.row()) for index in self.selectionModel().selectedRows()]

    def path(self, row: int) -> Path:
        """The run in a row."""
        return Path(self._cell(row, NAME).data(KEY))

    def edit_name(self) -> None:
        """Let the user change the name of the run that is chosen."""
        self.editItem(self._cell(self.selectionModel().selectedRows()[0].row(), NAME))

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None
        return cell

    def show_only(self, words: str) -> int:
        """Show only runs that hold every word in what is shown of them; how many these are."""
        sought, shown = words.casefold().split(), 0
        for row in range(self.rowCount()):
            text = " ".join(self._cell(row, column).text() for column in range(self.columnCount())).casefold()
            hidden = not all(word in text for word in sought)
            self.setRowHidden(row, hidden)
            shown += not hidden
        return shown

    def _cells(self, one: RunSummary) -> list[SortableItem]:
        settings = one.settings
        name = SortableItem(one.name, one.name.casefold())
        name.setData(KEY, str(one.path))
        name.setToolTip(plain_text.tooltip_text(str(one.path)))
        backbone = "" if settings is None else title("backbone", settings.backbone).partition(" (")[0]
        variant = settings.variant if settings is not None and one.state == "whole" else self._state(one)
        words = (one.made[:16].replace("T", " "), one.category, backbone, variant)
        figures = (one.accuracy, one.twin_accuracy, one.equivariance, one.instability)
        cells = [name, *(SortableItem(text, text.casefold()) for text in words)]
        cells += [SortableItem("" if isnan(v) else f"{v:.3f}", -1.0 if isnan(v) else v, True) for v in figures]
        cells.append(SortableItem(in_bytes(one.size), one.size, True))
        for cell in cells[1:]:
            cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
        return cells

    def _state(self, one: RunSummary) -> str:
        match one.state:
            case "training":
                return self.tr("being trained")
            case "stopped":
                return self.tr("stopped, can go on")
            case "unfinished":
                return self.tr("never finished")
        return self.tr("cannot be read")

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
    """'12.3 MB'."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.0f} {UNITS[unit]}" if unit < 2 else f"{value:.1f} {UNITS[unit]}"
