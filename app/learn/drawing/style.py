"""Colours, fonts and measures of a slide, all in proportion to its size."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.learn.drawing.items import Tone
from app.style.theme import Colours

TOGETHER = re.compile(r"\d+ × \d+(?: [^\W\d]+)?|\([−\d.]+, [−\d.]+\)")  # 224 × 224 pixels, (7, 9.5)
WRAP = int(Qt.TextFlag.TextWordWrap)
CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | WRAP
LEFT_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | WRAP


@dataclass(frozen=True, eq=False)
class SlideStyle:
    """Colours of the theme, the family of the window's font, and the height of a sentence's letters in pixels."""

    colours: Colours
    family: QFont
    size: float

    def font(self, scale: float = 1.0, bold: bool = False) -> QFont:
        """Return the font, `scale` times as large as a sentence's."""
        made = QFont(self.family)
        made.setPixelSize(max(round(self.size * scale), 8))
        made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return made

    @property
    def caption(self) -> QFont:
        """Font below pictures and beside bars."""
        return self.font(0.74)

    def tone(self, tone: Tone) -> QColor:
        """Return a colour by what it stands for."""
        return QColor(getattr(self.colours, tone))

    @property
    def gap(self) -> float:
        """Distance between items."""
        return self.size * 0.8


def unbroken(text: str) -> str:
    """Return a text in which no line ends within '224 × 224 pixels' or '(7, 9.5)'."""
    return TOGETHER.sub(lambda match: match[0].replace(" ", "\u00a0"), text)


def text_height(font: QFont, text: str, width: float) -> float:
    """Return the height of a text that is wrapped at a width."""
    if not text:
        return 0.0
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, max(width, 1), 1e6), WRAP, unbroken(text)).height()


def draw_wrapped(painter: QPainter, room: QRectF, text: str, font: QFont, colour: QColor, flags: int) -> None:
    """Draw a text that is wrapped at the width of its room."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(room, flags, unbroken(text))


def halo_pens(colour: QColor, width: float) -> tuple[QPen, QPen]:
    """Return two pens for a mark that is seen on every picture: a dark one below, the colour above."""
    return QPen(QColor(0, 0, 0, 190), width * 2.2), QPen(colour, width)
