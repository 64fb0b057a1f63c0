"""Where the items of a drawing lie: as large as the room allows, with their captions below."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from app.learn.drawing.items import (
    BarsItem,
    ColumnItem,
    GridItem,
    Item,
    ListItem,
    MapItem,
    PictureItem,
    RowItem,
    SignItem,
)
from app.learn.drawing.style import SlideStyle, text_height

CELL = 1.3  # width of a number's cell, of its height
OVER = 0.8  # how far a caption may reach into the gaps beside what it is below, of a gap


def aspect(item: Item) -> float:
    """Return the width of an item that is 1 high, without captions."""
    match item:
        case PictureItem():
            return float(item.pixels.shape[1] / item.pixels.shape[0])
        case MapItem():
            return 1.0
        case GridItem():
            rows, columns = item.values.shape
            return float(CELL * columns / rows)
        case SignItem():
            return 0.16
        case BarsItem() | ListItem():
            return 1.3
        case RowItem():
            return sum(map(aspect, item.items))
        case ColumnItem():
            return max(map(aspect, item.items)) / len(item.items)


def is_elastic(item: Item) -> bool:
    """Return whether an item takes whatever room there is."""
    return isinstance(item, BarsItem | ListItem)


def caption_height(item: Item, style: SlideStyle, width: float) -> float:
    """Return the height of what stands below an item: its caption and the bar of its colours."""
    caption = getattr(item, "caption", "") if not is_elastic(item) else ""
    height = text_height(style.caption, caption, width + style.gap * OVER) + style.size * 0.25 if caption else 0.0
    return height + (style.size * 1.15 if isinstance(item, MapItem) and item.bar else 0.0)


def row_boxes(items: tuple[Item, ...], room: QRectF, style: SlideStyle) -> list[QRectF]:
    """Return the rectangle of each item of a row, without its caption: all of one height, in the middle of the room."""
    gaps = style.gap * (len(items) - 1)
    wide = max(room.width() - gaps, 1.0)
    shares = [aspect(item) for item in items]
    height = room.height()
    below = 0.0
    for _again in range(3):  # captions are as wide as their items, which are as high as captions leave them
        height = max(min(room.height() - below, wide / sum(shares)), 8.0)
        below = max(caption_height(item, style, height * share) for item, share in zip(items, shares, strict=True))
    widths = [height * share for share in shares]
    spare = wide - sum(widths)
    elastic = [i for i, item in enumerate(items) if is_elastic(item)]
    for i in elastic:
        widths[i] += spare / len(elastic)
    left = room.left() + (0.0 if elastic else spare / 2)
    top = room.top() + max(room.height() - height - below, 0.0) / 2
    boxes = []
    for item, width in zip(items, widths, strict=True):
        full = is_elastic(item)
        boxes.append(QRectF(left, room.top() if full else top, width, room.height() if full else height))
        left += width + style.gap
    return boxes


def column_boxes(items: tuple[Item, ...], room: QRectF, style: SlideStyle) -> list[QRectF]:
    """Return the room of each item of a column, with its caption: the heights are shared alike."""
    gap = style.gap * 0.5
    high = (room.height() - gap * (len(items) - 1)) / len(items)
    return [QRectF(room.left(), room.top() + i * (high + gap), room.width(), high) for i in range(len(items))]
