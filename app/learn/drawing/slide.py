"""Draws a whole step: title, drawing, sentences and the line of numbers, in letters that grow with the slide."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.learn.drawing.items import Step
from app.learn.drawing.paint_item import paint_item
from app.learn.drawing.style import LEFT_TOP, SlideStyle, draw_wrapped, text_height
from app.style.theme import Colours
from app.widgets.painting import draw_text

LEAST, MOST = 12.5, 64.0  # height of a sentence's letters in pixels
PER_WIDTH, PER_HEIGHT = 47, 21  # a slide is so many letters high wide and high
ROOM = 0.44  # least share of the height that is left to the drawing
FLAT, BESIDE = 2.0, 0.34  # width of a slide in heights from which on sentences stand beside, and their share of it
TITLE, NUMBERS = 1.35, 0.8  # sizes, of a sentence's


@dataclass(frozen=True, eq=False)
class _Places:
    """Where the parts of a slide lie."""

    style: SlideStyle
    title: QRectF
    drawing: QRectF
    sentences: tuple[QRectF, ...]
    numbers: QRectF


def paint_slide(painter: QPainter, room: QRectF, step: Step, colours: Colours, family: QFont, footer: str = "") -> None:
    """Draw a step into a rectangle. `family`: the font, in any size; `footer`: small words in the corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(room, QColor(colours.window))
    places = _places(room, step, colours, family)
    style, ink = places.style, QColor(colours.text)
    draw_wrapped(painter, places.title, step.title, style.font(TITLE, bold=True), ink, LEFT_TOP)
    for place, sentence in zip(places.sentences, step.sentences, strict=True):
        draw_wrapped(painter, place, sentence, style.font(), ink, LEFT_TOP)
    if step.numbers:
        accent = QColor(colours.accent_text)
        draw_wrapped(painter, places.numbers, step.numbers, style.font(NUMBERS, bold=True), accent, LEFT_TOP)
    if step.drawing is not None:
        paint_item(painter, places.drawing, step.drawing, style)
    if footer:
        painter.setFont(style.font(0.6))
        corner = room.adjusted(0, 0, -style.size * 0.6, -style.size * 0.3)
        draw_text(
            painter, corner, footer, QColor(colours.muted), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        )


def _places(room: QRectF, step: Step, colours: Colours, family: QFont) -> _Places:
    """Return where everything lies; the letters become smaller until the drawing has its room."""
    size = min(max(min(room.width() / PER_WIDTH, room.height() / PER_HEIGHT), LEAST), MOST)
    placed = _beside if room.width() > FLAT * room.height() and step.drawing is not None else _below
    while True:
        places = placed(room, step, SlideStyle(colours, family, size))
        if size <= LEAST * 0.85 or step.drawing is None or places.drawing.height() >= ROOM * room.height():
            return places
        size *= 0.95


def _beside(room: QRectF, step: Step, style: SlideStyle) -> _Places:
    """Sentences beside the drawing: for a slide that is wide and low."""
    margin, line = style.size * 0.9, style.size * 0.45
    inner = room.adjusted(margin, margin * 0.6, -margin, -margin * 0.6)
    title = QRectF(inner.topLeft(), inner.topRight())
    title.setHeight(text_height(style.font(TITLE, bold=True), step.title, inner.width()))
    top, wide = title.bottom() + margin * 0.5, inner.width() * BESIDE
    left, at = inner.right() - wide, top
    sentences = []
    for sentence in step.sentences:
        high = text_height(style.font(), sentence, wide)
        sentences.append(QRectF(left, at, wide, high))
        at += high + line
    numbers = QRectF(left, at, wide, text_height(style.font(NUMBERS, bold=True), step.numbers, wide))
    drawing = QRectF(inner.left(), top, inner.width() - wide - margin * 1.5, inner.bottom() - top)
    over = max(numbers.bottom() - inner.bottom(), 0.0)  # then the letters are made smaller
    return _Places(style, title, drawing.adjusted(0, 0, 0, -over * 2), tuple(sentences), numbers)


def _below(room: QRectF, step: Step, style: SlideStyle) -> _Places:
    """Sentences below the drawing."""
    margin = style.size * 1.1
    inner = room.adjusted(margin, margin * 0.8, -margin, -margin * 0.8)
    wide, line = inner.width(), style.size * 0.3
    title = QRectF(inner.topLeft(), inner.topRight())
    title.setHeight(text_height(style.font(TITLE, bold=True), step.title, wide))
    bottom = inner.bottom()
    high = text_height(style.font(NUMBERS, bold=True), step.numbers, wide)
    numbers = QRectF(inner.left(), bottom - high, wide, high)
    bottom -= high + (line if high else 0)
    sentences: list[QRectF] = []
    for sentence in reversed(step.sentences):
        high = text_height(style.font(), sentence, wide)
        sentences.insert(0, QRectF(inner.left(), bottom - high, wide, high))
        bottom -= high + line
    drawing = QRectF(inner.left(), title.bottom() + margin * 0.6, wide, bottom - title.bottom() - margin * 1.2)
    if step.drawing is None:  # sentences alone stand below the title
        up = sentences[0].top() - title.bottom() - margin if sentences else 0.0
        sentences = [place.translated(0, -up) for place in sentences]
        numbers = numbers.translated(0, -up)
    return _Places(style, title, drawing, tuple(sentences), numbers)
