from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell.keys_sheet import KeysSheet, halves
from app.shell.main_window import MainWindow
from app.shell.palette import PaletteEntry, matching
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.run_folder import Run

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.shut_down())
    with qtbot.waitSignal(made.painted):
        made.show()
    return made


def titles(window: MainWindow) -> list[str]:
    return [entry.title for entry in window.command_palette.shown()]


def found(text: str, *titles: str) -> list[str]:
    entries = [PaletteEntry(title, "File", print) for title in titles]
    return [entry.title for entry in matching(entries, text)]


def test_every_typed_word_must_be_there_in_capitals_or_not() -> None:
    assert found("OPEN fo", "Open folder", "Open run", "Folder to open") == ["Open folder", "Folder to open"]
    assert found("여우", "고양이/001.jpg", "여우/001.jpg") == ["여우/001.jpg"]
    assert found("file run", "Open run", "Train") == ["Open run"]
    assert found("opr", "Open run") == []


def test_what_begins_with_the_typed_text_stands_first() -> None:
    assert found("open", "Reopen a run", "Open run") == ["Open run", "Reopen a run"]
    assert found("filter 12", "Part 1 of filter 12", "Filter 12", "Filter 120") == [
        "Filter 12",
        "Filter 120",
        "Part 1 of filter 12",
    ]


def test_a_few_letters_and_return_go_to_a_page(qtbot: QtBot, window: MainWindow) -> None:
    palette = window.command_palette
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    shown = palette.isVisible()
    qtbot.keyClicks(palette.line, "meas")
    first = palette.shown()[0]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    assert shown
    assert first.title == "Measure"
    assert first.key == "Ctrl+4"
    assert window.current == "measure"
    assert not palette.isVisible()


def test_arrows_choose_and_escape_does_nothing_but_close(qtbot: QtBot, window: MainWindow) -> None:
    palette = window.command_palette
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    row = palette.list.currentIndex().row()
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    top = palette.list.currentIndex().row()
    before = window.current
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)

    assert (row, top) == (1, 0)
    assert not palette.isVisible()
    assert window.current == before


def test_filters_parts_and_pictures_of_the_run_are_found(
    qtbot: QtBot, window: MainWindow, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    context.notes.name((NetworkName.INTERPRETABLE, "part", 0), "face")
    window.show_palette()
    usual = titles(window)
    palette = window.command_palette
    palette.line.setText("part 2")
    part = titles(window)[0]
    palette.line.setText("face")
    face = titles(window)
    palette.line.setText(fake_run.pictures[7].name)
    picture = titles(window)[0]
    palette.line.setText("filter 12")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    assert "Filter 12" not in usual
    assert part == "Part 2"
    assert face[0] == "face"
    assert f"Filter {next(f.index for f in fake_run.filters if f.group == 0)}: face" in face
    assert picture == fake_run.pictures[7].name
    assert context.session.filter == 12
    assert window.current == "filters"


def test_a_click_beside_the_palette_closes_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_palette()
    qtbot.mouseClick(window.command_palette, Qt.MouseButton.LeftButton, pos=window.rect().bottomLeft())

    assert not window.command_palette.isVisible()


def test_every_action_with_a_key_stands_on_the_sheet(window: MainWindow) -> None:
    sheet = dict(window.actions_.sheet())
    actions = [action for action in window.actions() if action.shortcuts()]
    missing = [a.text() for a in actions if not any(a.shortcut().toString() in keys for keys in sheet)]

    assert actions
    assert missing == []


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [keys.toString() for action in window.actions() for keys in action.shortcuts()]
    # While parts are marked, the window's own steps cannot be undone, and the keys belong to the marks.
    steps = {key.toString() for a in (window.actions_.undo, window.actions_.redo) for key in a.shortcuts()}
    for name in window._titles:
        window.show_page(name)
        own = {s.key().toString() for page in (window.pages[name],) for s in page.findChildren(QShortcut)}

        assert (own - steps).isdisjoint(keys), name

    assert len(keys) == len(set(keys))


def test_the_sheet_holds_every_page_in_two_columns_and_as_text(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("filters")
    sheet = KeysSheet(window.keys_by_place(), window)
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


def test_the_keyboard_goes_back_to_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    place: QWidget = window.rail.buttons["train"]
    place.setFocus()
    window.show_palette()
    qtbot.keyClick(window.command_palette.line, Qt.Key.Key_Escape)

    assert window.focusWidget() is place
