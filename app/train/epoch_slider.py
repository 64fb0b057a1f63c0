"""A few pictures as the network saw them after each epoch: a slider goes through the epochs, a menu says which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHelpEvent, QImage, QPainter, QPaintEvent, QPalette, QPixmap, QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QSlider, QToolButton, QToolTip, QWidget

from app.widgets.common import card, label, row
from app.widgets.painting import RADIUS, rounded_square
from app.widgets.wording import plain_text

PINNED, MOST = 6, 8  # pictures at first, and at most
SIDE, CAPTION, GAP = 104, 22, 8


@dataclass(frozen=True, slots=True)
class SliderPicture:
    """A picture after an epoch (counted from 1), and how the filter that answered strongest is called."""

    picture: int
    epoch: int
    caption: str


class EpochSlider(QWidget):
    """Told which pictures there are and how many epochs are done; says which epoch is gone to and which are pinned."""

    moved = Signal()
    pinned_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        self._follows = True  # the slider stays at the newest epoch until it is moved
        self._names: Mapping[int, str] = {}
        self._pinned: tuple[int, ...] = ()
        self.tiles = Tiles()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Epoch"))
        self.slider.setToolTip(self.tr("Go through the epochs: Left and Right, Home and End"))
        self.slider.setPageStep(5)
        self.slider.valueChanged.connect(self._move)
        self.epoch_label = label()
        self.choose = QToolButton()
        self.choose.setText(self.tr("Pin pictures"))
        self.choose.setToolTip(self.tr("Choose up to {most} pictures to watch").format(most=MOST))
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.choose)
        self.choose.setMenu(self.menu)
        note = self.tr("Where the filter that answers strongest looks, after each epoch.")
        inside.addLayout(row(label(self.tr("Pinned pictures"), "heading"), 1, self.choose))
        inside.addWidget(label(note, "small", wrap=True))
        inside.addWidget(self.tiles)
        inside.addLayout(row(self.slider, self.epoch_label))
        whole = row(frame, spacing=0)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def epoch(self) -> int:
        """The epoch on show, counted from 1."""
        return self.slider.value()

    @property
    def pinned(self) -> tuple[int, ...]:
        """The pictures on show."""
        return self._pinned

    def clear(self) -> None:
        """Forget everything."""
        self._follows = True
        self._names, self._pinned = {}, ()
        self.slider.setRange(0, 0)
        self.tiles.clear()
        self.hide()

    def set_pictures(self, names: Mapping[int, str]) -> None:
        """Offer these pictures, by number; the first few are pinned."""
        self._names = names
        self._pinned = tuple(list(names)[:PINNED])
        self.menu.clear()
        for picture, name in names.items():
            action = QAction(plain_text.button_text(name), self.menu)
            action.setCheckable(True)
            action.setChecked(picture in self._pinned)
            action.toggled.connect(lambda checked, picture=picture: self._pin(picture, checked))
            self.menu.addAction(action)
        self._limit()

    def set_epochs(self, count: int) -> None:
        """So many epochs are done; the newest is shown, unless the user has gone to another."""
        self.slider.blockSignals(True)
        self.slider.setRange(1, count)
        if self._follows:
            self.slider.setValue(count)
        self.slider.blockSignals(False)
        self.setVisible(bool(self._names))
        self._tell()

    def show_seen(self, seen: Sequence[SliderPicture]) -> None:
        """What is on show; images that are missing are asked for by the tiles."""
        self.tiles.show_seen(seen, [self._names[one.picture] for one in seen])

    def _pin(self, picture: int, checked: bool) -> None:
        wanted = {*self._pinned, picture} if checked else {*self._pinned} - {picture}
        self._pinned = tuple(one for one in self._names if one in wanted)
        self._limit()
        self.pinned_changed.emit()

    def _limit(self) -> None:
        """No more than fit can be pinned, and the last one stays."""
        for picture, action in zip(self._names, self.menu.actions(), strict=True):
            on = picture in self._pinned
            action.setEnabled(len(self._pinned) > 1 if on else len(self._pinned) < MOST)

    def _move(self) -> None:
        self._follows = self.slider.value() == self.slider.maximum()
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        words = self.tr("epoch {epoch} of {epochs}").format(epoch=self.epoch, epochs=self.slider.maximum())
        self.epoch_label.setText(words)
        self.slider.setAccessibleDescription(words)


class Tiles(QWidget):
    """The pinned pictures side by side. Says which images it is missing."""

    wanted = Signal(object)  # SliderPicture

    def __init__(self) -> None:
        super().__init__()
        self._seen: Sequence[SliderPicture] = ()
        self._names: Sequence[str] = ()
        self._images: dict[tuple[int, int], QImage] = {}
        self._ready: dict[tuple[int, int], tuple[float, QPixmap]] = {}
        self.setFixedHeight(SIDE + CAPTION)
        self.setAccessibleName(self.tr("Pinned pictures"))

    @property
    def seen(self) -> Sequence[SliderPicture]:
        """What is on show, in order."""
        return self._seen

    def clear(self) -> None:
        """Forget everything."""
        self._seen, self._names = (), ()
        self._images.clear()
        self._ready.clear()
        self.update()

    def has(self, seen: SliderPicture) -> bool:
        """Whether an image is there."""
        return (seen.picture, seen.epoch) in self._images

    def show_seen(self, seen: Sequence[SliderPicture], names: Sequence[str]) -> None:
        """Show these, called so."""
        self._seen = seen
        self._ask()
        told = (f"{name}: {one.caption}" for name, one in zip(names, seen, strict=True))
        self.setAccessibleDescription("; ".join(told))
        self._names = names
        self.update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        """Ask for the images that are missing, while somebody looks; each takes from a training under way."""
        if self.isVisible():
            for one in self._seen:
                if not self.has(one):
                    self.wanted.emit(one)

    def set_image(self, picture: int, epoch: int, image: QImage) -> None:
        """An image that was asked for."""
        self._images[picture, epoch] = image
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = event.x() // (self._side() + GAP)
            told = plain_text.tooltip_text(self._names[place]) if place < len(self._names) else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(MOST * (SIDE + GAP), SIDE + CAPTION)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        for place, one in enumerate(self._seen):
            left = place * (side + GAP)
            pixmap = self._pixmap((one.picture, one.epoch), side)
            if pixmap is not None:
                painter.drawPixmap(left, 0, pixmap)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
                painter.drawRoundedRect(left, 0, side, side, RADIUS, RADIUS)
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            caption = painter.fontMetrics().elidedText(one.caption, Qt.TextElideMode.ElideRight, side)
            painter.drawText(QRectF(left, side, side, CAPTION), Qt.AlignmentFlag.AlignCenter, caption)

    def _side(self) -> int:
        """Points of a tile's side: as many as are on show fit the width."""
        return min(SIDE, (self.width() - GAP * (len(self._seen) - 1)) // max(len(self._seen), 1))

    def _pixmap(self, key: tuple[int, int], side: int) -> QPixmap | None:
        image, size = self._images.get(key), side * self.devicePixelRatioF()
        if image is None:
            return None
        kept = self._ready.get(key)
        if kept is None or kept[0] != size:
            kept = self._ready[key] = size, rounded_square(image, side, self.devicePixelRatioF())
        return kept[1]
