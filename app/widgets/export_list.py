"""The list of exports: what waits, what is being written, what is there, and what failed and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.style import icons
from app.style.stylesheet import MEDIUM, SMALL, TIGHT
from app.widgets import plain_text
from app.widgets.common import ElidedLabel, label

NAME = Qt.ItemDataRole.UserRole
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
        """Whether nothing more comes of it by itself."""
        return self in (ExportState.DONE, ExportState.FAILED, ExportState.CANCELLED)


SIGNS = {
    ExportState.WAITING: ("pause", Role.PlaceholderText),
    ExportState.RUNNING: ("play", Role.Link),
    ExportState.DONE: ("check", Role.Link),
    ExportState.FAILED: ("alert", Role.BrightText),
    ExportState.CANCELLED: ("close", Role.PlaceholderText),
}
PICTURES = (".png", ".svg")  # what can be shown where it is dropped or pasted


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """An export in the list: what it writes, how far it is, and a few words on it (a reason where it failed).
    `command`: what would write the same, empty where there is no such command."""

    path: Path
    title: str
    state: ExportState
    words: str
    command: str = ""


class ExportRow(QWidget):
    """A sign, a title, and the state in words; the sign keeps to the theme."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: ExportEntry | None = None
        self._sign = label()
        self._sign.setFixedSize(20, 20)
        self._title = ElidedLabel("", "caption")
        self._words = label("", "small", wrap=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        whole.setSpacing(MEDIUM)
        whole.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)

    def show_entry(self, entry: ExportEntry) -> None:
        """Show an entry in its state."""
        self._entry = entry
        self._title.set_text(entry.title)
        self._words.setText(entry.words)
        self._paint_sign()

    def height_at(self, width: int) -> int:
        """How high the row is at a width."""
        room = max(width - 2 * SMALL - MEDIUM - 20, 40)
        return self._title.sizeHint().height() + self._words.heightForWidth(room) + 2 * SMALL + 2 + TIGHT

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_sign()

    def _paint_sign(self) -> None:
        if self._entry is not None:
            name, role = SIGNS[self._entry.state]
            colour = self.palette().color(role).name()
            self._sign.setPixmap(icons.pixmap(name, colour, 18, self.devicePixelRatioF()))


class ExportList(QListWidget):
    """Exports in their order. A double click or Return opens what is done; what is done can be dragged elsewhere."""

    opened = Signal(object)  # Path
    chosen = Signal(object)  # Entry | None
    menu_wanted = Signal(object, object)  # Entry, where on the screen

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[Path, ExportEntry] = {}
        self._items: dict[Path, QListWidgetItem] = {}
        self.setProperty("role", "bare")
        self.setAccessibleName(self.tr("Exports"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.itemActivated.connect(self._open)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.entry))

    @property
    def entry(self) -> ExportEntry | None:
        """The export that is chosen."""
        item = self.currentItem()
        return None if item is None else self.entries.get(Path(item.data(NAME)))

    def show_entry(self, entry: ExportEntry) -> None:
        """Show an export in its state; one that writes the same file is replaced."""
        waits_anew = entry.state is ExportState.WAITING and entry.path in self._items
        if waits_anew:
            self.takeItem(self.row(self._items.pop(entry.path)))
        self.entries[entry.path] = entry
        item = self._items.get(entry.path) or self._add(entry.path)
        spoken = f"{entry.title}: {entry.words}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(plain_text.tooltip_text(str(entry.path) if entry.state is ExportState.DONE else spoken))
        row = self._row_of(item)
        row.show_entry(entry)
        item.setSizeHint(QSize(40, row.height_at(self.viewport().width())))
        if entry.state is ExportState.RUNNING:
            self.scrollToItem(item)
        if entry == self.entry:
            self.chosen.emit(entry)

    def clear_ended(self) -> None:
        """Forget what has ended."""
        for path, entry in list(self.entries.items()):
            if entry.state.ended:
                self.takeItem(self.row(self._items.pop(path)))
                del self.entries[path]
        self.chosen.emit(self.entry)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:  # noqa: N802
        """What is dragged: the file, and of a picture its pixels as well."""
        done = [entry for item in items if (entry := self.entries[Path(item.data(NAME))]).state is ExportState.DONE]
        return mime_of(done[0].path) if done else super().mimeData([])

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        for item in self._items.values():
            item.setSizeHint(QSize(40, self._row_of(item).height_at(self.viewport().width())))

    def _add(self, path: Path) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(NAME, str(path))
        self.addItem(item)
        self.setItemWidget(item, ExportRow())
        self._items[path] = item
        return item

    def _row_of(self, item: QListWidgetItem) -> ExportRow:
        row = self.itemWidget(item)
        assert isinstance(row, ExportRow)
        return row

    def _open(self, item: QListWidgetItem) -> None:
        path = Path(item.data(NAME))
        if self.entries[path].state is ExportState.DONE:
            self.opened.emit(path)

    def _ask_menu(self, point: QPoint) -> None:
        item = self.itemAt(point)
        if item is not None:
            self.menu_wanted.emit(self.entries[Path(item.data(NAME))], self.viewport().mapToGlobal(point))


def mime_of(path: Path) -> QMimeData:
    """A file to be dropped or pasted elsewhere; of a picture its pixels as well."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    if path.suffix in PICTURES and not (image := QImage(str(path))).isNull():
        mime.setImageData(image)
    return mime
