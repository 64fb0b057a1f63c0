"""An Export page that writes into a folder of the test."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.export.page import ExportPage


@pytest.fixture
def page(qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExportPage:
    made = ExportPage(context)
    qtbot.addWidget(made)
    made.resize(1250, 800)
    made.show()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    return made
