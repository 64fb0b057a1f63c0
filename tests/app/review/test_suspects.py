"""Suspects: decided by keys and by mouse, written at once, undone and done again."""

from __future__ import annotations

import csv
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.review.page import ReviewPage
from app.review.suspects.read_suspects import ReadSuspects
from icnn_engine.audit.decisions import DecisionKind, decide, decisions
from icnn_engine.audit.suspects import SuspectKind, suspects
from icnn_engine.data.tables.csv_tables import CORRECTIONS, LEFT_OUT
from icnn_engine.runs.run_folder import Run, open_run
from tests.app.review.conftest import LONG
from tests.own_network import as_own

CREATURE, INSECT, BACKGROUND = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3


def rows(root: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table of decisions."""
    path = root / name
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())) if path.is_file() else []


def settled(qtbot: QtBot, page: ReviewPage) -> None:
    """Wait until everything is written."""
    qtbot.waitUntil(lambda: not page._suspects.decisions._writing, timeout=LONG)


def press(qtbot: QtBot, page: ReviewPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.suspects.list, key)
    settled(qtbot, page)


def decided(count: int, run: Run) -> str:
    """What the page says of so many decisions."""
    return f"{count} of {len(suspects(run))} decided"


def places(page: ReviewPage) -> int:
    """The place of the chosen suspect."""
    return page.suspects.list.currentIndex().row()


def test_the_page_says_what_to_do_without_a_run(empty_page: ReviewPage) -> None:
    assert empty_page.is_empty


def test_each_key_decides_and_goes_on_to_the_next_picture(qtbot: QtBot, page: ReviewPage, run: Run) -> None:
    names = [row.name for row in page.suspects.list.pictures.items]
    visited = [places(page)]
    for key in (CREATURE, Qt.Key.Key_R, Qt.Key.Key_Delete, Qt.Key.Key_Return, BACKGROUND, Qt.Key.Key_X):
        press(qtbot, page, key)
        visited.append(places(page))
    corrections = {row["image"]: (row["category"], row["was"]) for row in rows(run.images, CORRECTIONS)}

    assert visited == list(range(7))
    assert corrections == {
        names[0]: ("creature", "insect"),
        names[1]: ("insect", "insect"),
        names[3]: ("insect", "insect"),
        names[4]: ("_background", "insect"),
    }
    assert {row["image"] for row in rows(run.images, LEFT_OUT)} == {names[2], names[5]}
    assert page.suspects.count.text() == decided(6, run)
    assert all((run.images / name).is_file() for name in names)


def test_the_table_keeps_the_reason(qtbot: QtBot, page: ReviewPage, run: Run) -> None:
    shown = page.suspects.reason.text()
    press(qtbot, page, CREATURE)

    assert "creature" in shown
    assert rows(run.images, CORRECTIONS)[0]["reason"] == shown


def test_space_and_down_go_on_without_a_decision(qtbot: QtBot, page: ReviewPage, run: Run) -> None:
    press(qtbot, page, Qt.Key.Key_Space, Qt.Key.Key_Down)

    assert places(page) == 2
    assert rows(run.images, CORRECTIONS) == []


def test_a_decision_by_mouse_leaves_the_keyboard_with_the_list(qtbot: QtBot, page: ReviewPage, run: Run) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.suspects.list.setFocus()
    qtbot.mouseClick(page.suspects.decisions.categories["creature"], Qt.MouseButton.LeftButton)
    settled(qtbot, page)

    assert [row["category"] for row in rows(run.images, CORRECTIONS)] == ["creature"]
    assert page.suspects.list.hasFocus()
    assert places(page) == 1


def test_decisions_are_undone_and_done_again_at_their_picture(
    qtbot: QtBot, page: ReviewPage, context: Context, run: Run
) -> None:
    press(qtbot, page, CREATURE, Qt.Key.Key_X, Qt.Key.Key_Space)
    context.undo.undo()
    settled(qtbot, page)
    after_one = len(rows(run.images, CORRECTIONS)), len(rows(run.images, LEFT_OUT)), places(page)
    context.undo.undo()
    settled(qtbot, page)
    after_two = len(rows(run.images, CORRECTIONS)), places(page)
    context.undo.redo()
    settled(qtbot, page)

    assert after_one == (1, 0, 1)
    assert after_two == (0, 0)
    assert [row["category"] for row in rows(run.images, CORRECTIONS)] == ["creature"]


def test_another_decision_replaces_the_first_and_undo_brings_it_back(
    qtbot: QtBot, page: ReviewPage, context: Context, run: Run
) -> None:
    press(qtbot, page, CREATURE, Qt.Key.Key_Up, Qt.Key.Key_X)
    replaced = len(rows(run.images, CORRECTIONS)), len(rows(run.images, LEFT_OUT))
    context.undo.undo()
    settled(qtbot, page)

    assert replaced == (0, 1)
    assert (len(rows(run.images, CORRECTIONS)), len(rows(run.images, LEFT_OUT))) == (1, 0)


def test_what_was_decided_before_stands_last_and_is_counted(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage
) -> None:
    first = run.pictures[suspects(run)[0].picture].name
    decide(run.images, {first: "creature"})
    context.session.set_run(run)
    qtbot.waitUntil(lambda: empty_page.suspects.list.pictures.rowCount() > 0, timeout=LONG)
    last = empty_page.suspects.list.pictures.items[-1]

    assert empty_page.suspects.count.text() == decided(1, run)
    assert (last.name, last.good) == (first, True)
    assert "now creature" in last.second


def test_leaving_out_elsewhere_shows_here(qtbot: QtBot, page: ReviewPage, context: Context, run: Run) -> None:
    name = page.suspects.list.pictures.items[0].name
    context.left_out.follow(run.images, [picture.name for picture in run.pictures])
    context.left_out.leave_out(run.images, {name: ""})
    qtbot.waitUntil(lambda: page.suspects.count.text() == decided(1, run), timeout=LONG)

    assert "left out" in page.suspects.list.pictures.items[0].second


def test_leaving_out_here_shows_elsewhere(qtbot: QtBot, page: ReviewPage, context: Context, run: Run) -> None:
    name = page.suspects.list.pictures.items[0].name
    press(qtbot, page, Qt.Key.Key_X)

    qtbot.waitUntil(lambda: name in context.left_out.reasons(run.images), timeout=LONG)


def test_what_cannot_be_written_is_told_and_stays_undecided(
    qtbot: QtBot, page: ReviewPage, run: Run, said: list[Message]
) -> None:
    (run.images / CORRECTIONS).write_text("no table of ours\n", encoding="utf-8")
    press(qtbot, page, CREATURE)
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)

    assert "cannot be changed" in said[0].text
    assert page.suspects.count.text() == decided(0, run)
    assert (run.images / CORRECTIONS).read_text(encoding="utf-8") == "no table of ours\n"


def test_kind_and_label_narrow_the_list(page: ReviewPage, run: Run) -> None:
    view = page.suspects
    view.kind.set_value(str(SuspectKind.COPY))
    view.kind.edited.emit()
    of_copies = view.list.pictures.rowCount(), view.nothing.text()
    view.kind.set_value("")
    view.category.set_value(1)
    view.category.edited.emit()

    assert of_copies == (0, "No suspect is of this kind and label.")
    assert view.list.pictures.rowCount() == sum(one.category == 1 for one in suspects(run))


def test_the_picture_is_marked_with_its_parts(qtbot: QtBot, page: ReviewPage) -> None:
    qtbot.waitUntil(lambda: page.suspects.picture.has_picture, timeout=LONG)

    assert {marker.name for marker in page.suspects.picture.markers} >= {"Part 1", "Part 2"}


def test_the_likelier_category_stands_out(page: ReviewPage) -> None:
    roles = {name: button.property("role") for name, button in page.suspects.decisions.categories.items()}

    assert roles == {"creature": "primary", "insect": "", "_background": ""}


def test_corrections_are_told_to_the_other_pages_once_this_one_is_left(
    qtbot: QtBot, page: ReviewPage, context: Context, run: Run
) -> None:
    press(qtbot, page, CREATURE, Qt.Key.Key_X)
    with qtbot.waitSignal(context.requests.list_again) as told:
        page.hide()

    assert told.args == [run.images.resolve()]


def test_pictures_that_are_gone_are_not_decided_about_but_located(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage
) -> None:
    run.images.rename(run.images.with_name("moved"))
    context.session.set_run(open_run(run.path))
    qtbot.waitUntil(empty_page.suspects.locate.isVisible, timeout=LONG)
    with qtbot.waitSignal(context.requests.locate):
        empty_page.suspects.locate.click()
    enabled = empty_page.suspects.decisions.right.isEnabled()
    context.session.set_run(open_run(run.path, run.images.with_name("moved")))
    qtbot.waitUntil(lambda: empty_page.suspects.picture.has_picture, timeout=LONG)
    press(qtbot, empty_page, CREATURE)

    assert not enabled
    assert [row["category"] for row in rows(run.images.with_name("moved"), CORRECTIONS)] == ["creature"]


def test_a_run_without_suspects_says_so(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = ReadSuspects((), {}, ("creature", "insect"))
    monkeypatch.setattr("app.review.suspects.controller._read", lambda _run: nothing)
    context.session.set_run(run)
    qtbot.waitUntil(lambda: empty_page.suspects.nothing.text() == "No picture is suspect.", timeout=LONG)

    assert not empty_page.suspects.decisions.right.isEnabled()


@pytest.mark.parametrize("kind", ["own network", "no parts"])
def test_a_network_of_ones_own_and_a_run_without_parts_have_suspects_too(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage, kind: str
) -> None:
    partless = replace(run, filters=tuple(replace(one, group=-1, holds=False) for one in run.filters))
    other = as_own(run) if kind == "own network" else partless
    context.session.set_run(other)
    qtbot.waitUntil(lambda: empty_page.suspects.picture.has_picture, timeout=LONG)
    press(qtbot, empty_page, CREATURE)

    assert [one.kind for one in decisions(run).values()] == [DecisionKind.CORRECTED]


def test_nothing_is_read_before_the_engine_is_loaded(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = threading.Event()
    monkeypatch.setattr("app.core.engine.load_engine", lambda: loaded.wait(LONG / 1000))
    context.engine.load()
    context.session.set_run(run)
    qtbot.wait(300)
    before = empty_page.suspects.list.pictures.rowCount()
    loaded.set()
    qtbot.waitUntil(lambda: empty_page.suspects.list.pictures.rowCount() > 0, timeout=LONG)

    assert before == 0
