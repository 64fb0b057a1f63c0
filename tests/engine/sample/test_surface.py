"""Machine parts with and without a scratch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder, read_boxes
from icnn_engine.sample import make_defects
from icnn_engine.sample.surface import MOST_AREA, draw_surface


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drain(make_defects(tmp_path_factory.mktemp("parts") / "parts", pictures=16))


def test_each_defective_part_has_one_box_of_at_most_two_hundredths(parts: Path) -> None:
    checkup = drain(check_folder(list_folder(parts)))
    sizes = {picture.name: (picture.width, picture.height) for picture in checkup.pictures}
    boxes = read_boxes(parts / "boxes.csv", list(sizes), parts)

    assert checkup.problems == ()
    assert checkup.near_copies == ()
    assert set(boxes) == {name for name in sizes if name.startswith("defective/")}
    for name, ((x, y, width, height),) in boxes.items():
        assert x >= 0
        assert y >= 0
        assert x + width <= sizes[name][0]
        assert y + height <= sizes[name][1]
        assert width * height <= MOST_AREA * sizes[name][0] * sizes[name][1]


def test_scratches_lie_anywhere_and_in_any_direction() -> None:
    drawn = [draw_surface(1, number, defective=True) for number in range(40)]
    boxes = np.array([one.boxes[0] for one in drawn])
    sizes = np.array([one.image.size for one in drawn])
    middles, sides = (boxes[:, :2] + boxes[:, 2:]) / 2 / sizes, boxes[:, 2:] - boxes[:, :2]

    assert middles.std(axis=0).min() > 0.15
    assert (sides[:, 0] > 2 * sides[:, 1]).any()
    assert (sides[:, 1] > 2 * sides[:, 0]).any()


def test_good_parts_have_no_box_and_the_light_and_format_of_defective_ones(parts: Path) -> None:
    good = [np.asarray(draw_surface(0, number, defective=False).image, float) for number in range(40)]
    bad = [np.asarray(draw_surface(0, number, defective=True).image, float) for number in range(40)]

    def measures(pictures: list[np.ndarray]) -> np.ndarray:
        return np.array([(one.mean(), one.std(), np.quantile(one, 0.001), np.quantile(one, 0.999)) for one in pictures])

    first, second = measures(good), measures(bad)
    apart = np.abs(first.mean(0) - second.mean(0)) / np.sqrt((first.var(0) + second.var(0)) / 40)

    assert draw_surface(0, 3, defective=False).boxes == ()
    assert apart.max() < 3  # standard errors
    assert {path.suffix for path in parts.rglob("0*")} == {".jpg"}


def test_a_scratch_is_visible_in_its_box() -> None:
    contrasts = []
    for number in range(10):
        drawn = draw_surface(3, number, defective=True)
        left, top, right, bottom = drawn.boxes[0]
        inside = np.asarray(drawn.image.crop((int(left), int(top), int(right) + 1, int(bottom) + 1)), float).mean(2)
        contrasts.append(np.ptp(inside))

    assert min(contrasts) > 15
