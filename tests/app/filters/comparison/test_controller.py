"""Both networks side by side on the same pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.comparison.network_comparison import pixels_of
from app.filters.comparison.side_by_side import PairTable
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from icnn_engine.core.events import NetworkName
from icnn_engine.figures.comparison import chosen_filters, chosen_pictures
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import click, show_view
from tests.fake_run import make_fake_run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path)


def pictures_in(table: PairTable) -> list[int]:
    """The pictures of the first filter."""
    return [pair.picture for pair in table.pictures.items[: table.count]]


def show_pairs(qtbot: QtBot, page: FiltersPage) -> None:
    show_view(qtbot, page, FilterView.BESIDE)
    qtbot.waitUntil(lambda: page.views.comparison.table.pictures.rowCount() > 0)


def filters_in(table: PairTable) -> list[tuple[NetworkName, int]]:
    """The filters in reading order."""
    return [(pair.row.network, pair.row.filter) for pair in table.pictures.items[:: table.count]]


def pairs_of(run: Run, count: int) -> list[tuple[NetworkName, int]]:
    """The k-th filter of one network, then the k-th of the other."""
    chosen = zip(*(chosen_filters(run.of(network), count) for network in (OWN, TWIN)), strict=True)
    return [key for own, twin in chosen for key in ((OWN, own), (TWIN, twin))]


def test_each_row_has_the_filters_of_both_networks_on_the_same_pictures(
    qtbot: QtBot, page: FiltersPage, run: Run
) -> None:
    page.resize(1900, 1000)
    show_pairs(qtbot, page)
    table = page.views.comparison.table
    qtbot.waitUntil(lambda: pictures_in(table) == chosen_pictures(run, 4))
    pair = (OWN, pairs_of(run, 4)[0][1], chosen_pictures(run)[0])
    qtbot.waitUntil(lambda: table.pictures.image_of(pair) is not None)
    first = [table.pictures.item(table.pictures.index(0, column)) for column in range(8)]

    assert filters_in(table) == pairs_of(run, 4)
    assert [item.row.network for item in first] == [OWN] * 4 + [TWIN] * 4
    assert [item.picture for item in first] == chosen_pictures(run, 4) * 2
    assert page.views.comparison.heads.isVisible()
    assert table.pictures.image_of(pair).height() == pixels_of(run, *pair, 260).shape[0]


def test_in_a_narrow_window_each_filter_stands_above_its_counterpart(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    show_pairs(qtbot, page)
    table = page.views.comparison.table
    table.setFixedWidth(420)
    qtbot.waitUntil(lambda: table.is_stacked and pictures_in(table) == chosen_pictures(run, 3))
    qtbot.waitUntil(lambda: not page.views.comparison.heads.isVisible())
    column = [table.pictures.item(table.pictures.index(line, 0)) for line in range(table.pictures.rowCount())]
    table.setFixedWidth(900)
    qtbot.waitUntil(lambda: page.views.comparison.heads.height() > 10)

    assert [(pair.row.network, pair.row.filter) for pair in column] == pairs_of(run, 4)


def test_a_click_on_a_cell_opens_its_filter_on_that_picture(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_pairs(qtbot, page)
    table = page.views.comparison.table
    index = table.pictures.index(1, 1)
    table.scrollTo(index)
    pair = table.pictures.item(index)
    click(qtbot, table, index)
    qtbot.waitUntil(lambda: context.session.look.picture == pair.picture)

    assert page.views.view is FilterView.FILTER
    assert context.session.filter == pair.row.filter == pairs_of(run, 4)[2][1]


def test_a_click_on_the_twin_s_cell_opens_the_twin_s_filter_on_that_picture(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    show_pairs(qtbot, page)
    table = page.views.comparison.table
    index = table.pictures.index_of(next(pair.key for pair in table.pictures.items if pair.row.network is TWIN))
    table.scrollTo(index)
    picture = table.pictures.item(index).picture
    click(qtbot, table, index)
    qtbot.waitUntil(lambda: context.session.look.picture == picture)

    assert page.views.view is FilterView.FILTER
    assert "twin" in page.detail.trio.own.caption.title.accessibleName().lower()


def test_other_pictures_come_in_turn_and_more_filters_on_request(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    show_pairs(qtbot, page)
    view, table = page.views.comparison, page.views.comparison.table
    qtbot.waitUntil(lambda: pictures_in(table) == chosen_pictures(run, table.count))
    qtbot.mouseClick(view.others, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pictures_in(table) == chosen_pictures(run, table.count, table.count))
    qtbot.mouseClick(view.many, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filters_in(table) == pairs_of(run, 10))


def test_a_picture_that_is_gone_says_so_in_its_cells(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    gone = chosen_pictures(run)[0]
    run.picture_path(gone).unlink()
    show_pairs(qtbot, page)
    table = page.views.comparison.table
    key = next(pair.key for pair in table.pictures.items if pair.picture == gone)
    qtbot.waitUntil(lambda: table.pictures.image_of(key) is not None)

    assert table.pictures.image_of(key).isNull()
