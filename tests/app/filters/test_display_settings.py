"""How the picture of the Filters page is drawn, read cell by cell, and marked with its parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.ablation.effect_bars import EffectBar
from app.filters.page import FiltersPage
from app.widgets.fields import ChoiceField
from app.widgets.pictures.overlay_style import AS_EXPORTED, OverlayScale, OverlayStyle
from app.widgets.pictures.part_markers import NOWHERE
from app.widgets.pictures.picture_view import PictureView
from app.widgets.pictures.scene import SceneMaker, make_pane
from app.widgets.pictures.viewport import point_of
from icnn_engine.core.events import NetworkName
from icnn_engine.core.templates import masks
from icnn_engine.figures.common import usual_top
from icnn_engine.inspection.look import Effects, GroupEffect, look_at, part_spots, stages
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer, be_ready, made_page, settle

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@pytest.fixture(autouse=True)
def explainer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SceneMaker, "_of", lambda _self, run: FakeExplainer(run))


@pytest.fixture
def page(qtbot: QtBot, context: Context, fake_run: Run) -> FiltersPage:
    return made_page(qtbot, context, fake_run)


def pick(qtbot: QtBot, choice: ChoiceField, value: str) -> None:
    """Choose with the keyboard, as a person may."""
    choice.setFocus()
    choice.set_value(choice.itemData(0))
    for _step in range(choice.findData(value)):
        qtbot.keyClick(choice, Qt.Key.Key_Down)


def point(qtbot: QtBot, view: PictureView, x: float, y: float) -> None:
    qtbot.mouseMove(view, point_of(view.picture_rect(), x, y).toPoint())


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


def test_the_range_is_the_picture_s_the_filter_s_or_the_run_s_and_the_bar_says_which(
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


def test_pointing_at_the_picture_tells_map_mask_and_product_and_frames_the_cell_in_all_three(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    trio, look = page.detail.trio, context.session.look
    found = stages(fake_run, look, context.session.filter)
    left, top, right, bottom = fake_run.geometry.box(found.peak, 0.0, 1, 1)
    point(qtbot, trio.own.view, (left + right) / 2, (top + bottom) / 2)
    told, marked = trio.readout.accessibleName(), {view.state.cell for view in trio.views}
    row, column = found.peak
    peak = float(found.feature_map.max())
    strip = page.detail.stages.told.text()

    assert f"Row {row:>2}, column {column:>2}".replace("  ", " \u2007") in told
    assert f"map \u2007\u2007{peak:.2f} × mask \u2007\u20071.00 = \u2007\u2007{peak:.2f}" in told
    assert "CAM: " in told
    assert "Ordinary twin: " in told
    assert len(marked) == 1
    assert marked != {None}
    assert strip.startswith(f"Row {row}, column {column}: map ")


def test_the_readout_is_as_wide_for_every_cell(qtbot: QtBot, page: FiltersPage) -> None:
    view, readout = page.detail.trio.own.view, page.detail.trio.readout
    lengths = set()
    for x in (0.05, 0.3, 0.5, 0.7, 0.95):
        point(qtbot, view, x, 0.5)
        lengths.add(len(readout.accessibleName()))

    assert len(lengths) == 1


def test_the_masks_of_the_released_variant_are_told_as_its_network_uses_them(fake_run: Run) -> None:
    released = replace(fake_run, settings=fake_run.settings.model_copy(update={"variant": "released"}))
    look = look_at(fake_run, 0)
    feature_map, mask, product = make_pane(released, look, OWN, 2).cells

    np.testing.assert_allclose(np.maximum(feature_map * mask, 0), product)
    assert not np.allclose(mask, masks(13)[int(feature_map.argmax())])


def test_all_parts_are_marked_by_their_numbers_and_by_the_names_they_are_given(
    qtbot: QtBot, page: FiltersPage, context: Context, own_run: Run
) -> None:
    context.session.set_run(own_run)
    settle(qtbot, context)
    view, look = page.detail.trio.own.view, context.session.look
    hidden = view.markers
    qtbot.mouseClick(page.detail.trio.parts, Qt.MouseButton.LeftButton)
    numbers = [spot.group for spot in view.markers]
    context.naming.name((OWN, "part", numbers[0]), "Head")
    names = {spot.group: spot.name for spot in view.markers}

    assert hidden == ()
    assert numbers == [spot.group for spot in part_spots(own_run, look)]
    assert names[numbers[0]] == "Head"


def test_parts_are_not_marked_on_the_picture_of_the_twin_which_has_others(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    qtbot.mouseClick(page.detail.trio.parts, Qt.MouseButton.LeftButton)
    marked = page.detail.trio.own.view.markers
    page.choose_network(TWIN)
    settle(qtbot, context)

    assert marked
    assert page.detail.trio.own.view.markers == ()


def test_a_row_lights_its_marker_and_a_marker_its_row(
    qtbot: QtBot, page: FiltersPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    view, effects = page.detail.trio.own.view, page.detail.effects
    qtbot.waitUntil(lambda: len(effects.bars) == 2)
    enter(effects.bars[0])
    lit, seen = view.state.lit, [spot.group for spot in view.markers]
    enter(effects.bars[1])
    qtbot.mouseClick(page.detail.trio.parts, Qt.MouseButton.LeftButton)
    spot = next(spot for spot in view.markers if spot.group == 0)
    point(qtbot, view, spot.x, spot.y)
    rows = [bar.is_lit for bar in effects.bars]
    away(qtbot, page)

    assert (lit, seen) == (0, [0])
    assert rows == [True, False]
    assert view.state.lit == NOWHERE
    assert not effects.bars[0].is_lit


def move(tile: QWidget, at: QPointF) -> None:
    """Move the mouse over a tile at once: no layout comes between, which would give the tile another size."""
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, tile.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(tile, moved)


def enter(bar: EffectBar) -> None:
    """Move the mouse onto a row."""
    middle = QPointF(bar.rect().center())
    QApplication.sendEvent(bar, QEnterEvent(middle, middle, bar.mapToGlobal(middle)))


def away(qtbot: QtBot, page: FiltersPage) -> None:
    """Move the mouse to a corner of the picture where nothing is."""
    point(qtbot, page.detail.trio.own.view, 0.01, 0.01)


def test_a_click_on_a_marker_looks_at_its_filter_on_the_same_picture(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    view, look = page.detail.trio.own.view, context.session.look
    qtbot.mouseClick(page.detail.trio.parts, Qt.MouseButton.LeftButton)
    spot = next(spot for spot in view.markers if spot.filter != context.session.filter)
    at = point_of(view.picture_rect(), spot.x, spot.y).toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, context)

    assert context.session.filter == spot.filter
    assert context.session.look is look


def test_space_zoom_and_0_work_from_the_picture(qtbot: QtBot, page: FiltersPage) -> None:
    trio = page.detail.trio
    trio.own.view.setFocus()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Space):
        qtbot.keyClick(trio.own.view, key)
    zoomed = [view.viewport.zoom for view in trio.views]
    shown = trio.own.view.state.overlay_shown
    qtbot.keyClick(trio.own.view, Qt.Key.Key_0)

    assert min(zoomed) > 1
    assert len(set(zoomed)) == 1
    assert not shown
    assert all(view.viewport.zoom == 1 for view in trio.views)


def test_the_stages_of_the_released_variant_have_cells_of_their_own_and_stay_unmarked(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    released = replace(fake_run, settings=fake_run.settings.model_copy(update={"variant": "released"}))
    context.session.set_run(released)
    settle(qtbot, context)
    strip = page.detail.stages.told.text()
    point(qtbot, page.detail.trio.own.view, 0.95, 0.95)

    assert page.detail.trio.own.view.state.cell is not None
    assert page.detail.stages.told.text() == strip


def test_beside_the_stages_stand_cam_s_own_and_a_cell_tells_their_sum(
    qtbot: QtBot, page: FiltersPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    strip, cam = page.detail.cam_stages, context.session.look.cam
    qtbot.waitUntil(lambda: strip.names[0] != "")
    row, column = divmod(int(cam.argmax()), 13)
    side = strip.tiles[4].width() / 13
    move(strip.tiles[4], QPointF((column + 0.5) * side, (row + 0.5) * side))
    told, framed = strip.told.text(), page.detail.trio.cam.view.state.cell

    assert strip.names[3:] == ("All other filters", "Sum: CAM")
    assert told.startswith(f"Row {row}, column {column}: ")
    assert told.endswith(f"= CAM {cam.max():.2f}")
    assert framed is not None


def test_where_no_part_alone_changes_the_answer_the_page_says_so(
    qtbot: QtBot, page: FiltersPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    sure = Effects(1.0, (GroupEffect(0, (0, 1), 0.001), GroupEffect(1, (3,), 0.0)), 0.5)
    monkeypatch.setattr(FakeExplainer, "effects", lambda _self, _look: sure)
    be_ready(context, monkeypatch)
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 2)

    assert "No part alone changes this answer" in page.detail.effects.told.text()
