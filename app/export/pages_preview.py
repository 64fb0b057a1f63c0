"""Pages of a report below each other, as wide as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.style.colours import line_colour
from app.style.stylesheet import MEDIUM
from app.widgets.common import column
from app.widgets.layouts.containers import replace_widgets, widget_of


class PageView(QWidget):
    """One page, drawn as large as the widget."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._image, self._sharp = QImage(str(path)), QImage()  # as it was drawn, and as large as it is shown

    def fit(self, width: int) -> None:
        """Be so wide, but no wider than the page was drawn."""
        wide = min(width, self._image.width())
        self.setFixedSize(QSize(wide, round(wide * self._image.height() / max(1, self._image.width()))))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, sharp = QPainter(self), self.size() * self.devicePixelRatioF()
        if self._sharp.size() != sharp:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._sharp = self._image.scaled(sharp, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(self.rect(), self._sharp)
        painter.setPen(QPen(line_colour(self.palette()), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class PagesPreview(QScrollArea):
    """Scrolls through the pages."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width would not settle
        self.pages: Sequence[PageView] = ()
        self._column = column(spacing=MEDIUM)
        self.setWidget(widget_of(column(self._column, 1)))

    def show_pages(self, paths: Sequence[Path], name: str) -> None:
        """Show the pictures in these files."""
        views = [PageView(path) for path in paths]
        replace_widgets(self._column, self.pages, views)
        for view in views:
            self._column.setAlignment(view, Qt.AlignmentFlag.AlignHCenter)
        self.pages = views
        self.setAccessibleName(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for page in self.pages:
            page.fit(self.viewport().width())
