"""The list of exports: those that wait, are being written, are done, or have failed, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.style.stylesheet import MEDIUM, SMALL, TIGHT
from app.widgets.common import ElidedLabel, IconLabel, column, label, row
from app.widgets.item_views import dress_list
from app.widgets.wording import plain_text

NAME = Qt.ItemDataRole.UserRole
SIGN = 20  # side of the space for a sign
Role = QPalette.ColorRole


class ExportState(Enum):
    """How far an export is."""

    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()

    @property
    def ended(self) -> bool:
        """Whether the export is done, has failed or was cancelled."""
        return self in (ExportState.DONE, ExportState.FAILED, ExportState.CANCELLED)


SIGNS = {
    ExportState.WAITING: ("pause", Role.PlaceholderText),
    ExportState.RUNNING: ("play", Role.Link),
    ExportState.DONE: ("check", Role.Link),
    ExportState.FAILED: ("alert", Role.BrightText),
    ExportState.CANCELLED: ("close", Role.PlaceholderText),
}
PICTURES = (".png", ".svg")  # files that are dropped or pasted as pictures too


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """An export in the list. `path`: the file it writes; `words`: its state or the reason why it failed; `command`:
    the command that writes the same, empty if there is none."""

    path: Path
    title: str
    state: ExportState
    words: str
    command: str = ""


class ExportRow(QWidget):
    """A sign, a title, and the state in words."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconLabel("pause", 18)
        self._sign.setFixedSize(SIGN, SIGN)
        self._title = ElidedLabel("", "caption")
        self._words = label("", "small", wrap=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        texts = column(self._title, self._words, spacing=2)
        whole = row(self._sign, (texts, 1), spacing=MEDIUM, margins=(SMALL, SMALL, SMALL, SMALL), parent=self)
        whole.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)

    def show_entry(self, entry: ExportEntry) -> None:
        """Show an entry in its state."""
        self._sign.set_icon(*SIGNS[entry.state])
        self._title.set_text(entry.title)
        self._words.setText(entry.words)

    def height_at(self, width: int) -> int:
        """Return the height of the row at a width."""
        room = max(width - 2 * SMALL - MEDIUM - SIGN, 40)
        return self._title.sizeHint().height() + self._words.heightForWidth(room) + 2 * SMALL + 2 + TIGHT


class ExportList(QListWidget):
    """Exports in their order. A double click or Return opens a file that is done; it can also be dragged elsewhere."""

    opened = Signal(object)  # Path
    chosen = Signal(object)  # ExportEntry | None
    menu_wanted = Signal(object, object)  # ExportEntry, position on the screen

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[Path, ExportEntry] = {}
        self._items: dict[Path, QListWidgetItem] = {}
        dress_list(self, self.tr("Exports"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.itemActivated.connect(self._open)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.entry))

    @property
    def entry(self) -> ExportEntry | None:
        """The chosen export."""
        item = self.currentItem()
        return None if item is None else self.entries.get(Path(item.data(NAME)))

    def show_entry(self, entry: ExportEntry) -> None:
        """Show an export in its state; it replaces one that writes the same file."""
        if entry.state is ExportState.WAITING and entry.path in self._items:  # it goes to the end again
            self.takeItem(self.row(self._items.pop(entry.path)))
        self.entries[entry.path] = entry
        item = self._items.get(entry.path) or self._add(entry.path)
        spoken = f"{entry.title}: {entry.words}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(plain_text.tooltip_text(str(entry.path) if entry.state is ExportState.DONE else spoken))
        self._row_of(item).show_entry(entry)
        self._fit_height(item)
        if entry.state is ExportState.RUNNING:
            self.scrollToItem(item)
        if entry == self.entry:
            self.chosen.emit(entry)

    def choose(self, path: Path) -> None:
        """Choose an export and scroll to it."""
        if path in self._items:
            self.setCurrentItem(self._items[path])
            self.scrollToItem(self._items[path])

    def clear_ended(self) -> None:
        """Remove the exports that have ended."""
        for path, entry in list(self.entries.items()):
            if entry.state.ended:
                self.takeItem(self.row(self._items.pop(path)))
                del self.entries[path]
        self.chosen.emit(self.entry)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:  # noqa: N802
        """Return the dragged file if it is done; of a picture its pixels as well."""
        dragged = (self.entries[Path(item.data(NAME))] for item in items)
        path = next((entry.path for entry in dragged if entry.state is ExportState.DONE), None)
        return super().mimeData([]) if path is None else mime_of(path)

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        for item in self._items.values():
            self._fit_height(item)

    def _add(self, path: Path) -> QListWidgetItem:
        item = self._items[path] = QListWidgetItem(self)
        item.setData(NAME, str(path))
        self.setItemWidget(item, ExportRow())
        return item

    def _row_of(self, item: QListWidgetItem) -> ExportRow:
        shown = self.itemWidget(item)
        assert isinstance(shown, ExportRow)
        return shown

    def _fit_height(self, item: QListWidgetItem) -> None:
        item.setSizeHint(QSize(40, self._row_of(item).height_at(self.viewport().width())))

    def _open(self, item: QListWidgetItem) -> None:
        path = Path(item.data(NAME))
        if self.entries[path].state is ExportState.DONE:
            self.opened.emit(path)

    def _ask_menu(self, point: QPoint) -> None:
        item = self.itemAt(point)
        if item is not None:
            self.menu_wanted.emit(self.entries[Path(item.data(NAME))], self.viewport().mapToGlobal(point))


def mime_of(path: Path) -> QMimeData:
    """Return a file to be dropped or pasted elsewhere; of a picture its pixels as well."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    if path.suffix in PICTURES and not (image := QImage(str(path))).isNull():
        mime.setImageData(image)
    return mime
