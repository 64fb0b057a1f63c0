"""Choosing cards by mouse and keyboard, and the words of cards and headings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.filters.wall.wall_panel import WallPanel
from app.filters.wall.wall_rows import FoldLine, cards
from app.widgets.pictures.picture_model import ITEM
from icnn_engine.runs.run_folder import Run
from tests.app.filters.wall.wall_cards import EVERY
from tests.app.verdicts import unjudged


def test_arrow_keys_go_from_card_to_card_and_pass_over_headings(qtbot: QtBot, panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    panel.choose(3)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Return)
    chosen: list[int] = []
    panel.filter_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(panel.wall, key)

    assert panel.wall.viewport().width() // panel.wall.visualRect(panel.wall.currentIndex()).width() == 2
    assert chosen == [1, 0, 2, 4, 5, 0]


def test_a_click_on_a_card_chooses_its_filter(qtbot: QtBot, panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    place = panel.wall.visualRect(panel.wall.pictures.index_of(0))
    with qtbot.waitSignal(panel.filter_chosen) as told:
        qtbot.mouseClick(panel.wall.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    assert told.args == [0]


def click_line(qtbot: QtBot, panel: WallPanel) -> str:
    """Click the first line that folds or unfolds a part; return its words."""
    rows = (panel.wall.model().index(row, 0) for row in range(panel.wall.model().rowCount()))
    line = next(row for row in rows if isinstance(row.data(ITEM), FoldLine))
    words = str(line.data())
    place = panel.wall.visualRect(line).center()
    qtbot.mouseClick(panel.wall.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return words


def test_a_part_shows_its_first_filter_and_a_click_shows_or_hides_the_others(qtbot: QtBot, panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    panel.choose(3)
    folded = panel.wall.pictures.index_of(1).isValid()
    first = click_line(qtbot, panel)
    unfolded = panel.wall.pictures.index_of(1).isValid()
    second = click_line(qtbot, panel)

    assert (folded, unfolded, panel.wall.pictures.index_of(1).isValid()) == (False, True, False)
    assert (first, second) == ("+ 1 more filter of this part", "Show only the first filter of this part")
    assert panel.wall.current() == 3


def test_searching_shows_folded_filters_that_match(panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    panel.search.setText("#1")
    found = [panel.wall.pictures.index_of(index).isValid() for index in (3, 1, 0)]
    panel.search.setText("")

    assert found == [True, True, False]
    assert not panel.wall.pictures.index_of(1).isValid()


def test_choosing_from_outside_is_silent(qtbot: QtBot, panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    with qtbot.assertNotEmitted(panel.filter_chosen):
        panel.choose(5)

    assert panel.wall.current() == 5


def test_every_card_and_heading_has_words(panel: WallPanel, fake_run: Run) -> None:
    panel.show_cards(cards(fake_run.filters, 0.57), "")
    model = panel.wall.model()
    texts = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    shown = [model.index(row, 0).data() for row in range(model.rowCount())]

    assert all(texts)
    assert any("part 1" in text and "+0.3" in text for text in texts)
    assert any("never fires" in text for text in texts)
    assert sum("AUC 0.62" in text for text in texts) == 2
    assert (
        sum("Does not hold a part (fails: shift, slope, mirror, transplant, enlarged)" in text for text in texts) == 2
    )
    assert any("mirror 0.20 (0.7 or more): failed" in text for text in texts)
    assert "Hold no part" in shown
    assert any(text.startswith("Hold no part\nOn average its filters find the same content in 20 %") for text in texts)
    assert all("by today's tests" not in text for text in texts)


def test_cards_of_a_run_that_was_not_judged_say_so(panel: WallPanel, fake_run: Run) -> None:
    panel.show_cards(cards(unjudged(fake_run).filters, 0.57), "")
    model = panel.wall.model()
    texts = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    assert sum("Not judged by today's tests" in text for text in texts) == 2
    assert any(text.startswith("Not steady enough to be a part\nOn average") for text in texts)
    assert all("fails" not in text for text in texts)
