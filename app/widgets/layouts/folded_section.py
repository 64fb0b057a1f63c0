"""A heading that shows or hides what stands below it, in its place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from app.style.stylesheet import TIGHT
from app.widgets.common import Button, LayoutItem, column


class FoldedSection(QWidget):
    """Folded at first. What the user opens is scrolled into view."""

    unfolded = Signal(bool)  # by the user

    def __init__(self, title: str, *content: LayoutItem, spacing: int = TIGHT) -> None:
        """`content`: as in `column`."""
        super().__init__()
        self._title = title
        self.button = Button(title, "link", "right", self._turn)
        self.content = QWidget()
        self._inside = column(*content, spacing=spacing, parent=self.content)
        column(self.button, self.content, spacing=TIGHT, parent=self)
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether the content is on show."""
        return not self.content.isHidden()

    def add(self, layout: QLayout) -> None:
        """Add a layout at the end of the content."""
        self._inside.addLayout(layout)

    def set_open(self, is_open: bool) -> None:
        """Show or hide the content."""
        self.content.setVisible(is_open)
        self.button.set_icon("down" if is_open else "right")
        told = self.tr("{title}: shown") if is_open else self.tr("{title}: hidden")
        self.button.setAccessibleName(told.format(title=self._title))

    def _turn(self) -> None:
        self.set_open(not self.is_open)
        self.unfolded.emit(self.is_open)
        if self.is_open:
            QTimer.singleShot(0, self, self._reveal)  # once it is laid out

    def _reveal(self) -> None:
        """Scroll so far that the whole section is in view, or its beginning at the top if it is taller."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inner = area.widget() if isinstance(area, QScrollArea) else None
        if not isinstance(area, QScrollArea) or inner is None or not self.is_open:
            return
        top, bar = self.mapTo(inner, QPoint(0, 0)).y(), area.verticalScrollBar()
        room = area.viewport().height()
        if top + self.height() > bar.value() + room:
            bar.setValue(min(top, top + self.height() - room))
