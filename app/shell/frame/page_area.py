"""The place of a page: it scrolls in a small window, and fields that are not in use leave the wheel to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QFrame, QScrollArea, QScrollBar, QWidget

from app.widgets.fields import ignore_wheel

FIELDS = (QComboBox, QAbstractSpinBox, QAbstractSlider)  # change their value by the wheel


class PageArea(QScrollArea):
    """Shows a page; it has scroll bars while the window is smaller than the page can be."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        for kind in FIELDS:
            for field in page.findChildren(kind):
                if not isinstance(field, QScrollBar):
                    ignore_wheel(field)
