"""The wall of filters: a grid of cards, each showing the part its filter found. Only cards in sight are painted."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.filters.wall.wall_card import CardDelegate
from app.filters.wall.wall_rows import Card, CardWarning, FoldLine, PartHeading, Row, part_of
from app.widgets.pictures.picture_model import ITEM, KEY, Index, PictureModel, set_up_view
from icnn_engine.runs.notes import number_of


class WallModel(PictureModel[Row]):
    """Rows of the wall, and the collages made for its cards."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(lambda row: row.filter.index if isinstance(row, Card) else None, self._words, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.item(index)
        if role == Qt.ItemDataRole.DisplayRole and isinstance(row, PartHeading):
            return self._heading_words(row)
        shown = role == Qt.ItemDataRole.DisplayRole
        return super().data(index, Qt.ItemDataRole.AccessibleTextRole if shown else role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(ITEM), PartHeading):
            return Qt.ItemFlag.NoItemFlags
        if isinstance(index.data(ITEM), FoldLine):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _words(self, row: Row) -> str:
        if isinstance(row, PartHeading):
            return "\n".join([self._heading_words(row), *self._means(row)])
        if isinstance(row, FoldLine):
            return self._fold_words(row)
        filter = row.filter
        if filter.dead:
            return self.tr("Filter {number}: never fires on these pictures").format(number=filter.index)
        part = self.tr("part {number}").format(number=filter.group + 1) if filter.group >= 0 else self.tr("no part")
        part = ", ".join(text for text in (row.name, row.category, part) if text)
        text = self.tr(
            "Filter {number}, {part}\nFollows {value:.2f} of shifts, mirrors and transplants: {gain:+.2f} against "
            "untrained filters ({floor:.2f})\nMean strength {strength:.2f}"
        )
        if not row.tests:
            text = self.tr(
                "Filter {number}, {part}\nFollows {value:.2f} of shifts: {gain:+.2f} against untrained filters "
                "({floor:.2f})\nMean strength {strength:.2f}"
            )
        first = text.format(
            number=number_of(filter),
            part=part,
            value=filter.following,
            gain=row.gain,
            floor=row.floor,
            strength=filter.strength,
        )
        return "\n".join([first, *self._more_words(row), *self._test_words(row)])

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
                "Unsteady: its peak follows moves of the picture in only {share:.0f} % of them. Not judged by today's "
                "tests"
            ),
        }
        for mark, value in row.marks:
            yield texts[mark].format(value=value, share=100 * value, verdict=row.verdict)

    def _test_words(self, row: Card) -> Iterator[str]:
        passed, failed = self.tr("{test} {value:.2f} ({mark})"), self.tr("{test} {value:.2f} ({mark}): failed")
        for result in row.tests:
            if result.passed is not None:
                text = passed if result.passed else failed
                yield text.format(test=result.test, value=result.value, mark=result.mark)

    def _heading_words(self, row: PartHeading) -> str:
        if row.dead:
            return self.tr("Never fire")
        first = row.name or row.category
        if first:
            more = row.category if row.name else ""
            return " · ".join(text for text in (first, more, self._group_words(row)) if text)
        if row.group < 0:
            return self.tr("Hold no part") if row.judged else self.tr("Not steady enough to be a part")
        return self.tr("Part {number}").format(number=row.group + 1)

    def _means(self, row: PartHeading) -> Iterator[str]:
        """Yield how well its filters do in the two tests that a constant offset fails."""
        if row.dead or math.isnan(row.mean("following")):
            return
        if row.judged:
            text = self.tr(
                "On average its filters find the same content in {mirror:.0f} % of mirrored pictures, and in "
                "{transplant:.0f} % of those into which it was pasted"
            )
            if math.isnan(row.mean("mirror")) or math.isnan(row.mean("transplant")):
                return
        else:
            text = self.tr("On average its filters follow {following:.0f} % of shifts of the picture")
        yield text.format(**{figure: 100 * row.mean(figure) for figure in ("following", "mirror", "transplant")})

    def _fold_words(self, row: FoldLine) -> str:
        if not row.folded:
            return self.tr("Show only the first filter of this part")
        if row.count == 1:
            return self.tr("+ 1 more filter of this part")
        return self.tr("+ {count} more filters of this part").format(count=row.count)

    def _group_words(self, row: PartHeading) -> str:
        if row.group < 0:
            return self.tr("hold no part") if row.judged else self.tr("not steady")
        return self.tr("part {number}").format(number=row.group + 1)


class FilterWall(QListView):
    """Cards of filters. Arrows move the choice; a click or a move chooses at once."""

    chosen = Signal(int)  # filter
    wanted = Signal(object)  # a filter in sight whose collage has not been made
    fold_wanted = Signal(object)  # FoldLine whose filters are to be shown or hidden
    menu_wanted = Signal(int, object)  # filter, QPoint on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, viewMode=QListView.ViewMode.IconMode)  # first: it sets movement and flow
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._silent = False
        self._chosen = -1  # also while it is searched or folded away
        self.pictures = WallModel(self)
        self._delegate = CardDelegate(self)
        self._delegate.wanted.connect(self.wanted)
        set_up_view(self, self.pictures, self._delegate, self.tr("Wall of filters"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(24)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.selectionModel().currentChanged.connect(self._current_moved)
        self.clicked.connect(self._clicked)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; the choice stays where the filter is still there."""
        self.pictures.set_items(rows)
        self.choose(self._chosen)

    def current(self) -> int:
        """Return the chosen filter, -1 for none."""
        key = self.currentIndex().data(KEY)
        return -1 if key is None else int(key)

    def choose(self, filter_index: int) -> None:
        """Choose a filter, silently, and bring it into sight."""
        index = self.pictures.index_of(filter_index)
        self._chosen = filter_index
        self._silent = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._silent = False
        if index.isValid():
            self.scrollTo(index)

    def _current_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._silent and now.data(KEY) is not None:
            self._chosen = now.data(KEY)
            self.chosen.emit(self._chosen)

    def _clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ITEM), FoldLine):
            self.fold_wanted.emit(index.data(ITEM))

    def _toggle_fold(self) -> None:
        """Show or hide the other filters of the part that the chosen one belongs to."""
        row = self.currentIndex().data(ITEM)
        lines = (line for line in self.pictures.items if isinstance(line, FoldLine))
        line = next((line for line in lines if isinstance(row, Card) and line.part == part_of(row)), None)
        if line is not None:
            self.fold_wanted.emit(line)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where an arrow key leads: along the cards, or to the nearest card of the line above or below."""
        now, actions = self.currentIndex(), QAbstractItemView.CursorAction
        steps = {actions.MoveLeft: -1, actions.MovePrevious: -1, actions.MoveRight: 1, actions.MoveNext: 1}
        lines = {actions.MoveUp: -1, actions.MoveDown: 1}
        if now.isValid() and action in steps:
            return next(self._cards_from(now, steps[action]), now)
        if now.isValid() and action in lines:
            return self._next_line(now, lines[action])
        return super().moveCursor(action, modifiers)

    def _cards_from(self, index: QModelIndex, step: int) -> Iterator[QModelIndex]:
        end = self.pictures.rowCount() if step > 0 else -1
        others = (self.pictures.index(row, 0) for row in range(index.row() + step, end, step))
        return (other for other in others if other.data(KEY) is not None)

    def _next_line(self, now: QModelIndex, step: int) -> QModelIndex:
        """Return the nearest card of the next line that has any; where there is none, stay."""
        top, middle = self.visualRect(now).top(), self.visualRect(now).center().x()
        beyond = dropwhile(lambda other: self.visualRect(other).top() == top, self._cards_from(now, step))
        first = next(beyond, now)
        line = takewhile(lambda other: self.visualRect(other).top() == self.visualRect(first).top(), beyond)
        return min([first, *line], key=lambda other: abs(self.visualRect(other).center().x() - middle))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.data(KEY) is not None:
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(int(index.data(KEY)), self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_S, Qt.Key.Key_F2) and not event.modifiers():
            event.ignore()  # they belong to the page: overlay, star, name
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle_fold()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._delegate.fit(self.viewport().width())
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
