"""Shows the current step of the lecture, and takes the keys of slides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.learn.drawing.items import Step
from app.learn.drawing.slide import paint_slide
from app.style.colours import accent_colour
from app.style.theme import current_theme

Key = Qt.Key
NEXT = (Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Return, Key.Key_Enter, Key.Key_Down)
BACK = (Key.Key_Left, Key.Key_PageUp, Key.Key_Backspace, Key.Key_Up)
FULL = (Key.Key_F, Key.Key_F11)
OWN = {*NEXT, *BACK, *FULL, Key.Key_Home, Key.Key_End, Key.Key_Escape}


class SlideView(QWidget):
    """A painted step. `is_stage`: it fills the screen, and a click goes on."""

    moved = Signal(int)  # 1: next step, -1: the one before
    first_wanted = Signal()
    last_wanted = Signal()
    full_wanted = Signal()  # fill the screen, or leave it
    left = Signal()  # Esc

    def __init__(self, is_stage: bool = False) -> None:
        super().__init__()
        self._step = Step("", ())
        self._footer = ""
        self._is_stage = is_stage
        self._look: tuple[object, ...] = ()  # what the pixmap shows
        self._pixmap = QPixmap()
        self.setObjectName("slide")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)

    @property
    def step(self) -> Step:
        """The step on show."""
        return self._step

    def show_step(self, step: Step, footer: str = "") -> None:
        """Show a step; `footer`: small words in the corner."""
        self._step, self._footer = step, footer
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(step.text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(960, 540)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the slides from the shortcuts of the window: F11 fills the screen with the slide alone."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not _is_own(event):
            super().keyPressEvent(event)
            return
        key = event.key()
        if key in NEXT or key in BACK:
            self.moved.emit(1 if key in NEXT else -1)
        elif key in FULL:
            self.full_wanted.emit()
        else:
            signals = {Key.Key_Home: self.first_wanted, Key.Key_End: self.last_wanted, Key.Key_Escape: self.left}
            signals[Key(key)].emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._is_stage and event.button() == Qt.MouseButton.LeftButton:
            self.moved.emit(1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, room = QPainter(self), QRectF(self.rect())
        painter.drawPixmap(0, 0, self._painted())
        if self.hasFocus() and not self._is_stage:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(accent_colour(self.palette()))
            painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))

    def _painted(self) -> QPixmap:
        """Return the slide, painted once for a step, a size and a theme: it takes 50 ms at the size of a screen."""
        ratio, colours = self.devicePixelRatioF(), current_theme().colours
        look = self._step, self._footer, colours, self.size(), ratio, self.font()
        if look != self._look:
            self._look, self._pixmap = look, QPixmap(self.size() * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(self._pixmap)
            paint_slide(painter, QRectF(self.rect()), self._step, colours, self.font(), self._footer)
            painter.end()
        return self._pixmap


def _is_own(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return plain and event.key() in OWN
