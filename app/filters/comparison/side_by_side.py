"""The same pictures by filters of both networks: two columns, or pairs of rows where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from app.style.colours import accent_colour, edge_colour, muted_colour, raised_colour, text_colour
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, label, row, toggle
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import button_group, filled_card, widget_of
from app.widgets.painting import MIDDLE, draw_text, font_like
from app.widgets.pictures.picture_model import KEY, Index, PictureDelegate, PictureModel, set_up_view
from icnn_engine.core.events import NetworkName

FEW, MANY = 4, 10  # filters of each network
MOST, FEWEST = 4, 3  # pictures of each network in a row
# Points: a picture at least (with room for the most pictures), of both columns, of the words above a row, between.
CELL, BESIDE, WORDS, GAP, BETWEEN = 130, 720, 24, 3, 20
FLAT = 0.8  # height of a picture's cell, in widths
OWN = NetworkName.INTERPRETABLE
PairKey = tuple[NetworkName, int, int]  # network, filter, picture


@dataclass(frozen=True, slots=True)
class PairRow:
    """One filter: its network in words, its name, a line about it."""

    network: NetworkName
    filter: int
    head: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A filter and a picture: index in the run, name."""

    row: PairRow
    picture: int
    name: str

    @property
    def key(self) -> PairKey:
        return self.row.network, self.row.filter, self.picture

    @property
    def words(self) -> str:
        return "\n".join((self.row.head, self.row.title, self.row.line, self.name))


class PairDelegate(PictureDelegate):
    """Paints one picture, and above it its slice of the words about the row."""

    def __init__(self, table: PairTable) -> None:
        super().__init__(table)
        self._table = table

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, image, left = QGuiApplication.palette(), self.image(index), self._table.indent(index.column())
        cell = QRectF(option.rect)
        painter.setClipRect(cell)
        self._paint_words(painter, cell, index)
        bottom = cell.top() + WORDS + self._table.picture_height
        box = QRectF(cell.left() + left + GAP, cell.top() + WORDS, cell.width() - left - 2 * GAP, 0)
        box.setBottom(bottom - GAP)
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
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _paint_words(self, painter: QPainter, cell: QRectF, index: Index) -> None:
        table, palette = self._table, QGuiApplication.palette()
        pair = table.pictures.item(index)
        left, width = table.block(index.column())
        room = QRectF(left + GAP, cell.top(), width - 2 * GAP, WORDS)
        painter.setFont(font_like(painter.font(), bold=True))
        title = f"{pair.row.head} · {pair.row.title}" if table.is_stacked else pair.row.title
        ink = accent_colour(palette) if pair.row.network is OWN else text_colour(palette)
        draw_text(painter, room, title, ink, MIDDLE, Qt.TextElideMode.ElideRight)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(title) + MEDIUM)
        painter.setFont(font_like(painter.font(), bold=False))
        if room.width() > 0:
            draw_text(painter, room, pair.row.line, muted_colour(palette), MIDDLE, Qt.TextElideMode.ElideRight)


class PairTable(QTableView):
    """Pictures of both networks' filters; a click or Return looks at one."""

    wanted = Signal(object)  # PairKey of an image in sight
    opened = Signal(object)  # PairKey
    shaped = Signal()  # other columns, or another number of pictures

    def __init__(self) -> None:
        super().__init__(showGrid=False)
        self.is_stacked, self.count = False, MOST
        self.picture_height = CELL
        self._rows: Sequence[tuple[PairRow, PairRow]] = ()
        self._pictures: Sequence[tuple[int, str]] = ()
        self.pictures: PictureModel[Pair] = PictureModel(attrgetter("key"), attrgetter("words"), self)
        delegate = PairDelegate(self)
        delegate.wanted.connect(self.wanted)
        set_up_view(self, self.pictures, delegate, self.tr("The same pictures by both networks' filters"))
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the cells' size would not settle
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_pairs(self, rows: Sequence[tuple[PairRow, PairRow]], pictures: Sequence[tuple[int, str]]) -> None:
        """Show other pairs of filters (interpretable, twin) or pictures (index, name)."""
        self._rows, self._pictures = rows, pictures
        self._arrange()

    def indent(self, column: int) -> int:
        """Return the empty points at the left of a column: between both networks."""
        return BETWEEN if column and column == len(self._pictures) else 0

    def block(self, column: int) -> tuple[int, int]:
        """Return left end and width of the network's column of pictures that a column of the table belongs to."""
        first = column - column % max(len(self._pictures), 1)
        left = self.columnViewportPosition(first) + self.indent(first)
        return left, sum(self.columnWidth(first + i) for i in range(len(self._pictures))) - self.indent(first)

    def _arrange(self) -> None:
        """Put both filters of a pair in one row, or below each other."""
        # In reading order: filter by filter, whether a pair stands in one line or in two.
        pairs = [Pair(one, picture, name) for pair in self._rows for one in pair for picture, name in self._pictures]
        columns = len(self._pictures) * (1 if self.is_stacked else 2)
        self.pictures.set_items(pairs, max(columns, 1))
        self._fit()

    def _fit(self) -> None:
        """Make the cells as large as the pictures fit across."""
        columns = self.pictures.columnCount()
        room = self.viewport().width() - (0 if self.is_stacked else BETWEEN)
        side = max(1, room // columns)
        self.picture_height = round(side * FLAT)
        for column in range(columns):
            self.setColumnWidth(column, side + self.indent(column) * (not self.is_stacked))
        for place in range(self.pictures.rowCount()):
            below = LARGE if not self.is_stacked or place % 2 else SMALL
            self.setRowHeight(place, WORDS + self.picture_height + below)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        width = self.viewport().width()
        stacked = width < BESIDE
        count = MOST if width >= CELL * MOST * (1 if stacked else 2) else FEWEST
        if (stacked, count) != (self.is_stacked, self.count):
            self.is_stacked, self.count = stacked, count
            self._arrange()
            self.shaped.emit()
        else:
            self._fit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(KEY))


class SideBySide(QWidget):
    """Shows filters of both networks; signals which are wanted and what was clicked."""

    own_wanted = Signal(int, int)  # look at a filter of the interpretable network on a picture
    twin_wanted = Signal(int, int)  # at a filter of the twin
    others_wanted = Signal()  # other pictures
    count_wanted = Signal()  # more or fewer filters or pictures

    def __init__(self) -> None:
        super().__init__()
        self.table = PairTable()
        self.reading = label("", "muted", wrap=True)
        self.few = toggle(self.tr("{count} filters").format(count=FEW), self.tr("A few filters of each network"))
        self.many = toggle(self.tr("{count} filters").format(count=MANY), self.tr("More filters of each network"))
        self.few.setChecked(True)
        button_group(self, self.few, self.many).buttonClicked.connect(lambda _button: self.count_wanted.emit())
        self.others = Button(self.tr("Other pictures"), "", "", self.others_wanted.emit)
        self.others.setToolTip(self.tr("The next pictures kept aside, in a fixed order"))
        self._own_head, self._twin_head = label("", "heading"), label("", "heading")
        heads = (self._own_head, 1), (explained(self._twin_head, "measure"), 1)
        self.heads = widget_of(row(*heads, spacing=BETWEEN, margins=(GAP, 0, LARGE, 0)))
        buttons = row(self.few, self.many, 1, self.others)
        frame = filled_card(self.reading, buttons, self.heads, (self.table, 1), spacing=MEDIUM)
        self.setLayout(row(frame, margins=(0, 0, LARGE, 0)))
        self.table.opened.connect(self._open)
        self.table.shaped.connect(self.count_wanted)
        # Later: what is shown while the layout is at work gets no room.
        self.table.shaped.connect(self._show_heads, Qt.ConnectionType.QueuedConnection)

    @property
    def filters(self) -> int:
        """How many filters of each network are wanted."""
        return MANY if self.many.isChecked() else FEW

    def name_networks(self, own: str, twin: str) -> None:
        """Show the titles of both networks above their columns."""
        self._own_head.setText(own)
        self._twin_head.setText(twin)

    def show_words(self, reading: str, more: bool) -> None:
        """Show how to read the table. `more`: there are other pictures."""
        self.reading.setText(reading)
        self.others.setEnabled(more)

    @Slot()
    def _show_heads(self) -> None:
        self.heads.setVisible(not self.table.is_stacked)

    def _open(self, pair: PairKey) -> None:
        network, filter_index, picture = pair
        wanted = self.own_wanted if network is OWN else self.twin_wanted
        wanted.emit(filter_index, picture)
