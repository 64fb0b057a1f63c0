"""A grid of thumbnails. Only visible ones are asked for, so that it can hold a hundred thousand pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPalette, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.widgets.painting import RADIUS, rounded_square
from app.widgets.wording import plain_text
from icnn_engine.core.annotations import Picture

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PICTURE = Qt.ItemDataRole.UserRole
KEPT = 400  # thumbnails kept in memory: a few screens
GAP = 8
FAINT, MARK = 0.3, 20  # opacity of a picture that is left out, points of its mark
# The frame of a thumbnail by its state; the first that holds is drawn.
FRAMES = (
    (QStyle.StateFlag.State_Selected, QPalette.ColorRole.Accent, 3, Qt.PenStyle.SolidLine),
    (QStyle.StateFlag.State_HasFocus, QPalette.ColorRole.Accent, 2, Qt.PenStyle.DashLine),
    (QStyle.StateFlag.State_MouseOver, QPalette.ColorRole.Mid, 2, Qt.PenStyle.SolidLine),
)


class ThumbnailModel(QAbstractListModel):
    """Pictures, and the thumbnails that are loaded so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: Sequence[Picture] = ()
        self._images: dict[str, QImage] = {}  # oldest first
        self._ready: dict[str, tuple[float, QPixmap]] = {}  # size in pixels and pixmap of painted thumbnails
        self._rows: dict[str, int] = {}  # by name
        self.left_out: Mapping[str, str] = {}  # reasons by name

    def set_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show other pictures; their loaded thumbnails are kept."""
        self.beginResetModel()
        self.pictures = pictures
        self._rows = {picture.name: row for row, picture in enumerate(pictures)}
        self.endResetModel()

    def forget_thumbnails(self) -> None:
        """Drop every thumbnail, for another folder or brightness."""
        self._images.clear()
        self._ready.clear()

    def row_of(self, name: str) -> int:
        """Return the row of a picture, or -1."""
        return self._rows.get(name, -1)

    def thumbnail(self, name: str) -> QImage | None:
        """Return a loaded thumbnail; a null image for a picture that cannot be read."""
        return self._images.get(name)

    def pixmap(self, name: str, side: int, ratio: float) -> QPixmap | None:
        """Return a loaded thumbnail to paint at `side` points; a null pixmap for a picture that cannot be read."""
        image = self._images.get(name)
        if image is None:
            return None
        if name not in self._ready or self._ready[name][0] != side * ratio:
            self._ready[name] = side * ratio, QPixmap() if image.isNull() else rounded_square(image, side, ratio)
        return self._ready[name][1]

    def set_thumbnail(self, name: str, image: QImage | None) -> None:
        """Add a thumbnail; None for a picture that cannot be read."""
        self._images[name] = image or QImage()
        self._ready.pop(name, None)
        if len(self._images) > KEPT:
            oldest = next(iter(self._images))
            del self._images[oldest]
            self._ready.pop(oldest, None)

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.pictures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        picture = self.pictures[index.row()]
        if role == PICTURE:
            return picture
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain_text.model_tooltip(role, self._words(picture.name))
        return None

    def _words(self, name: str) -> str:
        if name not in self.left_out:
            return name
        words = self.tr("{name}: left out, {reason}") if self.left_out[name] else self.tr("{name}: left out")
        return words.format(name=name, reason=self.left_out[name])


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints thumbnails as squares with round corners, cut at the longer sides, and asks for missing ones."""

    def __init__(self, grid: ThumbnailGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        picture = index.data(PICTURE)
        box = QRect(option.rect).adjusted(GAP // 2, GAP // 2, -(GAP // 2), -(GAP // 2))
        pixmap = self._grid.model_.pixmap(picture.name, box.width(), self._grid.devicePixelRatioF())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pixmap is None or pixmap.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if pixmap is None:
            self._grid.wanted.emit(picture)
        elif pixmap.isNull():
            _draw_unreadable(painter, box, option.palette)
        else:
            painter.setOpacity(FAINT if picture.name in self._grid.model_.left_out else 1.0)
            painter.drawPixmap(box.topLeft(), pixmap)
            painter.setOpacity(1.0)
        if picture.name in self._grid.model_.left_out:
            _draw_left_out(painter, box, option.palette)
        _draw_state(painter, box, option.palette, option.state)
        painter.restore()


def _draw_unreadable(painter: QPainter, box: QRect, palette: QPalette) -> None:
    painter.setPen(QPen(palette.color(QPalette.ColorRole.BrightText), 2))
    centre, reach = box.center(), 9
    painter.drawLine(centre + QPoint(-reach, -reach), centre + QPoint(reach, reach))
    painter.drawLine(centre + QPoint(-reach, reach), centre + QPoint(reach, -reach))


def _draw_left_out(painter: QPainter, box: QRect, palette: QPalette) -> None:
    """Draw a crossed circle on a disc in the upper right corner."""
    disc = QRect(box.right() - MARK - 5, box.top() + 6, MARK, MARK)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawEllipse(disc)
    inside = disc.adjusted(4, 4, -3, -3)
    painter.drawLine(inside.topLeft(), inside.bottomRight())


def _draw_state(painter: QPainter, box: QRect, palette: QPalette, state: QStyle.StateFlag) -> None:
    for flag, role, width, style in FRAMES:
        if state & flag:
            painter.setPen(QPen(palette.color(role), width, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            return


class ThumbnailGrid(QListView):
    """The grid itself. It emits which thumbnails it needs, which pictures are selected and which is opened."""

    wanted = Signal(object)  # Picture whose thumbnail is visible and missing
    chosen = Signal(object)  # Picture | None
    opened = Signal(object)  # Picture, by Return
    large_wanted = Signal(object)  # Picture, by Space or a double click
    selection_changed = Signal()
    leave_out_wanted = Signal()  # the selected pictures, by Delete

    def __init__(self) -> None:
        super().__init__(
            flow=QListView.Flow.LeftToRight,
            isWrapping=True,
            resizeMode=QListView.ResizeMode.Adjust,
            uniformItemSizes=True,
        )
        self.model_ = ThumbnailModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(ThumbnailDelegate(self))
        self.setProperty("role", "bare")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(40)
        self.setAccessibleName(self.tr("Pictures"))
        self._side = 148
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(lambda index: self.large_wanted.emit(index.data(PICTURE)))
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(now.data(PICTURE)))

    @property
    def picture(self) -> Picture | None:
        """The current picture, which the keys act on."""
        index = self.currentIndex()
        return index.data(PICTURE) if index.isValid() else None

    @property
    def selected(self) -> tuple[Picture, ...]:
        """The selected pictures, in the order of the grid."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.model_.pictures[row] for row in rows)

    def neighbour(self, name: str, step: int) -> Picture | None:
        """Return the picture `step` places after a picture; None beyond either end."""
        row = self.model_.row_of(name) + step
        return self.model_.pictures[row] if 0 <= row < len(self.model_.pictures) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        picture = self.picture
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if picture is not None:
                self.opened.emit(picture)
            case Qt.Key.Key_Space if picture is not None:
                self.large_wanted.emit(picture)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self.selected:
                self.leave_out_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def set_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these pictures from the top."""
        self.model_.set_pictures(pictures)
        self.scrollToTop()
        self.selection_changed.emit()  # a reset drops the selection silently

    def set_left_out(self, reasons: Mapping[str, str]) -> None:
        """Mark the pictures that are left out."""
        self.model_.left_out = reasons
        self.viewport().update()

    def set_side(self, side: int) -> None:
        """Make the cells about `side` points wide: as many as fit share the whole width."""
        self._side = side
        self._fit()

    def set_thumbnail(self, name: str, image: QImage | None) -> None:
        """Show a thumbnail; None if the picture cannot be read."""
        self.model_.set_thumbnail(name, image)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        width = self.viewport().width() - 1  # a row that fills the width to the last point is broken in two
        side = width // max(width // self._side, 1) if width > self._side else self._side
        if side != self.gridSize().width():
            self.setGridSize(QSize(side, side))

    def select(self, name: str) -> bool:
        """Select a picture and scroll to it. Return False if it is not shown."""
        row = self.model_.row_of(name)
        if row < 0:
            return False
        index = self.model_.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True
