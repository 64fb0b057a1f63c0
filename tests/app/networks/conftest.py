"""The dialog with an open folder of a fox and a yak; no torch is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.engine import Engine
from app.core.network_operations import NetworkReading
from app.networks import controller as module
from app.networks.controller import NetworkController
from icnn_engine.core.network_source import NetworkSource
from tests.app.networks.networks import reading
from tests.app.pictures import listed


@pytest.fixture(autouse=True)
def _no_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_engine: Engine, source: NetworkSource, categories: tuple[str, ...]) -> NetworkReading:
        return reading(source, categories)

    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)
    monkeypatch.setattr(module, "architecture_names", lambda _engine: ("resnet18", "resnet50"))
    monkeypatch.setattr(module, "read_network", read)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def controller(window: QMainWindow, context: Context, tmp_path: Path) -> NetworkController:
    context.session.set_folder(listed(tmp_path, fox=3, yak=3, _background=3))
    return NetworkController(context, window)
