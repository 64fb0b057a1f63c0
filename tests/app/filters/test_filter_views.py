"""Which view is on show."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import show_view


def test_the_view_comes_back_at_the_next_start_and_the_wall_leads_out_of_it(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    show_view(qtbot, page, FilterView.BESIDE)
    again = FiltersPage(context)
    qtbot.addWidget(again)
    came_back = again.views.view
    again.panel.filter_chosen.emit(3)

    assert came_back is FilterView.BESIDE
    assert again.views.view is FilterView.FILTER


def test_without_a_run_nothing_is_left_of_the_last_one(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    show_view(qtbot, page, FilterView.ANSWERS)
    qtbot.waitUntil(lambda: page.views.predictions.table.counts.rowCount() > 0)
    context.session.set_run(None)

    assert page.is_empty
    assert not context.lane.busy("review")


def test_a_newly_opened_run_shows_its_parts_and_the_last_run_the_view_it_was_left_in(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, several_run: Run
) -> None:
    show_view(qtbot, page, FilterView.BESIDE)
    context.session.set_run(several_run)
    newly = page.views.view
    show_view(qtbot, page, FilterView.ANSWERS)
    context.session.set_run(replace(several_run))
    same = page.views.view
    context.session.set_run(fake_run)

    assert (newly, same, page.views.view) == (FilterView.PARTS, FilterView.ANSWERS, FilterView.PARTS)


def test_the_wall_stands_only_beside_views_of_the_chosen_filter(qtbot: QtBot, page: FiltersPage) -> None:
    beside = {}
    for view in FilterView:
        show_view(qtbot, page, view)
        beside[view] = page.panel.isVisible()

    assert [view for view in FilterView if beside[view]] == [FilterView.FILTER, FilterView.PLACES]
