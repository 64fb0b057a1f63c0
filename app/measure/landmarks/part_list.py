"""The list of parts to mark: each with its colour, its key, and its state in the picture on show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidgetItem,
    QStyleOptionViewItem,
    QWidget,
)

from app.annotation.annotation_panel import ENTER, SideList
from app.style.colours import part_colour
from app.widgets.item_views import dress_list
from app.widgets.lists import DETAIL, CountDelegate, Index
from app.widgets.wording import plain_text

DOT = 30  # points at the left for the colour and the key
KEYS = 9  # parts that can be chosen with a key


@dataclass(frozen=True, slots=True)
class LandmarkPartRow:
    """A part in the list. `state`: in the picture on show, in words; `pictures`: in how many it is marked."""

    name: str
    state: str
    pictures: int


class PartDelegate(CountDelegate):
    """A dot in the part's colour with its key in it, its name, and its state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return super().sizeHint(option, index).expandedTo(QSize(80, 34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part_colour(index.row()))
        painter.drawEllipse(QPointF(rect.x() + 20, rect.center().y() + 0.5), 10, 10)
        if index.row() < KEYS:
            painter.setPen(Qt.GlobalColor.white)
            room = QRect(rect.x() + 10, rect.y(), 20, rect.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()

    def room(self, option: QStyleOptionViewItem) -> QRect:
        return super().room(option).adjusted(DOT, 0, 0, 0)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(self.room(option).adjusted(-8, 0, 8, 0))


class PartList(SideList):
    """Lists the parts; emits which one is chosen, renamed, or to be removed."""

    chosen = Signal(int)
    renamed = Signal(int, str)
    removed = Signal(int)
    settled = Signal()  # Enter was pressed on the chosen one

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(PartDelegate(self))
        dress_list(self, self.tr("Parts to mark"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.currentRowChanged.connect(self.chosen)
        self.itemChanged.connect(lambda item: self.renamed.emit(self.row(item), item.text()))

    def show_parts(self, parts: Sequence[LandmarkPartRow], chosen: int) -> None:
        """Show these parts, one of them chosen, without a signal."""
        self.blockSignals(True)
        while self.count() > len(parts):
            self.takeItem(self.count() - 1)
        for row, part in enumerate(parts):
            self._show_part(self.item(row) or QListWidgetItem(self), part)
        self.setCurrentRow(chosen)
        self.blockSignals(False)
        self.viewport().update()

    def rename_chosen(self) -> None:
        """Open an editor for the name of the chosen part."""
        item = self.currentItem()
        if item is not None:
            self.editItem(item)

    def remove_chosen(self) -> None:
        """Ask for the chosen part to be removed."""
        if self.currentRow() >= 0:
            self.removed.emit(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.state() is QAbstractItemView.State.EditingState:
            return  # the editor of the name passes on keys that it has used itself
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.remove_chosen()
        elif event.key() in ENTER:
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def _show_part(self, item: QListWidgetItem, part: LandmarkPartRow) -> None:
        words = self.tr("{part}: {state}; marked in {count} pictures")
        if part.pictures == 1:
            words = self.tr("{part}: {state}; marked in 1 picture")
        text = words.format(part=part.name, state=part.state, count=part.pictures)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setText(part.name)
        item.setData(DETAIL, part.state)
        item.setToolTip(plain_text.tooltip_text(text))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)


class NameField(QLineEdit):
    """A field for a name: Enter enters it, Escape clears the field and leaves it. Neither key goes to the parent."""

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
