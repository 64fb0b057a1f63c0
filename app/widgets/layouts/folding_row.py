"""Two widgets beside each other, or below each other in a narrow window, where they scroll together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from app.style.stylesheet import LARGE
from app.widgets.common import FLUSH, Margins, row

ANY = 16_777_215  # points: no limit of width, Qt's QWIDGETSIZE_MAX


class FoldingRow(QScrollArea):
    """Two widgets beside each other, or below each other where there is less room. Scrolls what is too tall.

    `width`: of `side`, one of the two, while they stand beside each other; `least`: width below which they stand below
    each other, if they need no more; each at least as high as `heights` say.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        side: QWidget,
        width: int,
        least: int,
        heights: tuple[int, int] = (0, 0),
        margins: Margins = FLUSH,
    ) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._parts, self._side, self._width, self._least, self._heights = (first, second), side, width, least, heights
        self.is_folded: bool | None = None
        inner = QWidget()
        items = [part if part is side else (part, 1) for part in self._parts]
        self._box = row(*items, spacing=LARGE, margins=margins, parent=inner)
        self.setWidget(inner)
        self._fold(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._fold(self.width() < max(self._least, self._least_beside()))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        event.ignore()  # arrows belong to what it shows

    def _least_beside(self) -> int:
        """Return the width that both need beside each other."""
        margins, (other,) = self._box.contentsMargins(), (part for part in self._parts if part is not self._side)
        needs = max(other.minimumSizeHint().width(), other.minimumWidth())
        return self._width + LARGE + needs + margins.left() + margins.right()

    def _fold(self, folded: bool) -> None:
        if folded == self.is_folded:
            return
        self.is_folded = folded
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if folded else directions.LeftToRight)
        self._side.setMinimumWidth(0 if folded else self._width)
        self._side.setMaximumWidth(ANY if folded else self._width)
        for part, height in zip(self._parts, self._heights, strict=True):
            part.setMinimumHeight(height if folded else 0)
