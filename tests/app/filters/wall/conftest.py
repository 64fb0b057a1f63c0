"""The wall alone."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.filters.wall.wall_panel import WallPanel


@pytest.fixture
def panel(qtbot: QtBot) -> WallPanel:
    made = WallPanel()
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    return made
