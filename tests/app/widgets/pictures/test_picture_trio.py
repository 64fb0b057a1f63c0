from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from app.widgets.pictures.picture_trio import PictureTrio
from app.widgets.pictures.picture_view import Overlay
from app.widgets.qimage import to_qimage


def picture(width: int = 120, height: int = 80) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_the_three_pictures_zoom_and_move_together(qtbot: QtBot) -> None:
    trio = PictureTrio()
    qtbot.addWidget(trio)
    trio.resize(900, 400)
    for view in trio.views:
        view.show_picture(to_qimage(picture()), Overlay(None))
    trio.show()
    trio.cam.view.zoom_by(3)

    assert trio.own.view.viewport == trio.other.view.viewport == trio.cam.view.viewport
    assert trio.own.view.viewport.zoom == 3


def test_the_overlay_of_all_three_is_shown_hidden_and_faded_at_once(qtbot: QtBot) -> None:
    trio = PictureTrio()
    qtbot.addWidget(trio)
    trio.toggle_overlay()
    trio.opacity.setValue(25)

    assert not any(view.state.overlay_shown for view in trio.views)
    assert {view.state.opacity for view in trio.views} == {0.25}
