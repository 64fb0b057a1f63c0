"""The wall below its search and order: categories, networks, missing collages."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.filters.wall.wall_panel import WallPanel
from app.filters.wall.wall_rows import cards
from app.widgets.qimage import to_qimage
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.run_folder import Run
from tests.app.filters.wall.wall_cards import EVERY, card


def test_one_category_can_be_shown_alone_and_stays_chosen_with_the_twin_s_filters(
    panel: WallPanel, several_run: Run
) -> None:
    panel.show_cards(cards(several_run.filters, 0.57, several_run.categories), "")
    panel.category.setCurrentIndex(2)
    model = panel.wall.model()
    words = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    panel.show_cards(cards(several_run.twin_filters, 0.57, several_run.categories), "")

    assert panel.category.isVisible()
    assert words[0] == "insect · part 3"
    assert all("insect, " in text for text in words[1:-1])
    assert words[-1] == "+ 2 more filters of this part"
    assert panel.category.currentText() == "insect"


def test_a_run_of_one_category_has_no_box_of_categories(panel: WallPanel, fake_run: Run) -> None:
    panel.show_cards(cards(fake_run.filters, 0.57, fake_run.categories), "")

    assert not panel.category.isVisible()


def test_only_living_cards_in_sight_ask_for_collages_the_topmost_last(qtbot: QtBot, panel: WallPanel) -> None:
    every = tuple(card(i, -1, 1 - i / 2000) for i in range(1000))
    with qtbot.waitSignal(panel.wanted) as told:
        panel.show_cards((*every, card(1000, -1, 0, 0, dead=True)), "")
    asked = told.args[0]

    assert 2 < len(asked) < 40
    assert asked == sorted(asked, reverse=True)


def test_a_card_with_its_collage_asks_no_more(qtbot: QtBot, panel: WallPanel) -> None:
    with qtbot.waitSignal(panel.wanted) as told:
        panel.show_cards(EVERY, "")
    for index in told.args[0]:
        panel.set_image(index, to_qimage(np.zeros((8, 8, 4), np.uint8)))
    with qtbot.assertNotEmitted(panel.wanted, wait=60):
        panel.wall.viewport().repaint()


def test_the_network_buttons_say_which_network_is_wanted(qtbot: QtBot, panel: WallPanel) -> None:
    with qtbot.waitSignal(panel.network_chosen) as told:
        qtbot.mouseClick(panel.networks[1], Qt.MouseButton.LeftButton)

    assert told.args == [NetworkName.TWIN]


def test_the_choice_stays_when_the_order_changes(panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    panel.choose(2)
    panel.order.setCurrentIndex(2)

    assert panel.wall.current() == 2
