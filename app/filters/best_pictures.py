"""The pictures on which a filter fires strongest, as a row of crops; choosing one looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.style.colours import accent_colour, edge_colour, mixed_colour, muted_colour, raised_colour
from app.widgets import plain_text
from icnn_engine.core.events import BestPicture

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
BEST, IMAGE, SHOWN = (Qt.ItemDataRole.UserRole + i for i in range(1, 4))
SIDE, GAP, CAPTION = 84, 4, 16


@dataclass(frozen=True, slots=True)
class BestPictureItem:
    """One of the best pictures: where the filter fires in it, its name, whether it was trained on."""

    best: BestPicture
    name: str
    trained: bool


class BestModel(QAbstractListModel):
    """Best pictures, strongest first, and the crops made of them so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Sequence[BestPictureItem] = ()
        self.images: dict[int, QImage] = {}
        self.shown = -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.found[index.row()]
        match role:
            case _ if role == BEST:
                return one
            case _ if role == IMAGE:
                return self.images.get(one.best.picture)
            case _ if role == SHOWN:
                return one.best.picture == self.shown
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                side = self.tr("trained on") if one.trained else self.tr("kept out of training")
                peak = self.tr("peak {value:.2f}").format(value=one.best.strength)
                return plain_text.model_tooltip(role, f"{one.name}\n{peak}, {side}")
        return None

    def set_image(self, picture: int, image: QImage) -> None:
        """A crop that has been made."""
        self.images[picture] = image
        for row, one in enumerate(self.found):
            if one.best.picture == picture:
                self.dataChanged.emit(self.index(row), self.index(row), [IMAGE])

    def refresh(self, *roles: int) -> None:
        """Say that every item looks different now."""
        if self.found:
            self.dataChanged.emit(self.index(0), self.index(len(self.found) - 1), list(roles))


class BestDelegate(QStyledItemDelegate):
    """A crop with round corners, the peak's strength below it, a frame if it is the picture on show."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        return QSize(SIDE + 2 * GAP, SIDE + 2 * GAP + CAPTION)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, state = QGuiApplication.palette(), option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        corner = option.rect.topLeft()
        box = QRectF(corner.x() + GAP, corner.y() + GAP, SIDE, SIDE)
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.fillPath(shape, raised_colour(palette))
        if (image := index.data(IMAGE)) is not None:
            painter.setClipPath(shape)
            painter.drawImage(box, image)
            painter.setClipping(False)
        if index.data(SHOWN):
            painter.strokePath(shape, QPen(accent_colour(palette), 3))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.strokePath(shape, QPen(edge_colour(palette), 2))
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(mixed_colour(accent_colour(palette), raised_colour(palette), 0.4), 2))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 8, 8)
        painter.setPen(muted_colour(palette))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        below = QRectF(box.x(), box.bottom() + 2, SIDE, CAPTION)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"{index.data(BEST).best.strength:.2f}")
        painter.restore()


class BestPictures(QListView):
    """One row of crops. A click, Return or an arrow key looks at the picture."""

    chosen = Signal(int)  # index of the picture in the run

    def __init__(self) -> None:
        super().__init__()
        self._silent = False
        self._model = BestModel(self)
        self.setModel(self._model)
        self.setItemDelegate(BestDelegate(self))
        self.setProperty("role", "bare")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(SIDE + 2 * GAP + CAPTION + 14)
        self.setAccessibleName(self.tr("Best pictures of the filter"))
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(self._clicked)

    @property
    def found(self) -> Sequence[BestPictureItem]:
        """What is shown."""
        return self._model.found

    def show_found(self, found: Sequence[BestPictureItem]) -> None:
        """Show other best pictures; their crops come with `set_image`."""
        self._silent = True
        self._model.beginResetModel()
        self._model.found, self._model.images = found, {}
        self._model.endResetModel()
        self._silent = False

    def set_image(self, picture: int, image: QImage) -> None:
        """A crop that has been made."""
        self._model.set_image(picture, image.convertToFormat(QImage.Format.Format_RGB32))  # painted quickest

    def image(self, picture: int) -> QImage | None:
        """The crop of a picture, if it has been made."""
        return self._model.images.get(picture)

    def mark(self, picture: int) -> None:
        """Frame the picture that is on show, -1 for none."""
        if picture == self._model.shown:
            return
        self._model.shown = picture
        self._silent = True
        for row, one in enumerate(self._model.found):
            if one.best.picture == picture:
                self.setCurrentIndex(self._model.index(row))
        self._silent = False
        self._model.refresh(SHOWN)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._silent and now.isValid():
            self.chosen.emit(now.data(BEST).best.picture)

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the current crop looks at it again, for another picture may be on show by now."""
        if not index.data(SHOWN):
            self.chosen.emit(index.data(BEST).best.picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # Space belongs to the page: it shows and hides the overlay
        else:
            super().keyPressEvent(event)
