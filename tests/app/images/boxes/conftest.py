"""A folder of three foxes and two cats, checked, and its box panel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.images.boxes.box_panel import BoxPanel
from app.images.boxes.controller import BoxController
from app.images.page import ImagesPage
from app.shell.opening import Opener
from tests.app.pictures import make_folder


@pytest.fixture
def opener(context: Context) -> Opener:
    return Opener(context, context.session)


@pytest.fixture
def root(qtbot: QtBot, context: Context, opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")
    made = make_folder(tmp_path / "zoo", fox=3, cat=2)
    opener.open_folder(made)
    qtbot.waitUntil(lambda: context.session.checkup is not None)
    return made


@pytest.fixture
def boxes(qtbot: QtBot, page: ImagesPage, root: Path) -> BoxController:
    """The box panel, open at its first picture."""
    assert root.is_dir()
    qtbot.mouseClick(page.checkup.boxes, Qt.MouseButton.LeftButton)
    controller = page.box_mode.boxes
    qtbot.waitUntil(lambda: controller.session is not None and controller.panel.view.has_picture)
    return controller


@pytest.fixture
def panel(boxes: BoxController) -> BoxPanel:
    return boxes.panel
