"""Links into the guide: a small "?" beside a difficult word opens its page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.style.stylesheet import TIGHT
from app.widgets.common import ToolButton, row

SCHEME = "partscope-guide"  # the window opens such links itself


def guide_url(topic: str) -> QUrl:
    """Return the link to a page of the guide, e.g. 'parts'."""
    return QUrl(f"{SCHEME}:{topic}")


def topic_of(link: QUrl) -> str:
    """Return the page that a link leads to."""
    return link.path()


def explained(heading: QWidget, topic: str) -> QHBoxLayout:
    """Return a heading with a "?" behind it that opens a page of the guide."""
    return row(heading, GuideButton(topic), 1, spacing=TIGHT)


class GuideButton(ToolButton):
    """A "?" that opens a page of the guide."""

    def __init__(self, topic: str) -> None:
        text = QCoreApplication.translate("GuideButton", "Explain this in the guide")
        super().__init__("help", text, size=16, clicked=lambda: QDesktopServices.openUrl(guide_url(topic)))
        self.setText("")
