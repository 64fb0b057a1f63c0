"""A callout: a few words beside a widget of the window, with a frame around that widget."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QWidget

from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import Button, column, label, row

WIDTH = 320


class Spotlight(QWidget):
    """A frame around a rectangle of the window; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 10, 10)


class Callout(QFrame):
    """Words beside a widget, and buttons to go on. It follows the size of the window."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "callout")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._window, self._target = window, window
        self._light = Spotlight(window)
        self._count, self._text = label("", "small"), label("", wrap=True)
        self._buttons = row(1)
        self._column = column(
            self._count, self._text, self._buttons, margins=(MEDIUM, MEDIUM, MEDIUM, MEDIUM), parent=self
        )
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The words on show."""
        return self._text.text()

    def show_step(self, target: QWidget | None, count: str, text: str, buttons: list[Button]) -> None:
        """Show words beside a widget (None: in the middle of the window). The first button takes the keyboard."""
        if self._target is not self._window:
            self._target.removeEventFilter(self)
        self._target = target or self._window
        if target is not None:
            target.installEventFilter(self)
        self._count.setText(count)
        self._text.setText(text)
        self.setAccessibleName(text)
        while self._buttons.count() > 1:
            item = self._buttons.takeAt(1)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for button in reversed(buttons):
            self._buttons.addWidget(button)
            button.show()
        self.show()
        self._place()
        buttons[0].setFocus()

    def hide_all(self) -> None:
        """Hide the words and the frame."""
        if self._target is not self._window:
            self._target.removeEventFilter(self)
        self._target = self._window
        self._light.hide()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the window; end with the widget that it explains, and with Esc wherever the keyboard is."""
        if not self.isVisible():
            return False
        if watched is self._target and event.type() == QEvent.Type.Hide:
            self.closed.emit()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QKeyEvent) and watched is self._window and event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return event.type() == QEvent.Type.KeyPress
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        window = self._window
        width = max(WIDTH, self._buttons.sizeHint().width() + 2 * MEDIUM)  # the buttons need more in some languages
        self.setFixedSize(width, self._column.heightForWidth(width))
        room = window.rect().adjusted(SMALL, SMALL, -SMALL, -SMALL)
        if self._target is window or not self._target.isVisible():
            self._light.hide()
            self.move(room.center() - self.rect().center())
        else:
            around = QRect(self._target.mapTo(window, QPoint()), self._target.size()).intersected(room)
            self._light.setGeometry(around.adjusted(-4, -4, 4, 4))
            self._light.show()
            self._light.raise_()
            self.move(beside(around, self.rect(), room))
        self.raise_()


def beside(target: QRect, words: QRect, room: QRect) -> QPoint:
    """Return where words stand: right of, left of, below or above a target, if they fit there, else in its corner."""
    width, height = words.width(), words.height()
    top = max(room.top(), min(target.top(), room.bottom() - height))
    left = max(room.left(), min(target.left(), room.right() - width))
    places = (
        QPoint(target.right() + MEDIUM, top),
        QPoint(target.left() - MEDIUM - width, top),
        QPoint(left, target.bottom() + MEDIUM),
        QPoint(left, target.top() - MEDIUM - height),
    )
    fitting = (place for place in places if room.contains(QRect(place, words.size())))
    corner = QPoint(target.right() - width - MEDIUM, target.bottom() - height - MEDIUM)
    return next(fitting, QPoint(max(room.left(), corner.x()), max(room.top(), corner.y())))
