"""The parts to mark, named by the user: each with its colour, its key and what the picture on show has of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
    QWidget,
)

from app.style.colours import part_colour
from app.widgets import plain_text
from app.widgets.lists import COUNT, CountDelegate

DOT = 30  # points at the left that the colour and the key take
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = 9  # parts that a key chooses


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part as it is listed. `state`: what the picture on show has of it, in words; `pictures`: in how many it is
    marked."""

    name: str
    state: str
    pictures: int


class PartDelegate(CountDelegate):
    """A dot in the part's colour with its key in it, its name, and its state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return super().sizeHint(option, index).expandedTo(QSize(80, 34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        number = index.row() + 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part_colour(index.row()))
        middle = QPointF(rect.x() + 20, rect.center().y() + 0.5)
        painter.drawEllipse(middle, 10, 10)
        if number <= KEYS:
            painter.setPen(Qt.GlobalColor.white)
            space = QRect(rect.x() + 10, rect.y(), 20, rect.height())
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.restore()

    def room(self, option: QStyleOptionViewItem) -> QRect:
        return super().room(option).adjusted(DOT, 0, 0, 0)

    def updateEditorGeometry(  # noqa: N802
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> None:
        editor.setGeometry(self.room(option).adjusted(-8, 0, 8, 0))


class PartList(QListWidget):
    """Lists the parts; says which is chosen, what one is to be called, and which is to be removed."""

    chosen = Signal(int)
    renamed = Signal(int, str)
    removed = Signal(int)
    settled = Signal()  # Enter: the chosen one it is

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(PartDelegate(self))
        self.setProperty("role", "bare")
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Parts to mark"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.currentRowChanged.connect(self.chosen)
        self.itemChanged.connect(lambda item: self.renamed.emit(self.row(item), item.text()))

    def show_parts(self, parts: Sequence[PartRow], chosen: int) -> None:
        """Show these parts, one of them chosen, silently."""
        self.blockSignals(True)
        while self.count() > len(parts):
            self.takeItem(self.count() - 1)
        for row, part in enumerate(parts):
            self._dress(self.item(row) or self._added(), part)
        self.setCurrentRow(chosen)
        self.blockSignals(False)
        self.viewport().update()

    def rename_chosen(self) -> None:
        """Let the user type another name for the chosen part."""
        item = self.currentItem()
        if item is not None:
            self.editItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.state() is QAbstractItemView.State.EditingState:
            return  # the field for the name passes on what it has used itself
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
        elif event.key() in ENTER:
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def _added(self) -> QListWidgetItem:
        item = QListWidgetItem(self)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _dress(self, item: QListWidgetItem, part: PartRow) -> None:
        item.setText(part.name)
        item.setData(COUNT, part.state)
        said = self.tr("{part}: {state}; marked in {count} pictures")
        text = said.format(part=part.name, state=part.state, count=part.pictures)
        item.setToolTip(plain_text.tooltip_text(text))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)


class NameField(QLineEdit):
    """A field for a name: Enter gives it, Escape empties the field and leaves it. Neither key goes further."""

    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
            event.accept()
