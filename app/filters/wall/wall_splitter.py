"""The wall of filters beside the views of the chosen one; in a narrow window one of the two at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.core.settings import Settings
from app.style.stylesheet import LARGE
from app.widgets.common import Button, column
from app.widgets.layouts.containers import widget_of

LAYOUT = "filters/splitter"  # key of the settings
NARROWEST, USUAL = 300, (336, 800)  # points: of the wall, of wall and views
BESIDE = 520  # points: of the views, at least, to stand beside the wall


class WallSplitter(QSplitter):
    """Divides the page. Where both have no room, `to_wall` shows the wall in the place of the views."""

    def __init__(self, wall: QWidget, views: QWidget, settings: Settings) -> None:
        super().__init__(handleWidth=LARGE, childrenCollapsible=False)
        self._views = views
        self._is_wanted = self._is_open = False
        self.to_wall = Button(self.tr("All filters"), "", "filters", self._open)
        self.to_wall.setToolTip(self.tr("Show the wall of filters, to choose another one"))
        self.to_views = Button(self.tr("Back to the filter"), "", "left", self.close_wall)
        self._side = widget_of(column(self.to_views, (wall, 1)))
        self._side.setMinimumWidth(NARROWEST)
        self.addWidget(self._side)
        self.addWidget(views)
        self.setStretchFactor(1, 1)
        self.setSizes(list(USUAL))
        self.restoreState(settings.layout(LAYOUT))
        self.splitterMoved.connect(lambda: settings.set_layout(LAYOUT, self.saveState()))
        self._arrange()

    def want_wall(self, wanted: bool) -> None:
        """Show the wall or not: some views need a chosen filter, the others all the room."""
        self._is_wanted, self._is_open = wanted, False
        self._arrange()
        self.updateGeometry()

    @Slot()
    def close_wall(self) -> None:
        """Show the views again, if the wall is in their place."""
        self._is_open = False
        self._arrange()

    def _open(self) -> None:
        self._is_open = True
        self._arrange()

    def _arrange(self) -> None:
        both = self.width() >= NARROWEST + LARGE + max(BESIDE, self._views.minimumSizeHint().width())
        alone = self._is_wanted and self._is_open and not both
        self._side.setVisible(self._is_wanted and (both or alone))
        self._views.setVisible(not alone)
        self.to_views.setVisible(alone)
        self.to_wall.setVisible(self._is_wanted and not both)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the room of one of the two: a wide page must be able to become narrow."""
        needs = self._views.minimumSizeHint().expandedTo(self._side.minimumSizeHint())
        return needs.expandedTo(QSize(NARROWEST, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()
