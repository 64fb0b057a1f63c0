from __future__ import annotations

import pytest

from icnn_engine.data.tables.plausibility import TablePoint, why_not_box, why_not_points

SIZES = {"wide.jpg": (300, 160), "high.jpg": (160, 300), "small.jpg": (90, 60)}


def why(*points: tuple[str, float, float]) -> str:
    return why_not_points([TablePoint(2 + i, *point) for i, point in enumerate(points)], SIZES)


@pytest.mark.parametrize("point", [(0.5, 0), (300, 160), (-0.5, 160.9), (300.9, 3), (0, 5)])
def test_a_point_on_the_edge_of_its_picture_is_right(point: tuple[float, float]) -> None:
    assert why(("wide.jpg", *point), ("high.jpg", 150, 290)) == ""


@pytest.mark.parametrize("point", [(301, 5), (99999, 99999), (-1, 20), (20, -1), (5, 161)])
def test_a_point_outside_of_its_picture_is_told(point: tuple[float, float]) -> None:
    told = why(("wide.jpg", 20, 30), ("wide.jpg", *point), ("high.jpg", 5, 161))

    assert told.startswith(f"line 3: the point ({point[0]:g}, {point[1]:g}) lies outside of wide.jpg (1 such points")


def test_without_a_size_only_negative_values_are_outside() -> None:
    assert why(("elsewhere.jpg", 9999, 5)) == ""
    assert "lies outside of elsewhere.jpg" in why(("elsewhere.jpg", 9999, -5))


def test_shares_of_the_picture_are_told_from_pixels() -> None:
    assert "from here 2 points lie within 0 and 1" in why(("wide.jpg", 0.87, 0.45), ("high.jpg", 0.58, 1))
    assert why(("wide.jpg", 50, 70), ("high.jpg", 0.3, 0.6), ("high.jpg", 0.7, 0.2)).startswith("line 3: from here 2")
    assert why(("wide.jpg", 50, 70), ("high.jpg", 0.3, 0.6), ("wide.jpg", 80, 2)) == ""


def test_percentages_are_told_from_pixels() -> None:
    percent = [("wide.jpg" if i % 2 else "high.jpg", 4.0 * i + 2, 97.0 - 4 * i) for i in range(24)]

    assert why(*percent).startswith("line 2: from here all 24 points lie within 0 and 100")
    assert why(*percent, ("wide.jpg", 150, 90)) == ""
    assert why(*percent[:19]) == ""
    assert why(*(("small.jpg", x * 0.9, y * 0.6) for _name, x, y in percent)) == ""


@pytest.mark.parametrize(
    ("box", "told"),
    [
        ((10, 20, 290, 140), ""),
        ((-20, 0, 330, 160), ""),
        ((0, 0, 1, 1), "no larger than a pixel"),
        ((0.1, 0.2, 0.7, 0.6), "no larger than a pixel"),
        ((200, 40, 280, 120), "lies outside of wide.jpg, which has 300 x 160 pixels"),
        ((-40, 10, 60, 60), "lies outside of wide.jpg"),
        ((10, 10, 20, 99999), "lies outside of wide.jpg"),
    ],
)
def test_a_box_is_in_its_picture_and_in_pixels(box: tuple[float, float, float, float], told: str) -> None:
    found = why_not_box("line 7", "wide.jpg", box, SIZES)

    assert found.startswith("line 7: ") if told else found == ""
    assert told in found
