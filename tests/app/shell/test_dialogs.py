from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell.main_window import MainWindow
from icnn_engine.core.events import Operation, Progress


def endless() -> Operation[None]:
    done = 0
    while True:
        done += 1
        yield Progress("Training", min(done, 99), 100)


def test_closing_while_training_asks_and_can_be_refused(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
        asked.append(box.text())
        clicked = next(b for b in box.buttons() if box.buttonRole(b) is role)
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _self: clicked)

    context.jobs.start("Training: fox", endless)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, QMessageBox.ButtonRole.RejectRole))
    window.close()
    refused = window.isVisible() and context.jobs.busy
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, QMessageBox.ButtonRole.DestructiveRole))
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    assert refused
    assert "Training: fox" in asked[0]
    assert not context.jobs.busy
