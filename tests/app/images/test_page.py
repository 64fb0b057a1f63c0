from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.images.page import ImagesPage
from app.shell.opening import Opener
from tests.app.pictures import listed, make_folder


def test_the_grid_shows_thumbnails_of_what_is_in_sight(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    opener = Opener(context, context.session)
    opener.open_folder(make_folder(tmp_path / "zoo", fox=3, cat=2))
    qtbot.waitUntil(lambda: context.session.folder is not None)
    names = [p.name for p in page.grid.model_.pictures]
    qtbot.waitUntil(lambda: all(page.grid.model_.thumbnail(name) is not None for name in names))

    assert names == ["cat/000.png", "cat/001.png", "fox/000.png", "fox/001.png", "fox/002.png"]


def test_a_category_and_a_name_narrow_the_grid(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    context.session.set_folder(listed(Path("/pictures"), fox=30, cat=20))
    page.categories.setCurrentRow(2)
    foxes = len(page.grid.model_.pictures)
    qtbot.keyClicks(page.search, "00001")
    qtbot.waitUntil(lambda: len(page.grid.model_.pictures) == 11)

    assert foxes == 30
    assert {p.category for p in page.grid.model_.pictures} == {"fox"}


def test_a_hundred_thousand_pictures_are_there_at_once(context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=60_000, cat=40_000)
    began = time.thread_time()
    context.session.set_folder(folder)
    page.grid.doItemsLayout()
    page.grid.scrollToBottom()
    page.grid.repaint()
    took = time.thread_time() - began

    assert took < 1.0


def test_return_on_a_picture_asks_to_have_it_opened(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=5)
    context.session.set_folder(folder)
    page.grid.select(folder.pictures[3].name)
    with qtbot.waitSignal(context.requests.open) as requested:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)

    assert requested.args == [folder.pictures[3].path]


def leave_at_a_fox(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    """A category, a search and a picture are chosen."""
    context.session.set_folder(listed(Path("/pictures"), fox=30, cat=20))
    page.categories.setCurrentRow(2)
    qtbot.keyClicks(page.search, "00001")
    qtbot.waitUntil(lambda: len(page.grid.model_.pictures) == 11)
    page.grid.select("fox/000012.jpg")


def test_another_folder_begins_with_all_its_pictures(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    leave_at_a_fox(qtbot, context, page)
    context.session.set_folder(listed(Path("/others"), fox=3))

    assert page.categories.current == ""
    assert page.search.text() == ""
    assert len(page.grid.model_.pictures) == 3


def test_the_next_start_finds_the_page_as_it_was_left(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    leave_at_a_fox(qtbot, context, page)
    page.splitter.setSizes([300, 500, 360])
    page.splitter.splitterMoved.emit(300, 1)
    again = ImagesPage(context)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()

    assert again.categories.current == "fox"
    assert again.search.text() == "00001"
    assert again.preview.picture is not None
    assert again.preview.picture.name == "fox/000012.jpg"
    assert again.splitter.sizes() == page.splitter.sizes()
