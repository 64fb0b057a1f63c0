"""The Learn page: from step to step by keys, about the open run, on the whole screen, into a file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.learn.chapters.contents import MAKERS
from app.learn.page import LearnPage
from icnn_engine.runs.run_folder import Run
from tests.app.learn.conftest import with_weights
from tests.own_network import as_own

Key = Qt.Key


@pytest.fixture
def lecture(qtbot: QtBot, page: LearnPage, context: Context, lecture_run: Run) -> LearnPage:
    """The page with a run, its first step computed."""
    page.show()
    context.session.set_run(lecture_run)
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: LearnPage) -> None:
    """Wait until the step on show is computed."""
    qtbot.waitUntil(lambda: page.course.step is not None, timeout=20_000)


def test_without_a_run_the_page_offers_the_sample(page: LearnPage, context: Context) -> None:
    asked: list[str] = []
    context.requests.action.connect(asked.append)
    page.show()
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            button.click()

    assert page.is_empty
    assert asked == ["try_sample", "open_run"]


def test_a_run_begins_the_lecture_at_its_first_step(lecture: LearnPage) -> None:
    assert not lecture.is_empty
    assert lecture.course.number == 1
    assert lecture.view.step is lecture.course.step
    assert lecture.step_bar.progress.text() == f"1 / {lecture.course.count}"
    assert lecture.view.accessibleDescription() == lecture.view.step.text


def test_every_chapter_is_computed_to_the_end(qtbot: QtBot, lecture: LearnPage) -> None:
    seen = set()
    while lecture.course.number < lecture.course.count:
        qtbot.keyClick(lecture.view, Key.Key_Right)
        settle(qtbot, lecture)
        seen.add(lecture.course.chapter)
        assert lecture.view.step.drawing is not None, lecture.view.step.text

    assert seen == set(MAKERS)


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Return])
def test_keys_go_on_and_back(qtbot: QtBot, lecture: LearnPage, key: Qt.Key) -> None:
    qtbot.keyClick(lecture.view, key)
    after = lecture.course.number
    qtbot.keyClick(lecture.view, Key.Key_PageUp)

    assert (after, lecture.course.number) == (2, 1)


def test_home_and_end_go_to_the_ends(qtbot: QtBot, lecture: LearnPage) -> None:
    qtbot.keyClick(lecture.view, Key.Key_End)
    settle(qtbot, lecture)
    end = lecture.course.number, lecture.course.count
    qtbot.keyClick(lecture.view, Key.Key_Home)

    assert end[0] == end[1]
    assert lecture.course.number == 1


def test_the_slide_has_the_keyboard_when_the_page_is_shown(qtbot: QtBot, lecture: LearnPage) -> None:
    lecture.activateWindow()
    qtbot.waitUntil(lecture.view.hasFocus)  # the run came while the page was on show
    lecture.step_bar.next.click()

    assert lecture.view.hasFocus()


def test_chapters_are_chosen_in_the_list_and_where_it_is_narrow_in_a_box(qtbot: QtBot, lecture: LearnPage) -> None:
    lecture.chapters.setCurrentRow(9)
    settle(qtbot, lecture)
    chosen = lecture.course.chapter
    lecture.resize(640, 400)

    assert chosen == "cost"
    assert not lecture.chapters.isVisible()
    assert lecture.step_bar.chapters.isVisible()
    assert lecture.step_bar.chapters.currentData() == "cost"
    assert lecture.minimumSizeHint().width() <= 640


def test_the_list_of_chapters_can_be_hidden_and_stays_hidden(
    qtbot: QtBot, lecture: LearnPage, context: Context
) -> None:
    lecture.list_shown.click()
    again = LearnPage(context)
    qtbot.addWidget(again)

    assert not lecture.chapters.isVisible()
    assert lecture.step_bar.chapters.isVisible()
    assert not again.list_shown.isChecked()


def test_another_picture_changes_the_numbers_and_keeps_the_place(qtbot: QtBot, lecture: LearnPage) -> None:
    lecture.course.move(2)
    before, picture = lecture.view.step.text, lecture.subject_bar.picture.whole
    lecture.subject_bar.other.click()
    qtbot.waitUntil(lambda: lecture.subject_bar.picture.whole != picture)
    settle(qtbot, lecture)

    assert lecture.course.number == 3
    assert lecture.view.step.text != before


def test_the_filter_is_that_of_the_session_and_changes_it(qtbot: QtBot, lecture: LearnPage, context: Context) -> None:
    context.session.set_filter(7)
    qtbot.waitUntil(lambda: lecture.subject_bar.filters.currentData() == 7)
    place = lecture.subject_bar.filters.findData(3)
    lecture.subject_bar.filters.activated.emit(place)

    assert context.session.filter == 3
    qtbot.waitUntil(lambda: lecture.subject_bar.filters.currentData() == 3)


def test_a_filter_chosen_meanwhile_on_another_page_is_what_it_is_about(
    qtbot: QtBot, lecture: LearnPage, context: Context
) -> None:
    lecture.hide()
    context.session.set_filter(5)
    lecture.show()

    qtbot.waitUntil(lambda: lecture.subject_bar.filters.currentData() == 5)


def test_pictures_that_are_gone_are_named_and_the_rest_goes_on(
    qtbot: QtBot, page: LearnPage, context: Context, own_run: Run
) -> None:
    shutil.rmtree(own_run.images)
    page.show()
    context.session.set_run(with_weights(own_run))
    told = {}
    for chapter in page.course.chapters:
        page.course.go_to(chapter)
        settle(qtbot, page)
        told[chapter] = page.view.step

    gone = {chapter for chapter, step in told.items() if "is no longer in" in step.text}
    assert gone == {"pixels", "convolution", "activation", "shrinking", "cam", "twin", "mirror"}
    assert all(told[chapter].drawing is not None for chapter in set(told) - gone)


def test_nothing_is_computed_while_the_page_is_hidden(
    page: LearnPage, context: Context, lecture_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(context.lane, "ask", lambda key, *_more: asked.append(key))
    context.session.set_run(lecture_run)
    context.session.set_filter(2)

    assert asked == []
    page.show()
    assert len(asked) > 0


def test_a_chapter_that_cannot_be_computed_says_why(
    qtbot: QtBot, page: LearnPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)  # it has no weights
    page.show()
    page.course.go_to("cam")
    settle(qtbot, page)
    told = page.view.step
    page.course.go_to("cost")
    settle(qtbot, page)

    assert "model.safetensors cannot be read" in told.text
    assert page.view.step.drawing is not None


def test_the_whole_screen_shows_the_same_step_until_escape(qtbot: QtBot, lecture: LearnPage) -> None:
    qtbot.keyClick(lecture.view, Key.Key_F)
    stage = lecture.stage
    assert stage is not None
    qtbot.keyClick(stage.view, Key.Key_Right)
    shown = stage.view.step
    qtbot.mouseClick(stage.view, Qt.MouseButton.LeftButton)
    number = lecture.course.number
    qtbot.keyClick(stage.view, Key.Key_Escape)

    assert stage.isWindow()
    assert shown.title == "Every dot is three numbers"
    assert number == 3
    assert lecture.stage is None


def test_f11_belongs_to_the_slide_while_it_has_the_keyboard(qtbot: QtBot, lecture: LearnPage) -> None:
    qtbot.keyClick(lecture.view, Key.Key_F11)

    assert lecture.stage is not None
    qtbot.keyClick(lecture.stage.view, Key.Key_F11)
    assert lecture.stage is None


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_step_is_saved_as_a_figure(
    qtbot: QtBot, lecture: LearnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    path = tmp_path / f"step.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    lecture.subject_bar.save.click()
    qtbot.waitUntil(path.exists)
    data = path.read_bytes()

    assert data[: len(BEGINNINGS[kind])] == BEGINNINGS[kind]
    if kind == "png":
        assert QImage(str(path)).width() == 3200
    if kind == "svg":
        assert b"A picture is a table of dots" in data


BEGINNINGS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


def test_a_name_without_an_ending_takes_that_of_the_chosen_kind(
    qtbot: QtBot, lecture: LearnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "my step"), "SVG (*.svg)"))
    lecture.save()

    qtbot.waitUntil((tmp_path / "my step.svg").exists)


def test_a_network_of_ones_own_is_told_to_have_no_lecture(qtbot: QtBot, context: Context, fake_run: Run) -> None:
    page = LearnPage(context)
    qtbot.addWidget(page)
    context.session.set_run(as_own(fake_run))
    words = [label.text() for label in page._stack.currentWidget().findChildren(QLabel)]

    assert page.is_empty
    assert "The lecture is about networks trained here" in words
