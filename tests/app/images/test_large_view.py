from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.images.page import ImagesPage
from app.shell.opening import Opener
from tests.app.pictures import listed, make_folder


def test_space_shows_a_picture_large_arrows_go_on_and_escape_comes_back(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    opener = Opener(context, context.session)
    opener.open_folder(make_folder(tmp_path / "zoo", fox=3))
    qtbot.waitUntil(lambda: context.session.checkup is not None)
    page.grid.select("fox/000.png")
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    large = page.large
    assert large is not None
    qtbot.waitUntil(lambda: large.view.has_picture)
    size = large.size_.text()
    qtbot.keyClick(large.view, Qt.Key.Key_Right)
    second = large.picture
    for _ in range(5):
        qtbot.keyClick(large.view, Qt.Key.Key_Right)
    last = large.picture
    qtbot.keyClick(large.view, Qt.Key.Key_Escape)

    assert size == "32 × 24 pixels"
    assert second is not None
    assert second.name == "fox/001.png"
    assert last is not None
    assert last.name == "fox/002.png"
    assert not large.isVisible()
    assert page.preview.picture == last


def test_going_to_another_page_closes_the_large_view(context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=3)
    context.session.set_folder(folder)
    page.show_large(folder.pictures[0])
    assert page.large is not None
    opened = page.large.isVisible()
    page.hide()

    assert opened
    assert page.large.picture is None
