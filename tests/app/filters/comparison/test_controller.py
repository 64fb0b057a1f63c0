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
    return [pair.picture for pair in table.pictures.items[: table.pictures.columnCount()]]


def show_pairs(qtbot: QtBot, page: FiltersPage) -> None:
    show_view(qtbot, page, FilterView.BESIDE)
    qtbot.waitUntil(lambda: page.views.comparison.table.pictures.rowCount() > 0)


def test_both_networks_stand_side_by_side_on_the_same_pictures(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    show_pairs(qtbot, page)
    table = page.views.comparison.table
    wanted = [(network, f) for network in (OWN, TWIN) for f in chosen_filters(run.of(network), 4)]
    pair = (OWN, wanted[0][1], chosen_pictures(run)[0])
    qtbot.waitUntil(lambda: table.pictures.image_of(pair) is not None)

    assert [(row.network, row.filter) for row in table.rows[1:-1]] == wanted
    assert pictures_in(table) == chosen_pictures(run)
    assert table.pictures.image_of(pair).height() == pixels_of(run, *pair, 200).shape[0]


def test_a_click_on_a_picture_alone_looks_at_it_with_the_chosen_filter(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    chosen = context.session.filter
    show_pairs(qtbot, page)
    click(qtbot, page.views.comparison.table, page.views.comparison.table.pictures.index(0, 1))
    qtbot.waitUntil(lambda: context.session.look.picture == chosen_pictures(run)[1])

    assert page.views.view is FilterView.FILTER
    assert context.session.filter == chosen


def test_a_click_on_the_twin_s_cell_opens_the_twin_s_filter_on_that_picture(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    show_pairs(qtbot, page)
    table = page.views.comparison.table
    place = next(i for i, row in enumerate(table.rows) if row.network is TWIN)
    index = table.pictures.index(place, 2)
    table.scrollTo(index)
    click(qtbot, table, index)
    picture = table.pictures.item(index).picture
    qtbot.waitUntil(lambda: context.session.look.picture == picture)

    assert page.views.view is FilterView.FILTER
    assert "twin" in page.detail.trio.own.caption.title.accessibleName().lower()


def test_other_pictures_come_in_turn_and_more_filters_on_request(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    show_pairs(qtbot, page)
    view, table = page.views.comparison, page.views.comparison.table
    qtbot.mouseClick(view.others, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pictures_in(table) == chosen_pictures(run, 6, 6))
    qtbot.mouseClick(view.many, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.pictures.rowCount() > 10)

    assert len(table.rows) == 2 + 2 * 10


def test_a_picture_that_is_gone_says_so_in_its_cells(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    gone = chosen_pictures(run)[0]
    run.picture_path(gone).unlink()
    show_pairs(qtbot, page)
    table = page.views.comparison.table
    row = table.rows[1]
    qtbot.waitUntil(lambda: table.pictures.image_of((row.network, row.filter, gone)) is not None)

    assert table.pictures.image_of((row.network, row.filter, gone)).isNull()
