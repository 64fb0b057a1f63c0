"""Main windows for the tests of the frame."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell import main_window, page_list
from app.shell.main_window import MainWindow


@pytest.fixture(autouse=True)
def _no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not import torch."""
    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)


@pytest.fixture
def few_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build only the pages that the frame itself works with."""

    def build(name: str, context: Context) -> QWidget:
        return page_list.build(name, context) if name in ("images", "train") else QWidget()

    monkeypatch.setattr(main_window, "build", build)


@pytest.fixture
def window(qtbot: QtBot, context: Context, few_pages: None) -> MainWindow:  # noqa: ARG001
    """A started window with few pages."""
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.jobs.shut_down())
    with qtbot.waitSignal(made.painted):
        made.show()
    made.start()
    qtbot.waitUntil(lambda: len(made.pages) == len(page_list.page_titles()))
    qtbot.wait(20)  # what follows the last page
    return made


@pytest.fixture
def full_window(qtbot: QtBot, context: Context) -> MainWindow:
    """A window that builds each page when it is shown."""
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.shut_down())
    with qtbot.waitSignal(made.painted):
        made.show()
    return made
