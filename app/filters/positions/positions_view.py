"""Where parts lie: a typical picture with the positions of one part or of all, and the parts to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from app.filters.positions.position_map import PositionMap, number_icon
from app.filters.positions.positions import PositionCloud
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, column, label, row, toggle
from app.widgets.layouts.containers import filled_card, replace_widgets, scroll_area, widget_of

ALL = -1  # in the place of a part's number: all parts
BESIDE, LEGEND = 640, 230  # points: width from which the parts stand beside the picture; width of their list
HEIGHT = 300  # points of the picture at least


@dataclass(frozen=True, slots=True)
class PartChoice:
    """A part to choose: its number from 0, or `ALL`; its name."""

    group: int
    name: str


class PositionsView(QWidget):
    """Shows positions; signals which part is wanted and what was clicked."""

    part_wanted = Signal(int)  # the number of a part, or ALL
    picture_wanted = Signal(int, int)  # a filter on a picture
    filter_wanted = Signal(int)  # a filter

    def __init__(self) -> None:
        super().__init__()
        self.map = PositionMap()
        self.map.setMinimumHeight(HEIGHT)
        self.told, self.reading = label("", wrap=True), label("", "muted", wrap=True)
        self.buttons: dict[int, Button] = {}
        self._group = QButtonGroup(self)
        self._choices = column(spacing=SMALL)
        self._filter = -1
        self.look = Button(self.tr("Look at its filter"), "", "filters", lambda: self.filter_wanted.emit(self._filter))
        self._side = widget_of(column(self._choices, self.told, self.look, 1, spacing=MEDIUM))
        self._box = row((self.map, 1), self._side, spacing=LARGE)
        card = filled_card(self.reading, (self._box, 1), spacing=MEDIUM)
        self._scroll = scroll_area(widget_of(row(card, margins=(0, 0, LARGE, 0))))
        self.setLayout(row(self._scroll))
        self.map.picture_wanted.connect(self.picture_wanted)
        self.map.part_wanted.connect(self.part_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        beside, directions = self.width() >= BESIDE, QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._side.setMinimumWidth(LEGEND if beside else 0)
        self._side.setMaximumWidth(LEGEND if beside else self.width())

    def show_choices(self, choices: Sequence[PartChoice]) -> None:
        """Offer these parts."""
        buttons = {choice.group: self._button(choice) for choice in choices}
        replace_widgets(self._choices, self.buttons.values(), buttons.values())
        self.buttons = buttons

    def _button(self, choice: PartChoice) -> Button:
        made = toggle(choice.name, "")
        made.clicked.connect(lambda: self.part_wanted.emit(choice.group))
        if choice.group != ALL:
            made.setIcon(number_icon(choice.group, self.devicePixelRatioF()))
            made.setIconSize(QSize(24, 24))
        self._group.addButton(made)
        return made

    def show_part(self, group: int, clouds: Sequence[PositionCloud], told: str, reading: str) -> None:
        """Show the positions of a part, or of all, a sentence about them and how to read the picture."""
        if group in self.buttons:
            self.buttons[group].setChecked(True)
        self._filter = clouds[0].filter if group != ALL else -1
        self.look.setVisible(group != ALL)
        self.told.setText(told)
        self.reading.setText(reading)
        self.map.show_clouds(clouds)
        self.map.setAccessibleName(f"{told} {reading}")
