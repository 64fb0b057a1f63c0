"""The command palette: type a few letters of anything the window can do or show, and press Return."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import label
from app.widgets.item_views import paint_row

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
MOST = 60  # entries shown: nobody reads further, one types another letter instead
WIDTH, HEIGHT, TOP = 640, 460, 72  # points, at most; from the top of the window
PADDING = 12
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """Something that can be done."""

    title: str
    kind: str  # what it is, such as the menu of an action
    do: Callable[[], object]
    key: str = ""  # the key that does the same
    usual: bool = True  # offered before anything is typed


def matching(entries: Sequence[PaletteEntry], text: str) -> list[PaletteEntry]:
    """Return the entries that contain every typed word, those first that fit best; entries that fit alike keep their
    order."""
    typed = text.casefold().strip()
    if not typed:
        return [entry for entry in entries if entry.usual]
    found = [e for e in entries if all(word in f"{e.title} {e.kind}".casefold() for word in typed.split())]
    return sorted(found, key=lambda entry: _misfit(entry, typed))[:MOST]


def _misfit(entry: PaletteEntry, typed: str) -> int:
    """Return 0 if the title begins with the text, up to 3 if its words are just somewhere. Part 2 is not part 20."""
    title, whole = entry.title.casefold(), re.compile(rf"(?<!\w){re.escape(typed)}(?!\d)")
    if title.startswith(typed):
        return 0 if whole.match(title) else 1
    return 2 if whole.search(title) or whole.search(entry.kind.casefold()) else 3


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
    """The palette, laid over the window while it is open.

    It is no window of its own: in a popup of X11 no input method works, so nobody could type Korean.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None  # what had the keyboard
        self._entries: Sequence[PaletteEntry] = ()
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self.line = QLineEdit(placeholderText=self.tr("Type what you want to do, or a filter, a page, a picture"))
        self.line.setAccessibleName(self.tr("Command"))
        self._nothing = label(self.tr("Nothing is called like that."), "muted")
        self.list = QListWidget()
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setProperty("role", "bare")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Commands"))
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        for widget in (self.line, self._nothing, self.list):
            inside.addWidget(widget)
        self.line.textChanged.connect(self._search)
        self.list.itemClicked.connect(self._do)
        self.line.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def open(self, entries: Sequence[PaletteEntry]) -> None:
        """Open with these entries."""
        self._before = self.window().focusWidget()
        self._entries = entries
        self.line.clear()
        self._search("")
        self._place()
        self.raise_()
        self.show()
        self.line.setFocus()

    def shown(self) -> list[PaletteEntry]:
        """Return the entries in the list, best first."""
        return [self.list.item(row).data(ENTRY) for row in range(self.list.count())]

    def shut(self) -> None:
        """Close; the keyboard goes back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def _search(self, text: str) -> None:
        self.list.clear()
        for entry in matching(self._entries, text):
            item = QListWidgetItem(self.list)
            item.setData(ENTRY, entry)
            spoken = ", ".join(filter(None, (entry.title, entry.kind, entry.key)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.list.setCurrentRow(0)
        self._nothing.setVisible(self.list.count() == 0)

    def _do(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            entry: PaletteEntry = item.data(ENTRY)
            self.shut()
            entry.do()

    def _move(self, step: int) -> None:
        row = self.list.currentRow() + step
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def _place(self) -> None:
        room = self.window().rect()
        self.setGeometry(room)
        width, height = min(WIDTH, room.width() - 2 * TOP), min(HEIGHT, room.height() - 2 * TOP)
        self._card.setGeometry((room.width() - width) // 2, TOP, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.window() and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is not self.line or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Escape:
                self.shut()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do(self.list.currentItem())
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
