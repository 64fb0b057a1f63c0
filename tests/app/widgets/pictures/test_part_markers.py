"""Markers of parts on a picture: the lit one stands out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPainter

from app.style.colours import part_colour
from app.widgets.pictures.part_markers import NOWHERE, PartMarker, paint_markers

MARKERS = (PartMarker(0, 3, 0.25, 0.5, "Part 1"), PartMarker(1, 7, 0.75, 0.5, "Part 2"))


def painted(lit: int) -> list[str]:
    """The colours of both discs, right above their numbers."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    paint_markers(painter, QRectF(image.rect()), MARKERS, lit, 20.0)
    painter.end()
    return [image.pixelColor(QPoint(x, 36)).name() for x in (50, 150)]


def test_where_one_part_is_lit_the_others_are_dimmed() -> None:
    colours = [part_colour(group).darker(125).name() for group in (0, 1)]
    lit = painted(1)

    assert painted(NOWHERE) == colours
    assert lit[1] == colours[1]
    assert lit[0] != colours[0]
