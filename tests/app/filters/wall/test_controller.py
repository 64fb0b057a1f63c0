"""The wall beside the open run: what warns of a filter, searching, stars, names, orders."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.page import FiltersPage
from app.filters.wall.wall_card import CARD
from app.filters.wall.wall_rows import (
    Card,
    CardWarning,
    FilterContext,
    PartHeading,
    SortBy,
    cards,
    matching_cards,
    sorted_rows,
)
from app.widgets.pictures.scene import SceneMaker
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.notes import Note, Notes
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer, made_page
from tests.app.verdicts import none_holding, unjudged
from tests.fake_run import make_fake_run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, context: Context, run: Run, monkeypatch: pytest.MonkeyPatch) -> FiltersPage:
    monkeypatch.setattr(SceneMaker, "_of", lambda _self, run: FakeExplainer(run))
    return made_page(qtbot, context, run)


def shown(page: FiltersPage) -> list[Card]:
    model = page.panel.wall.model()
    rows = [model.index(row, 0).data(CARD) for row in range(model.rowCount())]
    return [row for row in rows if isinstance(row, Card)]


def test_each_mark_carries_the_number_that_raised_it() -> None:
    bound = Card(0, 0, 0.9, 0.5, 1.0, False, auc=0.4)
    unsteady = Card(1, -1, 0.55, 0.5, 1.0, False, auc=0.9)
    double = Card(2, 0, 0.9, 0.5, 1.0, False, auc=0.9, double=0.98)
    failed = Card(3, -1, 0.9, 0.5, 1.0, False, auc=0.9, failed=2, verdict="fails: mirror, transplant")
    dead = Card(4, -1, math.nan, 0.5, 0.0, True, failed=6)

    assert [c.marks for c in (bound, unsteady, double, failed, dead)] == [
        ((CardWarning.BOUND, 0.4),),
        ((CardWarning.UNSTEADY, 0.55),),
        ((CardWarning.DOUBLE, 0.98),),
        ((CardWarning.FAILED, 2.0),),
        (),
    ]  # fmt: skip


def test_the_difference_is_to_the_other_network_s_filter_of_the_same_rank(run: Run) -> None:
    every = {c.filter: c for c in cards(run.filters, FilterContext(others=run.twin_filters))}
    best = max(run.twin_filters, key=lambda f: (f.group >= 0, -f.group, f.following))
    order = [c.filter for c in sorted_rows(list(every.values()), SortBy.DIFFERENCE)]

    assert every[run.groups()[0][0]].twin == pytest.approx(best.following)
    assert order == sorted(order, key=lambda i: (every[i].dead, -every[i].difference, i))


def test_words_are_sought_in_names_categories_and_numbers() -> None:
    every = [Card(i, i % 2, 0.9, 0.5, 1.0, False, category="fox", name="Left ear" if i == 3 else "") for i in range(5)]

    assert [c.filter for c in matching_cards(every, "ear LEFT", False)] == [3]
    assert [c.filter for c in matching_cards(every, "4", False)] == [4]
    assert [c.filter for c in matching_cards(every, "#2 fox", False)] == [1, 3]


def test_named_parts_are_headed_by_their_names_and_sorted_by_name_first(run: Run) -> None:
    remarks = Notes({(OWN, "part", 1): Note("Tail"), (OWN, "filter", 14): Note("Grass")})
    every = cards(run.filters, FilterContext(remarks=remarks))
    headings = [row.name for row in sorted_rows(every, SortBy.PART) if isinstance(row, PartHeading) and not row.dead]
    by_name = [c.name for c in sorted_rows(every, SortBy.NAME)]

    assert headings == ["", "Tail", "", ""]
    assert by_name[:5] == ["Grass", "Tail", "Tail", "Tail", "Tail"]


def test_searching_and_stars_narrow_the_wall_and_an_empty_one_says_so(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    context.notes.star((OWN, "filter", 4), True)
    qtbot.mouseClick(page.panel.starred, Qt.MouseButton.LeftButton)
    starred = [c.filter for c in shown(page)]
    qtbot.keyClicks(page.panel.search, "nothing like that")
    words = [label.text() for label in page.panel.findChildren(type(page.panel._nothing)) if label.isVisible()]

    assert starred == [4]
    assert shown(page) == []
    assert any("No filter is like that" in text for text in words)


def test_a_name_given_beside_stands_on_the_cards_at_once_and_s_stars_from_the_wall(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    page.panel.filter_chosen.emit(run.groups()[0][0])
    context.notes.name((OWN, "part", 0), "Snout")
    page.panel.wall.setFocus()
    qtbot.keyClick(page.panel.wall, Qt.Key.Key_S)
    named = {c.filter for c in shown(page) if c.name == "Snout"}

    assert named == set(run.groups()[0])
    assert [c.filter for c in shown(page) if c.starred] == [run.groups()[0][0]]


def test_doubles_are_found_behind_and_marked(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    qtbot.waitUntil(lambda: any(c.double >= 0 for c in shown(page)))
    marked = {c.filter for c in shown(page) if any(mark is CardWarning.DOUBLE for mark, _value in c.marks)}

    assert set(run.groups()[0][1:]) <= marked
    assert run.groups()[0][0] not in marked


def test_the_order_comes_back_at_the_next_start(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    page.panel.order.setCurrentIndex(page.panel.order.findData(SortBy.DIFFERENCE))
    again = FiltersPage(context)
    qtbot.addWidget(again)

    assert again.panel.order.currentData() == SortBy.DIFFERENCE


def test_the_wall_says_in_a_sentence_that_no_filter_holds_a_part(page: FiltersPage, context: Context, run: Run) -> None:
    before = page.panel.warning.isVisible()
    context.session.set_run(none_holding(run))

    assert not before
    assert page.panel.warning.isVisible()
    assert page.panel.warning.text().startswith("No filter holds a part: in the mirrored picture")
    assert context.session.filter == closest_filters(none_holding(run).filters)[0]


def test_the_wall_says_that_a_run_was_not_judged(page: FiltersPage, context: Context, run: Run) -> None:
    context.session.set_run(unjudged(run))

    assert page.panel.warning.isVisible()
    assert "not judged by today's tests" in page.panel.warning.text()
    assert len(shown(page)) == len(run.filters)


def test_what_a_filter_reached_in_each_test_stands_beside_it(page: FiltersPage, context: Context, run: Run) -> None:
    context.session.set_filter(run.groups()[0][0])
    holding = page.detail.state, page.detail.tests.texts()
    context.session.set_filter(13)
    failing = page.detail.state, page.detail.tests.texts()
    context.session.set_run(unjudged(run))

    assert holding[0] == "holds part 1, with 5 more"
    assert [text.split(":")[0] for text in holding[1]][:5] == ["shift", "slope", "mirror", "transplant", "enlarged"]
    assert all(", passed" in text for text in holding[1])
    assert failing[0] == "does not hold a part"
    assert ["failed" in text for text in failing[1]] == [True] * 5 + [False] * 3
    assert "not measured" in failing[1][-1]
    assert page.detail.tests.texts() == []
    assert page.detail.state == "group 1, 6 filters; not judged"


def test_a_pair_that_swaps_places_and_too_few_pictures_are_told(run: Run) -> None:
    pair, few = replace(run.filters[13], partner=14), replace(run.filters[13], eligible=3)
    every = cards((pair, few), FilterContext())

    assert [card.verdict for card in every] == ["swaps places with filter 14", "too few pictures"]
