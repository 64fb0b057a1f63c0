"""Positions of parts over all pictures: the interpretable network beside its twin, and the parts as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QImage
from PySide6.QtWidgets import QWidget

from app.filters.positions.position_map import PositionMap, number_icon
from app.filters.positions.positions import PositionCloud, PositionSubject
from app.style.stylesheet import LARGE, MEDIUM, TIGHT
from app.widgets.common import Button, column, label, row, toggle
from app.widgets.layouts import button_group, filled_card, replace_widgets, scroll_area, widget_of
from app.widgets.pictures.picture_pane import Caption


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A part in the list: its place among the clouds, its best filter, a line about it."""

    place: int
    group: int
    filter: int
    words: str


class PositionsView(QWidget):
    """Shows positions; signals whose positions are wanted and what was clicked."""

    subject_wanted = Signal()
    picture_wanted = Signal(int)  # of the interpretable network's map
    filter_wanted = Signal(int)  # a filter of the interpretable network

    def __init__(self) -> None:
        super().__init__()
        self.own, self.twin = PositionMap(), PositionMap()
        self._captions = Caption(), Caption()
        self.reading = label("", "small", wrap=True)
        self.rows: list[PartRow] = []
        self._rows = column(spacing=TIGHT)
        self.setLayout(row(scroll_area(widget_of(row(self._build(), margins=(0, 0, LARGE, 0))))))
        self.own.picture_wanted.connect(self.picture_wanted)

    def _build(self) -> QWidget:
        hints = {
            PositionSubject.FILTER: (self.tr("This filter"), self.tr("Every peak of the chosen filter")),
            PositionSubject.PARTS: (self.tr("All parts"), self.tr("The middle and the spread of each part")),
            PositionSubject.ALL: (self.tr("All filters"), self.tr("Every peak of every filter")),
        }
        self.subjects = {subject: toggle(*words) for subject, words in hints.items()}
        group = button_group(self, *self.subjects.values())
        group.buttonClicked.connect(lambda _button: self.subject_wanted.emit())
        self.subjects[PositionSubject.PARTS].setChecked(True)
        captioned = zip(self._captions, (self.own, self.twin), strict=True)
        maps = row(*((column(caption, (map_, 1), spacing=LARGE), 1) for caption, map_ in captioned), spacing=LARGE)
        return filled_card(row(*self.subjects.values(), 1), self.reading, (maps, 1), self._rows, spacing=MEDIUM)

    @property
    def subject(self) -> PositionSubject:
        """Whose positions are wanted."""
        return next(subject for subject, button in self.subjects.items() if button.isChecked())

    def set_mean(self, mean: QImage) -> None:
        """Set the mean picture, behind both maps."""
        for map_ in (self.own, self.twin):
            map_.set_mean(mean)

    def show_positions(self, place: int, clouds: Sequence[PositionCloud], dense: bool, title: str, line: str) -> None:
        """Show other positions in one of the maps (0: interpretable network, 1: twin), and two lines above it."""
        map_ = (self.own, self.twin)[place]
        map_.show_clouds(clouds, dense)
        map_.setAccessibleName(f"{title}. {line}")
        self._captions[place].set_words(title, line)

    def show_rows(self, rows: Sequence[PositionRow]) -> None:
        """List parts; pointing at one highlights it in the map."""
        buttons = [PartRow(row, self) for row in rows]
        replace_widgets(self._rows, self.rows, buttons)
        self.rows = buttons
        for button in buttons:
            self._rows.setAlignment(button, Qt.AlignmentFlag.AlignLeft)


class PartRow(Button):
    """A part in the list."""

    def __init__(self, row: PositionRow, view: PositionsView) -> None:
        super().__init__(row.words, "link", "", lambda: view.filter_wanted.emit(row.filter))
        self._map, self._place = view.own, row.place
        self.setIcon(number_icon(row.group, view.devicePixelRatioF()))
        self.setIconSize(QSize(24, 24))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self._map.light(self._place)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._map.light(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._map.light(self._place)
