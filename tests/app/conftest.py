"""What the window's tests share: no screen, settings of their own, a context that is shut down."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from app.core.context import Context, make_context
from app.core.messages import Message


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screen that is none cannot size windows, and says so each time; nothing else Qt warns of is overlooked."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True))


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Every test of the window has an application."""
    return qapp


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    """Settings that belong to one test."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def context(store: QSettings) -> Iterator[Context]:
    """A context whose threads end with the test."""
    owner = QObject()
    made = make_context(store, owner)
    yield made
    made.shut_down()


@pytest.fixture
def said(context: Context) -> list[Message]:
    """Every message that the user is told."""
    heard: list[Message] = []
    context.messages.said.connect(heard.append)
    return heard
