"""A page of images for the tests of its parts."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.images.page import ImagesPage


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ImagesPage:
    made = ImagesPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made
