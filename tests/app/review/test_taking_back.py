"""Decisions of earlier are taken back: by the menu of a picture or the button beside what was decided."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.review.page import ReviewPage
from icnn_engine.audit.decisions import DecisionKind, decide, decisions
from icnn_engine.audit.suspects import suspects
from icnn_engine.runs.run_folder import Run
from tests.app.review.conftest import LONG

TITLE = "Take the decision back"


@pytest.fixture(params=list(DecisionKind))
def decided_page(
    request: pytest.FixtureRequest, qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage
) -> ReviewPage:
    """The page at a picture about which something was decided before it was opened."""
    number = suspects(run)[0].picture
    name, kind = run.pictures[number].name, request.param
    names = [name]
    decide(
        run.images,
        {name: "creature"} if kind is DecisionKind.CORRECTED else {},
        leave_out=names if kind is DecisionKind.LEFT_OUT else (),
        right=names if kind is DecisionKind.RIGHT else (),
    )
    context.session.set_run(run)
    qtbot.waitUntil(lambda: empty_page.suspects.list.pictures.rowCount() > 0, timeout=LONG)
    empty_page.suspects.list.choose(number)
    return empty_page


def offered(page: ReviewPage) -> bool:
    """Whether the menu of the chosen picture offers to take the decision back."""
    menu = page.suspects.menu()
    (found,) = [action.isEnabled() for action in menu.actions() if action.text() == TITLE]
    menu.deleteLater()
    return found


def settled(qtbot: QtBot, page: ReviewPage) -> None:
    qtbot.waitUntil(lambda: not page._suspects.decisions._writing, timeout=LONG)


def test_an_older_decision_is_taken_back_undone_and_taken_back_again(
    qtbot: QtBot, context: Context, run: Run, decided_page: ReviewPage
) -> None:
    view, before, was_offered = decided_page.suspects, decisions(run), offered(decided_page)
    chosen = view.list.picture
    qtbot.mouseClick(view.take_back, Qt.MouseButton.LeftButton)
    settled(qtbot, decided_page)
    taken, stayed, offered_then = decisions(run), view.list.picture, offered(decided_page)
    context.undo.undo()
    settled(qtbot, decided_page)
    undone = decisions(run)
    context.undo.redo()
    settled(qtbot, decided_page)

    assert was_offered
    assert set(before) == {chosen}
    assert undone == before
    assert (taken, decisions(run)) == ({}, {})
    assert stayed == chosen
    assert not offered_then
    assert view.take_back.isHidden()


def test_the_menu_takes_a_decision_back(qtbot: QtBot, run: Run, decided_page: ReviewPage) -> None:
    (action,) = [action for action in decided_page.suspects.menu().actions() if action.text() == TITLE]
    action.trigger()
    settled(qtbot, decided_page)

    assert decisions(run) == {}


def test_an_undecided_picture_has_no_decision_to_take_back(page: ReviewPage) -> None:
    assert not offered(page)
    assert page.suspects.take_back.isHidden()
