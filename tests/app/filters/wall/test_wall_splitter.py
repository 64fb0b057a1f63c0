"""The wall beside the views, or in their place where both have no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from tests.app.filters.filters_page import show_view


def test_in_a_narrow_window_the_wall_takes_the_place_of_the_filter_and_a_choice_leads_back(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    wide = page.panel.isVisible(), page.splitter.to_wall.isVisible()
    page.resize(700, 420)
    narrow = page.panel.isVisible(), page.splitter.to_wall.isVisible()
    qtbot.mouseClick(page.splitter.to_wall, Qt.MouseButton.LeftButton)
    opened = page.panel.isVisible(), page.views.isVisible()
    page.panel.filter_chosen.emit(3)
    chosen = page.panel.isVisible(), page.views.isVisible()
    qtbot.mouseClick(page.splitter.to_wall, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.splitter.to_views, Qt.MouseButton.LeftButton)

    assert (wide, narrow, opened, chosen) == ((True, False), (False, True), (True, False), (False, True))
    assert page.views.isVisible()
    assert context.session.filter == 3


@pytest.mark.parametrize("view", [FilterView.PARTS, FilterView.FILTER, FilterView.PLACES])
def test_a_page_that_was_wide_can_become_as_narrow_as_a_small_laptop_has_room(
    qtbot: QtBot, page: FiltersPage, view: FilterView
) -> None:
    show_view(qtbot, page, view)
    QApplication.processEvents()

    assert page.minimumSizeHint().width() <= 708


def test_beside_the_wall_the_view_of_a_filter_is_never_wider_than_its_place(qtbot: QtBot, page: FiltersPage) -> None:
    show_view(qtbot, page, FilterView.FILTER)
    bar = page.detail.horizontalScrollBar()
    for width in range(744, 1200, 50):
        page.resize(width, 500)
        qtbot.waitUntil(lambda: bar.maximum() == 0)

        assert page.detail.widget().width() <= page.detail.viewport().width()
