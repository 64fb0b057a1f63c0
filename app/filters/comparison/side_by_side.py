"""The same pictures by the interpretable network's filters and by the ordinary twin's, as a table (paper, figure 1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.style.colours import accent_colour, edge_colour, muted_colour, raised_colour, text_colour
from app.style.stylesheet import LARGE, MEDIUM
from app.widgets import plain_text
from app.widgets.common import Button, card, label, row, toggle
from icnn_engine.core.events import NetworkName

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PAIR, IMAGE, MADE = (Qt.ItemDataRole.UserRole + i for i in range(1, 4))
COLUMNS, LEAST, GAP, WORDS = 6, 96, 3, 150  # pictures; points of a cell at least, between cells, of a row's words
FEW, MANY = 4, 10  # filters of each network
Pair = tuple[NetworkName | None, int, int]  # network (None: the picture alone), filter, picture


@dataclass(frozen=True, slots=True)
class PairRow:
    """One way to see the pictures: whose (None: the picture itself), which filter, a name and a line about it."""

    network: NetworkName | None
    filter: int
    title: str
    line: str


class PairModel(QAbstractTableModel):
    """Rows by pictures, and the images that are there so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[PairRow] = ()
        self.pictures: Sequence[tuple[int, str]] = ()
        self.images: dict[Pair, QImage | None] = {}  # None: it could not be made

    def show(self, rows: Sequence[PairRow], pictures: Sequence[tuple[int, str]]) -> None:
        """Show other rows or pictures (index, name)."""
        self.beginResetModel()
        self.rows, self.pictures = rows, pictures
        wanted = {(one.network, one.filter, picture) for one in rows for picture, _name in pictures}
        self.images = {pair: image for pair, image in self.images.items() if pair in wanted}
        self.endResetModel()

    def set_image(self, pair: Pair, image: QImage | None) -> None:
        """An image that has been made; None: its picture could not be read."""
        for place, one in enumerate(self.rows):
            for column, (picture, _name) in enumerate(self.pictures):
                if (one.network, one.filter, picture) == pair:
                    self.images[pair] = image
                    self.dataChanged.emit(self.index(place, column), self.index(place, column), [IMAGE])

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.pictures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one, (picture, name) = self.rows[index.row()], self.pictures[index.column()]
        match role:
            case _ if role == PAIR:
                return one.network, one.filter, picture
            case _ if role == IMAGE:
                return self.images.get((one.network, one.filter, picture))
            case _ if role == MADE:
                return (one.network, one.filter, picture) in self.images
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return plain_text.model_tooltip(role, f"{one.title}\n{one.line}\n{name}".replace("\n\n", "\n"))
        return None


class PairDelegate(QStyledItemDelegate):
    """Paints one picture; asks for it where it is missing."""

    def __init__(self, view: PairTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, image = QGuiApplication.palette(), index.data(IMAGE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        painter.fillRect(box, raised_colour(palette))
        if not index.data(MADE):
            self._view.wanted.emit(*index.data(PAIR))
        elif image is None:
            painter.setPen(muted_colour(palette))
            words = self.tr("This picture cannot be read any more")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        else:
            size = image.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(box.center())
            painter.drawImage(place, image)
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(accent_colour(palette) if focused else edge_colour(palette), 2))
            painter.drawRect(box)
        painter.restore()


class PairHeader(QHeaderView):
    """The rows' words: whose filter it is, its name, a line about it; a coloured edge a network."""

    def __init__(self, table: PairTable) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedWidth(WORDS)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WORDS, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        one, palette = self._table.model_.rows[logicalIndex], self.palette()
        painter.save()
        shade = accent_colour(palette) if one.network is NetworkName.INTERPRETABLE else muted_colour(palette)
        if one.network is not None:
            painter.fillRect(QRect(rect.left(), rect.top() + GAP, 3, rect.height() - 2 * GAP), shade)
        room = rect.adjusted(10, GAP, -6, -GAP)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(text_colour(palette))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        top = painter.boundingRect(room, flags, one.title)
        font.setBold(False)
        painter.setFont(font)
        under = painter.boundingRect(room, flags, one.line)
        start = room.top() + max(0, (room.height() - top.height() - under.height()) // 2)
        painter.setPen(muted_colour(palette))
        painter.drawText(QRect(room.left(), start + top.height(), room.width(), under.height()), flags, one.line)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(text_colour(palette))
        painter.drawText(QRect(room.left(), start, room.width(), top.height()), flags, one.title)
        painter.restore()


class PairTable(QTableView):
    """Rows of pictures; a click or Return looks at one."""

    wanted = Signal(object, int, int)  # the image of a pair
    opened = Signal(object, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.model_ = PairModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(PairDelegate(self))
        self.setVerticalHeader(PairHeader(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setProperty("role", "bare")
        self.setMouseTracking(True)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the cells' size would not settle
        self.setAccessibleName(self.tr("The same pictures by both networks' filters"))
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def fit(self) -> None:
        """Make the cells as large as the pictures fit across."""
        columns = max(self.model_.columnCount(), 1)
        side = max(LEAST, min(200, self.viewport().width() // columns))
        for column in range(columns):
            self.setColumnWidth(column, side)
        for place in range(self.model_.rowCount()):
            self.setRowHeight(place, side)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(*index.data(PAIR))


class SideBySide(QWidget):
    """Told what to show; says which pictures and filters are wanted and what was clicked."""

    own_wanted = Signal(int, int)  # look at a filter of the interpretable network on a picture
    twin_wanted = Signal(int, int)  # at a filter of the twin
    look_wanted = Signal(int)  # at a picture
    others_wanted = Signal()  # other pictures
    count_wanted = Signal()  # more or fewer filters

    def __init__(self) -> None:
        super().__init__()
        self.table = PairTable()
        self.told = label("", "muted", wrap=True)
        self.few = toggle(self.tr("{count} filters").format(count=FEW), self.tr("A few filters of each network"))
        self.many = toggle(self.tr("{count} filters").format(count=MANY), self.tr("More filters of each network"))
        self.few.setChecked(True)
        either = QButtonGroup(self)
        for button in (self.few, self.many):
            either.addButton(button)
            button.clicked.connect(lambda _on: self.count_wanted.emit())
        self.others = Button(self.tr("Other pictures"), "", "", self.others_wanted.emit)
        self.others.setToolTip(self.tr("The next pictures kept out of training, in an order that nobody chose"))
        frame, inside = card()
        inside.setSpacing(MEDIUM)
        inside.addLayout(row(self.few, self.many, 1, self.others))
        inside.addWidget(self.told)
        inside.addWidget(self.table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, LARGE, 0)
        layout.addWidget(frame)
        self.table.opened.connect(self._open)

    @property
    def filters(self) -> int:
        """How many filters of each network are wanted."""
        return MANY if self.many.isChecked() else FEW

    def show_pairs(self, rows: Sequence[PairRow], pictures: Sequence[tuple[int, str]], told: str, more: bool) -> None:
        """Show other rows or pictures, a sentence about both, and whether there are other pictures."""
        self.table.model_.show(rows, pictures)
        self.table.fit()
        self.told.setText(told)
        self.others.setEnabled(more)

    def _open(self, network: NetworkName | None, filter_index: int, picture: int) -> None:
        match network:
            case NetworkName.INTERPRETABLE:
                self.own_wanted.emit(filter_index, picture)
            case NetworkName.TWIN:
                self.twin_wanted.emit(filter_index, picture)
            case _:
                self.look_wanted.emit(picture)
