from __future__ import annotations

from math import nan

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.filters.wall.wall_panel import WallPanel
from app.filters.wall.wall_rows import Card, PartHeading, SortBy, cards, only_cards, sorted_rows
from app.widgets.qimage import to_qimage
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.run_folder import Run
from tests.app.verdicts import none_holding, unjudged, unjudged_filter


def card(index: int, group: int, following: float, strength: float = 1.0, dead: bool = False) -> Card:
    return Card(unjudged_filter(index, group, following, 0 if dead else strength), 0.57)


EVERY = (
    card(0, 1, 0.82, 3),
    card(1, 0, 0.85, 1),
    card(2, -1, 0.60, 9),
    card(3, 0, 0.95, 2),
    card(4, -1, 0.0, 0, dead=True),
    card(5, -1, nan, 4),
)


@pytest.fixture
def panel(qtbot: QtBot) -> WallPanel:
    made = WallPanel()
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    return made


def numbers(rows: tuple[Card | PartHeading, ...]) -> list[int]:
    return [card.filter.index for card in only_cards(rows)]


def test_by_part_the_largest_group_stands_first_and_the_best_card_first_in_it() -> None:
    rows = sorted_rows(EVERY, SortBy.PART)

    assert numbers(rows) == [3, 1, 0, 2, 5, 4]
    assert [(h.group, len(h.cards), h.dead) for h in rows if isinstance(h, PartHeading)] == [
        (0, 2, False), (1, 1, False), (-1, 2, False), (-1, 1, True),
    ]  # fmt: skip


def test_of_several_categories_parts_stand_by_category_each_under_its_name() -> None:
    every = (
        Card(unjudged_filter(0, 2, 0.9, category=1), category="cat"),
        Card(unjudged_filter(1, 0, 0.8, category=0), category="fox"),
        Card(unjudged_filter(2, -1, 0.5, category=0), category="fox"),
        Card(unjudged_filter(3, 1, 0.9, category=1), category="cat"),
    )
    rows = sorted_rows(every, SortBy.PART)

    assert numbers(rows) == [1, 2, 3, 0]
    assert [(h.category, h.group) for h in rows if isinstance(h, PartHeading)] == [
        ("fox", 0), ("fox", -1), ("cat", 1), ("cat", 2),
    ]  # fmt: skip


def test_a_filter_whose_peak_hardly_tells_the_background_is_marked_and_a_dead_one_is_not(fake_run: Run) -> None:
    every = cards(fake_run.filters, 0.57)
    unknown = card(0, 0, 0.9)

    assert [c.filter.index for c in every if c.bound] == [13, 14]
    assert not unknown.bound


def test_one_category_can_be_shown_alone_and_stays_chosen_with_the_twin_s_filters(
    panel: WallPanel, several_run: Run
) -> None:
    panel.show_cards(cards(several_run.filters, 0.57, several_run.categories), "")
    panel.category.setCurrentIndex(2)
    model = panel.wall.model()
    words = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    panel.show_cards(cards(several_run.twin_filters, 0.57, several_run.categories), "")

    assert panel.category.isVisible()
    assert words[0] == "insect · part 3"
    assert all("insect, " in text for text in words[1:])
    assert panel.category.currentText() == "insect"


def test_a_run_of_one_category_has_no_box_of_categories(panel: WallPanel, fake_run: Run) -> None:
    panel.show_cards(cards(fake_run.filters, 0.57, fake_run.categories), "")

    assert not panel.category.isVisible()


def test_by_holding_and_by_strength_there_are_no_headings_and_the_dead_come_last() -> None:
    assert numbers(sorted_rows(EVERY, SortBy.HOLDING)) == [3, 1, 0, 2, 5, 4]
    assert numbers(sorted_rows(EVERY, SortBy.STRENGTH)) == [2, 5, 0, 3, 1, 4]


def test_where_no_filter_holds_those_that_fail_the_fewest_tests_stand_first(fake_run: Run) -> None:
    rows = sorted_rows(cards(none_holding(fake_run).filters, 0.57), SortBy.PART)
    heading, *others = rows
    living = [one for one in only_cards(others) if not one.filter.dead]

    assert isinstance(heading, PartHeading)
    assert (heading.group, heading.judged, heading.mean("mirror")) == (-1, True, pytest.approx(0.1))
    assert [one.failed for one in living] == [1] * 13 + [5] * 2
    assert [one.filter.index for one in living] == list(closest_filters(none_holding(fake_run).filters))


def test_of_a_run_that_was_not_judged_groups_and_order_stay_as_they_were(fake_run: Run) -> None:
    rows = sorted_rows(cards(unjudged(fake_run).filters, 0.57), SortBy.PART)
    headings = [row for row in rows if isinstance(row, PartHeading)]

    assert [(h.group, h.judged) for h in headings] == [(0, False), (1, False), (2, False), (-1, False), (-1, False)]
    assert numbers(rows)[0] == fake_run.groups()[0][0]


def test_a_card_tells_its_gain_over_the_untrained_floor() -> None:
    assert card(0, 0, 0.8).gain == pytest.approx(0.23)


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


def test_the_choice_stays_when_the_order_changes(panel: WallPanel) -> None:
    panel.show_cards(EVERY, "")
    panel.choose(2)
    panel.order.setCurrentIndex(2)

    assert panel.wall.current() == 2


def test_only_living_cards_in_sight_ask_for_collages_the_topmost_last(qtbot: QtBot, panel: WallPanel) -> None:
    every = tuple(card(i, 0, 1 - i / 2000) for i in range(1000))
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
    assert any("mirror 0.20 (.7 or more): failed" in text for text in texts)
    assert "Hold no part" in texts
    assert all("by today's tests" not in text for text in texts)


def test_cards_of_a_run_that_was_not_judged_say_so(panel: WallPanel, fake_run: Run) -> None:
    panel.show_cards(cards(unjudged(fake_run).filters, 0.57), "")
    model = panel.wall.model()
    texts = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    assert sum("Not judged by today's tests" in text for text in texts) == 2
    assert "Not steady enough to be a part" in texts
    assert all("fails" not in text for text in texts)


def test_the_network_buttons_say_which_network_is_wanted(qtbot: QtBot, panel: WallPanel) -> None:
    with qtbot.waitSignal(panel.network_chosen) as told:
        qtbot.mouseClick(panel.networks[1], Qt.MouseButton.LeftButton)

    assert told.args == [NetworkName.TWIN]
