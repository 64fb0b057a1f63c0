from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.shell.help.keys_sheet import TWO_COLUMNS, KeysSheet, halves
from app.shell.main_window import MainWindow


def test_the_sheet_holds_every_page_and_is_copied_as_text(full_window: MainWindow, qtbot: QtBot) -> None:
    full_window.show_page("filters")
    sheet = KeysSheet(full_window.keys_by_place(), full_window)
    qtbot.addWidget(sheet)
    sheet._copy()
    copied = QGuiApplication.clipboard().text()
    headings = [line for line in copied.splitlines() if line and not line.startswith(" ")]

    assert headings[:3] == ["Everywhere", "Filters", "Images"]
    assert {"Measure", "Export"} <= set(headings)
    assert any("Ctrl+Shift+P" in shown.text() for shown in sheet.findChildren(QLabel))


def test_the_columns_of_the_sheet_are_of_about_one_length() -> None:
    assert halves({"a": 10, "b": 4, "c": 4, "d": 3}) == (["a"], ["b", "c", "d"])
    assert halves({"a": 3}) == (["a"], [])


def test_the_sheet_of_keys_names_every_page(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        KeysSheet, "exec", lambda sheet: shown.extend(label.text() for label in sheet.findChildren(QLabel))
    )
    qtbot.keyClick(window, Qt.Key.Key_Question)

    assert {"Images", "Train", "Filters", "Measure", "Export"} <= set(shown)
    assert "Ctrl+O" in shown


def test_on_a_narrow_screen_the_sheet_is_one_column_and_no_wider_than_it(full_window: MainWindow, qtbot: QtBot) -> None:
    sheet = KeysSheet(full_window.keys_by_place(), full_window)
    qtbot.addWidget(sheet)
    sheet.show()
    scroll = sheet.findChild(QScrollArea)
    room = sheet.screen().availableGeometry()

    assert room.width() < TWO_COLUMNS
    assert scroll.widget().width() <= scroll.viewport().width()
    assert sheet.width() <= room.width()
    assert sheet.height() <= room.height()
