"""The pictures that were once read wrongly, where they are there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.errors import PictureError
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder, read_picture
from tests.engine.data.files import NO_SHARED, SHARED

FAULTS = SHARED / "faults"
pytestmark = pytest.mark.skipif(not FAULTS.is_dir(), reason=NO_SHARED)


def apart(one: Path, other: Path) -> np.ndarray:
    return np.abs(read_picture(FAULTS / one).astype(int) - read_picture(FAULTS / other))


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("deep/g16_miniswhite.tif", "deep/g8_miniswhite.tif"),
        ("deep/u32.tif", "deep/g8_miniswhite.tif"),
        ("deep/i8.tif", "deep/g8_miniswhite.tif"),
        ("deep/f64.tif", "deep/float01.tif"),
        ("messages/f16.tif", "deep/float01.tif"),
        ("deep/rgb16_planar.tif", "deep/f32_rgb.tif"),
        ("deep/rgb_12bit_in_16.tif", "deep/f32_rgb.tif"),
        ("messages/missing_eoi.jpg", "deep/missing_eoi.jpg"),
        ("icc/a98.icc.png", "deep/f32_rgb.tif"),
    ],
)
def test_a_picture_is_read_as_its_like(name: str, like: str, tried: Counter[str]) -> None:
    tried["pictures that are read as their like"] += 1

    assert apart(Path(name), Path(like)).max() <= 3


@pytest.mark.parametrize("odd", ["one_inf", "one_value_-0.001", "one_value_1.001"])
def test_one_odd_value_changes_one_pixel_at_most(odd: str) -> None:
    assert (apart(Path(f"deep/float01_{odd}.tif"), Path("deep/float01.tif")) > 1).any(-1).sum() <= 1


def test_the_rest_is_as_it_should_be() -> None:
    clear = read_picture(FAULTS / "deep/g16_trns.png"), read_picture(FAULTS / "deep/g8_trns.png")

    assert np.array_equal(clear[0] == 255, clear[1] == 255)
    assert 90 < read_picture(FAULTS / "deep/float_nodata.tif").mean() < 110
    with pytest.raises(PictureError, match=r"format is JPEG 2000"):
        read_picture(FAULTS / "deep/really_jp2.jpg")
    with pytest.raises(PictureError, match=r"format is JPEG XL"):
        read_picture(FAULTS / "messages/jxl.jpg")


def test_a_folder_of_them_has_one_brightness_for_each_kind_of_number() -> None:
    checkup = drain(check_folder(list_folder(FAULTS / "deep")))
    rules = {one.kind: (one.black, one.white) for one in checkup.brightness}

    assert rules["uint16"] == (0, 65535)
    assert rules["float"] == (0, 255)
    assert [p.path for p in checkup.problems] == ["really_jp2.jpg"]
