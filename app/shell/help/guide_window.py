"""The guide: pages of help with pictures, read without a network. `resources/guide/` has a folder for each language."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Slot
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import ToolButton, column, row
from app.widgets.guide_link import topic_of
from icnn_engine.core import language

PAGES = (
    "start", "pictures", "boxes", "training", "network", "parts", "filters", "answers", "measure", "landmarks",
    "review", "report", "runs", "learn", "commands", "words",
)  # fmt: skip
FALLBACK = "en"
PICTURE = "\ufffc"  # stands for a picture in the text of a page
NAME = Qt.ItemDataRole.UserRole


def guide_folder(code: str) -> Path:
    """Return the folder of the guide in a language, or in English."""
    guide = Path(str(files("resources") / "guide"))
    return guide / code if (guide / code / f"{PAGES[0]}.md").is_file() else guide / FALLBACK


def title_of(page: Path) -> str:
    """Return the title of a page: its first heading."""
    first = page.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("# ").strip()


def space_out(document: QTextDocument) -> None:
    """Give the headings and pictures of a page the room that Markdown leaves out."""
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        if shape.headingLevel() > 1:
            shape.setTopMargin(LARGE)
        elif PICTURE in block.text():
            shape.setTopMargin(SMALL)
            shape.setBottomMargin(MEDIUM)
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()


class GuideBrowser(QTextBrowser):
    """Shows a page of the guide; pictures are never wider than the text."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: dict[str, QImage] = {}  # of the page on show, as they are in their files

    def doSetSource(  # noqa: N802
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        self._pictures.clear()
        super().doSetSource(name, kind)
        space_out(self.document())

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """Return a picture scaled to the width of the text, or what else a page needs."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        self._pictures[QUrl(name).toString()] = image
        return self._fitted(image)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._pictures and event.size().width() != event.oldSize().width():
            for name, image in self._pictures.items():
                self.document().addResource(
                    QTextDocument.ResourceType.ImageResource.value, QUrl(name), self._fitted(image)
                )
            self.document().markContentsDirty(0, self.document().characterCount())

    def _fitted(self, image: QImage) -> QImage:
        """Return the picture no wider than the text, sharp on any screen."""
        ratio = self.devicePixelRatioF()
        room = int((self.viewport().width() - 2 * self.document().documentMargin()) * ratio)
        if image.width() > room > 0:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


class GuideWindow(QWidget):
    """The pages of the guide: a list of contents beside the page on show."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Guide"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setProperty("role", "side")
        self.text = GuideBrowser()
        self.text.setAccessibleName(self.tr("Page of the guide"))
        self.text.setOpenExternalLinks(False)
        self.text.document().setDocumentMargin(LARGE)
        back = ToolButton("left", self.tr("Back"), clicked=self.text.backward)
        forward = ToolButton("right", self.tr("Forward"), clicked=self.text.forward)
        splitter = QSplitter(handleWidth=SMALL, childrenCollapsible=False)
        self.contents.setMinimumWidth(150)
        for part in (self.contents, self.text):
            splitter.addWidget(part)
        splitter.setSizes([200, 640])
        splitter.setStretchFactor(1, 1)
        self.setLayout(column(row(back, forward, 1), (splitter, 1), margins=(MEDIUM, SMALL, MEDIUM, MEDIUM)))
        self._folder = guide_folder(language.current())
        for name in PAGES:
            item = QListWidgetItem(title_of(self._folder / f"{name}.md"), self.contents)
            item.setData(NAME, name)
        self.contents.currentItemChanged.connect(self._choose)
        self.text.sourceChanged.connect(self._follow)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)
        self.resize(880, 620)
        self.text.setFocus()
        self.show_topic(PAGES[0])

    @property
    def topic(self) -> str:
        """The name of the page on show."""
        return Path(self.text.source().toLocalFile()).stem

    def show_topic(self, name: str) -> None:
        """Show a page; one that there is not shows the first."""
        page = self._folder / f"{name if name in PAGES else PAGES[0]}.md"
        self.text.setSource(QUrl.fromLocalFile(str(page)), QTextDocument.ResourceType.MarkdownResource)

    @Slot()
    def _choose(self) -> None:
        item = self.contents.currentItem()
        if item is not None and item.data(NAME) != self.topic:
            self.show_topic(item.data(NAME))

    @Slot(QUrl)
    def _follow(self, source: QUrl) -> None:
        """Mark the page that comes in the contents; `topic` is still the one before."""
        name = Path(source.toLocalFile()).stem
        if name in PAGES:
            with QSignalBlocker(self.contents):
                self.contents.setCurrentRow(PAGES.index(name))

    @Slot(QUrl)
    def open_link(self, link: QUrl) -> None:
        """Show the page of a link of the window, and bring the guide to the front."""
        self.show_topic(topic_of(link))
        self.show()
        self.raise_()
        self.activateWindow()
