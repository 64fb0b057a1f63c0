from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Offer
from app.shell.main_window import MainWindow
from icnn_engine.core.errors import FolderError
from icnn_engine.core.events import Operation, Progress


def endless() -> Operation[None]:
    done = 0
    while True:
        done += 1
        yield Progress("Training", min(done, 99), 100)


def test_an_error_is_shown_in_words_and_can_be_dismissed(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    context.messages.failure(FolderError("The folder holds no picture. Choose another."))
    shown = window.banner.isVisible()
    qtbot.mouseClick(window.banner.close_button, Qt.MouseButton.LeftButton)

    assert shown
    assert not window.banner.isVisible()


def test_a_message_goes_when_the_user_goes_on_but_not_before_it_could_be_read(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.messages.problem("The folder holds no picture. Choose another.")
    qtbot.mouseClick(window.rail.buttons["train"], Qt.MouseButton.LeftButton)
    at_once = window.banner.isVisible()
    monkeypatch.setattr("app.shell.frame.banner.READ_SECONDS", 0.0)
    qtbot.mouseClick(window.rail.buttons["images"], Qt.MouseButton.LeftButton)

    assert at_once
    assert not window.banner.isVisible()


def test_what_is_offered_stays_until_it_is_taken(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr("app.shell.frame.banner.READ_SECONDS", 0.0)
    context.messages.offer("The training is done.", Offer("See its parts", lambda: taken.append("parts")))
    qtbot.mouseClick(window.rail.buttons["train"], Qt.MouseButton.LeftButton)
    stays = window.banner.isVisible(), window.banner.offer.text()
    qtbot.mouseClick(window.banner.offer, Qt.MouseButton.LeftButton)
    gone = not window.banner.isVisible()
    context.messages.problem("A picture cannot be read.")

    assert stays == (True, "See its parts")
    assert taken == ["parts"]
    assert gone
    assert not window.banner.offer.isVisible()


def test_the_status_bar_shows_how_long_a_job_takes(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    context.jobs.start("Training: fox", endless)
    qtbot.waitUntil(lambda: window.jobs_strip.isVisible())

    assert window.rail.buttons["train"].is_busy
