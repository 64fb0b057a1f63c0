from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets.pictures.compute_scene import make_pane, overlay_layer
from app.widgets.pictures.picture_view import Overlay, PictureView
from app.widgets.pictures.viewport import Viewport
from app.widgets.qimage import to_qimage
from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import OPACITY, heatmap, overlay
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.figures.common import overlaid, usual_top
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import Run

GEOMETRY = MapGeometry(input_size=224, cells=13, stride=16, start=15.0, field=239)


def picture(width: int = 120, height: int = 80) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def heat(width: int = 120, height: int = 80) -> np.ndarray:
    peaked = np.zeros((13, 13), np.float32)
    peaked[4, 8] = 2.0
    return heatmap(peaked, GEOMETRY, height, width)


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    made = PictureView()
    qtbot.addWidget(made)
    made.resize(240, 160)
    made.show_picture(to_qimage(picture()), Overlay(overlay_layer(heat())))
    made.show()
    return made


CONTROL = Qt.KeyboardModifier.ControlModifier


def wheel(view: PictureView, at: QPointF, notches: int, keys: Qt.KeyboardModifier) -> bool:
    """Turn the wheel over a view; return whether the view kept it from what scrolls."""
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), none, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def pixels_of(view: PictureView) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)


def test_the_overlay_on_screen_is_the_one_that_is_exported(qtbot: QtBot) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.setMinimumSize(1, 1)
    view.resize(122, 82)
    view.set_opacity(0.7)
    view.show_picture(to_qimage(picture(122, 82)), Overlay(overlay_layer(heat(122, 82))))
    shown = pixels_of(view)[12:-12, 12:-12].astype(int)
    exported = overlay(picture(122, 82), heat(122, 82), 0.7)[12:-12, 12:-12].astype(int)

    assert np.abs(shown - exported).max() <= 3


@pytest.mark.parametrize("palette", ["viridis", "magma", "grey"])
def test_overlays_in_other_colours_look_as_exported_ones_do(qtbot: QtBot, palette: str) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.setMinimumSize(1, 1)
    view.resize(122, 82)
    view.set_opacity(0.5)
    view.show_picture(to_qimage(picture(122, 82)), Overlay(overlay_layer(heat(122, 82), palette)))
    shown = pixels_of(view)[12:-12, 12:-12].astype(int)
    exported = overlay(picture(122, 82), heat(122, 82), 0.5, palette)[12:-12, 12:-12].astype(int)

    assert np.abs(shown - exported).max() <= 3


def test_a_filter_looks_on_screen_as_its_exported_heatmap_does(qtbot: QtBot, fake_run: Run) -> None:
    look = look_at(fake_run, 0)
    pane = make_pane(fake_run, look, NetworkName.INTERPRETABLE, 2)
    height, width = look.pixels.shape[:2]
    view = PictureView()
    qtbot.addWidget(view)
    view.setMinimumSize(1, 1)
    view.resize(width, height)
    view.set_opacity(OPACITY)
    view.set_marks_shown(False)
    view.show_picture(to_qimage(look.pixels), pane.overlay)
    top = usual_top(fake_run, NetworkName.INTERPRETABLE, 2)
    exported = overlaid(fake_run, look.pixels, look.maps[2], NetworkName.INTERPRETABLE, 2, top)[12:-12, 12:-12]
    apart = np.abs(pixels_of(view)[12:-12, 12:-12].astype(int) - exported.astype(int))

    assert apart.mean() < 0.5
    assert apart.max() <= 8


def test_control_and_the_wheel_zoom_about_the_mouse(view: PictureView) -> None:
    at = QPointF(60, 40)
    before = view.picture_rect()
    share = (at.x() - before.x()) / before.width()
    wheel(view, at, 2, CONTROL)
    after = view.picture_rect()

    assert after.width() > before.width()
    assert (at.x() - after.x()) / after.width() == pytest.approx(share, abs=1e-6)


def test_the_wheel_alone_scrolls_the_page_until_the_picture_is_clicked(qtbot: QtBot, view: PictureView) -> None:
    view.clearFocus()
    passed = wheel(view, QPointF(60, 40), 2, Qt.KeyboardModifier.NoModifier), view.viewport
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    kept = wheel(view, QPointF(60, 40), 2, Qt.KeyboardModifier.NoModifier)

    assert passed == (False, Viewport())
    assert kept
    assert view.viewport.zoom > 1


def test_dragging_moves_a_zoomed_picture_but_never_beyond_its_edge(qtbot: QtBot, view: PictureView) -> None:
    view.zoom_by(2)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(120, 80))
    qtbot.mouseMove(view, QPoint(150, 80))
    moved = view.picture_rect()
    qtbot.mouseMove(view, QPoint(2000, 80))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)

    assert moved.x() == pytest.approx(-120 + 30, abs=1)
    assert view.picture_rect().x() == 0


def test_a_double_click_shows_the_whole_picture_again(qtbot: QtBot, view: PictureView) -> None:
    view.zoom_by(4, QPointF(10, 10))
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)

    assert view.viewport == Viewport()


def test_keys_zoom_and_move_too(qtbot: QtBot, view: PictureView) -> None:
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    zoomed = view.viewport
    qtbot.keyClick(view, Qt.Key.Key_0)

    assert zoomed.zoom > 1.5
    assert zoomed.x > 0.5
    assert view.viewport == Viewport()


def test_an_empty_view_takes_every_gesture_and_stays_empty(qtbot: QtBot) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.set_placeholder("Nothing yet")
    view.show()
    wheel(view, QPointF(5, 5), 1, CONTROL)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_0, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    view.grab()

    assert view.viewport == Viewport()


def test_the_wheel_that_would_shrink_a_whole_picture_scrolls_the_page(qtbot: QtBot, view: PictureView) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    whole = wheel(view, QPointF(60, 40), -1, Qt.KeyboardModifier.NoModifier)
    view.zoom_by(2)
    enlarged = wheel(view, QPointF(60, 40), -1, Qt.KeyboardModifier.NoModifier)

    assert (whole, enlarged) == (False, True)
