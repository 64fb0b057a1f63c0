"""The views beside the chosen filter's: answers, positions, both networks side by side."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.comparison.network_comparison import pixels_of
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from app.filters.positions.positions import PositionSubject
from app.widgets.pictures.scene import SceneMaker
from icnn_engine.core.events import NetworkName
from icnn_engine.figures.comparison import chosen_filters, chosen_pictures
from icnn_engine.inspection.positions import positions_of
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer, made_page, settle
from tests.fake_run import held_out, make_fake_run, with_answers

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@pytest.fixture(autouse=True)
def explainer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SceneMaker, "_of", lambda _self, run: FakeExplainer(run))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """One creature is missed, and one background taken for a creature; the others are answered surely."""
    plain = make_fake_run(tmp_path)
    creatures, others = held_out(plain, 0), held_out(plain, -1)
    sure = dict.fromkeys(creatures, 0.99) | dict.fromkeys(others, 0.01)
    return with_answers(plain, sure | {creatures[0]: 0.1, others[0]: 0.7})


@pytest.fixture
def page(qtbot: QtBot, context: Context, run: Run) -> FiltersPage:
    return made_page(qtbot, context, run)


def show(qtbot: QtBot, page: FiltersPage, view: FilterView) -> None:
    qtbot.mouseClick(page.survey.views.buttons.button(view), Qt.MouseButton.LeftButton)


def click(qtbot: QtBot, table: object, index: QModelIndex) -> None:
    middle = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def show_answers(qtbot: QtBot, page: FiltersPage) -> None:
    show(qtbot, page, FilterView.ANSWERS)
    qtbot.waitUntil(lambda: page.survey.answers.picture >= 0)


def listed(page: FiltersPage) -> list[int]:
    return [row.picture for row in page.survey.answers.list.model_.rows]


def test_wrong_answers_are_listed_and_the_first_stands_beside_one_that_was_right(
    qtbot: QtBot, page: FiltersPage, run: Run
) -> None:
    show_answers(qtbot, page)
    answers = page.survey.answers

    assert listed(page) == [held_out(run, 0)[0], held_out(run, -1)[0]]
    assert answers.picture == held_out(run, 0)[0]
    assert answers.here.view.overlay.layer is not None
    assert answers.there.view.overlay.layer is not None
    assert [bar.pair.group for bar in answers.parts.bars] == [0, 1, 2]


def test_a_number_of_the_table_lists_its_pictures_and_taking_it_back_lists_the_doubtful(
    qtbot: QtBot, page: FiltersPage, run: Run
) -> None:
    show_answers(qtbot, page)
    table = page.survey.answers.table
    click(qtbot, table, table.model().index(1, 0))  # shows the background, answered creature
    qtbot.waitUntil(lambda: len(listed(page)) == 1)
    of_cell = listed(page)
    qtbot.mouseClick(page.survey.answers.all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(listed(page)) > 2)

    assert of_cell == [held_out(run, -1)[0]]
    assert set(listed(page)) == set(held_out(run, 0)) | set(held_out(run, -1))


def test_pictures_it_was_trained_on_are_told_apart_and_come_on_request(qtbot: QtBot, page: FiltersPage) -> None:
    show_answers(qtbot, page)
    kept_out = page.survey.answers.table.model_.data(page.survey.answers.table.model().index(1, 1))
    qtbot.mouseClick(page.survey.answers.trained, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    model = page.survey.answers.table.model_
    qtbot.waitUntil(lambda: model.data(model.index(1, 1)) != kept_out)

    assert int(model.data(model.index(1, 1))) > int(kept_out)


def test_a_part_of_a_wrong_answer_opens_its_filter_on_that_picture(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_answers(qtbot, page)
    bar = page.survey.answers.parts.bars[1]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    qtbot.waitUntil(lambda: context.session.look.picture == held_out(run, 0)[0])

    assert page.survey.view is FilterView.FILTER
    assert context.session.filter == bar.pair.filter


def test_space_hides_the_parts_over_the_answers_pictures(qtbot: QtBot, page: FiltersPage) -> None:
    show_answers(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_Space)

    assert not page.survey.answers.overlay.isChecked()
    assert page.detail.trio.shown.isChecked()


def test_a_name_given_meanwhile_is_shown_among_the_parts(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    show_answers(qtbot, page)
    bar = page.survey.answers.parts.bars[0]
    context.notes.name((OWN, "part", bar.pair.group), "Snout")

    assert page.survey.answers.parts.bars[0].pair.name == "Snout"


def test_where_parts_lie_draws_every_part_and_its_list_leads_to_its_filter(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show(qtbot, page, FilterView.PLACES)
    places = page.survey.places
    qtbot.waitUntil(lambda: len(places.rows) == len(run.groups()))
    middles = [cloud.middle for cloud in places.own.drawn.clouds]
    own = positions_of(run, OWN, run.groups()[1][:1]).places.mean(0)
    qtbot.mouseClick(places.rows[1], Qt.MouseButton.LeftButton)

    assert middles[1] == pytest.approx(tuple(own))
    assert page.survey.view is FilterView.FILTER
    assert context.session.filter == run.groups()[1][0]


def test_the_chosen_filter_s_peaks_follow_the_wall_and_a_disc_opens_its_strongest_picture(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    show(qtbot, page, FilterView.PLACES)
    places = page.survey.places
    qtbot.mouseClick(places.subjects[PositionSubject.FILTER], Qt.MouseButton.LeftButton)
    page.panel.filter_chosen.emit(6)
    qtbot.waitUntil(lambda: [cloud.filter for cloud in places.own.drawn.clouds] == [6])
    best = places.own.drawn.clouds[0].best
    row, column = np.argwhere(best >= 0)[0]
    square, cells = places.own.square(), len(best)
    x, y = (square.x() + (column + 0.5) * square.width() / cells, square.y() + (row + 0.5) * square.height() / cells)
    qtbot.mouseClick(places.own, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: context.session.look.picture == best[row, column])

    assert page.survey.view is FilterView.FILTER
    assert context.session.filter == 6


def show_pairs(qtbot: QtBot, page: FiltersPage) -> None:
    show(qtbot, page, FilterView.BESIDE)
    qtbot.waitUntil(lambda: page.survey.pairs.table.model_.columnCount() > 0)


def test_both_networks_stand_side_by_side_on_the_same_pictures(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    show_pairs(qtbot, page)
    model = page.survey.pairs.table.model_
    wanted = [(network, f) for network in (OWN, TWIN) for f in chosen_filters(run.of(network), 4)]
    pair = (OWN, wanted[0][1], chosen_pictures(run)[0])
    qtbot.waitUntil(lambda: model.images.get(pair) is not None)

    assert [(row.network, row.filter) for row in model.rows[1:-1]] == wanted
    assert [picture for picture, _name in model.pictures] == chosen_pictures(run)
    assert model.images[pair].height() == pixels_of(run, *pair, 200).shape[0]


def test_a_click_on_the_twin_s_cell_opens_the_twin_s_filter_on_that_picture(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    show_pairs(qtbot, page)
    table = page.survey.pairs.table
    place = next(i for i, row in enumerate(table.model_.rows) if row.network is TWIN)
    index = table.model_.index(place, 2)
    table.scrollTo(index)
    click(qtbot, table, index)
    picture = table.model_.pictures[2][0]
    qtbot.waitUntil(lambda: context.session.look.picture == picture)

    assert page.survey.view is FilterView.FILTER
    assert "twin" in page.detail.trio.own.caption.title.accessibleName().lower()


def test_other_pictures_come_in_turn_and_more_filters_on_request(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    show_pairs(qtbot, page)
    view, model = page.survey.pairs, page.survey.pairs.table.model_
    qtbot.mouseClick(view.others, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [p for p, _name in model.pictures] == chosen_pictures(run, 6, 6))
    qtbot.mouseClick(view.many, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: model.rowCount() > 10)

    assert len(model.rows) == 2 + 2 * 10


def test_a_picture_that_is_gone_says_so_in_its_cells(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    gone = chosen_pictures(run)[0]
    run.picture_path(gone).unlink()
    show_pairs(qtbot, page)
    model = page.survey.pairs.table.model_
    row = model.rows[1]
    qtbot.waitUntil(lambda: (row.network, row.filter, gone) in model.images)

    assert model.images[row.network, row.filter, gone] is None


def test_the_view_comes_back_at_the_next_start_and_a_filter_of_the_wall_leads_out_of_it(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    show_pairs(qtbot, page)
    again = FiltersPage(context)
    qtbot.addWidget(again)
    came_back = again.survey.view
    again.panel.filter_chosen.emit(3)

    assert came_back is FilterView.BESIDE
    assert again.survey.view is FilterView.FILTER


def test_without_a_run_nothing_is_left_of_the_last_one(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    show_answers(qtbot, page)
    context.session.set_run(None)

    assert page.is_empty
    assert not context.lane.busy("review")
