"""Table of runs that can be sorted; the user changes the name of a run in its cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.runs.run_cells import USUAL, RunCell, cells_of, headings, shown_names, state_word
from app.runs.run_name_delegate import OPEN, SIDE, STATE, THUMBNAIL, RunNameDelegate
from app.widgets.common import Button
from app.widgets.painting import rounded_square
from app.widgets.wording import plain_text
from icnn_engine.runs.run_list import RunState, RunSummary

KEY = Qt.ItemDataRole.UserRole
ROW = SIDE + 12
NAME, ACCURACY = 0, 4  # indices of columns
AROUND, WIDEST = 26, 140  # points: around a heading or a button, of a column


class SortableItem(QTableWidgetItem):
    """Cell that is sorted by a key of its own; unknown values come last."""

    def __init__(self, text: str, key: object, right: bool = False) -> None:
        super().__init__(text)
        self.key, self.shown = key, text
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
    """Table of runs; several can be chosen. Thumbnails are asked for when their row comes into sight."""

    opened = Signal(object)  # Path
    go_on_wanted = Signal(object)  # Path
    renamed = Signal(object, str)  # Path, the new name
    chosen = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(object)  # QPoint on the screen
    thumbnail_wanted = Signal(object)  # Path

    def __init__(self) -> None:
        titles = headings()
        super().__init__(self.tr("Runs"), len(titles))
        self._can_go_on = True
        self._thumbnails: dict[Path, QPixmap] = {}
        self._asked: set[Path] = set()
        self.buttons: dict[Path, Button] = {}  # "Go on", of the runs that were stopped
        for number, (title, hint) in enumerate(titles):
            heading = QTableWidgetItem(title)
            heading.setToolTip(plain_text.tooltip_text(hint))
            self.setHorizontalHeaderItem(number, heading)
        self.setItemDelegateForColumn(NAME, RunNameDelegate(self))
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.cellDoubleClicked.connect(lambda row, _column: self.opened.emit(self.path(row)))
        self.itemSelectionChanged.connect(self.chosen)
        self.itemChanged.connect(self._rename)
        self.show_more(False)

    def show_more(self, more: bool) -> None:
        """Show or hide the columns that only few people need."""
        for column in range(USUAL, self.columnCount()):
            self.setColumnHidden(column, not more)

    def show_runs(self, runs: Sequence[RunSummary], open_run: Path | None = None) -> None:
        """Replace the runs; those that were chosen stay chosen if they are still there. `open_run`: the open one."""
        chosen, names = self.paths(), shown_names(runs)
        self.blockSignals(True)
        self.setSortingEnabled(False)
        self.setRowCount(0)  # the buttons go
        self.setRowCount(len(runs))
        self.buttons = {}
        self._asked.intersection_update(run.path for run in runs if run.state == RunState.WHOLE)
        for row_, run in enumerate(runs):
            self.setItem(row_, NAME, self._name_item(run, names[run.path], run.path == open_run))
            for column, cell in enumerate(cells_of(run), 1):
                self.setItem(row_, column, _item(cell))
            if run.state == RunState.STOPPED:
                self.setCellWidget(row_, ACCURACY, self._go_on_button(run.path))  # it has no accuracy
        self.setSortingEnabled(True)
        self.clearSelection()
        for row_ in range(self.rowCount()):
            if self.path(row_) in chosen:
                self.selectRow(row_)
        self._fit_columns()
        self.blockSignals(False)
        self.chosen.emit()

    def _fit_columns(self) -> None:
        """Make the columns as wide as they need to be; the names have the rest."""
        metrics = self.horizontalHeader().fontMetrics()
        for button in self.buttons.values():
            button.ensurePolished()  # the style adds to its width
        for column in range(1, self.columnCount()):
            heading = metrics.horizontalAdvance(self._heading(column).text()) + AROUND
            widgets = [AROUND + button.sizeHint().width() for button in self.buttons.values() if column == ACCURACY]
            self.setColumnWidth(column, min(max(self.sizeHintForColumn(column), heading, *widgets), WIDEST))
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    def _heading(self, column: int) -> QTableWidgetItem:
        heading = self.horizontalHeaderItem(column)
        assert heading is not None
        return heading

    def _name_item(self, run: RunSummary, name: str, is_open: bool) -> SortableItem:
        state = state_word(run, is_open)
        item = SortableItem(name, name.casefold())
        item.setData(KEY, str(run.path))
        item.setData(STATE, state)
        item.setData(OPEN, is_open)
        item.setData(THUMBNAIL, self._thumbnails.get(run.path))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {state}" if state else name)
        without = self.tr("{title} is not allowed in this run").format(title=run.forbidden) if run.forbidden else ""
        item.setToolTip(plain_text.tooltip_text("\n".join(filter(None, (without, str(run.path))))))
        return item

    def _go_on_button(self, path: Path) -> Button:
        button = Button(self.tr("Go on"), "link", clicked=partial(self.go_on_wanted.emit, path))
        button.setAccessibleName(self.tr("Go on with {name}").format(name=path.name))
        button.setToolTip(self.tr("Go on with the training that was stopped"))
        button.setEnabled(self._can_go_on)
        self.buttons[path] = button
        return button

    def set_can_go_on(self, possible: bool) -> None:
        """Tell whether a stopped training can be gone on with now."""
        self._can_go_on = possible
        for button in self.buttons.values():
            button.setEnabled(possible)

    def set_thumbnail(self, path: Path, image: QImage) -> None:
        """Show the thumbnail of a run."""
        self._thumbnails[path] = rounded_square(image, SIDE, self.devicePixelRatioF())
        self.blockSignals(True)
        for row_ in range(self.rowCount()):
            if self.path(row_) == path:
                self._cell(row_, NAME).setData(THUMBNAIL, self._thumbnails[path])
        self.blockSignals(False)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        for row_ in range(max(first, 0), self.rowCount() if last < 0 else last + 1):
            path = self.path(row_)
            if path not in self._asked and not self.isRowHidden(row_):
                self._asked.add(path)
                self.thumbnail_wanted.emit(path)

    def paths(self) -> list[Path]:
        """Return the chosen runs, from the top."""
        return [self.path(index.row()) for index in self.selectionModel().selectedRows()]

    def path(self, row_: int) -> Path:
        """Return the run in a row."""
        return Path(self._cell(row_, NAME).data(KEY))

    def edit_name(self) -> None:
        """Let the user change the name of the chosen run."""
        self.editItem(self._cell(self.selectionModel().selectedRows()[0].row(), NAME))

    def _cell(self, row_: int, column: int) -> SortableItem:
        cell = self.item(row_, column)
        assert isinstance(cell, SortableItem)
        return cell

    def show_only(self, words: str) -> int:
        """Hide the runs whose cells lack one of the words. Return how many stay visible."""
        visible = 0
        for row_ in range(self.rowCount()):
            texts = [self._cell(row_, column).text() for column in range(self.columnCount())]
            text = " ".join([*texts, self._cell(row_, NAME).data(STATE), self.path(row_).name]).casefold()
            matches = all(word in text for word in words.casefold().split())
            self.setRowHidden(row_, not matches)
            visible += matches
        return visible

    def _rename(self, item: QTableWidgetItem) -> None:
        if isinstance(item, SortableItem) and item.column() == NAME and item.text() != item.shown:
            self.renamed.emit(self.path(item.row()), item.text())

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


def _item(cell: RunCell) -> SortableItem:
    item = SortableItem(cell.text, cell.key, cell.right)
    item.setToolTip(plain_text.tooltip_text(cell.hint))
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    return item
