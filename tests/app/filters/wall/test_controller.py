"""The wall beside the open run: searching, stars, names, the order, warnings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.page import FiltersPage
from app.filters.wall.wall_rows import (
    Card,
    SortBy,
)
from app.widgets.pictures.picture_model import ITEM
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.verdict_words import holding_sentence
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.run_folder import Run
from tests.app.verdicts import none_holding, unjudged
from tests.fake_run import make_fake_run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path)


def shown(page: FiltersPage) -> list[Card]:
    model = page.panel.wall.model()
    rows = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
    return [row for row in rows if isinstance(row, Card)]


def test_searching_and_stars_narrow_the_wall_and_an_empty_one_says_so(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    context.notes.star((OWN, "filter", 4), True)
    qtbot.mouseClick(page.panel.starred, Qt.MouseButton.LeftButton)
    starred = [c.filter.index for c in shown(page)]
    qtbot.keyClicks(page.panel.search, "nothing like that")

    assert starred == [4]
    assert shown(page) == []
    assert page.panel.nothing.isVisible()
    assert "No filter is like that" in page.panel.nothing.text()


def test_a_name_given_beside_stands_on_the_cards_at_once_and_s_stars_from_the_wall(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    page.panel.filter_chosen.emit(run.groups()[0][0])
    context.notes.name((OWN, "part", 0), "Snout")
    page.panel.wall.setFocus()
    qtbot.keyClick(page.panel.wall, Qt.Key.Key_S)
    qtbot.keyClick(page.panel.wall, Qt.Key.Key_Return)
    named = {c.filter.index for c in shown(page) if c.name == "Snout"}

    assert named == set(run.groups()[0])
    assert [c.filter.index for c in shown(page) if c.starred] == [run.groups()[0][0]]


def test_a_folded_filter_that_is_chosen_elsewhere_unfolds_its_part_until_another_run_is_opened(
    page: FiltersPage, context: Context, run: Run, fake_run: Run
) -> None:
    last = run.groups()[0][-1]
    folded = [c.filter.index for c in shown(page)]
    context.session.set_filter(last)
    unfolded = [c.filter.index for c in shown(page)]
    context.session.set_run(fake_run)

    assert last not in folded
    assert page.panel.wall.current() != last
    assert set(unfolded) >= set(run.groups()[0])
    assert [c.filter.index for c in shown(page)] == folded


def test_the_title_says_the_name_first_once_the_part_has_one(page: FiltersPage, context: Context, run: Run) -> None:
    first = run.groups()[0][0]
    before = page.detail.title
    context.notes.name((OWN, "part", 0), "Snout")

    assert before == f"Part 1 · filter {first}"
    assert page.detail.title == f"Snout · part 1 · filter {first}"


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
    assert [c.filter.index for c in shown(page)][:3] == [members[0] for members in run.groups()]


def test_what_a_filter_reached_in_each_test_stands_beside_it(page: FiltersPage, context: Context, run: Run) -> None:
    context.session.set_filter(run.groups()[0][0])
    holding = page.detail.state, page.detail.tests.texts()
    context.session.set_filter(13)
    failing = page.detail.state, page.detail.tests.texts()
    context.session.set_run(unjudged(run))

    assert holding[0] == "holds part 1, with 5 more"
    names = [text.split(":")[0] for text in holding[1]]
    assert names[:5] == ["Shift", "Distance moved", "Mirror", "Transplant", "Enlarged"]
    assert all(", passed" in text for text in holding[1])
    assert failing[0] == "does not hold a part"
    assert ["failed" in text for text in failing[1]] == [True] * 5 + [False] * 3
    assert "not measured" in failing[1][-1]
    assert page.detail.tests.texts() == []
    assert page.detail.state == "group 1, 6 filters; not judged"


def test_the_wall_counts_its_parts_in_the_sentence_that_the_report_uses(page: FiltersPage, run: Run) -> None:
    note = page.panel._note.text()

    assert note.startswith(holding_sentence(run.filters).removesuffix("."))
    assert "parts." not in note
    assert "2 of all 16, holding or not, answer to the background" in note
