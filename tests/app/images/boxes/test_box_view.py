from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.images.boxes.box_panel import BoxPanel
from app.images.boxes.box_session import NONE
from app.images.boxes.controller import BoxController
from icnn_engine.data.boxes.drawn_boxes import DrawnBox
from tests.app.images.boxes.drawing import at, click, drag, now, shares

Key, Button, No = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEAR = 0.03  # a pixel of the small pictures here


def test_dragging_draws_a_box_whichever_way(panel: BoxPanel, boxes: BoxController) -> None:
    drag(panel.view, (0.75, 0.5), (0.25, 0.25))

    assert shares(boxes) == [pytest.approx((0.25, 0.25, 0.75, 0.5), abs=NEAR)]


def test_a_box_is_seen_while_it_is_drawn(panel: BoxPanel, boxes: BoxController) -> None:
    before = panel.view.grab().toImage()
    QTest.mousePress(panel.view, Button.LeftButton, No, at(panel.view, 0.2, 0.2))
    QTest.mouseMove(panel.view, at(panel.view, 0.7, 0.7))
    during = panel.view.grab().toImage()

    assert during != before
    assert now(boxes).row == ()


def test_a_corner_is_dragged_to_mend_the_box(panel: BoxPanel, boxes: BoxController) -> None:
    drag(panel.view, (0.25, 0.25), (0.5, 0.5))
    drag(panel.view, (0.5, 0.5), (0.75, 0.75))

    assert shares(boxes) == [pytest.approx((0.25, 0.25, 0.75, 0.75), abs=NEAR)]


def test_the_chosen_box_is_moved_by_its_inside(panel: BoxPanel, boxes: BoxController) -> None:
    drag(panel.view, (0.25, 0.25), (0.5, 0.5))
    drag(panel.view, (0.375, 0.375), (0.625, 0.625))

    assert shares(boxes) == [pytest.approx((0.5, 0.5, 0.75, 0.75), abs=2 * NEAR)]


def test_a_click_chooses_a_box_or_none(panel: BoxPanel, boxes: BoxController) -> None:
    drag(panel.view, (0.1, 0.1), (0.4, 0.4))
    drag(panel.view, (0.6, 0.6), (0.9, 0.9))
    chosen = []
    for place in ((0.25, 0.25), (0.5, 0.5), (0.75, 0.75)):
        click(panel.view, *place)
        chosen.append(now(boxes).chosen)

    assert chosen == [0, NONE, 1]
    assert len(now(boxes).row) == 2


def test_the_cursor_shows_what_a_press_would_do(panel: BoxPanel, boxes: BoxController) -> None:
    drag(panel.view, (0.25, 0.25), (0.75, 0.75))
    seen = []
    for place in ((0.1, 0.1), (0.5, 0.5), (0.25, 0.5), (0.25, 0.25)):
        QTest.mouseMove(panel.view, at(panel.view, *place))
        seen.append(panel.view.cursor().shape())

    assert now(boxes).chosen == 0
    assert seen == [
        Qt.CursorShape.CrossCursor,
        Qt.CursorShape.SizeAllCursor,
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.SizeFDiagCursor,
    ]


def test_boxes_are_drawn_moved_and_enlarged_with_the_keyboard_alone(panel: BoxPanel, boxes: BoxController) -> None:
    panel.view.setFocus()
    QTest.keyClick(panel.view, Key.Key_B)
    made = now(boxes).row
    for _ in range(3):
        QTest.keyClick(panel.view, Key.Key_Right, CONTROL)
    QTest.keyClick(panel.view, Key.Key_Up, SHIFT)

    assert made == (DrawnBox(8, 6, 16, 12),)
    assert now(boxes).row == (DrawnBox(8, 5, 19, 12),)
    assert now(boxes).at == 0


def test_a_box_in_an_enlarged_picture_lies_where_it_is_drawn(panel: BoxPanel, boxes: BoxController) -> None:
    panel.view.zoom_by(3, QPointF(at(panel.view, 0.5, 0.5)))
    drag(panel.view, (0.4, 0.4), (0.6, 0.6))

    assert shares(boxes) == [pytest.approx((0.4, 0.4, 0.6, 0.6), abs=NEAR)]
