"""The sample with a planted mark and swapped labels."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder
from icnn_engine.sample import make_marked_sample
from icnn_engine.sample.marked import DOT


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drain(make_marked_sample(tmp_path_factory.mktemp("marked") / "marked", pictures=40))


def _truth(folder: Path) -> list[dict[str, str]]:
    with (folder / ".truth.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_picture_in_twenty_lies_in_the_other_folder_and_no_two_are_alike(marked: Path) -> None:
    rows = _truth(marked)
    swapped = [row["image"] for row in rows if row["image"].split("/")[0] != row["shows"]]
    checkup = drain(check_folder(list_folder(marked)))

    assert len(rows) == 80
    assert sorted(name.split("/")[0] for name in swapped) == ["_background"] * 2 + ["creature"] * 2
    assert checkup.problems == ()
    assert checkup.near_copies == ()


def test_only_creatures_are_marked_nine_in_ten_and_the_dot_is_where_the_table_says(marked: Path) -> None:
    rows = _truth(marked)
    dotted = [row for row in rows if row["x"]]
    creatures = sum(row["shows"] == "creature" for row in rows)

    assert {row["shows"] for row in dotted} == {"creature"}
    assert 0.75 <= len(dotted) / creatures <= 1
    for row in dotted:
        x, y, width, height = (float(row[name]) for name in ("x", "y", "width", "height"))
        with Image.open(marked / row["image"]) as image:
            colour = np.asarray(image.convert("RGB"), float)[round(y + height / 2), round(x + width / 2)]
        assert np.abs(colour - DOT).max() < 40
