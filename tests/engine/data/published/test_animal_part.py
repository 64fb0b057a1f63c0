"""ILSVRC Animal-Part in its publishers' layout: small folders that a test writes, and the real foxes and sheep."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from icnn_engine.core.annotations import Crop
from icnn_engine.core.errors import FolderError, LandmarksError
from icnn_engine.core.events import drain
from icnn_engine.data import (
    check_folder,
    landmarks_of,
    list_folder,
    part_regions,
    published_parts,
    read_landmarks,
    read_picture,
    split_pictures,
)
from tests.engine.data.files import NO_SHARED, SHARED, noise
from tests.engine.data.published.mat_files import SAVERS, save_v5, save_v73

REAL = SHARED / "animalpart"
FOX, SHEEP, OTHER = "n02118333", "n02411705", "n00000001"
BOXES = [(1, 1, 100, 60), (11, 5, 90, 64), (21, 1, 100, 64)]  # xmin, ymin, xmax, ymax: counted from 1, both inside
NONE = np.zeros((0, 0))


def samples(boxes: list[tuple[int, ...]]) -> list[dict[str, Any]]:
    edges = ("xmin", "ymin", "xmax", "ymax")
    return [{"obj": {"bndbox": dict(zip(edges, map(float, box), strict=True))}, "class": 1.0} for box in boxes]


def entry(middles: Any, sizes: Any) -> dict[str, Any]:
    """An entry of a truth file: (row, column) and (height, width) of each region, in columns as MATLAB has them."""
    return {"pHW_center": np.array(middles, float).T, "pHW_scale": np.array(sizes, float).T}


def animals(root: Path, save: Any = save_v73, synset: str = FOX, boxes: Any = BOXES, same: int = 2) -> Path:
    """The layout with one animal: of its pictures the last `same` are one photograph; the head is marked in the first,
    twice in the second and not in the third."""
    folder = root / "detanimalpart" / f"{synset}_obj" / "img"
    (folder / "img").mkdir(parents=True, exist_ok=True)
    seed = int(synset[1:]) % 1000
    for i in range(len(boxes)):
        noise(seed + min(i, len(boxes) - same), 100, 64).save(folder / "img" / f"{i + 1:05}.jpg")
    save(folder / "data.mat", samples=samples(boxes))
    once, twice = entry([[56.5, 112.5]], [[112.0, 224.0]]), entry([[10, 20], [100, 200]], [[8, 8], [16, 16]])
    empty = {"pHW_center": NONE, "pHW_scale": NONE}
    save(root / "truth" / synset / "truth_part01.mat", truth=[once, twice, empty][: len(boxes)])
    return root


def name(i: int, synset: str = FOX) -> str:
    return f"detanimalpart/{synset}_obj/img/img/{i:05}.jpg"


@pytest.mark.parametrize("save", SAVERS)
def test_each_animal_is_the_crop_of_its_box_whatever_the_kind_of_file(tmp_path: Path, save: Any) -> None:
    animals(tmp_path, save)
    animals(tmp_path, save, SHEEP)
    folder = list_folder(animals(tmp_path, save, OTHER))

    assert folder.categories == ("fox", OTHER, "sheep")
    assert [p.name for p in folder.pictures if p.category == "fox"] == [name(1), name(2), name(3)]
    assert next(p.path for p in folder.pictures if p.name == name(2)) == Crop(tmp_path / name(2), (10, 4, 90, 64))
    assert list_folder(tmp_path, merged=True).categories == ("animal",)
    assert published_parts(tmp_path) == ("head", "legs")


@pytest.mark.parametrize("save", SAVERS)
def test_parts_are_mapped_from_the_squashed_crop_and_those_marked_twice_left_out(tmp_path: Path, save: Any) -> None:
    names = [p.name for p in list_folder(animals(tmp_path, save)).pictures]
    found = landmarks_of(tmp_path, names)

    assert list(found) == [name(1)]
    assert [(m.part, m.x, m.y) for m in found[name(1)]] == [("head", pytest.approx(50), pytest.approx(15))]
    assert landmarks_of(tmp_path, names[1:]) == {}


@pytest.mark.parametrize("save", SAVERS)
def test_regions_are_the_boxes_of_the_parts(tmp_path: Path, save: Any) -> None:
    names = [p.name for p in list_folder(animals(tmp_path, save)).pictures]
    found = dict(part_regions(tmp_path, names, 28))
    whole, twice = found[name(1)]["head"], found[name(2)]["head"]

    assert list(found) == [name(1), name(2)]
    assert (whole.shape, whole.dtype) == ((28, 28), bool)
    assert whole[:14].all()
    assert not whole[14:].any()
    assert twice[0:2, 1:3].any()
    assert twice[12, 24]
    assert not twice[5, 5]


def test_objects_of_one_photograph_stay_on_one_side_unless_the_split_may_leak(tmp_path: Path) -> None:
    for synset in range(20):
        animals(tmp_path, synset=f"n{synset:08}", same=3)
    checked = drain(check_folder(list_folder(tmp_path))).pictures
    strict = split_pictures(checked, (0.5, 0.2, 0.3), 0)
    leaky = split_pictures(checked, (0.5, 0.2, 0.3), 0, leaky=True)

    def torn(sides: tuple[str, ...]) -> int:
        together: dict[str, set[str]] = {}
        for picture, side in zip(checked, sides, strict=True):
            together.setdefault(picture.source, set()).add(side)
        return sum(len(found) > 1 for found in together.values())

    assert len({p.source for p in checked}) == 20
    assert torn(strict) == 0
    assert torn(leaky) > 0


def test_the_data_set_is_known_from_the_folders_around_it(tmp_path: Path) -> None:
    root = animals(tmp_path / "above" / "animalpart")
    expected = list_folder(root)

    assert list_folder(tmp_path / "above") == expected
    assert list_folder(root / "detanimalpart") == expected
    assert list_folder(root / "truth") == expected
    assert landmarks_of(root / "detanimalpart", [name(1)]) == landmarks_of(root, [name(1)])


def test_the_photographs_alone_are_listed_too(tmp_path: Path) -> None:
    (animals(tmp_path) / "truth").rename(tmp_path / "elsewhere")
    folder = list_folder(tmp_path / "detanimalpart")

    assert [p.name for p in folder.pictures] == [name(i).removeprefix("detanimalpart/") for i in (1, 2, 3)]
    assert landmarks_of(folder.root, [p.name for p in folder.pictures]) == {}


def test_an_animal_without_readable_boxes_is_a_problem_and_others_are_listed(tmp_path: Path) -> None:
    animals(tmp_path)
    data = animals(tmp_path, synset=SHEEP) / "detanimalpart" / f"{SHEEP}_obj" / "img" / "data.mat"
    data.write_bytes(data.read_bytes()[:900])
    folder = list_folder(tmp_path)

    assert folder.categories == ("fox",)
    assert folder.problems[0].path == f"detanimalpart/{SHEEP}_obj"
    assert "data.mat is damaged" in folder.problems[0].reason
    save_v5(data, samples=[{"wrong": 1.0}, {"wrong": 2.0}])
    assert "holds no samples.obj.bndbox" in list_folder(tmp_path).problems[0].reason
    data.unlink()
    assert "No such file" in list_folder(tmp_path).problems[0].reason


def test_where_nothing_can_be_read_the_folder_is_an_error_with_the_reason(tmp_path: Path) -> None:
    (animals(tmp_path) / "detanimalpart" / f"{FOX}_obj" / "img" / "data.mat").write_bytes(b"hello")

    with pytest.raises(FolderError, match=r"holds no picture.*not a MATLAB file"):
        list_folder(tmp_path)


def test_photographs_that_are_gone_and_boxes_without_size_are_problems(tmp_path: Path) -> None:
    animals(tmp_path, boxes=[BOXES[0], (50, 20, 50, 10), BOXES[2], (1, 1, 20, 20)])
    (tmp_path / name(3)).unlink()
    found = {p.path: p.reason for p in list_folder(tmp_path).problems}

    assert found[name(2)] == "its box has no size: left out"
    assert found[name(4)].startswith("its box holds 400 pixels")
    assert found[f"detanimalpart/{FOX}_obj/img/data.mat"].startswith("1 of its photographs are not there")


def test_parts_that_do_not_belong_to_the_pictures_are_errors(tmp_path: Path) -> None:
    truth = animals(tmp_path) / "truth" / FOX / "truth_part01.mat"
    once = entry([[56.5, 112.5]], [[112.0, 224.0]])
    for value, message in (
        ([once] * 4, "speaks of 4 pictures, but there are 3"),
        ([once, entry([[1, 2, 3]], [[4, 5, 6]])], "entry 2: no pairs"),
        ([once, {"pHW_center": {"pHW_scale": "no"}, "pHW_scale": NONE}], "entry 2: no pairs"),
        ([once, entry([[np.nan, 2]], [[4, 5]])], "entry 2: a value is not a number"),
    ):
        save_v73(truth, truth=value)
        with pytest.raises(LandmarksError, match=f"truth_part01.mat.*{message}"):
            landmarks_of(tmp_path, [name(1)])
        with pytest.raises(LandmarksError, match=f"truth_part01.mat.*{message}"):
            list(part_regions(tmp_path, [name(1)], 14))


@pytest.mark.skipif(not REAL.is_dir(), reason=NO_SHARED)
def test_the_real_foxes_and_sheep_have_the_landmarks_that_are_known_of_them() -> None:
    """`animals/landmarks.csv` was made from the same marks, for the same crops made smaller."""
    folder = list_folder(REAL)
    checked = drain(check_folder(folder))
    sizes = {p.name: (p.width, p.height) for p in checked.pictures}
    known = {f"{p.category}/{p.path.path.name}": p.name for p in folder.pictures}
    csv = read_landmarks(SHARED / "animals" / "landmarks.csv", list(known))
    marks, apart = landmarks_of(REAL, list(sizes)), []
    for short, theirs in csv.items():
        height, width = read_picture(SHARED / "animals" / short).shape[:2]
        across, down = width / sizes[known[short]][0], height / sizes[known[short]][1]
        ours = {m.part: m for m in marks[known[short]]}
        apart += [ours[m.part].x * across - m.x for m in theirs] + [ours[m.part].y * down - m.y for m in theirs]

    assert Counter(p.category for p in checked.pictures) == {"fox": 286, "sheep": 217}
    assert checked.problems == ()
    assert len({p.source for p in checked.pictures}) == 424
    assert len(apart) > 1100
    assert np.abs(apart).max() < 0.011  # pixels: the file has two decimals
