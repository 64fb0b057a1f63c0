"""The command palette: type a few letters of anything the window can do or show, and Return does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.shell.fuzzy import fit
from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import label
from app.widgets.item_views import paint_row

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole
MOST = 60  # entries shown: nobody reads further, one types another letter instead
WIDTH, HEIGHT, TOP = 640, 460, 72  # points, at most; from the top of the window
PADDING = 12
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """Something that can be done: what it is called, what kind of thing it is, the key that does the same. `usual`:
    offered before anything is typed."""

    title: str
    kind: str
    key: str = ""
    usual: bool = True


def _fits(sought: str, entry: PaletteEntry) -> float:
    """How well an entry answers: by its title above all, else with its kind."""
    return 2 * fit(sought, entry.title) or fit(sought, f"{entry.title} {entry.kind}")


class PaletteModel(QAbstractListModel):
    """The entries that answer to what was typed, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: Sequence[PaletteEntry] = ()
        self._shown: list[int] = []

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Offer other entries, all that are usual."""
        self._entries = entries
        self.seek("")

    def seek(self, sought: str) -> None:
        """Show what answers to these letters."""
        self.beginResetModel()
        if sought.strip():
            fits = [(_fits(sought, entry), i) for i, entry in enumerate(self._entries)]
            best = sorted((pair for pair in fits if pair[0]), key=lambda pair: (-pair[0], pair[1]))
            self._shown = [i for _fit, i in best[:MOST]]
        else:
            self._shown = [i for i, entry in enumerate(self._entries) if entry.usual]
        self.endResetModel()

    def place(self, row: int) -> int:
        """The place of a shown entry among all entries."""
        return self._shown[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[self._shown[index.row()]]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.title, entry.kind, entry.key)))
        return None


class PaletteDelegate(QStyledItemDelegate):
    """The title at the left, at the right the kind and the key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        return QSize(80, option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: PaletteEntry = index.data(ENTRY)
        painter.save()
        paint_row(painter, option)
        palette, metrics = option.palette, QFontMetrics(painter.font())
        rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if entry.key:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(rect, right, entry.key)
            rect.setRight(rect.right() - metrics.horizontalAdvance(entry.key) - 2 * PADDING)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(rect, right, entry.kind)
        rect.setRight(rect.right() - metrics.horizontalAdvance(entry.kind) - PADDING)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


class Palette(QWidget):
    """Laid over the window while it is open; told the entries, it says which one is wanted.

    No window of its own: in a popup of X11 no input method works, so nobody could type Korean.
    """

    chosen = Signal(int)  # place of an entry

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._before: QWidget | None = None
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Type what you want to do, or a filter, a page, a picture"))
        self.line.setAccessibleName(self.tr("Command"))
        self._model = PaletteModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setProperty("role", "bare")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Commands"))
        self._nothing = label(self.tr("Nothing is called like that."), "muted")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        for widget in (self.line, self._nothing, self.list):
            inside.addWidget(widget)
        self.line.textChanged.connect(self._seek)
        self.list.clicked.connect(self._do)
        self.line.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def open(self, entries: Sequence[PaletteEntry]) -> None:
        """Offer these entries."""
        self._before = self._over.focusWidget()
        self._model.set_entries(entries)
        self.line.clear()
        self._seek("")
        self._place()
        self.raise_()
        self.show()
        self.line.setFocus()

    def shown(self) -> list[PaletteEntry]:
        """What is offered at the moment, best first."""
        return [self._model.index(row).data(ENTRY) for row in range(self._model.rowCount())]

    def shut(self) -> None:
        """Close; the keyboard goes back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def _seek(self, sought: str) -> None:
        self._model.seek(sought)
        self.list.setCurrentIndex(self._model.index(0))
        self._nothing.setVisible(self._model.rowCount() == 0)

    def _do(self, index: QModelIndex) -> None:
        if index.isValid():
            place = self._model.place(index.row())
            self.shut()
            self.chosen.emit(place)

    def _move(self, step: int) -> None:
        last = self._model.rowCount() - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + step, 0), last)
            self.list.setCurrentIndex(self._model.index(row))

    def _place(self) -> None:
        room = self._over.rect()
        self.setGeometry(room)
        width, height = min(WIDTH, room.width() - 2 * TOP), min(HEIGHT, room.height() - 2 * TOP)
        self._card.setGeometry((room.width() - width) // 2, TOP, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is not self.line or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Escape:
                self.shut()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do(self.list.currentIndex())
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass  # there is nowhere to go but the line
            case key if key in MOVES:
                self._move(MOVES[Qt.Key(key)])
            case _:
                return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._card.geometry().contains(event.position().toPoint()):
            self.shut()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 90))
