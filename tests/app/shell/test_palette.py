from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.shell.main_window import MainWindow
from app.shell.palette import PaletteEntry, matching
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.run_folder import Run

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def titles(full_window: MainWindow) -> list[str]:
    return [entry.title for entry in full_window.command_palette.shown()]


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


def test_a_number_is_meant_as_a_whole() -> None:
    kinds = {"Filter 2": "does not hold a part", "Filter 4": "holds part 2, with 3 more", "Part 20": "", "Part 2": ""}
    entries = [PaletteEntry(title, kind, print) for title, kind in kinds.items()]

    assert [entry.title for entry in matching(entries, "part 2")] == ["Part 2", "Part 20", "Filter 4", "Filter 2"]


def test_pages_stand_before_actions_and_these_before_what_the_run_holds(
    full_window: MainWindow, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    full_window.show_palette()
    usual = titles(full_window)
    full_window.command_palette.line.setText("er")
    found = titles(full_window)
    places = [found.index(title) for title in ("Filters", "Part 1", "Filter 1")]

    assert usual[:2] == ["Images", "Train"]
    assert usual.index("Learn") < usual.index("Open folder")
    assert places == sorted(places)


def test_a_few_letters_and_return_go_to_a_page(qtbot: QtBot, full_window: MainWindow) -> None:
    palette = full_window.command_palette
    qtbot.keyClick(full_window, Qt.Key.Key_P, CONTROL | SHIFT)
    shown = palette.isVisible()
    qtbot.keyClicks(palette.line, "meas")
    first = palette.shown()[0]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    assert shown
    assert first.title == "Measure"
    assert first.key == "Ctrl+4"
    assert full_window.current == "measure"
    assert not palette.isVisible()


def test_arrows_choose_and_escape_does_nothing_but_close(qtbot: QtBot, full_window: MainWindow) -> None:
    palette = full_window.command_palette
    qtbot.keyClick(full_window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    row = palette.list.currentIndex().row()
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    top = palette.list.currentIndex().row()
    before = full_window.current
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)

    assert (row, top) == (1, 0)
    assert not palette.isVisible()
    assert full_window.current == before


def test_filters_parts_and_pictures_of_the_run_are_found(
    qtbot: QtBot, full_window: MainWindow, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    context.notes.name((NetworkName.INTERPRETABLE, "part", 0), "face")
    full_window.show_palette()
    usual = titles(full_window)
    palette = full_window.command_palette
    palette.line.setText("part 2")
    part = titles(full_window)[0]
    palette.line.setText("face")
    face = titles(full_window)
    palette.line.setText(fake_run.pictures[7].name)
    picture = titles(full_window)[0]
    palette.line.setText("filter 12")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    assert "Filter 12" not in usual
    assert part == "Part 2"
    assert face[0] == "face"
    assert f"Filter {next(f.index for f in fake_run.filters if f.group == 0)}: face" in face
    assert picture == fake_run.pictures[7].name
    assert context.session.filter == 12
    assert full_window.current == "filters"
    assert full_window.pages["filters"].views.view is FilterView.FILTER


def test_a_click_beside_the_palette_closes_it(qtbot: QtBot, full_window: MainWindow) -> None:
    full_window.show_palette()
    qtbot.mouseClick(full_window.command_palette, Qt.MouseButton.LeftButton, pos=full_window.rect().bottomLeft())

    assert not full_window.command_palette.isVisible()


def test_the_keyboard_goes_back_to_where_it_was(qtbot: QtBot, full_window: MainWindow) -> None:
    place: QWidget = full_window.rail.buttons["train"]
    place.setFocus()
    full_window.show_palette()
    qtbot.keyClick(full_window.command_palette.line, Qt.Key.Key_Escape)

    assert full_window.focusWidget() is place
