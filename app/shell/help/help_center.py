"""Help for newcomers: the tour of the parts and the guide."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from app.core.context import Context
from app.shell.help.guide_window import GuideWindow
from app.shell.help.tour import Tour
from app.widgets.guide_link import SCHEME, guide_url

TOUR_MS = 400  # after the page is shown: its pictures have their places
TOPICS = {
    "images": "pictures", "train": "training", "filters": "parts", "measure": "measure", "review": "review",
    "export": "report", "runs": "runs", "learn": "learn",
}  # fmt: skip  # page of the window -> page of the guide


class HelpCenter(QObject):
    """Opens the guide at the page that is asked for, and begins the tour."""

    def __init__(self, context: Context, window: QMainWindow, show_page: Callable[[str], None]) -> None:
        super().__init__(window)
        self._context, self._show_page = context, show_page
        self.guide: GuideWindow | None = None
        self.tour = Tour(context, window)
        QDesktopServices.setUrlHandler(SCHEME, self, "open_guide")  # type: ignore[arg-type]  # bytes are refused

    @Slot()
    def begin_tour(self) -> None:
        """Go to the parts and begin the tour there."""
        self._show_page("filters")
        self._context.requests.parts.emit()
        QTimer.singleShot(TOUR_MS, self, self.tour.begin)

    def explain_page(self, page: str) -> None:
        """Open the guide at what it says of a page of the window."""
        self.open_guide(guide_url(TOPICS.get(page, "start")))

    @Slot(QUrl)
    def open_guide(self, link: QUrl) -> None:
        """Open the guide at the page of a link."""
        if self.guide is None:
            self.guide = GuideWindow()
        self.guide.open_link(link)

    def close_guide(self) -> None:
        """Close the guide with the window."""
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None
        QDesktopServices.unsetUrlHandler(SCHEME)
