"""Opening a run, choosing filters of both networks, keys of the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from app.widgets.pictures.compute_scene import strongest_filter
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import empty_page, made_page, open_page, settle

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> FiltersPage:
    return empty_page(qtbot, context)


DEAD = 15  # of the fake run's filters


def test_without_a_run_the_page_says_what_to_do(page: FiltersPage) -> None:
    assert page.is_empty


def test_a_run_opens_on_its_best_filter_and_that_filter_s_best_picture(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    first = fake_run.groups()[0][0]

    assert not page.is_empty
    assert context.session.filter == page.panel.wall.current() == first
    assert context.session.look.picture == best_pictures(fake_run, OWN, first, 1)[0].picture
    assert page.detail.trio.own.view.overlay.layer is not None


def test_a_click_on_a_filter_shows_overlay_field_peak_best_pictures_and_figures(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    page.panel.filter_chosen.emit(6)
    settle(qtbot, context)
    best = best_pictures(fake_run, OWN, 6, 12)
    overlay = page.detail.trio.own.view.overlay
    geometry, (row, column) = fake_run.geometry, best[0].cell

    assert context.session.filter == 6
    assert context.session.look.picture == best[0].picture
    assert overlay.peak == pytest.approx(((geometry.centre(column) + 0.5) / 224, (geometry.centre(row) + 0.5) / 224))
    assert [one.best for one in page.detail.strip.crops.pictures.items] == list(best)
    assert "filter 6" in page.detail.trio.own.caption.title.accessibleName()
    assert page.detail.facts.texts()[0] == "Following: 0.85"


def test_beside_it_stand_cam_and_the_twin_s_strongest_filter_and_the_page_says_so(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    strongest = strongest_filter(context.session.look, TWIN)
    trio = page.detail.trio

    assert trio.cam.caption.title.accessibleName() == "CAM"
    assert f"filter {strongest}" in trio.other.caption.title.accessibleName()
    assert "strongest" in trio.other.caption.line.accessibleName()
    assert not trio.strongest.isVisible()


def test_a_filter_chosen_on_the_twin_s_wall_stands_beside_the_interpretable_one(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    qtbot.mouseClick(page.panel.networks[1], Qt.MouseButton.LeftButton)
    page.panel.filter_chosen.emit(9)
    settle(qtbot, context)
    on_twin = page.detail.trio.own.caption.title.accessibleName()
    qtbot.mouseClick(page.panel.networks[0], Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    other = page.detail.trio.other.caption

    assert on_twin == "Ordinary twin, filter 9"
    assert other.title.accessibleName() == "Ordinary twin, filter 9"
    assert "chosen" in other.line.accessibleName()

    qtbot.mouseClick(page.detail.trio.strongest, Qt.MouseButton.LeftButton)
    settle(qtbot, context)

    assert "strongest" in other.line.accessibleName()


def test_space_toggles_the_overlay_from_wall_pictures_and_crops(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    shown = []
    for widget in (page.panel.wall, page.detail.trio.own.view, page.detail.strip.crops):
        qtbot.keyClick(widget, Qt.Key.Key_Space)
        shown.append(page.detail.trio.own.view.state.overlay_shown)

    assert shown == [False, True, False]


def test_with_several_categories_a_filter_shows_its_own_and_the_answer_names_them(
    qtbot: QtBot, page: FiltersPage, context: Context, several_run: Run
) -> None:
    open_page(qtbot, context, several_run)
    page.panel.filter_chosen.emit(10)
    settle(qtbot, context)
    trio = page.detail.trio

    assert "insect · holds part 3" in page.detail.state
    assert trio.own.caption.line.accessibleName().startswith("insect 97 % · creature 2 %")
    assert trio.cam.caption.line.accessibleName() == "insect: 93 %"
    assert page.detail.answer.text() == "This is an insect: 97 %"
    assert page.panel.category.isVisible()


def test_a_background_bound_filter_says_so(qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run) -> None:
    open_page(qtbot, context, fake_run)
    page.panel.filter_chosen.emit(13)

    assert "Stronger than background: 0.62 background-bound" in page.detail.facts.texts()


def test_a_dead_filter_is_shown_without_crops_and_without_a_fall(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    page.panel.filter_chosen.emit(DEAD)
    settle(qtbot, context)
    page.grab()

    assert not page.detail.strip.crops.pictures.items
    assert page.detail.trio.own.view.overlay.box is None


def test_the_filter_that_was_open_last_time_is_shown_again(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    context.session.set_filter(9)
    settle(qtbot, context)

    assert page.panel.wall.current() == 9
    assert "filter 9" in page.detail.trio.own.caption.title.accessibleName()


def test_closing_the_run_empties_the_page(qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run) -> None:
    open_page(qtbot, context, fake_run)
    context.session.set_run(None)

    assert page.is_empty


def test_the_buttons_of_the_views_stay_in_their_place(qtbot: QtBot, context: Context, fake_run: Run) -> None:
    page = made_page(qtbot, context, fake_run)
    places = []
    for view in FilterView:
        page.views.show_view(view)
        QApplication.processEvents()
        places.append(page.views.bar.mapTo(page, page.views.bar.rect().topLeft()))

    assert len(set(map(str, places))) == 1


def test_whoever_comes_back_to_the_parts_sees_all_of_them(qtbot: QtBot, context: Context, fake_run: Run) -> None:
    page = made_page(qtbot, context, fake_run)
    page.views.name_parts()
    qtbot.waitUntil(lambda: page.views.parts.is_naming)
    page.views.show_filter()
    context.requests.parts.emit()

    assert page.views.view is FilterView.PARTS
    assert not page.views.parts.is_naming
