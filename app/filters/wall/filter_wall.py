"""The wall of filters: a grid of cards, each showing the part its filter found. Only cards in sight are painted."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.filters.wall.wall_card import CARD, IMAGE, CardDelegate
from app.filters.wall.wall_rows import Card, CardWarning, PartHeading, Row
from app.widgets import plain_text

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
KEPT = 300  # collages kept in memory: many screens


class WallModel(QAbstractListModel):
    """Rows of the wall and the collages made for them so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._places: dict[int, int] = {}
        self._images: dict[int, QImage] = {}

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case _ if role == CARD:
                return row
            case _ if role == IMAGE and isinstance(row, Card):
                return self._images.get(row.filter)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.DisplayRole:
                return plain_text.model_tooltip(role, self._words(row))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], PartHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; collages made stay."""
        self.beginResetModel()
        self._rows = rows
        self._places = {row.filter: place for place, row in enumerate(rows) if isinstance(row, Card)}
        self.endResetModel()

    def forget_images(self) -> None:
        """Forget every collage: they belonged to another network."""
        self._images.clear()

    def set_image(self, filter_index: int, image: QImage) -> None:
        """A collage that has been made."""
        self._images[filter_index] = image.convertToFormat(
            QImage.Format.Format_ARGB32_Premultiplied
        )  # painted quickest
        if filter_index in self._places:
            at = self.index(self._places[filter_index])
            self.dataChanged.emit(at, at, [IMAGE])

    def image(self, filter_index: int) -> QImage | None:
        """The collage of a filter, if it has been made."""
        return self._images.get(filter_index)

    def place(self, filter_index: int) -> QModelIndex:
        """Where a filter stands; invalid if it is not shown."""
        place = self._places.get(filter_index)
        return QModelIndex() if place is None else self.index(place)

    def row(self, index: Index) -> Row:
        """The row at an index."""
        return self._rows[index.row()]

    def _words(self, row: Row) -> str:
        if isinstance(row, PartHeading):
            return self._heading_words(row)
        if row.dead:
            return self.tr("Filter {number}: never fires on these pictures").format(number=row.filter)
        part = self.tr("part {number}").format(number=row.group + 1) if row.group >= 0 else self.tr("no part")
        part = ", ".join(text for text in (row.name, row.category, part) if text)
        text = self.tr(
            "Filter {number}, {part}\nFollows {value:.2f} of shifts, mirrors and transplants: {gain:+.2f} against "
            "untrained filters ({floor:.2f})\nMean strength {strength:.2f}"
        )
        if not row.judged:
            text = self.tr(
                "Filter {number}, {part}\nFollows {value:.2f} of shifts: {gain:+.2f} against untrained filters "
                "({floor:.2f})\nMean strength {strength:.2f}"
            )
        told = text.format(
            number=row.filter, part=part, value=row.following, gain=row.gain, floor=row.floor, strength=row.strength
        )
        return "\n".join([told, *self._more_words(row), *self._test_words(row)])

    def _more_words(self, row: Card) -> Iterator[str]:
        if not math.isnan(row.twin):
            text = self.tr("{difference:+.2f} against the other network's filter of the same rank ({twin:.2f})")
            yield text.format(difference=row.difference, twin=row.twin)
        if row.starred:
            yield self.tr("Starred")
        texts = {
            CardWarning.BOUND: self.tr(
                "Background-bound: its peak hardly tells the category from the background (AUC {value:.2f})"
            ),
            CardWarning.FAILED: self.tr("Does not hold a part ({verdict})"),
            CardWarning.UNSTEADY: self.tr(
                "Unsteady: its peak follows moves of the picture in only {value:.0%} of them. Not judged by today's "
                "tests"
            ),
            CardWarning.DOUBLE: self.tr(
                "Double: in {value:.0%} of the pictures it peaks where the first filter of its part does"
            ),
        }
        for mark, value in row.marks:
            yield texts[mark].format(value=value, verdict=row.verdict)

    def _test_words(self, row: Card) -> Iterator[str]:
        passed, failed = self.tr("{test} {value:.2f} ({mark})"), self.tr("{test} {value:.2f} ({mark}): failed")
        for one in row.tests:
            if one.passed is not None:
                yield (passed if one.passed else failed).format(test=one.test, value=one.value, mark=one.mark)

    def _heading_words(self, row: PartHeading) -> str:
        if row.dead:
            return self.tr("Never fire")
        if row.name:
            return f"{row.category} · {row.name}" if row.category else row.name
        if row.category:
            return f"{row.category} · {self._group_words(row)}"
        if row.group < 0:
            return self.tr("Hold no part") if row.judged else self.tr("Not steady enough to be a part")
        return self.tr("Part {number}").format(number=row.group + 1)

    def _group_words(self, row: PartHeading) -> str:
        if row.group < 0:
            return self.tr("hold no part") if row.judged else self.tr("not steady")
        return self.tr("part {number}").format(number=row.group + 1)


class FilterWall(QListView):
    """Cards of filters. Arrows move the choice; a click or a move chooses at once."""

    chosen = Signal(int)  # filter
    wanted = Signal(int)  # a filter in sight whose collage has not been made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._silent = False
        self._model = WallModel(self)
        self._delegate = CardDelegate(self)
        self._delegate.wanted.connect(self.wanted)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(self.tr("Wall of filters"))
        self.selectionModel().currentChanged.connect(self._current_moved)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; the choice stays where the filter is still there."""
        kept = self.current()
        self._model.set_rows(rows)
        self.choose(kept)

    def forget_images(self) -> None:
        """Forget every collage: the next rows are of another network or run."""
        self._model.forget_images()

    def set_image(self, filter_index: int, image: QImage) -> None:
        """Put a collage on its card."""
        self._model.set_image(filter_index, image)

    def collage(self, filter_index: int) -> QImage | None:
        """The collage on a card, if it has been made."""
        return self._model.image(filter_index)

    def current(self) -> int:
        """The chosen filter, -1 for none."""
        index = self.currentIndex()
        row = self._model.row(index) if index.isValid() else None
        return row.filter if isinstance(row, Card) else -1

    def choose(self, filter_index: int) -> None:
        """Choose a filter, silently, and bring it into sight."""
        index = self._model.place(filter_index)
        self._silent = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._silent = False
        if index.isValid():
            self.scrollTo(index)

    def _current_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._silent and now.isValid() and isinstance(row := self._model.row(now), Card):
            self.chosen.emit(row.filter)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where an arrow key leads: along the cards, or to the nearest card of the line above or below."""
        now, step = self.currentIndex(), QAbstractItemView.CursorAction
        if not now.isValid():
            return super().moveCursor(action, modifiers)
        match action:
            case step.MoveLeft | step.MovePrevious:
                return next(self._cards_from(now, -1), now)
            case step.MoveRight | step.MoveNext:
                return next(self._cards_from(now, 1), now)
            case step.MoveUp:
                return self._next_line(now, -1)
            case step.MoveDown:
                return self._next_line(now, 1)
        return super().moveCursor(action, modifiers)

    def _cards_from(self, index: QModelIndex, step: int) -> Iterator[QModelIndex]:
        row = index.row() + step
        while 0 <= row < self._model.rowCount():
            if isinstance(self._model.row(other := self._model.index(row)), Card):
                yield other
            row += step

    def _next_line(self, now: QModelIndex, step: int) -> QModelIndex:
        here, line, found = self.visualRect(now), None, now
        for other in self._cards_from(now, step):
            there = self.visualRect(other)
            if there.top() == here.top():
                continue
            if line is not None and there.top() != line:
                break
            if line is None or _apart(there, here) < _apart(self.visualRect(found), here):
                found = other
            line = there.top()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_S, Qt.Key.Key_F2) and not event.modifiers():
            event.ignore()  # they belong to the page: overlay, star, name
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._delegate.fit(self.viewport().width())
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


def _apart(one: QRect, other: QRect) -> int:
    return abs(one.center().x() - other.center().x())
