"""Choosing cards by mouse and keyboard, and the words of cards and headings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.filters.wall.wall_panel import WallPanel
from app.filters.wall.wall_rows import cards
from icnn_engine.runs.run_folder import Run
from tests.app.filters.wall.wall_cards import EVERY
from tests.app.verdicts import unjudged


def test_arrow_keys_go_from_card_to_card_and_pass_over_headings(qtbot: QtBot, panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    panel.choose(3)
    chosen: list[int] = []
    panel.filter_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(panel.wall, key)

    assert panel.wall.viewport().width() // panel.wall.visualRect(panel.wall.currentIndex()).width() == 2
    assert chosen == [1, 0, 2, 4, 5, 0]


def test_a_click_on_a_card_chooses_its_filter(qtbot: QtBot, panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    place = panel.wall.visualRect(panel.wall.model().index(2, 0))
    with qtbot.waitSignal(panel.filter_chosen) as told:
        qtbot.mouseClick(panel.wall.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    assert told.args == [1]


def test_choosing_from_outside_is_silent(qtbot: QtBot, panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    with qtbot.assertNotEmitted(panel.filter_chosen):
        panel.choose(5)

    assert panel.wall.current() == 5


def test_every_card_and_heading_has_words(panel: WallPanel, fake_run: Run) -> None:
    panel.show_cards(cards(fake_run.filters, 0.57), "")
    model = panel.wall.model()
    texts = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    assert all(texts)
    assert any("part 1" in text and "+0.3" in text for text in texts)
    assert any("never fires" in text for text in texts)
    assert sum("AUC 0.62" in text for text in texts) == 2
    assert (
        sum("Does not hold a part (fails: shift, slope, mirror, transplant, enlarged)" in text for text in texts) == 2
    )
    assert any("mirror 0.20 (0.7 or more): failed" in text for text in texts)
    assert "Hold no part" in texts
    assert all("by today's tests" not in text for text in texts)


def test_cards_of_a_run_that_was_not_judged_say_so(panel: WallPanel, fake_run: Run) -> None:
    panel.show_cards(cards(unjudged(fake_run).filters, 0.57), "")
    model = panel.wall.model()
    texts = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    assert sum("Not judged by today's tests" in text for text in texts) == 2
    assert "Not steady enough to be a part" in texts
    assert all("fails" not in text for text in texts)
