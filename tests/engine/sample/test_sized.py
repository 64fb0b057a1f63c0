"""Creatures that fill a share of the picture, anywhere, one or several."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder
from icnn_engine.sample import make_sized_sample
from icnn_engine.sample.creature import PARTS
from icnn_engine.sample.sized import draw_sized


@pytest.mark.parametrize("area", [0.05, 0.2, 0.4])
def test_the_box_of_the_creature_fills_the_wanted_share(area: float) -> None:
    drawn = [draw_sized(0, number, area, 1, painted=True) for number in range(8)]
    shares = [
        (right - left) * (bottom - top) / (one.image.width * one.image.height)
        for one in drawn
        for left, top, right, bottom in one.boxes
    ]

    assert len(shares) == 8
    assert np.abs(np.array(shares) / area - 1).max() < 0.15


def test_creatures_stand_anywhere_and_whole_in_the_picture() -> None:
    drawn = [draw_sized(1, number, 0.05, 1, painted=True) for number in range(30)]
    boxes = np.array([one.boxes[0] for one in drawn])
    sizes = np.array([one.image.size for one in drawn])
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2 / sizes

    assert (boxes[:, :2] >= -1).all()
    assert (boxes[:, 2:] <= sizes + 1).all()
    assert middles[:, 0].std() > 0.2
    assert middles[:, 1].std() > 0.1


def test_landmarks_lie_in_the_box_and_nothing_hides_the_creature() -> None:
    for number in range(10):
        drawn = draw_sized(2, number, 0.1, 1, painted=True)
        left, top, right, bottom = drawn.boxes[0]

        assert {"head", "body"} <= {mark.part for mark in drawn.landmarks} <= set(PARTS.values())
        assert all(left <= mark.x <= right and top <= mark.y <= bottom for mark in drawn.landmarks)


def test_several_creatures_have_boxes_and_parts_of_their_own() -> None:
    drawn = draw_sized(0, 1, 0.06, 3, painted=True)

    assert len(drawn.boxes) == 3
    assert {"head", "head 2", "head 3"} <= {mark.part for mark in drawn.landmarks}


def test_a_picture_without_creatures_has_nothing_marked() -> None:
    drawn = draw_sized(0, 1, 0.06, 3, painted=False)

    assert drawn.boxes == drawn.landmarks == ()


def test_the_two_kinds_have_pictures_of_the_same_sizes_and_format(tmp_path: Path) -> None:
    checkup = drain(check_folder(list_folder(drain(make_sized_sample(tmp_path / "small", 0.1, pictures=16)))))
    areas = {
        kind: np.mean([p.width * p.height for p in checkup.pictures if p.category == kind])
        for kind in checkup.categories
    }

    assert checkup.problems == ()
    assert {p.format for p in checkup.pictures} == {"JPEG"}
    assert areas["creature"] == pytest.approx(areas["_background"], rel=0.15)


def test_the_folder_has_a_row_for_every_creature_and_is_drawn_anew_for_another_area(tmp_path: Path) -> None:
    root = drain(make_sized_sample(tmp_path / "herd", 0.05, each=2, pictures=3))
    with (root / "boxes.csv").open(encoding="utf-8", newline="") as file:
        names = [row["image"] for row in csv.DictReader(file)]
    before = (root / "creature" / "0001.jpg").read_bytes()
    drain(make_sized_sample(root, 0.1, each=2, pictures=3))

    assert sorted(set(names)) == ["creature/0001.jpg", "creature/0002.jpg", "creature/0003.jpg"]
    assert len(names) == 6
    assert (root / "creature" / "0001.jpg").read_bytes() != before


@pytest.mark.parametrize(("area", "each"), [(0.0, 1), (0.7, 1), (0.2, 4), (0.1, 0), (float("nan"), 1)])
def test_an_area_that_cannot_be_drawn_is_refused_in_words(tmp_path: Path, area: float, each: int) -> None:
    with pytest.raises(SettingsError, match="smaller area or fewer creatures"):
        drain(make_sized_sample(tmp_path / "x", area, each, pictures=3))
    assert list(tmp_path.iterdir()) == []
