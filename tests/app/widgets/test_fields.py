"""Editors of single values."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.style import theme
from app.widgets.fields import ChoiceField

LONGEST = "Looks like another category (284)"


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[None]:
    """The style sheet of the application: without one, the system sizes the list by itself."""
    before = qapp.styleSheet(), qapp.palette()
    made = theme.Theme(qapp)
    yield
    made.setParent(None)
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.usefixtures("styled")
@pytest.mark.parametrize("others", [1, 30])  # without and with a bar to scroll
def test_the_list_of_a_narrow_choice_is_as_wide_as_its_titles(qtbot: QtBot, others: int) -> None:
    field = ChoiceField([(LONGEST, LONGEST), *((number, str(number)) for number in range(others))])
    qtbot.addWidget(field)
    field.resize(90, field.sizeHint().height())
    field.show()
    field.showPopup()
    view = field.view()
    needed, room = view.sizeHintForColumn(0), view.viewport().width()
    has_bar = view.verticalScrollBar().isVisible()
    field.hidePopup()

    assert has_bar is (others > 1)
    assert room >= needed > field.width()
