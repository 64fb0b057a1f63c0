"""How a card of the wall is painted: a collage of crops, the filter's number, its part, how well it follows it."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from app.filters.bars import paint_bar, paint_tick
from app.filters.wall.wall_rows import Card, CardWarning, FoldLine, PartHeading
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
from app.widgets.painting import MIDDLE, MIDDLE_RIGHT, draw_disc, draw_rounded, draw_text, font_like, rounded_path
from app.widgets.pictures.picture_model import ITEM, Index, PictureDelegate

LEAST_WIDTH = 140  # of a card, its margin included; cards grow to fill the row
MARGIN, PADDING, GAP = 5, 8, 2
TEXT_HEIGHT = 44
HEADING_HEIGHT, FOLD_HEIGHT = 40, 30
CORNER = 9.0
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
KEPT = 160  # painted cards kept in memory: a few screens


class CardDelegate(PictureDelegate):
    """Paints cards and headings."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._width, self._row_width = LEAST_WIDTH, LEAST_WIDTH
        self._painted: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def fit(self, room: int) -> None:
        """Divide the width of the view among as many cards as have room."""
        self._row_width = max(LEAST_WIDTH, room - 1)
        self._width = self._row_width // max(1, self._row_width // LEAST_WIDTH)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        if isinstance(index.data(ITEM), PartHeading):
            return QSize(self._row_width, HEADING_HEIGHT)
        if isinstance(index.data(ITEM), FoldLine):
            return QSize(self._row_width, FOLD_HEIGHT)
        return QSize(self._width, self._width + TEXT_HEIGHT)

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ITEM)
        if isinstance(row, PartHeading):
            self._paint_heading(painter, option.rect, row, str(index.data()))
        elif isinstance(row, FoldLine):
            self._paint_fold(painter, option, str(index.data()))
        else:
            image = None if row.filter.dead else self.image(index)
            painter.drawPixmap(option.rect.topLeft(), self._painted_card(option, row, image))

    def _painted_card(self, option: QStyleOptionViewItem, card: Card, image: QImage | None) -> QPixmap:
        """Return a card as a picture of its own, painted once: some 30 calls of the painter, each of which waits for
        the interpreter's lock while a training runs behind."""
        states = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        look = (option.state & states, self.view.hasFocus(), image.cacheKey() if image is not None else 0)
        ratio = self.view.devicePixelRatioF()
        key = (card, *look, option.rect.width(), option.rect.height(), QGuiApplication.palette().cacheKey(), ratio)
        if key not in self._painted:
            pixmap = QPixmap(option.rect.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            inner = QPainter(pixmap)
            inner.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            inner.setFont(self.view.font())
            inner.translate(-option.rect.topLeft())
            self._paint_card(inner, option, card, image)
            inner.end()
            self._painted[key] = pixmap
            if len(self._painted) > KEPT:
                self._painted.popitem(last=False)
        self._painted.move_to_end(key)
        return self._painted[key]

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: PartHeading, words: str) -> None:
        palette = QGuiApplication.palette()  # the view's own is changed by its stylesheet
        base = rect.bottom() - 12
        draw_disc(painter, QPointF(rect.left() + MARGIN + 6, base - 4), 5, part_colour(heading.group))
        painter.setFont(font_like(self.view.font(), bold=True))
        painter.setPen(text_colour(palette))
        painter.drawText(rect.left() + MARGIN + 18, base, words)
        left = rect.left() + MARGIN + 28 + painter.fontMetrics().horizontalAdvance(words)
        painter.setFont(self.view.font())
        painter.setPen(muted_colour(palette))
        note = painter.fontMetrics().elidedText(
            self._heading_note(heading), Qt.TextElideMode.ElideRight, rect.right() - MARGIN - left
        )
        painter.drawText(left, base, note)

    def _heading_note(self, heading: PartHeading) -> str:
        """Return how many filters there are."""
        count = len(heading.cards)
        return self.tr("1 filter") if count == 1 else self.tr("{count} filters").format(count=count)

    def _paint_fold(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        palette = QGuiApplication.palette()
        room = QRectF(option.rect).adjusted(MARGIN, 2, -MARGIN, -4)
        if option.state & QStyle.StateFlag.State_MouseOver:
            draw_rounded(painter, room, 6, raised_colour(palette))
        painter.setFont(self.view.font())
        link = palette.color(QPalette.ColorRole.Link)
        draw_text(painter, room.adjusted(PADDING, 0, -PADDING, 0), words, link, MIDDLE, Qt.TextElideMode.ElideRight)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, card: Card, image: QImage | None) -> None:
        palette = QGuiApplication.palette()  # the view's own is changed by its stylesheet
        frame = QRectF(option.rect).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        self._paint_frame(painter, frame, option.state, palette)
        side = frame.width() - 2 * PADDING
        crops = QRectF(frame.x() + PADDING, frame.y() + PADDING, side, side)
        if card.filter.dead:
            painter.setOpacity(0.55)
        self._paint_crops(painter, crops, image, card.filter.dead, palette)
        self._paint_marks(painter, crops, card, palette)
        if card.starred:
            _paint_star(painter, crops, palette)
        below = QRectF(crops.x(), crops.bottom() + 5, side, frame.bottom() - crops.bottom() - 10)
        self._paint_words(painter, below, card, palette)
        if not (card.filter.dead or math.isnan(card.filter.following)):
            self._paint_following(painter, below, card, palette)

    def _paint_frame(self, painter: QPainter, frame: QRectF, state: QStyle.StateFlag, palette: QPalette) -> None:
        ground, accent = ground_colour(palette), accent_colour(palette)
        if not state & QStyle.StateFlag.State_Selected:
            hovered = state & QStyle.StateFlag.State_MouseOver
            border = edge_colour(palette) if hovered else line_colour(palette)
            draw_rounded(painter, frame, CORNER, ground, QPen(border, 1.0))
            return
        draw_rounded(painter, frame, CORNER, mixed_colour(ground, accent, 0.12), QPen(accent, 2.0))
        if self.view.hasFocus():
            ring = QPen(mixed_colour(accent, ground, 0.4), 2.0)
            draw_rounded(painter, frame.adjusted(-3, -3, 3, 3), CORNER + 3, pen=ring)

    def _paint_crops(self, painter: QPainter, box: QRectF, image: QImage | None, dead: bool, palette: QPalette) -> None:
        shape = rounded_path(box, 5)
        painter.save()
        painter.setClipPath(shape)
        painter.fillPath(shape, raised_colour(palette))
        if image is not None:
            half, side = (box.width() - GAP) / 2, image.width() / 2
            for row, column in ((0, 0), (0, 1), (1, 0), (1, 1)):
                target = QRectF(box.x() + column * (half + GAP), box.y() + row * (half + GAP), half, half)
                painter.drawImage(target, image, QRectF(column * side, row * side, side, side))
        painter.restore()
        if dead:
            painter.setPen(muted_colour(palette))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.tr("never fires"))

    def _paint_marks(self, painter: QPainter, crops: QRectF, card: Card, palette: QPalette) -> None:
        """Paint a pill for each mark over the crops; the gravest one on top."""
        painter.setFont(font_like(self.view.font(), scale=0.85))
        bottom, widest = crops.bottom() - 4, int(crops.width()) - 22
        for mark, _value in reversed(card.marks):
            words = self._mark_words(card, mark)
            room = painter.fontMetrics().boundingRect(QRect(0, 0, widest, 200), WRAPPED, words)
            pill = QRectF(crops.left() + 4, bottom - room.height() - 4, room.width() + 14, room.height() + 4)
            shade = warning_colour(palette) if mark is CardWarning.BOUND else text_colour(palette)
            draw_rounded(painter, pill, min(pill.height() / 2, 11), ground_colour(palette), QPen(shade, 1))
            painter.drawText(pill.adjusted(7, 0, -7, 0), WRAPPED, words)
            bottom = pill.top() - 2

    def _mark_words(self, card: Card, mark: CardWarning) -> str:
        if mark is CardWarning.FAILED:
            return card.verdict
        return self.tr("answers to the background") if mark is CardWarning.BOUND else self.tr("unsteady")

    def _paint_words(self, painter: QPainter, room: QRectF, card: Card, palette: QPalette) -> None:
        """Paint the part first, and the filter's number at the right; of a filter without a part only that."""
        head, number = QRectF(room.x(), room.y(), room.width(), 18), str(card.filter.index)
        painter.setFont(self.view.font())
        words = self.tr("filter {number}").format(number=number)
        title = card.name or (self.tr("Part {n}").format(n=card.filter.group + 1) if card.filter.group >= 0 else "")
        if not title:
            title, words = self.tr("Filter {number}").format(number=number), ""
        words = " · ".join(text for text in (card.category, words) if text)
        painter.setFont(font_like(self.view.font(), bold=True))
        width = painter.fontMetrics().horizontalAdvance(title) + 16
        draw_disc(painter, QPointF(head.left() + 5, head.center().y()), 4, part_colour(card.filter.group))
        elide = Qt.TextElideMode.ElideRight
        draw_text(painter, head.adjusted(14, 0, 0, 0), title, text_colour(palette), MIDDLE, elide)
        painter.setFont(self.view.font())
        rest = head.adjusted(min(width, head.width()), 0, 0, 0)
        if painter.fontMetrics().horizontalAdvance(words) > rest.width():
            words = number  # the least that tells it from the others
        if rest.width() >= painter.fontMetrics().horizontalAdvance(words):
            draw_text(painter, rest, words, muted_colour(palette), MIDDLE_RIGHT)

    def _paint_following(self, painter: QPainter, room: QRectF, card: Card, palette: QPalette) -> None:
        """Paint how well the filter follows its part as a bar, and what it gains over untrained filters."""
        gain = f"{card.gain:+.2f}".replace("-", "−") if abs(card.gain) >= 0.005 else "0.00"
        foot = QRectF(room.x(), room.bottom() - 14, room.width(), 16)
        shade = muted_colour(palette) if card.gain > -0.005 else warning_colour(palette)
        draw_text(painter, foot, gain, shade, MIDDLE_RIGHT)
        width = room.width() - painter.fontMetrics().horizontalAdvance("+0.00") - 8
        bar = QRectF(room.x(), foot.center().y() - 3, width, 6)
        paint_bar(painter, bar, card.filter.following, card.floor, part_colour(card.filter.group), palette)
        if not math.isnan(card.floor):
            paint_tick(painter, bar, card.floor, 2, 1.2, palette)


def _paint_star(painter: QPainter, crops: QRectF, palette: QPalette) -> None:
    """Paint a star on a disc in the corner of the crops."""
    disc = QRectF(crops.right() - 24, crops.top() + 4, 20, 20)
    draw_disc(painter, disc.center(), 10, ground_colour(palette), QPen(accent_colour(palette), 1))
    star = icons.pixmap("starred", accent_colour(palette).name(), 14, painter.device().devicePixelRatioF())
    painter.drawPixmap(disc.topLeft() + QPointF(3, 3), star)
