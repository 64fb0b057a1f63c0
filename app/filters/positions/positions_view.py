"""Where parts lie over all pictures: the interpretable network beside its twin, and the parts as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QImage
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.filters.positions.position_map import Drawn, PositionMap, number_icon
from app.filters.positions.positions import PositionSubject
from app.style.stylesheet import LARGE, MEDIUM, TIGHT
from app.widgets.common import Button, card, label, row, toggle
from app.widgets.pictures.picture_pane import Caption


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A part in the list: its place among the clouds, the filter that stands for it, and what is said of it."""

    place: int
    group: int
    filter: int
    words: str


class PositionsView(QWidget):
    """Told what to show; says whose positions are wanted and what is clicked."""

    subject_wanted = Signal()
    picture_wanted = Signal(int)  # of the interpretable network's map
    filter_wanted = Signal(int)  # a filter of the interpretable network

    def __init__(self) -> None:
        super().__init__()
        self.own, self.twin = PositionMap(), PositionMap()
        self._captions = Caption(), Caption()
        self.reading = label("", "small", wrap=True)
        self.rows: list[Button] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(TIGHT)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, LARGE, 0)
        layout.addWidget(self._build())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.own.picture_wanted.connect(self.picture_wanted)

    def _build(self) -> QWidget:
        frame, inside = card()
        hints = {
            PositionSubject.FILTER: (self.tr("This filter"), self.tr("Every peak of the chosen filter")),
            PositionSubject.PARTS: (self.tr("All parts"), self.tr("The middle and the spread of each part")),
            PositionSubject.ALL: (self.tr("All filters"), self.tr("Every peak of every filter")),
        }
        self.subjects = {subject: toggle(*words) for subject, words in hints.items()}
        either = QButtonGroup(self)
        for button in self.subjects.values():
            either.addButton(button)
            button.clicked.connect(lambda _on: self.subject_wanted.emit())
        self.subjects[PositionSubject.PARTS].setChecked(True)
        maps = QHBoxLayout()
        maps.setSpacing(LARGE)
        for caption, map_ in zip(self._captions, (self.own, self.twin), strict=True):
            column = QVBoxLayout()
            column.addWidget(caption)
            column.addWidget(map_, 1)
            maps.addLayout(column, 1)
        inside.setSpacing(MEDIUM)
        inside.addLayout(row(*self.subjects.values(), 1))
        inside.addWidget(self.reading)
        inside.addLayout(maps, 1)
        inside.addLayout(self._rows)
        return frame

    @property
    def subject(self) -> PositionSubject:
        """Whose positions are wanted."""
        return next(subject for subject, button in self.subjects.items() if button.isChecked())

    def set_mean(self, mean: QImage) -> None:
        """The mean picture, behind both maps."""
        for map_ in (self.own, self.twin):
            map_.set_mean(mean)

    def show_places(self, own: Drawn, twin: Drawn, captions: Sequence[tuple[str, str]], reading: str) -> None:
        """Show other positions, a title and a line above each map, and how to read them."""
        for map_, drawn, caption, words in zip(
            (self.own, self.twin), (own, twin), self._captions, captions, strict=True
        ):
            map_.show_clouds(drawn)
            caption.set_words(*words)
            map_.setAccessibleName(". ".join(words))
        self.reading.setText(reading)

    def show_rows(self, rows: Sequence[PositionRow]) -> None:
        """List parts; pointing at one brings it out in the map."""
        for button in self.rows:
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.rows = [_Row(one, self) for one in rows]
        for button in self.rows:
            self._rows.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)


class _Row(Button):
    """A part in the list."""

    def __init__(self, one: PositionRow, view: PositionsView) -> None:
        super().__init__(one.words, "link", "", lambda: view.filter_wanted.emit(one.filter))
        self._view, self._place = view, one.place
        self.setIcon(number_icon(one.group, view.devicePixelRatioF()))
        self.setIconSize(QSize(24, 24))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self._view.own.light(self._place)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._view.own.light(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._view.own.light(self._place)
