"""How the overlay is drawn, and that the choice comes back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.page import FiltersPage
from app.widgets.fields import ChoiceField
from app.widgets.pictures.compute_scene import make_pane
from app.widgets.pictures.overlay_style import AS_EXPORTED, OverlayScale, OverlayStyle
from icnn_engine.core.events import NetworkName
from icnn_engine.figures.common import usual_top
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import settle

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


def pick(qtbot: QtBot, choice: ChoiceField, value: str) -> None:
    """Choose with the keyboard, as a person may."""
    choice.setFocus()
    choice.set_value(choice.itemData(0))
    for _step in range(choice.findData(value)):
        qtbot.keyClick(choice, Qt.Key.Key_Down)


def bytes_of(page: FiltersPage) -> bytes:
    layer = page.detail.trio.own.view.overlay.layer
    assert layer is not None
    return bytes(layer.constBits())


def test_overlays_are_drawn_as_exported_ones_until_something_else_is_chosen(page: FiltersPage) -> None:
    assert page.detail.trio.drawing == AS_EXPORTED


def test_the_colours_that_are_chosen_are_drawn_in_all_pictures_and_on_the_bar(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    before, bar = bytes_of(page), page.detail.trio.colours.grab().toImage()
    pick(qtbot, page.detail.trio.palette_choice, "viridis")
    settle(qtbot, context)

    assert page.detail.trio.drawing.palette == "viridis"
    assert bytes_of(page) != before
    assert page.detail.trio.colours.grab().toImage() != bar


def test_the_colour_bar_says_whether_the_range_is_of_picture_filter_or_run(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    told = {}
    for reach in (OverlayScale.FILTER, OverlayScale.RUN, OverlayScale.PICTURE):
        pick(qtbot, page.detail.trio.reach, reach)
        settle(qtbot, context)
        told[reach] = page.detail.trio.colours.top
    usual = usual_top(fake_run, OWN, context.session.filter)
    highest = max(usual_top(fake_run, OWN, f.index) for f in fake_run.filters)

    assert told[OverlayScale.FILTER] == f"usual peak {usual:.1f}"
    assert told[OverlayScale.RUN] == f"run's peak {highest:.1f}"
    assert told[OverlayScale.PICTURE].startswith("peak here ")


def test_ranges_of_a_pane_are_the_values_they_promise(fake_run: Run) -> None:
    look = look_at(fake_run, 0)
    tops = {reach: make_pane(fake_run, look, OWN, 2, OverlayStyle(reach=reach)).top for reach in OverlayScale}
    peak = float(look.maps[2].max())

    assert tops[OverlayScale.PICTURE] == pytest.approx(max(peak, tops[OverlayScale.FILTER] / 3))
    assert tops[OverlayScale.FILTER] == usual_top(fake_run, OWN, 2)
    assert tops[OverlayScale.RUN] >= tops[OverlayScale.FILTER]


def test_without_smoothing_every_cell_has_one_colour(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    smooth = bytes_of(page)
    qtbot.mouseClick(page.detail.trio.smooth, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    overlay = page.detail.trio.own.view.overlay
    values = np.frombuffer(bytes_of(page), np.uint32)

    assert not overlay.smooth
    assert len(np.unique(values)) < len(np.unique(np.frombuffer(smooth, np.uint32)))
    assert len(np.unique(values)) <= 13 * 13


def test_the_choices_come_back_at_the_next_start(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    trio = page.detail.trio
    pick(qtbot, trio.palette_choice, "magma")
    pick(qtbot, trio.reach, OverlayScale.RUN)
    for button in (trio.smooth, trio.marks, trio.parts):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    trio.opacity.setValue(35)
    again = FiltersPage(context)
    qtbot.addWidget(again)

    assert again.detail.trio.drawing == OverlayStyle("magma", OverlayScale.RUN, smooth=False)
    assert again.detail.trio.opacity.value() == 35
    assert not again.detail.trio.marks.isChecked()
    assert again.detail.trio.parts.isChecked()
