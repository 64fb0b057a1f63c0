from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.images.page import ImagesPage


def test_without_a_folder_the_page_offers_to_open_one(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    button = next(b for b in page.home.buttons if "Open folder" in b.text())
    with qtbot.waitSignal(context.requests.action) as requested:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert requested.args == ["open_folder"]


def test_a_recent_folder_is_one_click_away_and_a_missing_one_is_greyed(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    context.settings.add_folder(tmp_path / "gone")
    context.settings.add_folder(tmp_path)
    here, gone = page.home.recents
    with qtbot.waitSignal(context.requests.open) as requested:
        qtbot.mouseClick(here, Qt.MouseButton.LeftButton)

    assert requested.args == [tmp_path]
    assert not gone.isEnabled()
