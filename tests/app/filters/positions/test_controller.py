"""Where parts lie: every part, or one of them, on a typical picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from app.filters.positions.positions_view import ALL
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.positions import positions_of
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import empty_page, open_page, show_view

OWN = NetworkName.INTERPRETABLE


def show_places(qtbot: QtBot, page: FiltersPage) -> None:
    show_view(qtbot, page, FilterView.PLACES)
    qtbot.waitUntil(lambda: bool(page.views.positions.map.clouds))


def test_all_parts_are_drawn_on_a_typical_picture_with_their_names_to_choose_from(
    qtbot: QtBot, page: FiltersPage, run: Run
) -> None:
    show_places(qtbot, page)
    places = page.views.positions
    own = np.median(positions_of(run, OWN, run.groups()[1][:1]).places, axis=0)
    qtbot.waitUntil(lambda: places.map.box().width() != places.map.box().height())  # the picture is there

    assert [places.buttons[key].accessibleName() for key in (ALL, 0, 1, 2)] == [
        "All parts",
        "Part 1",
        "Part 2",
        "Part 3",
    ]
    assert places.buttons[ALL].isChecked()
    assert [cloud.group for cloud in places.map.clouds] == [0, 1, 2]
    assert places.map.clouds[1].middle == pytest.approx(tuple(own))
    assert "A dense spot means" in places.reading.text()
    assert "a scattered cloud that it moves" in places.reading.text()


def test_one_part_is_shown_alone_and_leads_to_its_filter(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_places(qtbot, page)
    places = page.views.positions
    qtbot.mouseClick(places.buttons[1], Qt.MouseButton.LeftButton)
    shown, told = [cloud.group for cloud in places.map.clouds], places.told.text()
    qtbot.mouseClick(places.look, Qt.MouseButton.LeftButton)

    assert shown == [1]
    assert told.startswith("Part 2 is ")
    assert page.views.view is FilterView.FILTER
    assert context.session.filter == run.groups()[1][0]


def test_the_part_of_a_chosen_filter_is_shown_and_a_disc_opens_a_picture(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    show_places(qtbot, page)
    places = page.views.positions
    page.panel.filter_chosen.emit(6)
    qtbot.waitUntil(lambda: [cloud.group for cloud in places.map.clouds] == [1])
    best = places.map.clouds[0].best
    row, column = np.argwhere(best >= 0)[0]
    box, cells = places.map.box(), len(best)
    x, y = (box.x() + (column + 0.5) * box.width() / cells, box.y() + (row + 0.5) * box.height() / cells)
    qtbot.mouseClick(places.map, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: context.session.look.picture == best[row, column])

    assert page.views.view is FilterView.FILTER
    assert context.session.filter == places.map.clouds[0].filter


def test_of_several_categories_only_the_parts_of_one_share_a_picture(
    qtbot: QtBot, context: Context, several_run: Run
) -> None:
    page = empty_page(qtbot, context)
    open_page(qtbot, context, several_run)
    show_places(qtbot, page)

    assert {cloud.category for cloud in page.views.positions.map.clouds} == {several_run.filters[0].category}


def test_without_parts_the_view_says_so(qtbot: QtBot, context: Context, fake_run: Run) -> None:
    page = empty_page(qtbot, context)
    open_page(qtbot, context, replace(fake_run, filters=tuple(replace(f, group=-1) for f in fake_run.filters)))
    show_view(qtbot, page, FilterView.PLACES)

    qtbot.waitUntil(lambda: "holds a part" in page.views.positions.told.text())
