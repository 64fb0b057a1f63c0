"""Boxes of objects, and the regions that are read for them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from icnn_engine.runs.found_objects import squared_box

sides = st.integers(20, 900)
shares = st.floats(0, 1)


@given(sides, sides, shares, shares, shares, shares)
def test_a_squared_box_lies_in_the_picture_and_holds_the_box(
    width: int, height: int, x1: float, y1: float, x2: float, y2: float
) -> None:
    left, right = sorted((x1 * (width - 2), x2 * (width - 2) + 2))
    top, bottom = sorted((y1 * (height - 2), y2 * (height - 2) + 2))
    one = squared_box((left, top, right, bottom), width, height)
    wide, high = one[2] - one[0], one[3] - one[1]

    assert 0 <= one[0] < one[2] <= width
    assert 0 <= one[1] < one[3] <= height
    assert one[0] <= left + 0.5
    assert one[1] <= top + 0.5
    assert one[2] >= right - 0.5
    assert one[3] >= bottom - 0.5
    assert abs(wide - high) <= 1 or wide == width or high == height
