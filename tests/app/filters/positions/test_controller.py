"""Where parts lie: every part, and the chosen filter's peaks."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from app.filters.positions.positions import PositionSubject
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.positions import positions_of
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import show_view

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


def test_where_parts_lie_draws_every_part_and_its_list_leads_to_its_filter(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_view(qtbot, page, FilterView.PLACES)
    places = page.views.positions
    qtbot.waitUntil(lambda: len(places.rows) == len(run.groups()))
    middles = [cloud.middle for cloud in places.own.clouds]
    own = positions_of(run, OWN, run.groups()[1][:1]).places.mean(0)
    qtbot.mouseClick(places.rows[1], Qt.MouseButton.LeftButton)

    assert middles[1] == pytest.approx(tuple(own))
    assert page.views.view is FilterView.FILTER
    assert context.session.filter == run.groups()[1][0]


def test_the_chosen_filter_s_peaks_are_shown_and_a_disc_opens_its_best_picture(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    show_view(qtbot, page, FilterView.PLACES)
    places = page.views.positions
    qtbot.mouseClick(places.subjects[PositionSubject.FILTER], Qt.MouseButton.LeftButton)
    page.panel.filter_chosen.emit(6)
    qtbot.waitUntil(lambda: [cloud.filter for cloud in places.own.clouds] == [6])
    best = places.own.clouds[0].best
    row, column = np.argwhere(best >= 0)[0]
    square, cells = places.own.square(), len(best)
    x, y = (square.x() + (column + 0.5) * square.width() / cells, square.y() + (row + 0.5) * square.height() / cells)
    qtbot.mouseClick(places.own, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: context.session.look.picture == best[row, column])

    assert page.views.view is FilterView.FILTER
    assert context.session.filter == 6
