"""Cells and parts of the picture on show: readouts, stages, markers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.page import FiltersPage
from app.widgets.pictures.compute_scene import make_pane
from app.widgets.pictures.viewport import point_of
from icnn_engine.core.events import NetworkName
from icnn_engine.core.templates import masks
from icnn_engine.inspection.look import look_at, part_spots
from icnn_engine.inspection.stages import stages
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import be_ready, move, open_page, point, settle

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


def test_pointing_at_the_picture_tells_the_cell_s_numbers_and_frames_it_in_all_three(
    page: FiltersPage, context: Context, fake_run: Run
) -> None:
    trio, look = page.detail.trio, context.session.look
    found = stages(fake_run, look, context.session.filter)
    left, top, right, bottom = fake_run.geometry.box(found.peak, 0.0, 1, 1)
    point(trio.own.view, (left + right) / 2, (top + bottom) / 2)
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


def test_the_readout_is_as_wide_for_every_cell(page: FiltersPage) -> None:
    view, readout = page.detail.trio.own.view, page.detail.trio.readout
    lengths = set()
    for x in (0.05, 0.3, 0.5, 0.7, 0.95):
        point(view, x, 0.5)
        lengths.add(len(readout.accessibleName()))

    assert len(lengths) == 1


def test_masks_of_the_released_variant_are_those_that_its_network_uses(fake_run: Run) -> None:
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
    context.notes.name((OWN, "part", numbers[0]), "Head")
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


def test_the_stages_of_the_released_variant_have_other_cells_and_stay_unmarked(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    released = replace(fake_run, settings=fake_run.settings.model_copy(update={"variant": "released"}))
    context.session.set_run(released)
    settle(qtbot, context)
    strip = page.detail.stages.told.text()
    point(page.detail.trio.own.view, 0.95, 0.95)

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


def test_the_stages_of_the_released_variant_are_those_of_the_pooled_map(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    released = fake_run.settings.model_copy(update={"variant": "released"})
    open_page(qtbot, context, replace(fake_run, settings=released))
    strip = page.detail.stages
    strip.tiles[1].pointed.emit((5, 5))

    assert strip.told.text().startswith("Row 5, column 5: map ")


def test_pointing_at_a_cell_tells_map_template_and_product(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    strip = page.detail.stages
    usual = strip.told.text()
    tile = strip.tiles[1]
    cell = tile.cell_at(QPointF(tile.width() * 0.5, tile.height() * 0.5))
    tile.pointed.emit(cell)
    told = strip.told.text()
    tile.pointed.emit(None)

    assert cell == (6, 6)
    assert told.startswith("Row 6, column 6: map ")
    assert strip.told.text() == usual
