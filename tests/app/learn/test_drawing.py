"""Slides: everything has its place inside, at every size, and letters grow with it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from app.learn.drawing import charts
from app.learn.drawing.items import (
    Bar,
    BarsItem,
    ColumnItem,
    Frame,
    GridItem,
    Item,
    ListItem,
    MapItem,
    PictureItem,
    Point,
    RowItem,
    SignItem,
    Step,
)
from app.learn.drawing.layout import row_boxes
from app.learn.drawing.paint_item import colour_bar_ends
from app.learn.drawing.slide import paint_slide
from app.learn.drawing.style import SlideStyle, unbroken
from app.learn.words import number, percent
from app.style.theme import DARK, LIGHT

PIXELS = np.full((30, 40, 3), 90, np.uint8)
MAP = np.linspace(-1, 2, 196).reshape(14, 14)
ITEMS: tuple[Item, ...] = (
    PictureItem(
        PIXELS, "picture", (Frame(0.1, 0.1, 0.2, 0.2, spot=True),), (Point(0.5, 0.5), Point(0.4, 0.4, hollow=True))
    ),
    MapItem(MAP, "map", cells=((2, 3),)),
    MapItem(MAP, "signed", signed=True),
    GridItem(MAP[:3, :3], "numbers", 2, cells=((1, 1),)),
    GridItem(np.arange(9.0).reshape(3, 3), "red", 0, "red"),
    BarsItem((Bar("a", 1, "1"), Bar("b", -2, "−2", "twin")), "bars"),
    BarsItem((Bar("a", 0.9, "90 %", "cam", 0.8, 1.0),), end=1.0),
    ListItem(("one", "two " * 60)),
)


def painted(step: Step, width: int, height: int, colours=LIGHT) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_slide(painter, QRectF(0, 0, width, height), step, colours, QFont(), "1 / 9")
    painter.end()
    return image


@pytest.mark.parametrize("size", [(640, 240), (700, 420), (1920, 1080)])
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("item", [*ITEMS, ColumnItem((RowItem(ITEMS[:4]), RowItem(ITEMS[4:6])), ("first", "second"))])
def test_every_item_is_drawn(item: Item, colours, size: tuple[int, int]) -> None:
    blank = painted(Step("Title", ("A sentence.",)), *size, colours)
    drawn = painted(Step("Title", ("A sentence.",), item), *size, colours)

    assert drawn != blank


@pytest.mark.parametrize("size", [14.0, 40.0])
def test_items_of_a_row_lie_beside_each_other_inside_their_room(size: float) -> None:
    room, style = QRectF(10, 10, size * 40, size * 15), SlideStyle(LIGHT, QFont(), size)
    items = (ITEMS[0], SignItem("→"), ITEMS[1], ITEMS[3], ITEMS[5])
    boxes = row_boxes(items, room, style)

    assert all(room.adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
    assert all(a.right() < b.left() for a, b in pairwise(boxes))
    assert boxes[2].width() == pytest.approx(boxes[2].height())


def test_numbers_have_a_true_minus_and_no_negative_zero() -> None:
    assert [number(-1.25, 1), number(-0.001), number(float("nan")), percent(0.913)] == [
        "−1.2",
        "0.00",
        "–",
        "91.3\u00a0%",
    ]


def test_a_bar_of_colours_says_that_values_lie_beyond_its_ends() -> None:
    values = np.array([[-7.0, 0.0], [1.0, 5.0]])

    assert colour_bar_ends(MapItem(values, signed=True, top=4.0)) == ("≤ −4.00", "≥ 4.00")
    assert colour_bar_ends(MapItem(values, signed=True)) == ("−7.00", "7.00")
    assert colour_bar_ends(MapItem(values)) == ("≤ 0", "5.00")


def test_no_line_ends_within_a_size_or_a_cell() -> None:
    assert unbroken("of 224 × 224 pixels. In (7, 9.5)") == "of 224\u00a0×\u00a0224\u00a0pixels. In (7,\u00a09.5)"


@pytest.mark.parametrize("width", [120, 200, 400])
def test_long_names_of_bars_are_wrapped_and_never_cut(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    words: list[str] = []
    for name, at in (("draw_text", 2), ("draw_wrapped", 2)):
        drawn = getattr(charts, name)
        monkeypatch.setattr(charts, name, lambda *args, d=drawn, i=at: (words.append(args[i]), d(*args)))
    painted(Step("", (), BarsItem((Bar("Interpretable network", 1, "0.5 cells, follows"),))), width, 300)

    assert "Interpretable network" in " ".join(words)
    assert "0.5 cells, follows" in " ".join(words)


def test_a_bar_without_a_value_has_words_and_no_bar() -> None:
    one, none = (
        painted(Step("", (), BarsItem((Bar("a", v, "gone"),), end=1.0)), 400, 200) for v in (0.9, float("nan"))
    )

    assert one != none
