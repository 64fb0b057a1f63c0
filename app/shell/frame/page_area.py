"""The place of a page: it scrolls in a small window, and fields that are not in use leave the wheel to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QFrame, QScrollArea, QScrollBar, QWidget

FIELDS = (QComboBox, QAbstractSpinBox, QAbstractSlider)  # change their value by the wheel


class WheelGuard(QObject):
    """Keeps the wheel from fields without the keyboard: it goes on to what scrolls."""

    def watch(self, field: QWidget) -> None:
        """Guard a field."""
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel alone does not choose it
        field.installEventFilter(self)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Wheel and isinstance(field, QWidget) and not field.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(field, event)


class PageArea(QScrollArea):
    """Shows a page; it has scroll bars while the window is smaller than the page can be."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        self._guard = WheelGuard(self)
        for kind in FIELDS:
            for field in page.findChildren(kind):
                if not isinstance(field, QScrollBar):
                    self._guard.watch(field)
