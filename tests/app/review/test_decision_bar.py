"""The buttons that decide: keys by number, and a menu for more categories than there are digits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from app.review.suspects.decision_bar import DecisionBar

NAMES = tuple(f"kind {number}" for number in range(1, 13))


@pytest.fixture
def bar(qtbot: QtBot) -> DecisionBar:
    made = DecisionBar()
    qtbot.addWidget(made)
    made.show_categories(NAMES)
    return made


def key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


def test_the_first_nine_categories_have_a_key_and_the_others_a_menu(bar: DecisionBar) -> None:
    wanted: list[str] = []
    bar.category_wanted.connect(wanted.append)

    assert bar.handle_key(key(Qt.Key.Key_9))
    assert bar.handle_key(key(Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier))
    assert not bar.handle_key(key(Qt.Key.Key_0))
    assert wanted == ["kind 9", "kind 1"]
    assert not bar.more.isHidden()


def test_a_key_with_ctrl_decides_nothing(bar: DecisionBar) -> None:
    assert not bar.handle_key(key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier))


def test_nothing_is_decided_where_that_is_not_possible(qtbot: QtBot, bar: DecisionBar) -> None:
    bar.enable(False)
    with qtbot.assertNotEmitted(bar.right_wanted):
        bar.handle_key(key(Qt.Key.Key_R))


def test_other_categories_replace_the_first_ones(bar: DecisionBar) -> None:
    bar.show_categories(("cat", "_background"))

    assert [button.accessibleName() for button in bar.categories.values()] == ["cat", "the background"]
    assert bar.more.isHidden()
