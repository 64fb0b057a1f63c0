"""The language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.shell.actions import Actions
from app.shell.translator import LanguageSwitch
from icnn_engine.core import language


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[LanguageSwitch]:
    """The window speaks Korean."""
    made = LanguageSwitch(qapp)
    made.speak("ko")
    yield made
    language.use(language.ENGLISH)
    for installed in (made.own, made.of_qt):
        QCoreApplication.removeTranslator(installed)


@pytest.mark.usefixtures("korean")
def test_the_file_dialog_has_no_english_label() -> None:
    said = [QCoreApplication.translate("QFileDialog", text) for text in ("&Look in:", "Files of &type:", "&Open")]

    assert said == ["다음에서 찾기:", "파일 형식:", "열기(&O)"]


@pytest.mark.usefixtures("korean")
def test_undo_names_its_step_in_the_order_of_the_language(qtbot: QtBot) -> None:
    owner, group = QWidget(), QUndoGroup()
    qtbot.addWidget(owner)
    stack = QUndoStack(group)
    group.setActiveStack(stack)
    actions = Actions(owner, {}, group)
    stack.push(QUndoCommand("이름 '코'"))

    assert actions.undo.text() == "이름 '코' 실행 취소"
