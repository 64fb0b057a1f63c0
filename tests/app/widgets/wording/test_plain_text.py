"""Names on the screen are shown letter for letter: no HTML, no marks of keys, whatever they hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.ablation.effect_bars import EffectBar, EffectRow
from app.shell.frame.header import PathButton
from app.shell.recents import Recents
from app.train.epoch_slider import EpochSlider
from app.widgets.common import Button, ElidedLabel, label
from app.widgets.lists import CountList, NoteList
from app.widgets.training_curves.curves import CurveLine, CurvesCard
from app.widgets.wording import plain_text
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import made_page, settle

HOSTILE = ("<b>fox</b>", "R&D &lt;1&gt;", "<img src=x> & <h1>cat", "a & b\n<i>c", "<table>", "fox")


def read(text: str) -> str:
    """What a person reads of a tool tip or of a label that decides by itself whether a text is HTML."""
    if not Text.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.mark.parametrize("name", HOSTILE)
def test_labels_show_a_name_as_it_is(qtbot: QtBot, name: str) -> None:
    one, cut = label(name, wrap=True), ElidedLabel(name)
    for widget in (one, cut):
        qtbot.addWidget(widget)

    assert {one.textFormat(), cut.textFormat()} == {Qt.TextFormat.PlainText}
    assert one.text() == cut.whole == cut.accessibleName() == name
    assert read(cut.toolTip()) == name


@pytest.mark.parametrize("name", HOSTILE)
def test_buttons_show_a_name_as_it_is_and_it_makes_no_key(qtbot: QtBot, name: str) -> None:
    chip, button = PathButton("run", "No run"), Button(name)
    bar = EffectBar(EffectRow(0, name, 3, 0.5, hint=name), 1.0)
    for widget in (chip, button, bar):
        qtbot.addWidget(widget)
    chip.set_name(name, name)

    for widget in (chip, button, bar):
        assert widget.shortcut().isEmpty()
        assert name in widget.text().replace("&&", "&")
    assert read(chip.toolTip()) == read(bar.toolTip()) == chip.accessibleName() == name


def test_qt_itself_reads_names_otherwise(qtbot: QtBot) -> None:
    """The reason for `plain`: where this fails, it can go."""
    button = QPushButton("R&D")
    qtbot.addWidget(button)

    assert read("<b>fox</b>") == "fox"
    assert not button.shortcut().isEmpty()


@pytest.mark.parametrize("name", HOSTILE)
def test_menus_show_a_name_as_it_is(qtbot: QtBot, name: str) -> None:
    menu, scrubber = QMenu(), EpochSlider()
    qtbot.addWidget(menu)
    qtbot.addWidget(scrubber)
    Recents._fill(SimpleNamespace(_open=print), menu, (Path(name),))
    scrubber.set_pictures({3: name})

    for action, text in ((menu.actions()[0], str(Path(name))), (scrubber.menu.actions()[0], name)):
        assert action.text().replace("&&", "") == text.replace("&", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_lists_tell_a_name_as_it_is(qtbot: QtBot, name: str) -> None:
    counts, notes = CountList("Categories"), NoteList("Notes")
    for widget in (counts, notes):
        qtbot.addWidget(widget)
    counts.set_counts([(name, name, 3)])
    notes.set_notes([(name, "is gone")])

    assert read(counts.item(0).toolTip()) == counts.item(0).text() == name
    assert read(notes.item(0).toolTip()) == f"{name}: is gone"
    assert notes.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"{name}: is gone"


def test_the_legend_of_curves_shows_a_name_as_it_is(qtbot: QtBot) -> None:
    curves = CurvesCard("Loss", "", [CurveLine("0", "<b>a</b> & b", "#000000")])
    qtbot.addWidget(curves)
    curves.start(2)
    curves._tell_values()

    assert "<b>a</b> & b" in read(curves._legend.text()).replace("\xa0", " ")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_question_shows_a_name_as_it_is(qtbot: QtBot, name: str) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    plain_text.set_message_text(box, name, f"1. {name}")

    said = {one.text(): one.textFormat() for one in box.findChildren(QLabel) if one.text()}
    assert said == {name: Qt.TextFormat.PlainText, f"1. {name}": Qt.TextFormat.PlainText}


def test_a_window_keeps_a_star_in_brackets(qtbot: QtBot) -> None:
    window = QLabel()
    qtbot.addWidget(window)
    window.setWindowTitle(plain_text.window_title("a[*]b"))

    assert window.windowTitle() == "a[*][*]b"  # which Qt shows as a[*]b


def test_a_whole_page_shows_hostile_names_as_they_are(qtbot: QtBot, context: Context, own_run: Run) -> None:
    """Every label, button and tool tip of the Filters page, with a category and a part that look like HTML."""
    name = "<b>R&D</b> $x$ &lt;"
    pictures = tuple(replace(p, category=name) if p.positive else p for p in own_run.pictures)
    run = replace(own_run, info={**own_run.info, "category": name, "categories": [name]}, pictures=pictures)
    write_notes(run.path, Notes().having((NetworkName.INTERPRETABLE, "part", 0), Note(name, note=name)))
    page = made_page(qtbot, context, run)
    settle(qtbot, context)

    labels = [one for one in page.findChildren(QLabel) if Text.mightBeRichText(one.text())]
    buttons = [one for one in page.findChildren(QAbstractButton) if "R&" in one.text()]
    tips = [one.toolTip() for one in page.findChildren(QWidget) if "R&" in one.toolTip()]
    assert labels
    assert tips
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels)
    assert all(name in one.text().replace("&&", "&") and one.shortcut().isEmpty() for one in buttons)
    assert all(name in read(tip).replace("\xa0", " ") for tip in tips)
