"""Draws the items of a step: pictures, maps and grids of numbers, beside and below each other."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from app.learn.drawing import charts
from app.learn.drawing.items import (
    BarsItem,
    ColumnItem,
    Frame,
    GridItem,
    Item,
    ListItem,
    MapItem,
    PictureItem,
    Point,
    RowItem,
    SignItem,
    Tint,
)
from app.learn.drawing.layout import OVER, caption_height, column_boxes, row_boxes
from app.learn.drawing.style import CENTRED, SlideStyle, draw_wrapped, halo_pens, text_height
from app.learn.words import number
from app.style.colours import mixed_colour
from app.widgets.painting import draw_text
from app.widgets.qimage import to_qimage
from icnn_engine.core.heatmaps import AGAINST, colour, colours, signed_colour

CENTRE = Qt.AlignmentFlag.AlignCenter
LEAST_DIGITS = 6.5  # pixels: smaller numbers are left out, the colours say enough
CHANNELS: dict[Tint, tuple[int, int, int]] = {
    "red": (1, 0, 0),
    "green": (0, 1, 0),
    "blue": (0, 0, 1),
    "grey": (1, 1, 1),
}
ROUNDING = 0.005  # half of the last digit at the ends of a bar of colours
SHARP = 512  # pixels that a small map is enlarged to, so that no viewer blurs its cells


def paint_item(painter: QPainter, room: QRectF, item: Item, style: SlideStyle) -> None:
    """Draw an item as large as its room allows, in the middle of it."""
    match item:
        case RowItem():
            for one, box in zip(item.items, row_boxes(item.items, room, style), strict=True):
                _paint_boxed(painter, box, one, style)
        case ColumnItem():
            titles = item.titles or ("",) * len(item.items)
            for one, title, place in zip(item.items, titles, column_boxes(item.items, room, style), strict=True):
                paint_item(painter, _below_title(painter, place, title, style), one, style)
        case _:
            (box,) = row_boxes((item,), room, style)
            _paint_boxed(painter, box, item, style)


def _below_title(painter: QPainter, place: QRectF, title: str, style: SlideStyle) -> QRectF:
    """Draw a heading and return the room below it."""
    if not title:
        return place
    font = style.font(0.74, bold=True)
    high = text_height(font, title, place.width())
    draw_wrapped(
        painter, QRectF(place.left(), place.top(), place.width(), high), title, font, style.tone("text"), CENTRED
    )
    return place.adjusted(0, high + style.size * 0.2, 0, 0)


def _paint_boxed(painter: QPainter, box: QRectF, item: Item, style: SlideStyle) -> None:
    match item:
        case PictureItem():
            _paint_picture(painter, box, item, style)
        case MapItem():
            _paint_map(painter, box, item, style)
        case GridItem():
            _paint_grid(painter, box, item, style)
        case SignItem():
            painter.setFont(style.font(1.3))
            draw_text(painter, box.adjusted(-style.gap, 0, style.gap, 0), item.text, style.tone("muted"), CENTRE)
        case BarsItem():
            charts.paint_bars(painter, box, item, style)
        case ListItem():
            charts.paint_list(painter, box, item, style)
        case RowItem() | ColumnItem():
            paint_item(painter, box, item, style)
    _paint_caption(painter, box, item, style)


def _paint_caption(painter: QPainter, box: QRectF, item: Item, style: SlideStyle) -> None:
    caption = getattr(item, "caption", "")
    if not caption or isinstance(item, BarsItem | ListItem):
        return
    wide = box.width() + style.gap * OVER
    below = caption_height(item, style, box.width())
    bar = style.size * 1.15 if isinstance(item, MapItem) and item.bar else 0.0
    place = QRectF(box.center().x() - wide / 2, box.bottom() + bar + style.size * 0.2, wide, below)
    draw_wrapped(painter, place, caption, style.caption, style.tone("muted"), CENTRED)


def _paint_picture(painter: QPainter, box: QRectF, item: PictureItem, style: SlideStyle) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not item.sharp)
    painter.drawImage(box, to_qimage(item.pixels))
    painter.save()
    painter.setClipRect(box.adjusted(-2, -2, 2, 2))
    for frame in item.frames:
        _paint_frame(painter, box, frame, style)
    for point in item.points:
        _paint_point(painter, box, point, style)
    painter.restore()


def _paint_frame(painter: QPainter, box: QRectF, frame: Frame, style: SlideStyle) -> None:
    place = QRectF(
        QPointF(box.left() + frame.left * box.width(), box.top() + frame.top * box.height()),
        QPointF(box.left() + frame.right * box.width(), box.top() + frame.bottom * box.height()),
    )
    if frame.spot:
        grown = max(style.size - place.width(), 0) / 2
        place.adjust(-grown, -grown, grown, grown)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in halo_pens(style.tone(frame.tone), max(style.size * 0.12, 1.5)):
        painter.setPen(pen)
        painter.drawRect(place)


def _paint_point(painter: QPainter, box: QRectF, point: Point, style: SlideStyle) -> None:
    centre = QPointF(box.left() + point.x * box.width(), box.top() + point.y * box.height())
    radius = style.size * (0.62 if point.hollow else 0.36)
    for pen in halo_pens(style.tone(point.tone), max(style.size * 0.15, 2)):
        if point.hollow:
            pen.setStyle(Qt.PenStyle.DashLine if pen.color().alpha() == 255 else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush if point.hollow else style.tone(point.tone))
        painter.drawEllipse(centre, radius, radius)


def _paint_map(painter: QPainter, box: QRectF, item: MapItem, style: SlideStyle) -> None:
    top = item.highest
    image = signed_colour(item.values, top) if item.signed else colour(np.clip(item.values / top, 0, 1))
    times = max(SHARP // max(image.shape[0], 1), 1)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(box, to_qimage(np.ascontiguousarray(image.repeat(times, 0).repeat(times, 1))))
    rows, columns = item.values.shape
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for row, column in item.cells:
        place = _cell(box, rows, columns, row, column)
        for pen in halo_pens(QColor("white"), max(style.size * 0.1, 1.5)):
            painter.setPen(pen)
            painter.drawRect(place)
    if item.bar:
        _paint_colour_bar(painter, QRectF(box.left(), box.bottom(), box.width(), style.size * 1.15), item, style)


def colour_bar_ends(item: MapItem) -> tuple[str, str]:
    """Return what stands at the ends of the bar of colours; '≤' or '≥' where values of the map lie beyond."""
    lowest = -item.highest if item.signed else 0.0
    low, high = number(lowest) if item.signed else "0", number(item.highest)
    beyond = float(item.values.min()) < lowest - ROUNDING, float(item.values.max()) > item.highest + ROUNDING
    return f"≤ {low}" if beyond[0] else low, f"≥ {high}" if beyond[1] else high


def _paint_colour_bar(painter: QPainter, room: QRectF, item: MapItem, style: SlideStyle) -> None:
    painter.setFont(style.font(0.6))
    metrics = QFontMetricsF(painter.font())
    low, high = colour_bar_ends(item)
    left, right = metrics.horizontalAdvance(low) + 4, metrics.horizontalAdvance(high) + 4
    ink = style.tone("muted")
    draw_text(painter, room, low, ink, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    draw_text(painter, room, high, ink, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    bar = QRectF(room.left() + left, room.center().y() - 3, max(room.width() - left - right, 1), 6)
    shades, table = QLinearGradient(bar.topLeft(), bar.topRight()), colours()
    for step in range(0, 256, 17):
        share = step / 255
        shades.setColorAt(0.5 + share / 2 if item.signed else share, QColor(*map(int, table[step])))
        if item.signed and step:
            shades.setColorAt(0.5 - share / 2, QColor(*(round(share * part) for part in AGAINST)))
    painter.fillRect(bar, shades)


def _cell(box: QRectF, rows: int, columns: int, row: int, column: int) -> QRectF:
    wide, high = box.width() / columns, box.height() / rows
    return QRectF(box.left() + column * wide, box.top() + row * high, wide, high)


def _paint_grid(painter: QPainter, box: QRectF, item: GridItem, style: SlideStyle) -> None:
    rows, columns = item.values.shape
    texts = [[number(float(value), item.digits) for value in line] for line in item.values]
    first = _cell(box, rows, columns, 0, 0)
    longest = max((text for line in texts for text in line), key=len)
    font = style.font(0.74)
    fits = min(first.height() * 0.5, first.width() * 0.86 / (len(longest) * 0.58))
    font.setPixelSize(max(round(min(fits, style.size)), 1))
    top = max(float(np.abs(item.values).max()), 1e-9)
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # straight edges, hundreds of cells
    for row in range(rows):
        for column in range(columns):
            place = _cell(box, rows, columns, row, column)
            fill = _tinted(float(item.values[row, column]), top, item.tint, style)
            painter.fillRect(place, fill)
            painter.setPen(QColor(style.colours.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
            if fits >= LEAST_DIGITS:
                painter.setPen(_ink_on(fill))
                painter.drawText(place, CENTRE, texts[row][column])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, column in item.cells:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.tone("accent"), max(style.size * 0.15, 2)))
        painter.drawRect(_cell(box, rows, columns, row, column))


def _tinted(value: float, top: float, tint: Tint, style: SlideStyle) -> QColor:
    """Return the colour of a number's cell."""
    if tint != "signed":
        shade = round(min(max(value, 0), 255))
        return QColor(*(shade * part for part in CHANNELS[tint]))
    strong = style.tone("interpretable" if value >= 0 else "twin")
    return mixed_colour(QColor(style.colours.surface), strong, 0.7 * min(abs(value) / top, 1.0))


def _ink_on(fill: QColor) -> QColor:
    """Return black or white, whichever stands out more from a fill."""
    light = 0.299 * fill.redF() + 0.587 * fill.greenF() + 0.114 * fill.blueF()
    return QColor("#14181d") if light > 0.55 else QColor("#ffffff")
