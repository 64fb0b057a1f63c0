"""List of exports with a box to tick each; an export that is missing says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QLabel, QStyle, QStyleOptionButton, QWidget

from app.style import icons
from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import column, label
from app.widgets.wording import plain_text

INDENT = 24  # of the words below a box: where the box's own words begin


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """An export: its key, its title, its description, and the heading of the group that it begins."""

    key: str
    title: str
    words: str
    heading: str = ""


class TickBox(QCheckBox):
    """Check box that is visible in both colour schemes."""

    pointed = Signal()  # the box has the focus

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
    pointed = Signal(str)  # key of the export whose box has the focus

    def __init__(self, offers: Sequence[ExportOffer]) -> None:
        super().__init__()
        self.boxes: dict[str, TickBox] = {}
        self._offers = {offer.key: offer for offer in offers}
        self._words: dict[str, QLabel] = {}
        self._column = column(spacing=0)
        self.setLayout(self._column)
        for offer in offers:
            self._add(offer)

    def _add(self, offer: ExportOffer) -> None:
        if offer.heading:
            heading = label(offer.heading, "caption")
            heading.setContentsMargins(0, SMALL if self.boxes else 0, 0, SMALL)
            self._column.addWidget(heading)
        box, words = TickBox(offer.title), label(offer.words, "small", wrap=True)
        words.setContentsMargins(INDENT, 0, 0, MEDIUM)
        box.toggled.connect(self.changed)
        box.pointed.connect(lambda: self.pointed.emit(offer.key))
        self.boxes[offer.key], self._words[offer.key] = box, words
        self._column.addWidget(box)
        self._column.addWidget(words)

    def add_below(self, key: str, form: QWidget) -> None:
        """Add a form to a box, shown while the box is ticked."""
        self._column.insertWidget(self._column.indexOf(self._words[key]) + 1, form)
        form.setVisible(self.boxes[key].isChecked())
        self.boxes[key].toggled.connect(form.setVisible)

    def set_title(self, key: str, title: str) -> None:
        """Change the title of an export."""
        self.boxes[key].setText(title)

    def set_missing(self, missing: Mapping[str, str]) -> None:
        """Disable exports and say why, by their keys; enable the others."""
        for key, box in self.boxes.items():
            reason = missing.get(key, "")
            words = reason or self._offers[key].words
            box.setEnabled(not reason)
            box.setToolTip(plain_text.tooltip_text(reason))
            box.setAccessibleDescription(words)
            self._words[key].setText(words)
        self.changed.emit()

    def tick(self, *keys: str) -> None:
        """Tick these exports and no others."""
        for key, box in self.boxes.items():
            box.setChecked(key in keys)

    def ticked(self) -> tuple[str, ...]:
        """Return the keys of the exports that are ticked and enabled."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked() and box.isEnabled())
