"""How a card of the wall is painted: a collage of crops, the filter's number, its part, what it follows as a bar."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.filters.wall.wall_rows import Card, CardWarning, PartHeading
from app.style import icons
from app.style.colours import (
    accent_colour,
    edge_colour,
    ground_colour,
    line_colour,
    mixed_colour,
    muted_colour,
    part_colour,
    raised_colour,
    text_colour,
    warning_colour,
)

CARD = Qt.ItemDataRole.UserRole + 1
IMAGE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex

LEAST_WIDTH = 140  # of a card, its margin included; cards grow to fill the row
MARGIN, PADDING, GAP = 5, 8, 2
TEXT_HEIGHT = 44
HEADING_HEIGHT = 40
CORNER = 9.0
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
KEPT = 160  # pictures of cards: a few screens


class CardDelegate(QStyledItemDelegate):
    """Paints cards and headings; says which collages it lacks."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self._width, self._row_width = LEAST_WIDTH, LEAST_WIDTH
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def fit(self, room: int) -> None:
        """Divide the width of the view among as many cards as have room."""
        self._row_width = max(LEAST_WIDTH, room - 1)
        self._width = self._row_width // max(1, self._row_width // LEAST_WIDTH)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        if isinstance(index.data(CARD), PartHeading):
            return QSize(self._row_width, HEADING_HEIGHT)
        return QSize(self._width, self._width - 2 * PADDING + TEXT_HEIGHT + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        match index.data(CARD):
            case Card() as card:
                image = index.data(IMAGE)
                if image is None and not card.dead:
                    self.wanted.emit(card.filter)
                painter.drawPixmap(option.rect.topLeft(), self._pictured(option, card, image))
            case PartHeading() as heading:
                self._paint_heading(painter, option.rect, heading, str(index.data()))
        painter.restore()

    def _pictured(self, option: QStyleOptionViewItem, card: Card, image: QImage | None) -> QPixmap:
        """A card as a picture of its own, painted once: some 30 calls of the painter, each of which waits for the
        interpreter's lock while a training runs behind."""
        states = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        seen = (option.state & states, self._view.hasFocus(), image.cacheKey() if image is not None else 0)
        ratio = self._view.devicePixelRatioF()
        key = (card, *seen, option.rect.width(), option.rect.height(), QGuiApplication.palette().cacheKey(), ratio)
        if key not in self._kept:
            pixmap = QPixmap(option.rect.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            inner = QPainter(pixmap)
            inner.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            inner.setFont(self._view.font())
            inner.translate(-option.rect.topLeft())
            self._paint_card(inner, option, card, image)
            inner.end()
            self._kept[key] = pixmap
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: PartHeading, words: str) -> None:
        palette = QGuiApplication.palette()  # the view's own is changed by its stylesheet
        base = rect.bottom() - 12
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part_colour(heading.group))
        painter.drawEllipse(QPointF(rect.left() + MARGIN + 6, base - 4), 5, 5)
        font = QFont(self._view.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(text_colour(palette))
        painter.drawText(QPoint(rect.left() + MARGIN + 18, base), words)
        told = self._heading_told(heading)
        used = painter.fontMetrics().horizontalAdvance(words)
        painter.setFont(self._view.font())
        painter.setPen(muted_colour(palette))
        room = rect.right() - MARGIN - (rect.left() + MARGIN + 28 + used)
        told = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPoint(rect.left() + MARGIN + 28 + used, base), told)

    def _heading_told(self, heading: PartHeading) -> str:
        """How many filters, and how often they pass the two tests that a constant offset fails."""
        if heading.dead or math.isnan(heading.following):
            return str(heading.count)
        one, many = (
            self.tr("1 filter · equivariance {following}"),
            self.tr("{count} filters · equivariance {following}"),
        )
        if heading.judged:
            one, many = (
                self.tr("1 filter · mirror {mirror}, transplant {transplant}"),
                self.tr("{count} filters · mirror {mirror}, transplant {transplant}"),
            )
        return (one if heading.count == 1 else many).format(
            count=heading.count,
            following=_short(heading.following),
            mirror=_short(heading.mirror),
            transplant=_short(heading.transplant),
        )

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, card: Card, image: QImage | None) -> None:
        palette = QGuiApplication.palette()  # the view's own is changed by its stylesheet
        frame = QRectF(option.rect).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        state = option.state
        self._paint_frame(painter, frame, state, palette)
        side = frame.width() - 2 * PADDING
        crops = QRectF(frame.x() + PADDING, frame.y() + PADDING, side, side)
        if card.dead:
            painter.setOpacity(0.55)
        self._paint_crops(painter, crops, image, card.dead, palette)
        self._paint_marks(painter, crops, card, palette)
        if card.starred:
            _paint_star(painter, crops, palette)
        below = QRectF(crops.x(), crops.bottom() + 5, side, frame.bottom() - crops.bottom() - 10)
        self._paint_words(painter, below, card, palette)
        painter.setOpacity(1.0)

    def _paint_frame(self, painter: QPainter, frame: QRectF, state: QStyle.StateFlag, palette: QPalette) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and self._view.hasFocus()
        fill, border, width = ground_colour(palette), line_colour(palette), 1.0
        if state & QStyle.StateFlag.State_MouseOver:
            border = edge_colour(palette)
        if selected:
            fill, border, width = mixed_colour(fill, accent_colour(palette), 0.12), accent_colour(palette), 2.0
        painter.setPen(QPen(border, width))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, CORNER, CORNER)
        if focused:
            painter.setPen(QPen(mixed_colour(accent_colour(palette), ground_colour(palette), 0.4), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-3, -3, 3, 3), CORNER + 3, CORNER + 3)

    def _paint_crops(
        self, painter: QPainter, rect: QRectF, image: QImage | None, dead: bool, palette: QPalette
    ) -> None:
        path = QPainterPath()
        path.addRoundedRect(rect, 5, 5)
        painter.save()
        painter.setClipPath(path)
        painter.fillPath(path, raised_colour(palette))
        if image is not None:
            half = (rect.width() - GAP) / 2
            for quarter in range(4):
                row, column = divmod(quarter, 2)
                target = QRectF(rect.x() + column * (half + GAP), rect.y() + row * (half + GAP), half, half)
                side = image.width() / 2
                painter.drawImage(target, image, QRectF(column * side, row * side, side, side))
        painter.restore()
        if dead:
            painter.setPen(muted_colour(palette))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.tr("never fires"))

    def _paint_marks(self, painter: QPainter, crops: QRectF, card: Card, palette: QPalette) -> None:
        """A pill a mark over the crops, with the number that raised it; the uppermost is the gravest."""
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        bottom, widest = crops.bottom() - 4, int(crops.width()) - 22
        for mark, value in reversed(card.marks):
            words = self._mark_words(card, mark).format(value=_short(value))
            room = painter.fontMetrics().boundingRect(QRect(0, 0, widest, 200), WRAPPED, words)
            pill = QRectF(crops.left() + 4, bottom - room.height() - 4, room.width() + 14, room.height() + 4)
            shade = warning_colour(palette) if mark is CardWarning.BOUND else text_colour(palette)
            painter.setPen(QPen(shade, 1))
            painter.setBrush(ground_colour(palette))
            painter.drawRoundedRect(pill, min(pill.height() / 2, 11), min(pill.height() / 2, 11))
            painter.drawText(pill.adjusted(7, 0, -7, 0), WRAPPED, words)
            bottom = pill.top() - 2

    def _mark_words(self, card: Card, mark: CardWarning) -> str:
        match mark:
            case CardWarning.BOUND:
                return self.tr("background {value}")
            case CardWarning.FAILED:
                return card.verdict
            case CardWarning.UNSTEADY:
                return self.tr("unsteady {value}")
            case _:
                return self.tr("double {value}")

    def _paint_words(self, painter: QPainter, rect: QRectF, card: Card, palette: QPalette) -> None:
        font = QFont(self._view.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(text_colour(palette))
        head = QRectF(rect.x(), rect.y(), rect.width(), 18)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(card.filter))
        used, room = painter.fontMetrics().horizontalAdvance(str(card.filter)) + 6, head.width()
        if card.group >= 0 or card.name:
            words = card.name or self.tr("part {n}").format(n=card.group + 1)
            free = head.adjusted(used + 14, 0, 0, 0)
            room -= _paint_part(painter, free, words, card.group, self._view.font())
        if card.category:
            painter.setFont(self._view.font())
            painter.setPen(muted_colour(palette))
            name = painter.fontMetrics().elidedText(card.category, Qt.TextElideMode.ElideRight, int(room - used))
            painter.drawText(head.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        if card.dead or math.isnan(card.following):
            return
        painter.setFont(self._view.font())
        gain = f"{card.gain:+.2f}".replace("+0.", "+.").replace("-0.", "−.") if abs(card.gain) >= 0.005 else ".00"
        painter.setPen(muted_colour(palette) if card.gain > -0.005 else warning_colour(palette))
        foot = QRectF(rect.x(), rect.bottom() - 14, rect.width(), 16)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, gain)
        room = painter.fontMetrics().horizontalAdvance("+.00") + 8
        bar = QRectF(rect.x(), foot.center().y() - 3, rect.width() - room, 6)
        paint_bar(painter, bar, card.following, card.floor, part_colour(card.group), palette)


def _short(share: float) -> str:
    """'.84', '1.00'."""
    return "–" if math.isnan(share) else f"{share:.2f}".removeprefix("0")


def _paint_star(painter: QPainter, crops: QRectF, palette: QPalette) -> None:
    """A star on a disc in the corner of the crops."""
    disc = QRectF(crops.right() - 24, crops.top() + 4, 20, 20)
    painter.setPen(QPen(accent_colour(palette), 1))
    painter.setBrush(ground_colour(palette))
    painter.drawEllipse(disc)
    star = icons.pixmap("starred", accent_colour(palette).name(), 14, painter.device().devicePixelRatioF())
    painter.drawPixmap(disc.topLeft() + QPointF(3, 3), star)


def _paint_part(painter: QPainter, rect: QRectF, words: str, group: int, font: QFont) -> float:
    """Paint the part's mark and name at the right; how wide they are."""
    painter.setFont(font)
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()))
    width = painter.fontMetrics().horizontalAdvance(words)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(part_colour(group))
    painter.drawEllipse(QPointF(rect.right() - width - 10, rect.center().y()), 4, 4)
    return float(width + 20)


def paint_bar(painter: QPainter, rect: QRectF, value: float, floor: float, colour: QColor, palette: QPalette) -> None:
    """A bar of 0..1: filled to `value`, pale up to the floor, full above it, and a tick at the floor."""
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(line_colour(palette))
    painter.drawRoundedRect(rect, radius, radius)
    reach = rect.width() * min(1.0, max(0.0, value))
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(path)
    if math.isnan(floor):
        painter.fillRect(QRectF(rect.x(), rect.y(), reach, rect.height()), colour)
    else:
        start = rect.width() * min(1.0, max(0.0, floor))
        pale = mixed_colour(line_colour(palette), colour, 0.35)
        painter.fillRect(QRectF(rect.x(), rect.y(), min(start, reach), rect.height()), pale)
        if reach > start:
            painter.fillRect(QRectF(rect.x() + start, rect.y(), reach - start, rect.height()), colour)
    painter.restore()
    if not math.isnan(floor):
        at = rect.x() + rect.width() * floor
        painter.setPen(QPen(text_colour(palette), 1.2))
        painter.drawLine(QPointF(at, rect.top() - 2), QPointF(at, rect.bottom() + 2))
