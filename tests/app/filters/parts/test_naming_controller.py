"""Naming the parts one after the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.parts.naming_view import NamingView
from app.filters.parts.parts_view import PartsView
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.run_folder import Run
from tests.app.filters.parts.parts_page import settle_parts

OWN = NetworkName.INTERPRETABLE


@pytest.fixture
def naming(qtbot: QtBot, parts: PartsView) -> NamingView:
    qtbot.mouseClick(parts.name_parts, Qt.MouseButton.LeftButton)
    return parts.naming


def names(context: Context) -> list[str]:
    return [context.notes.remarks.of((OWN, "part", group)).name for group in range(3)]


def write(qtbot: QtBot, naming: NamingView, name: str) -> None:
    qtbot.keyClicks(naming.field, name)
    qtbot.keyClick(naming.field, Qt.Key.Key_Return)


def test_three_parts_take_a_click_and_three_times_a_name_and_enter(
    qtbot: QtBot, naming: NamingView, context: Context, parts: PartsView, run: Run
) -> None:
    asked: list[str] = []
    context.requests.page.connect(asked.append)
    for name in ("head", "tail", "body"):
        write(qtbot, naming, name)
    told = naming.said.text()
    qtbot.mouseClick(naming.report, Qt.MouseButton.LeftButton)
    qtbot.keyClick(naming, Qt.Key.Key_Escape)

    assert names(context) == ["head", "tail", "body"]
    assert all(context.notes.remarks.name_of(run.filters[index]) == "head" for index in run.groups()[0])
    assert told == "All 3 parts have a name."
    assert asked == ["export"]
    assert not parts.is_naming
    assert [card.name.whole for card in parts.cards] == ["head", "tail", "body"]
    assert parts.unnamed.text() == "all named"


def test_only_the_part_that_is_asked_about_is_marked_with_six_crops(
    qtbot: QtBot, naming: NamingView, context: Context
) -> None:
    settle_parts(qtbot, context)
    first = [marker.group for marker in naming.picture.markers]
    place = naming.place.text()
    qtbot.waitUntil(lambda: len(naming.crops.images) == 6 and all(naming.crops.images))
    write(qtbot, naming, "head")
    settle_parts(qtbot, context)

    assert naming.question.text() == "What is this part of creature?"
    assert (place, naming.place.text()) == ("1 of 3", "2 of 3")
    assert (first, [marker.group for marker in naming.picture.markers]) == ([0], [1])
    assert naming.picture.overlay.box is not None


def test_tab_skips_up_goes_back_and_esc_ends(
    qtbot: QtBot, naming: NamingView, context: Context, parts: PartsView
) -> None:
    qtbot.keyClick(naming.field, Qt.Key.Key_Tab)
    skipped = naming.place.text()
    qtbot.keyClick(naming.field, Qt.Key.Key_Up)
    back = naming.place.text()
    write(qtbot, naming, "head")
    qtbot.keyClick(naming.field, Qt.Key.Key_Up)
    again = naming.field.text()
    qtbot.keyClick(naming.field, Qt.Key.Key_Escape)

    assert (skipped, back, again) == ("2 of 3", "1 of 3", "head")
    assert not parts.is_naming
    assert names(context) == ["head", "", ""]


def test_only_parts_without_a_name_are_asked_about(qtbot: QtBot, parts: PartsView, context: Context) -> None:
    context.notes.name((OWN, "part", 0), "head")
    before = parts.unnamed.text()
    qtbot.mouseClick(parts.name_parts, Qt.MouseButton.LeftButton)
    place = parts.naming.place.text()
    write(qtbot, parts.naming, "")
    write(qtbot, parts.naming, "body")

    assert (before, place) == ("2 unnamed", "1 of 2")
    assert names(context) == ["head", "", "body"]
    assert parts.naming.said.text() == "1 of 2 parts have a name."


def test_each_name_can_be_undone(qtbot: QtBot, naming: NamingView, context: Context) -> None:
    write(qtbot, naming, "head")
    write(qtbot, naming, "tail")
    context.notes.stack.undo()

    assert names(context) == ["head", "", ""]


def test_a_name_given_before_is_offered(qtbot: QtBot, naming: NamingView) -> None:
    write(qtbot, naming, "left ear")
    completer = naming.field.completer()
    completer.setCompletionPrefix("LE")

    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "left ear"


def test_every_crop_is_shown_whole_in_a_wide_window(qtbot: QtBot, naming: NamingView) -> None:
    naming.window().resize(1600, 1000)
    crops = naming.crops
    qtbot.waitUntil(lambda: crops.height() == crops.heightForWidth(crops.width()))

    assert crops.width() > 400
