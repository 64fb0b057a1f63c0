"""The language is switched while the program runs, and nothing that is open is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell import translator
from app.shell.page_list import page_titles
from app.shell.program import Program
from app.shell.settings_dialog import SettingsDialog
from icnn_engine.core import language
from icnn_engine.core.events import Operation, Progress
from icnn_engine.runs.run_folder import Run

KOREAN = {
    ("", "Filters"): "필터",
    ("", "What each filter sees, and whether it holds a part"): "필터마다 보는 것",
}


@pytest.fixture
def program(qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(language, "_catalogue", lambda code: KOREAN if code == "ko" else {})
    monkeypatch.setattr(translator, "language_of_system", lambda: "en")
    monkeypatch.setattr(context.engine, "load", lambda: None)
    owner = QObject()
    made = Program(context, owner)
    made.open()
    wait_for_pages(qtbot, made)
    yield made
    wait_for_pages(qtbot, made)
    made.window.retire()
    language.use("en")
    for installed in (made.language_switch.own, made.language_switch.of_qt):
        QCoreApplication.removeTranslator(installed)


def wait_for_pages(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: len(program.window.pages) == len(page_titles()), timeout=20_000)
    qtbot.wait(20)  # what follows the last page


def titles(program: Program) -> set[str]:
    return {label.text() for label in program.window.findChildren(QLabel)}


def switch(qtbot: QtBot, program: Program, code: str) -> None:
    """Choose a language in the settings, and wait until the new window has its pages."""
    before = program.window
    program.window.show_settings()
    settings = program.window.findChild(SettingsDialog)
    settings.language.set_value(code)
    settings.language.edited.emit()
    qtbot.waitUntil(lambda: program.window is not before)
    wait_for_pages(qtbot, program)


def test_another_language_is_spoken_at_once_and_what_is_open_stays(
    qtbot: QtBot, program: Program, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    context.session.set_filter(4)
    program.window.show_page("filters")
    size = program.window.size()
    switch(qtbot, program, "ko")

    assert {"필터", "필터마다 보는 것"} <= titles(program)
    assert program.window.current == "filters"
    assert program.window.size() == size
    assert (context.session.run, context.session.filter) == (fake_run, 4)
    assert program.window.pages["filters"].panel.wall.current() == 4


def test_the_way_back_and_what_comes_later_work_as_before(
    qtbot: QtBot, program: Program, context: Context, own_run: Run
) -> None:
    switch(qtbot, program, "ko")
    switch(qtbot, program, "en")
    context.session.set_run(own_run)
    context.notes.name(("interpretable", "part", 0), "Snout")
    qtbot.waitUntil(lambda: context.session.look is not None)

    program.window.show_page("filters")

    assert "What each filter sees, and whether it holds a part" in titles(program)
    assert not program.window.pages["filters"].is_empty


def test_a_training_under_way_is_not_disturbed_and_the_change_comes_at_its_end(
    qtbot: QtBot, program: Program, context: Context
) -> None:
    def work() -> Operation[None]:
        while True:
            yield Progress("Training", 1, 10)

    before = program.window
    context.jobs.start("Training", work)
    program.window.language_wanted.emit("ko")
    during = program.window
    context.jobs.cancel()
    qtbot.waitUntil(lambda: program.window is not before, timeout=20_000)

    assert during is before
    assert language.current() == "ko"


def test_the_choice_is_remembered_and_the_system_s_language_is_the_first(
    qtbot: QtBot, program: Program, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.actions_.settings.trigger()
    first = program.window.findChild(SettingsDialog).language.value()
    program.window.findChild(SettingsDialog).accept()
    switch(qtbot, program, "ko")
    monkeypatch.setattr(translator, "language_of_system", lambda: "ko")
    again = translator.LanguageSwitch(program)

    assert first == "system"
    assert context.settings.text("window/language") == "ko"
    assert again.speak(translator.SYSTEM) == "ko"
    assert again.speak("xx") == "en"
    QCoreApplication.removeTranslator(again.own)
    QCoreApplication.removeTranslator(again.of_qt)
