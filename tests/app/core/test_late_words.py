"""Words that are found in a thread while they can be seen."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.lanes import Lane
from app.core.late_words import LateWords
from app.core.messages import Message, Messages
from icnn_engine.core.errors import RunError


class View(QWidget):
    """A widget with a label on it."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel()
        QVBoxLayout(self).addWidget(self.label)


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def lane(messages: Messages) -> Iterator[Lane]:
    made = Lane(messages)
    yield made
    made.shut_down()


@pytest.fixture
def view(qtbot: QtBot) -> View:
    made = View()
    qtbot.addWidget(made)
    return made


def test_words_and_their_tool_tip_are_shown_and_an_empty_label_is_hidden(qtbot: QtBot, lane: Lane, view: View) -> None:
    view.show()
    words = LateWords(lane, "words", view.label, view)
    hidden = view.label.isHidden()
    words.tell("one", lambda: ("Strange", "by much"))
    qtbot.waitUntil(lambda: view.label.text() == "Strange")

    assert hidden
    assert not view.label.isHidden()
    assert "by much" in view.label.toolTip()
    assert view.label.accessibleDescription() == "by much"


def test_nothing_is_sought_while_it_cannot_be_seen(qtbot: QtBot, lane: Lane, view: View) -> None:
    sought: list[str] = []
    words = LateWords(lane, "words", view.label, view)
    words.tell("one", lambda: (sought.append("one") or "Strange", ""))
    before = lane.busy("words"), list(sought)
    view.show()
    qtbot.waitUntil(lambda: view.label.text() == "Strange")
    view.hide()
    view.show()

    assert before == (False, [])
    assert not lane.busy("words")
    assert sought == ["one"]


def test_words_about_the_same_stay_and_those_about_another_go_at_once(qtbot: QtBot, lane: Lane, view: View) -> None:
    view.show()
    words, go_on = LateWords(lane, "words", view.label, view), threading.Event()
    words.tell("one", lambda: ("First", ""))
    qtbot.waitUntil(lambda: view.label.text() == "First")
    words.tell("one", lambda: ("Never", ""))
    same = view.label.text(), lane.busy("words")
    words.tell("two", lambda: (str(go_on.wait(5)), ""))
    between = view.label.text()
    words.tell("three", lambda: ("Third", ""))
    go_on.set()
    qtbot.waitUntil(lambda: bool(view.label.text()))

    assert same == ("First", False)
    assert between == ""
    assert view.label.text() == "Third"


def test_what_is_cleared_is_not_shown_later_and_can_be_told_again(qtbot: QtBot, lane: Lane, view: View) -> None:
    view.show()
    words = LateWords(lane, "words", view.label, view)
    words.tell("one", lambda: ("First", ""))
    words.clear()
    cleared = lane.busy("words")
    words.tell("one", lambda: ("Again", ""))
    qtbot.waitUntil(lambda: view.label.text() == "Again")

    assert not cleared


def test_words_that_cannot_be_found_leave_the_label_hidden_and_tell_nobody(
    qtbot: QtBot, lane: Lane, view: View, messages: Messages
) -> None:
    said: list[Message] = []
    messages.said.connect(said.append)
    view.show()

    def fail() -> tuple[str, str]:
        raise RunError("The maps are gone.")

    LateWords(lane, "words", view.label, view).tell("one", fail)
    qtbot.waitUntil(lambda: not lane.busy("words"))

    assert view.label.isHidden()
    assert said == []
