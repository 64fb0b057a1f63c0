"""Draws bars, intervals and lists."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.learn.drawing.items import Bar, BarsItem, ListItem
from app.learn.drawing.style import LEFT_TOP, SlideStyle, draw_wrapped, text_height
from app.widgets.painting import draw_disc, draw_text

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CUT = Qt.TextElideMode.ElideMiddle
MOST_WORDS = 0.68  # share of the width that names and values may take beside bars
LINE = 2.0  # height of a line, of a sentence's letters


def paint_bars(painter: QPainter, room: QRectF, item: BarsItem, style: SlideStyle) -> None:
    """Draw a bar chart in the middle of its room."""
    room = _titled(painter, room, item.caption, len(item.bars) * style.size * LINE * 1.1, style)
    metrics = QFontMetricsF(style.caption)
    named = max(metrics.horizontalAdvance(bar.name) for bar in item.bars) + style.size
    told = max(metrics.horizontalAdvance(bar.text) for bar in item.bars) + style.size
    narrow = named + told > room.width() * MOST_WORDS  # then the words stand above their bars
    high = min(room.height() / len(item.bars), style.size * LINE * (1.5 if narrow else 1.1))
    if narrow:
        named = told = 0.0
    low, top = _axis(item)
    scale = (room.width() - named - told) / max(top - low, 1e-9)
    zero = room.left() + named + (max(item.start, low) - low) * scale
    for number, bar in enumerate(item.bars):
        line = QRectF(room.left(), room.top() + number * high, room.width(), high)
        painter.setFont(style.caption)
        ink = style.tone("text")
        if narrow:
            words = QRectF(line.left(), line.top(), line.width() - style.size * 0.3, high * 0.5)
            draw_text(painter, words, bar.text, ink, RIGHT)
            words.setRight(words.right() - metrics.horizontalAdvance(bar.text) - style.size * 0.5)
            draw_text(painter, words.adjusted(style.size * 0.3, 0, 0, 0), bar.name, ink, LEFT, CUT)
            line.setTop(line.top() + high * 0.5)
        else:
            draw_text(painter, QRectF(line.left(), line.top(), named - style.size * 0.6, high), bar.name, ink, RIGHT)
            draw_text(
                painter, QRectF(line.right() - told + style.size * 0.5, line.top(), told, high), bar.text, ink, LEFT
            )
        _paint_bar(painter, bar, line, zero, room.left() + named - low * scale, scale, style)
    painter.setPen(QPen(style.tone("muted"), 1))
    painter.drawLine(QPointF(zero, room.top()), QPointF(zero, room.top() + high * len(item.bars)))


def _axis(item: BarsItem) -> tuple[float, float]:
    """Return the lowest and the highest value of the axis."""
    ends = [item.start, *(bar.value for bar in item.bars)]
    ends += [end for bar in item.bars for end in (bar.low, bar.high) if end is not None]
    top = item.end if item.end is not None else max(ends)
    return min(ends), top if top > min(ends) else min(ends) + 1


def _paint_bar(
    painter: QPainter, bar: Bar, line: QRectF, zero: float, origin: float, scale: float, style: SlideStyle
) -> None:
    colour, middle, end = style.tone(bar.tone), line.center().y(), origin + bar.value * scale
    if bar.low is not None and bar.high is not None:
        painter.setPen(QPen(colour, max(style.size * 0.14, 2), c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(origin + bar.low * scale, middle), QPointF(origin + bar.high * scale, middle))
        draw_disc(painter, QPointF(end, middle), style.size * 0.36, colour)
        return
    thick = line.height() * 0.5
    box = QRectF(min(zero, end), middle - thick / 2, max(abs(end - zero), 1.5), thick)
    painter.fillRect(box, colour)


def paint_list(painter: QPainter, room: QRectF, item: ListItem, style: SlideStyle) -> None:
    """Draw sentences below each other, in letters that let all of them fit."""
    font, indent = style.font(0.86), style.size
    heights = [text_height(font, line, room.width() - indent) for line in item.lines]
    while sum(heights) + style.gap * 0.35 * len(heights) > room.height() and font.pixelSize() > 9:
        font.setPixelSize(font.pixelSize() - 1)
        heights = [text_height(font, line, room.width() - indent) for line in item.lines]
    room = _titled(painter, room, item.caption, sum(heights) + style.gap * 0.35 * len(heights), style)
    top = room.top()
    for line, height in zip(item.lines, heights, strict=True):
        draw_disc(painter, QPointF(room.left() + indent * 0.3, top + font.pixelSize() * 0.7), 2.5, style.tone("accent"))
        place = QRectF(room.left() + indent, top, room.width() - indent, height + 2)
        draw_wrapped(painter, place, line, font, style.tone("text"), LEFT_TOP)
        top += height + style.gap * 0.35


def _titled(painter: QPainter, room: QRectF, caption: str, needed: float, style: SlideStyle) -> QRectF:
    """Draw a caption above a chart and return the room below it, in the middle of what is left."""
    if not caption:
        return room.adjusted(0, max(room.height() - needed, 0) / 2, 0, 0)
    font = style.font(0.8, bold=True)
    height = text_height(font, caption, room.width()) + style.size * 0.4
    top = room.top() + max(room.height() - needed - height, 0) / 2
    draw_wrapped(painter, QRectF(room.left(), top, room.width(), height), caption, font, style.tone("text"), LEFT_TOP)
    return QRectF(room.left(), top + height, room.width(), max(room.bottom() - top - height, 1))
