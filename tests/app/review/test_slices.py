"""Slices: found and saved ones, written as text or built, with their accuracy and pictures."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.review.page import SLICES, ReviewPage
from app.review.slices.slices_view import SlicesView
from icnn_engine.audit.part_states import PartState
from icnn_engine.audit.saved_slices import SavedSlice, add_slice, read_slices
from icnn_engine.audit.slice_text import parse_slice
from icnn_engine.audit.slices import AnswerIs, slice_rows
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.picture_links import Linked
from icnn_engine.runs.run_folder import Run
from tests.app.review.conftest import LONG
from tests.own_network import as_own

CREATURES = "category creature and held-out"


@pytest.fixture
def view(qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage) -> SlicesView:
    """The view of slices with the run, read."""
    return opened(qtbot, context, run, empty_page)


def opened(qtbot: QtBot, context: Context, run: Run, page: ReviewPage) -> SlicesView:
    context.session.set_run(run)
    page.views.show_view(SLICES)
    qtbot.waitUntil(lambda: page.slices.builder.what.count() > 0, timeout=LONG)
    return page.slices


def write(qtbot: QtBot, view: SlicesView, text: str) -> None:
    """Write the text of a slice and wait for its pictures."""
    view.builder.text.setText(text)
    QTest.keyClick(view.builder.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.grid.pictures.rowCount() > 0, timeout=LONG)


def save(qtbot: QtBot, view: SlicesView, name: str) -> None:
    view.name.setText(name)
    view.save.click()
    qtbot.waitUntil(lambda: view.saved == name, timeout=LONG)


def shown(view: SlicesView) -> set[int]:
    return {item.picture for item in view.grid.pictures.items}


def test_a_slice_that_is_written_shows_its_pictures_and_accuracy(qtbot: QtBot, view: SlicesView, run: Run) -> None:
    write(qtbot, view, CREATURES)
    rows = slice_rows(run, parse_slice(run, CREATURES))
    title, figure = view.figures[0]

    assert shown(view) == set(rows.tolist())
    assert title.text() == f"{len(rows)} of {len(rows)} right"
    assert figure.text().startswith("100.0 %")
    assert f"{len(rows)} pictures held out, 0 answered wrong" in view.count.text()


def test_what_is_not_understood_is_told_under_the_field(qtbot: QtBot, view: SlicesView, said: list[Message]) -> None:
    write(qtbot, view, CREATURES)
    view.builder.text.setText("part 9 absent")
    qtbot.waitUntil(lambda: bool(view.builder.error.text()), timeout=LONG)
    refused = view.builder.error.text(), view.grid.pictures.rowCount(), view.links.isEnabled()
    write(qtbot, view, CREATURES)

    assert refused == ("There is no part 9: this run has parts 1 to 3.", 0, False)
    assert view.builder.error.isHidden()
    assert said == []


def test_too_few_pictures_are_cautioned_of(qtbot: QtBot, view: SlicesView) -> None:
    write(qtbot, view, "category insect and test")

    assert "Only 3 pictures" in view.remark.text()
    assert not view.remark.isHidden()


def test_conditions_are_added_by_choices(view: SlicesView) -> None:
    view.builder.what.set_value(1)
    view.builder.state.set_value(PartState.PRESENT)
    view.builder.add_and.click()
    view.builder.what.set_value(AnswerIs(True))
    view.builder.add_and.click()
    view.builder.what.set_value(2)
    view.builder.add_or.click()

    assert view.builder.text.text() == "part 2 present and right or part 3 present"


def test_a_part_is_called_by_its_name(qtbot: QtBot, context: Context, view: SlicesView, run: Run) -> None:
    context.notes.name((NetworkName.INTERPRETABLE, "part", 0), "head")
    qtbot.waitUntil((run.path / "remarks.toml").is_file, timeout=LONG)
    view.builder.what.set_value(0)
    view.builder.add_and.click()
    qtbot.waitUntil(lambda: view.builder.error.isHidden() and view.count.text() != "", timeout=LONG)

    assert view.builder.what.itemText(0) == "head"
    assert view.builder.text.text() == "head absent"


def test_a_slice_is_saved_renamed_removed_and_all_of_it_undone(
    qtbot: QtBot, context: Context, view: SlicesView, run: Run
) -> None:
    write(qtbot, view, CREATURES)
    save(qtbot, view, "my creatures")
    view.name.setText("all creatures")
    view.save.click()
    qtbot.waitUntil(lambda: view.saved == "all creatures", timeout=LONG)
    renamed = read_slices(run.path)
    view.remove.click()
    qtbot.waitUntil(lambda: view.saved == "", timeout=LONG)
    removed = read_slices(run.path)
    context.undo.undo()
    qtbot.waitUntil(lambda: view.saved == "all creatures", timeout=LONG)
    context.undo.undo()
    qtbot.waitUntil(lambda: view.saved == "my creatures", timeout=LONG)
    context.undo.undo()
    qtbot.waitUntil(lambda: view.saved == "", timeout=LONG)
    undone = read_slices(run.path)
    context.undo.redo()
    qtbot.waitUntil(lambda: view.saved == "my creatures", timeout=LONG)

    assert renamed == (SavedSlice("all creatures", CREATURES),)
    assert removed == undone == ()
    assert read_slices(run.path) == (SavedSlice("my creatures", CREATURES),)


def test_a_removed_slice_comes_back_at_its_place(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage
) -> None:
    for name in ("one", "two", "three"):
        add_slice(run.path, SavedSlice(name, CREATURES))
    view = opened(qtbot, context, run, empty_page)
    view.list.choose("two")
    view.list.slice_chosen.emit(view.list.chosen_row)
    view.remove.click()
    qtbot.waitUntil(lambda: view.saved == "", timeout=LONG)
    context.undo.undo()
    qtbot.waitUntil(lambda: view.saved == "two", timeout=LONG)

    assert [kept.name for kept in read_slices(run.path)] == ["one", "two", "three"]


def test_a_name_that_is_taken_is_refused(qtbot: QtBot, view: SlicesView, run: Run, said: list[Message]) -> None:
    write(qtbot, view, CREATURES)
    save(qtbot, view, "mine")
    write(qtbot, view, "category insect")
    view.name.setText("Mine")
    view.save.click()
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)

    assert "There is a slice called Mine already" in said[0].text
    assert len(read_slices(run.path)) == 1


def test_a_saved_slice_that_the_run_does_not_have_says_why(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage
) -> None:
    add_slice(run.path, SavedSlice("old", "part 7 absent"))
    view = opened(qtbot, context, run, empty_page)
    view.list.choose_first()
    qtbot.waitUntil(lambda: bool(view.builder.error.text()), timeout=LONG)

    assert "There is no part 7" in view.list.chosen_row.sentence
    assert "There is no part 7" in view.builder.error.text()


def test_the_pictures_are_written_as_a_list_and_as_links(
    qtbot: QtBot, view: SlicesView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[Message]
) -> None:
    write(qtbot, view, CREATURES)
    for button, path in ((view.export, tmp_path / "list.csv"), (view.links, tmp_path / "links")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        told = len(said)
        button.click()
        qtbot.waitUntil(lambda told=told: len(said) > told, timeout=LONG)
    rows = list(csv.DictReader((tmp_path / "list.csv").read_text(encoding="utf-8").splitlines()))
    count = view.grid.pictures.rowCount()

    assert {row["right"] for row in rows} == {"yes"}
    assert len(rows) == len(list((tmp_path / "links").iterdir())) == count
    assert [message.kind for message in said] == ["note", "note"]


def test_return_and_a_double_click_open_a_picture_on_the_filters_page(
    qtbot: QtBot, context: Context, view: SlicesView
) -> None:
    write(qtbot, view, CREATURES)
    first = view.grid.pictures.index(0, 0)
    view.grid.setCurrentIndex(first)
    asked: list[object] = []
    context.requests.page.connect(asked.append)
    context.requests.picture.connect(asked.append)
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    view.grid.doubleClicked.emit(first)

    assert asked == ["filters", view.grid.picture] * 2


def test_a_run_without_parts_tells_of_categories_only(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage
) -> None:
    partless = replace(run, filters=tuple(replace(one, group=-1, holds=False) for one in run.filters))
    view = opened(qtbot, context, partless, empty_page)

    assert "No filter of this run holds a part" in view.nothing.text()
    assert view.builder.what.itemText(0) == "Category creature"
    assert view.builder.state.isHidden()


def test_slices_of_a_network_of_ones_own_are_told_in_its_words(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage
) -> None:
    view = opened(qtbot, context, as_own(run), empty_page)
    write(qtbot, view, "category creature")

    assert view.figures[3][0].text() == "Random weights, in the slice"
    assert "by which filters were chosen" in view.count.text()


def test_one_picture_that_is_linked_is_told_of_as_one(page: ReviewPage, tmp_path: Path, said: list[Message]) -> None:
    page._slices._tell_linked(tmp_path, Linked(1, 0, ()))
    page._slices._tell_linked(tmp_path, Linked(1, 1, ()))

    assert [message.text.split(" linked")[0] for message in said] == ["1 picture is", "2 pictures are"]
