"""What is folded opens where it is, and is found again as it was left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.core.settings import Settings
from app.widgets.common import column
from app.widgets.layouts.containers import scroll_area
from app.widgets.layouts.folded_section import FoldedSection


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """A section below what fills the room."""
    above, content = QWidget(), QLabel("text")
    above.setFixedHeight(280)
    content.setFixedHeight(120)
    inner = QWidget()
    column(above, FoldedSection("More settings", content), 1, parent=inner)
    made = scroll_area(inner)
    qtbot.addWidget(made)
    made.resize(300, 320)
    made.show()
    return made


def test_what_is_opened_is_scrolled_into_view(qtbot: QtBot, area: QScrollArea) -> None:
    section = area.findChild(FoldedSection)
    folded = section.is_open, section.button.accessibleName()
    qtbot.mouseClick(section.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    bottom = section.mapTo(area.viewport(), section.rect().bottomLeft()).y()

    assert folded == (False, "More settings: hidden")
    assert section.is_open
    assert bottom <= area.viewport().height()


def test_it_is_found_again_as_it_was_left(qtbot: QtBot, store: QSettings, area: QScrollArea) -> None:
    settings, section, other = Settings(store), area.findChild(FoldedSection), FoldedSection("More settings")
    qtbot.addWidget(other)
    settings.remember_fold(section, "fold")
    qtbot.mouseClick(section.button, Qt.MouseButton.LeftButton)
    settings.remember_fold(other, "fold")
    opened = other.is_open
    qtbot.mouseClick(other.button, Qt.MouseButton.LeftButton)

    assert opened
    assert settings.number("fold", 1) == 0
