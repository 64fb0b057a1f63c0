"""The window of the guide: contents, links, keys, and the "?" buttons that open it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from app.shell.help.guide_window import PAGES, GuideWindow, guide_folder, title_of
from app.shell.help.help_center import TOPICS
from app.shell.main_window import MainWindow
from app.widgets.guide_link import GuideButton

RAISED = pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)", extend=True)


@pytest.fixture
def guide(qtbot: QtBot) -> GuideWindow:
    made = GuideWindow()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def opened(window: MainWindow) -> GuideWindow:
    """Return the guide that the window has opened."""
    assert window.help.guide is not None
    return window.help.guide


def picture_width(guide: GuideWindow) -> float:
    """Return the width of the first picture of the page on show."""
    url = QUrl("../pictures/en/parts.webp")
    base = guide.text.document().baseUrl()
    image = guide.text.document().resource(QTextDocument.ResourceType.ImageResource.value, base.resolved(url))
    assert isinstance(image, QImage)
    return image.deviceIndependentSize().width()


def test_the_contents_list_every_page_by_its_title(guide: GuideWindow) -> None:
    listed = [guide.contents.item(row).text() for row in range(guide.contents.count())]

    assert listed == [title_of(guide_folder("en") / f"{name}.md") for name in PAGES]


def test_a_title_of_the_contents_opens_its_page(guide: GuideWindow) -> None:
    guide.contents.setCurrentRow(PAGES.index("words"))

    assert guide.topic == "words"
    assert guide.text.toPlainText().startswith("Words")


def test_a_link_opens_its_page_and_back_returns(guide: GuideWindow, qtbot: QtBot) -> None:
    guide.show_topic("start")
    cursor = guide.text.document().find("The parts")
    while not cursor.charFormat().anchorHref():
        cursor = guide.text.document().find("The parts", cursor)
    cursor.setPosition(cursor.selectionStart() + 2, QTextCursor.MoveMode.MoveAnchor)
    guide.text.setTextCursor(cursor)
    guide.text.ensureCursorVisible()
    place = guide.text.cursorRect(cursor).center()
    qtbot.mouseClick(guide.text.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert guide.topic == "parts"
    assert guide.contents.currentRow() == PAGES.index("parts")

    guide.text.backward()

    assert guide.topic == "start"
    assert guide.contents.currentRow() == PAGES.index("start")
    assert not guide.text.isBackwardAvailable()


def test_escape_closes_the_guide(guide: GuideWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(guide, Qt.Key.Key_Escape)

    assert not guide.isVisible()


def test_a_page_that_there_is_not_shows_the_first(guide: GuideWindow) -> None:
    guide.show_topic("nothing")

    assert guide.topic == PAGES[0]


def test_pictures_follow_the_width_of_the_window(guide: GuideWindow, qtbot: QtBot) -> None:
    guide.resize(700, 500)
    qtbot.waitUntil(lambda: picture_width(guide) < guide.text.viewport().width())
    narrow = picture_width(guide)
    guide.resize(840, 500)
    qtbot.waitUntil(lambda: picture_width(guide) > narrow)

    assert picture_width(guide) < guide.text.viewport().width()


@RAISED
def test_f1_opens_the_guide_at_what_it_says_of_the_page(window: MainWindow, qtbot: QtBot) -> None:
    for page, topic in TOPICS.items():
        if page in window.pages:
            window.show_page(page)
            qtbot.keyClick(window, Qt.Key.Key_F1)

            assert opened(window).topic == topic


@RAISED
def test_a_question_mark_opens_the_guide_at_its_word(window: MainWindow, qtbot: QtBot) -> None:
    button = GuideButton("landmarks")
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert opened(window).isVisible()
    assert opened(window).topic == "landmarks"
    assert button.accessibleName() == "Explain this in the guide"


@RAISED
def test_the_guide_closes_with_the_window(window: MainWindow) -> None:
    window.help.explain_page("runs")
    guide = opened(window)
    window.close()

    assert window.help.guide is None
    assert not guide.isVisible()
