"""What can be exported, each with a box to tick; what cannot be had now says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QLabel, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from app.style import icons
from app.style.stylesheet import MEDIUM, SMALL
from app.widgets import plain_text
from app.widgets.common import label

INDENT = 24  # of the words below a box: as far as the box's own words


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """Something to export: its name in code, its title, what it is, and the heading of the group that it begins."""

    key: str
    title: str
    words: str
    heading: str = ""


class TickBox(QCheckBox):
    """A check box whose box is seen in both colour schemes."""

    pointed = Signal()  # somebody is at it

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.pointed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        rect = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        palette, role = self.palette(), QPalette.ColorRole
        ticked = self.isChecked() and self.isEnabled()
        edge = palette.color(role.Accent if ticked or self.hasFocus() else role.Mid)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1.2))
        painter.setBrush(palette.color(role.Accent if ticked else role.Base))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
        if self.isChecked():
            ink = palette.color(role.HighlightedText if ticked else role.PlaceholderText).name()
            painter.drawPixmap(rect.topLeft(), icons.pixmap("check", ink, rect.width(), self.devicePixelRatioF()))
        painter.end()


class ExportChoices(QWidget):
    """Boxes to tick, one below the other."""

    changed = Signal()
    pointed = Signal(str)  # the key of what somebody is at

    def __init__(self, offers: Sequence[ExportOffer]) -> None:
        super().__init__()
        self.boxes: dict[str, TickBox] = {}
        self._offers = {offer.key: offer for offer in offers}
        self._words: dict[str, QLabel] = {}
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for offer in offers:
            self._add(offer, column)

    def add_below(self, key: str, form: QWidget) -> None:
        """A form that belongs to a box, shown while it is ticked."""
        self._column.insertWidget(self._column.indexOf(self._words[key]) + 1, form)
        form.setVisible(self.boxes[key].isChecked())
        self.boxes[key].toggled.connect(form.setVisible)

    def _add(self, offer: ExportOffer, column: QVBoxLayout) -> None:
        box, words = TickBox(offer.title), label(offer.words, "small", wrap=True)
        words.setContentsMargins(INDENT, 0, 0, MEDIUM)
        box.toggled.connect(self.changed)
        box.pointed.connect(lambda: self.pointed.emit(offer.key))
        if offer.heading:
            heading = label(offer.heading, "caption")
            heading.setContentsMargins(0, SMALL if self.boxes else 0, 0, SMALL)
            column.addWidget(heading)
        self.boxes[offer.key], self._words[offer.key] = box, words
        column.addWidget(box)
        column.addWidget(words)

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Call some things by what is chosen now."""
        for key, title in titles.items():
            self.boxes[key].setText(title)

    def set_missing(self, missing: Mapping[str, str]) -> None:
        """Say why some things cannot be had now; the others can."""
        for key, box in self.boxes.items():
            reason = missing.get(key, "")
            box.setEnabled(not reason)
            box.setToolTip(plain_text.tooltip_text(reason))
            box.setAccessibleDescription(reason or self._offers[key].words)
            self._words[key].setText(reason or self._offers[key].words)
        self.changed.emit()

    def tick(self, *keys: str) -> None:
        """Tick these and no others."""
        for key, box in self.boxes.items():
            box.setChecked(key in keys)

    def ticked(self) -> tuple[str, ...]:
        """What is ticked and can be had."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked() and box.isEnabled())
