"""Draws bars, intervals and lists."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.learn.drawing.items import Bar, BarsItem, ListItem
from app.learn.drawing.style import LEFT_TOP, SlideStyle, draw_wrapped, text_height
from app.widgets.painting import draw_disc, draw_text

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MOST_WORDS = 0.68  # share of the width that names and values may take beside bars
LEAST_LETTERS = 9  # pixels
LINE = 2.0  # height of a line, of a sentence's letters


def paint_bars(painter: QPainter, room: QRectF, item: BarsItem, style: SlideStyle) -> None:
    """Draw a bar chart in the middle of its room: the words beside their bars, or above them where room is scarce."""
    metrics = QFontMetricsF(style.caption)
    named = max(metrics.horizontalAdvance(bar.name) for bar in item.bars) + style.size
    told = max(metrics.horizontalAdvance(bar.text) for bar in item.bars) + style.size
    if named + told > room.width() * MOST_WORDS:
        _paint_below_words(painter, room, item, style)
        return
    room = _titled(painter, room, item.caption, len(item.bars) * style.size * LINE * 1.1, style)
    high = min(room.height() / len(item.bars), style.size * LINE * 1.1)
    lines = [QRectF(room.left(), room.top() + i * high, room.width(), high) for i in range(len(item.bars))]
    painter.setFont(style.caption)
    ink = style.tone("text")
    for bar, line in zip(item.bars, lines, strict=True):
        draw_text(painter, QRectF(line.left(), line.top(), named - style.size * 0.6, high), bar.name, ink, RIGHT)
        value = QRectF(line.right() - told + style.size * 0.5, line.top(), told, high)
        draw_text(painter, value, bar.text, ink, LEFT)
    _paint_on_axis(painter, item, [line.adjusted(named, 0, -told, 0) for line in lines], style)


def _paint_below_words(painter: QPainter, room: QRectF, item: BarsItem, style: SlideStyle) -> None:
    """Draw each bar below its words, which take as many lines as they need, in letters that let all of them fit."""
    caption = _caption_height(item.caption, room.width(), style)
    font, bar_high = style.caption, style.size * 0.7
    while True:
        heights = [text_height(font, words_of(bar), room.width()) for bar in item.bars]
        needed = sum(heights) + len(heights) * (bar_high + style.size * 0.3)
        if needed + caption <= room.height() or font.pixelSize() <= LEAST_LETTERS:
            break
        font.setPixelSize(font.pixelSize() - 1)
        bar_high = max(bar_high * 0.94, 3.0)
    room = _titled(painter, room, item.caption, needed, style)
    top, lines = room.top(), []
    for bar, height in zip(item.bars, heights, strict=True):
        place = QRectF(room.left(), top, room.width(), height)
        if QFontMetricsF(font).horizontalAdvance(words_of(bar)) <= room.width():
            painter.setFont(font)
            draw_text(painter, place, bar.name, style.tone("text"), LEFT)
            draw_text(painter, place, bar.text, style.tone("text"), RIGHT)
        else:
            draw_wrapped(painter, place, words_of(bar), font, style.tone("text"), LEFT_TOP)
        lines.append(QRectF(room.left(), top + height, room.width(), bar_high))
        top += height + bar_high + style.size * 0.3
    _paint_on_axis(painter, item, lines, style)


def words_of(bar: Bar) -> str:
    """Return the name of a bar and its value in words."""
    return f"{bar.name}: {bar.text}"


def _paint_on_axis(painter: QPainter, item: BarsItem, lines: list[QRectF], style: SlideStyle) -> None:
    """Draw the bars into their lines, and the axis where they begin."""
    low, top = _axis(item)
    scale = lines[0].width() / max(top - low, 1e-9)
    zero = lines[0].left() + (max(item.start, low) - low) * scale
    for bar, line in zip(item.bars, lines, strict=True):
        _paint_bar(painter, bar, line, zero, line.left() - low * scale, scale, style)
    painter.setPen(QPen(style.tone("muted"), 1))
    painter.drawLine(QPointF(zero, lines[0].top()), QPointF(zero, lines[-1].bottom()))


def _axis(item: BarsItem) -> tuple[float, float]:
    """Return the lowest and the highest value of the axis."""
    ends = [item.start, *(bar.value for bar in item.bars if not isnan(bar.value))]
    ends += [end for bar in item.bars for end in (bar.low, bar.high) if end is not None]
    top = item.end if item.end is not None else max(ends)
    return min(ends), top if top > min(ends) else min(ends) + 1


def _paint_bar(
    painter: QPainter, bar: Bar, line: QRectF, zero: float, origin: float, scale: float, style: SlideStyle
) -> None:
    if isnan(bar.value):
        return
    colour, middle, end = style.tone(bar.tone), line.center().y(), origin + bar.value * scale
    if bar.low is not None and bar.high is not None:
        painter.setPen(QPen(colour, max(style.size * 0.14, 2), c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(origin + bar.low * scale, middle), QPointF(origin + bar.high * scale, middle))
        draw_disc(painter, QPointF(end, middle), style.size * 0.36, colour)
        return
    thick = min(line.height(), max(line.height() * 0.5, style.size * 0.5))
    box = QRectF(min(zero, end), middle - thick / 2, max(abs(end - zero), 1.5), thick)
    painter.fillRect(box, colour)


def paint_list(painter: QPainter, room: QRectF, item: ListItem, style: SlideStyle) -> None:
    """Draw sentences below each other, in letters that let all of them fit."""
    font, indent = style.font(0.86), style.size
    heights = [text_height(font, line, room.width() - indent) for line in item.lines]
    while sum(heights) + style.gap * 0.35 * len(heights) > room.height() and font.pixelSize() > LEAST_LETTERS:
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
    height = _caption_height(caption, room.width(), style)
    top = room.top() + max(room.height() - needed - height, 0) / 2
    place = QRectF(room.left(), top, room.width(), height)
    draw_wrapped(painter, place, caption, style.font(0.8, bold=True), style.tone("text"), LEFT_TOP)
    return QRectF(room.left(), top + height, room.width(), max(room.bottom() - top - height, 1))


def _caption_height(caption: str, width: float, style: SlideStyle) -> float:
    """Return the height of a caption above a chart, with the gap below it."""
    return text_height(style.font(0.8, bold=True), caption, width) + style.size * 0.4 if caption else 0.0
