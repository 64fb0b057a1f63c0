from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.images.boxes.box_frames import INSIDE, Hold, hold_at, moved_box, paint_frame, paint_proposal, smallest_at

OUTER, INNER = QRectF(100, 100, 200, 100), QRectF(120, 120, 60, 40)
LEFT, TOP_LEFT, BOTTOM_LEFT = (True, False, False, False), (True, True, False, False), (True, False, False, True)
Cursor = Qt.CursorShape


@pytest.mark.parametrize(
    ("x", "y", "edges", "cursor"),
    [
        (98, 150, LEFT, Cursor.SizeHorCursor),
        (102, 103, TOP_LEFT, Cursor.SizeFDiagCursor),
        (97, 202, BOTTOM_LEFT, Cursor.SizeBDiagCursor),
        (200, 201, (False, False, False, True), Cursor.SizeVerCursor),
    ],
)
def test_an_edge_or_corner_is_taken_hold_of_from_near(
    x: float, y: float, edges: tuple[bool, ...], cursor: Qt.CursorShape
) -> None:
    hold = hold_at([OUTER], -1, QPointF(x, y))

    assert hold is not None
    assert (hold.edges, hold.cursor) == (edges, cursor)


def test_only_the_chosen_box_is_moved_by_its_inside() -> None:
    assert hold_at([OUTER], -1, QPointF(200, 150)) is None
    assert hold_at([OUTER], 0, QPointF(200, 150)) == Hold(0, INSIDE)


def test_edges_of_the_chosen_box_come_first_and_other_edges_before_its_inside() -> None:
    same = [OUTER, OUTER]

    assert hold_at(same, 1, QPointF(100, 150)) == Hold(1, LEFT)
    assert hold_at([OUTER, INNER], 0, QPointF(121, 140)) == Hold(1, LEFT)


def test_of_a_tiny_box_the_nearer_edges_are_taken() -> None:
    hold = hold_at([QRectF(100, 100, 6, 6)], -1, QPointF(106, 106))

    assert hold == Hold(0, (False, False, True, True))


def test_the_smallest_box_around_a_point_is_found() -> None:
    assert smallest_at([OUTER, INNER], QPointF(130, 130)) == 1
    assert smallest_at([OUTER, INNER], QPointF(250, 130)) == 0
    assert smallest_at([OUTER, INNER], QPointF(10, 10)) is None


def test_a_moved_box_keeps_its_size_and_stays_in_the_picture() -> None:
    assert moved_box((0.25, 0.25, 0.5, 0.75), INSIDE, QPointF(-0.5, 0.125)) == (0, 0.375, 0.25, 0.875)
    assert moved_box((0.25, 0.25, 0.5, 0.75), INSIDE, QPointF(0.9, 0.9)) == (0.75, 0.5, 1, 1)


def test_an_edge_that_is_dragged_over_the_other_turns_the_box_round() -> None:
    assert moved_box((0.25, 0.25, 0.5, 0.75), LEFT, QPointF(0.5, 0.9)) == (0.5, 0.25, 0.75, 0.75)
    assert moved_box((0.25, 0.25, 0.5, 0.75), TOP_LEFT, QPointF(-0.5, -0.5)) == (0, 0, 0.5, 0.75)


def test_a_proposal_is_dashed_and_a_box_is_not() -> None:
    def whites(paint: str) -> int:
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("blue"))
        painter = QPainter(image)
        box, rect = (0.1, 0.1, 0.9, 0.9), QRectF(0, 0, 200, 200)
        if paint == "proposal":
            paint_proposal(painter, rect, box)
        else:
            paint_frame(painter, rect, box, QColor("green"), chosen=False)
        painter.end()
        return sum(image.pixelColor(x, 20) == QColor("white") for x in range(30, 170))

    assert whites("box") == 140
    assert 60 < whites("proposal") < 110
