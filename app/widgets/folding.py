"""Two widgets beside each other, or below each other in a narrow window, where they scroll together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from app.style.stylesheet import LARGE
from app.widgets.common import FLUSH, Margins

ANY = 16_777_215  # points: no limit of width, Qt's QWIDGETSIZE_MAX


class FoldingRow(QScrollArea):
    """Folds below `least` points of width; then each widget is at least as high as `heights` say. `width`: of the first
    widget while it stands beside the second."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        width: int,
        least: int,
        heights: tuple[int, int],
        margins: Margins = FLUSH,
    ) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts, self._width, self._least, self._heights = (first, second), width, least, heights
        self.is_folded: bool | None = None
        inner = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(*margins)
        self._box.setSpacing(LARGE)
        self._box.addWidget(first)
        self._box.addWidget(second, 1)
        self.setWidget(inner)
        self._fold(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fold(self.width() < self._least)

    def _fold(self, folded: bool) -> None:
        if folded == self.is_folded:
            return
        self.is_folded = folded
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if folded else directions.LeftToRight)
        self._parts[0].setMinimumWidth(0 if folded else self._width)
        self._parts[0].setMaximumWidth(ANY if folded else self._width)
        for part, height in zip(self._parts, self._heights, strict=True):
            part.setMinimumHeight(height if folded else 0)
