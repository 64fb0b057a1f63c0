"""Naming a part, writing a note and starring a filter beside its figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.page import FiltersPage
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import Note, read_notes
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run

OWN = NetworkName.INTERPRETABLE


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path)


OWN = NetworkName.INTERPRETABLE


UNSTEADY = 13  # of the fake run's filters, in no part


def write(qtbot: QtBot, field: object, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_name_goes_to_the_part_and_so_to_every_filter_that_found_it(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    first, second, *_ = run.groups()[0]
    page.panel.filter_chosen.emit(first)
    write(qtbot, page.detail.notes.name, "Snout")
    page.panel.filter_chosen.emit(second)

    assert context.notes.remarks.of((OWN, "part", 0)).name == "Snout"
    assert page.detail.notes.name.text() == "Snout"


def test_a_filter_of_no_part_gets_a_name_of_its_own(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    page.panel.filter_chosen.emit(UNSTEADY)
    write(qtbot, page.detail.notes.name, "Grass")

    assert context.notes.remarks.by_subject == {(OWN, "filter", UNSTEADY): Note("Grass")}


def test_name_note_and_star_are_kept_with_the_run_and_taken_back_by_undo(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    page.panel.filter_chosen.emit(4)
    bar = page.detail.notes
    write(qtbot, bar.note, "Looks at the tail too")
    qtbot.mouseClick(bar.star, Qt.MouseButton.LeftButton)
    subject = (OWN, "filter", 4)
    wanted = Note("", "Looks at the tail too", True)
    qtbot.waitUntil(lambda: read_notes(run.path).of(subject) == wanted)
    context.notes.stack.undo()
    without_star = bar.star.isChecked()
    context.notes.stack.undo()

    assert not without_star
    assert bar.note.text() == ""
    assert context.notes.remarks.by_subject == {}


def test_escape_takes_back_the_writing_and_an_unchanged_text_leaves_no_step(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    bar = page.detail.notes
    bar.name.setFocus()
    qtbot.keyClicks(bar.name, "Sno")
    qtbot.keyClick(bar.name, Qt.Key.Key_Escape)
    qtbot.keyClick(bar.name, Qt.Key.Key_Return)

    assert bar.name.text() == ""
    assert context.notes.stack.count() == 0


def test_f2_leads_to_the_name_and_s_stars(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    page.panel.filter_chosen.emit(4)
    page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_S)
    qtbot.keyClick(page, Qt.Key.Key_F2)

    assert context.notes.remarks.of((OWN, "filter", 4)).starred
    qtbot.waitUntil(page.detail.notes.name.hasFocus)
