"""The Measure page without a run."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.page import MeasurePage


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> MeasurePage:
    made = MeasurePage(context)
    qtbot.addWidget(made)
    made.resize(1250, 800)
    made.show()
    return made
