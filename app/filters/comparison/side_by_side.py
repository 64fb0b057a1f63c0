"""The same pictures by the interpretable network's filters and by the ordinary twin's, as a table (paper, figure 1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from app.style.colours import accent_colour, edge_colour, muted_colour, raised_colour, text_colour
from app.style.stylesheet import LARGE, MEDIUM
from app.widgets.common import Button, label, row, toggle
from app.widgets.layouts import button_group, filled_card
from app.widgets.painting import font_like
from app.widgets.pictures.picture_model import KEY, Index, PictureDelegate, PictureModel, set_up_view
from icnn_engine.core.events import NetworkName

COLUMNS, LEAST, GAP, WORDS = 6, 96, 3, 150  # pictures; points of a cell at least, between cells, of a row's words
FEW, MANY = 4, 10  # filters of each network
PairKey = tuple[NetworkName | None, int, int]  # network (None: the picture alone), filter, picture


@dataclass(frozen=True, slots=True)
class PairRow:
    """One way to see the pictures: network (None: the pictures alone), filter, title, a line of text."""

    network: NetworkName | None
    filter: int
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A row and a picture: index in the run, name."""

    row: PairRow
    picture: int
    name: str

    @property
    def key(self) -> PairKey:
        return self.row.network, self.row.filter, self.picture

    @property
    def words(self) -> str:
        return "\n".join(filter(None, (self.row.title, self.row.line, self.name)))


class PairDelegate(PictureDelegate):
    """Paints one picture."""

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, image = QGuiApplication.palette(), self.image(index)
        box = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        painter.fillRect(box, raised_colour(palette))
        if image is not None and image.isNull():
            painter.setPen(muted_colour(palette))
            words = self.tr("This picture cannot be read any more")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        elif image is not None:
            place = QRectF(QPointF(), image.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio))
            place.moveCenter(box.center())
            painter.drawImage(place, image)
        if self.has_focus(index) or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(accent_colour(palette) if self.has_focus(index) else edge_colour(palette), 2))
            painter.drawRect(box)


class PairHeader(QHeaderView):
    """The words of the rows: the network, the filter and a line about it; a coloured edge for each network."""

    def __init__(self, table: PairTable) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedWidth(WORDS)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WORDS, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        row, palette = self._table.rows[logicalIndex], self.palette()
        painter.save()
        if row.network is not None:
            own = row.network is NetworkName.INTERPRETABLE
            shade = accent_colour(palette) if own else muted_colour(palette)
            painter.fillRect(QRect(rect.left(), rect.top() + GAP, 3, rect.height() - 2 * GAP), shade)
        room, flags = rect.adjusted(10, GAP, -6, -GAP), Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        plain, bold = painter.font(), font_like(painter.font(), bold=True)
        title = QFontMetrics(bold).boundingRect(room, flags, row.title).height()
        line = QFontMetrics(plain).boundingRect(room, flags, row.line).height() if row.line else 0
        top = room.top() + max(0, (room.height() - title - line) // 2)
        painter.setPen(text_colour(palette))
        painter.setFont(bold)
        painter.drawText(QRect(room.left(), top, room.width(), title), flags, row.title)
        painter.setPen(muted_colour(palette))
        painter.setFont(plain)
        painter.drawText(QRect(room.left(), top + title, room.width(), line), flags, row.line)
        painter.restore()


class PairTable(QTableView):
    """Rows of pictures; a click or Return looks at one."""

    wanted = Signal(object)  # PairKey of an image in sight
    opened = Signal(object)  # PairKey

    def __init__(self) -> None:
        super().__init__(showGrid=False)
        self.rows: Sequence[PairRow] = ()
        self.pictures: PictureModel[Pair] = PictureModel(attrgetter("key"), attrgetter("words"), self)
        delegate = PairDelegate(self)
        delegate.wanted.connect(self.wanted)
        set_up_view(self, self.pictures, delegate, self.tr("The same pictures by both networks' filters"))
        self.setVerticalHeader(PairHeader(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the cells' size would not settle
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_pairs(self, rows: Sequence[PairRow], pictures: Sequence[tuple[int, str]]) -> None:
        """Show other rows or pictures (index, name)."""
        self.rows = rows
        pairs = [Pair(row, picture, name) for row in rows for picture, name in pictures]
        self.pictures.set_items(pairs, max(len(pictures), 1))
        self._fit()

    def _fit(self) -> None:
        """Make the cells as large as the pictures fit across."""
        columns = self.pictures.columnCount()
        side = max(LEAST, min(200, self.viewport().width() // columns))
        for column in range(columns):
            self.setColumnWidth(column, side)
        for place in range(self.pictures.rowCount()):
            self.setRowHeight(place, side)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(KEY))


class SideBySide(QWidget):
    """Shows rows of pictures; signals which are wanted and what was clicked."""

    own_wanted = Signal(int, int)  # look at a filter of the interpretable network on a picture
    twin_wanted = Signal(int, int)  # at a filter of the twin
    look_wanted = Signal(int)  # at a picture
    others_wanted = Signal()  # other pictures
    count_wanted = Signal()  # more or fewer filters

    def __init__(self) -> None:
        super().__init__()
        self.table = PairTable()
        self.reading = label("", "muted", wrap=True)
        self.few = toggle(self.tr("{count} filters").format(count=FEW), self.tr("A few filters of each network"))
        self.many = toggle(self.tr("{count} filters").format(count=MANY), self.tr("More filters of each network"))
        self.few.setChecked(True)
        button_group(self, self.few, self.many).buttonClicked.connect(lambda _button: self.count_wanted.emit())
        self.others = Button(self.tr("Other pictures"), "", "", self.others_wanted.emit)
        self.others.setToolTip(self.tr("The next pictures kept out of training, in an order that nobody chose"))
        buttons = row(self.few, self.many, 1, self.others)
        frame = filled_card(buttons, self.reading, (self.table, 1), spacing=MEDIUM)
        self.setLayout(row(frame, margins=(0, 0, LARGE, 0)))
        self.table.opened.connect(self._open)

    @property
    def filters(self) -> int:
        """How many filters of each network are wanted."""
        return MANY if self.many.isChecked() else FEW

    def show_words(self, reading: str, more: bool) -> None:
        """Show how to read the table. `more`: there are other pictures."""
        self.reading.setText(reading)
        self.others.setEnabled(more)

    def _open(self, pair: PairKey) -> None:
        network, filter_index, picture = pair
        match network:
            case NetworkName.INTERPRETABLE:
                self.own_wanted.emit(filter_index, picture)
            case NetworkName.TWIN:
                self.twin_wanted.emit(filter_index, picture)
            case _:
                self.look_wanted.emit(picture)
