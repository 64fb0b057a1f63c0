"""What can be chosen of a network that was read: its layers, and the answers that stand for each category."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.core.network_operations import FoundAnswers, LayerRow
from app.widgets.item_views import RIGHT, dress_table, weighted

ANSWERS = 1  # column
ROW, TICK, WIDEST = 28, 60, 240  # height of a row; width of a tick with its margins; of a category, at most


class LayersTable(QTableWidget):
    """The layers in the order of computing, one of them chosen; the suggested one is bold."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(0, 4)
        self._names: list[str] = []
        dress_table(self, self.tr("Layers"))
        titles = (self.tr("Layer"), self.tr("Kind"), self.tr("Channels"), self.tr("Cells"))
        self.setHorizontalHeaderLabels(list(titles))
        _fit_columns(self, stretched=0)
        self.itemSelectionChanged.connect(self.edited)

    def show_layers(self, layers: Sequence[LayerRow], suggested: str, chosen: str) -> None:
        """Show layers; `chosen` is chosen if it is among them, else the suggested one."""
        self.blockSignals(True)
        self.setRowCount(len(layers))
        names = [layer.name for layer in layers]
        for number, layer in enumerate(layers):
            cells = self.tr("{cells} × {cells}").format(cells=layer.cells)
            for place, text in enumerate((layer.name, layer.kind, str(layer.channels), cells)):
                item = QTableWidgetItem(text)
                if layer.name == suggested:
                    item.setFont(weighted(self.font()))
                    item.setToolTip(self.tr("Suggested: the last one with enough cells that the whole answer passes"))
                if place > 1:
                    item.setTextAlignment(RIGHT)
                self.setItem(number, place, item)
            self.setRowHeight(number, ROW)
        wanted = chosen if chosen in names else suggested
        if wanted in names:
            self.selectRow(names.index(wanted))
            hint = QAbstractItemView.ScrollHint.PositionAtCenter
            self.scrollTo(self.model().index(names.index(wanted), 0), hint)
        self._names = names
        self.blockSignals(False)

    def value(self) -> str:
        """Return the name of the chosen layer; "" where none is."""
        rows = self.selectionModel().selectedRows()
        return self._names[rows[0].row()] if rows else ""


class AnswersTable(QTableWidget):
    """The categories of the folder, those to look at ticked, and the answers that stand for each."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(0, 3)
        dress_table(self, self.tr("Answers that stand for each category"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setHorizontalHeaderLabels([self.tr("Category"), self.tr("Answers of the network"), self.tr("Found")])
        _fit_columns(self, stretched=ANSWERS)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self._found: Mapping[str, FoundAnswers] = {}
        self._items: list[tuple[QTableWidgetItem, ...]] = []
        self.itemChanged.connect(self._follow)

    def show_answers(
        self, found: Mapping[str, FoundAnswers], given: Mapping[str, str], chosen: Collection[str] | None
    ) -> None:
        """Show categories. `given`: answers that the user gave; `chosen`: categories to tick; None: those whose answers
        are known, or the only one."""
        self._found, self._items = found, []
        self.blockSignals(True)
        self.setRowCount(len(found))
        for number, (category, answers) in enumerate(found.items()):
            known = bool(answers.text) or category in given or len(found) == 1
            ticked = known if chosen is None else category in chosen
            first = QTableWidgetItem(category)
            first.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            first.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            second = QTableWidgetItem(given.get(category, answers.text))
            second.setToolTip(self.tr("Names or numbers of answers with | between them; their probabilities are added"))
            third = QTableWidgetItem()
            third.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._items.append((first, second, third))
            for place, item in enumerate(self._items[-1]):
                self.setItem(number, place, item)
            self.setRowHeight(number, ROW)
            self._say_found(number)
        widest = max((self.fontMetrics().horizontalAdvance(category) for category in found), default=0)
        self.setColumnWidth(0, min(widest + TICK, WIDEST))
        self.blockSignals(False)

    def chosen(self) -> tuple[str, ...]:
        """Return the categories to look at."""
        return tuple(first.text() for first, *_rest in self._items if first.checkState() is Qt.CheckState.Checked)

    def given(self) -> dict[str, str]:
        """Return the answers of the categories for which the user gave others than were found."""
        texts = {first.text(): second.text().strip() for first, second, _third in self._items}
        return {name: text for name, text in texts.items() if text and text != self._found[name].text}

    def _follow(self, item: QTableWidgetItem) -> None:
        self.blockSignals(True)
        self._say_found(item.row())
        self.blockSignals(False)
        self.edited.emit()

    def _say_found(self, row: int) -> None:
        first, second, third = self._items[row]
        text, found = second.text().strip(), self._found[first.text()]
        words = {
            "name": self.tr("by its name"),
            "word": self.tr("by their last word"),
            "": self.tr("while looking"),
        }.get(found.by, "")
        if not text:
            words = self.tr("while looking")
        elif text != found.text:
            words = self.tr("as you say")
        third.setText(words)
        third.setToolTip("" if text else self.tr("The answer that its pictures get most often is taken"))


def _fit_columns(table: QTableWidget, stretched: int) -> None:
    header = table.horizontalHeader()
    header.setSectionsClickable(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
