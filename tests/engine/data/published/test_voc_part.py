"""Pascal VOC Part in its publishers' layout: small folders that a test writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from icnn_engine.core.annotations import Crop, Landmark
from icnn_engine.core.errors import FolderError, LandmarksError
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, landmarks_of, list_folder, part_regions, published_parts, read_picture
from icnn_engine.formats.matlab import bounds
from tests.engine.data.files import noise
from tests.engine.data.published.mat_files import SAVERS, save_v5, save_v73

FIRST, SECOND, THIRD = (f"JPEGImages/2008_1.jpg{end}" for end in ("", "#2", "#3"))


def mask(top: int, left: int, bottom: int, right: int) -> np.ndarray:
    """(120, 160) with ones in the box, edges counted from 0."""
    found = np.zeros((120, 160), np.uint8)
    found[top:bottom, left:right] = 1
    return found


def part(name: str, *box: int) -> dict[str, Any]:
    return {"part_name": name, "mask": mask(*box)}


def thing(category: str, whole: np.ndarray, *parts: dict[str, Any]) -> dict[str, Any]:
    return {"class": category, "class_ind": 8.0, "mask": whole, "parts": list(parts) or np.zeros((0, 0))}


CAT = thing(
    "cat",
    mask(20, 40, 100, 140),
    part("head", 20, 40, 60, 80),
    part("lear", 20, 40, 30, 50),
    part("torso", 40, 80, 100, 140),
    part("lfleg", 90, 80, 100, 90),
    part("rbpa", 90, 130, 100, 140),
)
CAR = thing("car", mask(0, 0, 60, 160), part("wheel_1", 50, 0, 60, 20), part("wheel_2", 50, 140, 60, 160))
TINY = thing("cat", mask(0, 0, 10, 10))


def voc(root: Path, save: Any = save_v5, **notes: list[dict[str, Any]]) -> Path:
    """The layout; by default one photograph of a cat, a car and a cat too small to be used."""
    for stem, objects in (notes or {"2008_1": [CAT, CAR, TINY]}).items():
        stem = stem.removeprefix("n")
        (root / "JPEGImages").mkdir(parents=True, exist_ok=True)
        noise(len(stem), 160, 120).save(root / "JPEGImages" / f"{stem}.jpg")
        save(root / "Annotations_Part" / f"{stem}.mat", anno={"imname": stem, "objects": objects})
    return root


@pytest.mark.parametrize("save", SAVERS)
def test_each_object_is_the_crop_of_its_mask_and_has_the_photograph_as_source(tmp_path: Path, save: Any) -> None:
    folder = list_folder(voc(tmp_path, save))
    photograph = tmp_path / "JPEGImages" / "2008_1.jpg"

    assert [(p.name, p.category, p.path, p.source) for p in folder.pictures] == [
        (FIRST, "cat", Crop(photograph, (40, 20, 140, 100)), "2008_1"),
        (SECOND, "car", Crop(photograph, (0, 0, 160, 60)), "2008_1"),
    ]
    assert {p.path: p.reason for p in folder.problems} == {
        THIRD: "its box holds 100 pixels: fewer than 2500 are left out"
    }
    assert read_picture(folder.pictures[0].path).shape == (80, 100, 3)
    assert [p.source for p in drain(check_folder(folder)).pictures] == ["2008_1", "2008_1"]
    assert list_folder(tmp_path, merged=True).categories == ("object",)


@pytest.mark.parametrize("save", SAVERS)
def test_a_box_that_is_stated_counts_before_the_mask(tmp_path: Path, save: Any) -> None:
    edges = {"xmin": 31.0, "ymin": 11.0, "xmax": 150.0, "ymax": 110.0}
    folder = list_folder(voc(tmp_path, save, n2008_1=[{"class": "cat", "bndbox": edges}]))

    assert folder.pictures[0].path == Crop(tmp_path / FIRST, (30, 10, 150, 110))


@pytest.mark.parametrize("save", SAVERS)
def test_landmarks_are_the_middles_of_the_parts_boxes_in_the_crop(tmp_path: Path, save: Any) -> None:
    found = landmarks_of(voc(tmp_path, save), [FIRST, SECOND])

    assert found[FIRST] == (
        Landmark("head", 20, 20),
        Landmark("lear", 5, 5),
        Landmark("lfleg", 45, 75),
        Landmark("rbpa", 95, 75),
        Landmark("torso", 70, 50),
    )
    assert found[SECOND] == (Landmark("wheel_1", 10, 55), Landmark("wheel_2", 150, 55))
    assert list(landmarks_of(tmp_path, [SECOND])) == [SECOND]
    assert published_parts(tmp_path) == ("head", "neck", "torso")


@pytest.mark.parametrize("save", SAVERS)
def test_regions_are_the_masks_with_an_animals_parts_merged(tmp_path: Path, save: Any) -> None:
    found = dict(part_regions(voc(tmp_path, save), [FIRST, SECOND], 20))
    cat, car = found[FIRST], found[SECOND]

    assert sorted(cat) == ["back legs", "front legs", "head", "torso"]
    assert sorted(car) == ["wheel"]
    expected = np.zeros((20, 20), bool)
    expected[:10, :8] = True
    np.testing.assert_array_equal(cat["head"], expected)
    assert car["wheel"].sum() == np.count_nonzero(car["wheel"][-4:, :3]) + np.count_nonzero(car["wheel"][-4:, -3:]) > 0


@pytest.mark.parametrize("save", SAVERS)
def test_a_photograph_with_one_object_and_one_part_reads_like_others(tmp_path: Path, save: Any) -> None:
    alone = thing("dog", mask(0, 0, 100, 100), part("tail", 0, 0, 10, 10))
    root = voc(tmp_path, save, n2008_1=[alone])

    assert [p.category for p in list_folder(root).pictures] == ["dog"]
    assert landmarks_of(root, [FIRST]) == {FIRST: (Landmark("tail", 5, 5),)}


def test_the_data_set_is_known_from_the_folders_around_it(tmp_path: Path) -> None:
    root = voc(tmp_path / "above" / "VOC2010")

    for path in (tmp_path / "above", root / "JPEGImages", root / "Annotations_Part"):
        assert list_folder(path) == list_folder(root)


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_listed(tmp_path: Path) -> None:
    root = voc(tmp_path, n2008_1=[CAT], n2008_2=[CAT], n2008_3=[CAT], n2008_4=[CAT], n2008_5=[CAT])
    notes = root / "Annotations_Part"
    (notes / "2008_2.mat").write_bytes((notes / "2008_2.mat").read_bytes()[:200])
    save_v73(notes / "2008_3.mat", anno={"imname": "x"})
    (root / "JPEGImages" / "2008_4.jpg").unlink()
    (notes / "2008_5.mat").unlink()
    (notes / "2008_6.mat").symlink_to(tmp_path / "nowhere")
    noise(6, 160, 120).save(root / "JPEGImages" / "2008_6.jpg")
    folder = list_folder(root)
    found = {p.path: p.reason for p in folder.problems}

    assert [p.name for p in folder.pictures] == [FIRST]
    assert "2008_2.mat is cut short" in found["Annotations_Part/2008_2.mat"]
    assert "holds no anno.objects" in found["Annotations_Part/2008_3.mat"]
    assert "cannot be read (No such file" in found["Annotations_Part/2008_6.mat"]
    assert found["Annotations_Part"].startswith("1 of its photographs are not there")
    assert found["JPEGImages"] == "1 photographs have no annotation: left out"


def test_objects_without_mask_or_class_are_problems(tmp_path: Path) -> None:
    whole = mask(0, 0, 100, 100)
    objects = [thing("cat", np.zeros((120, 160), np.uint8)), thing("", whole), thing("cat", np.zeros((0, 0)))]
    with pytest.raises(FolderError, match="holds no picture"):
        list_folder(voc(tmp_path, n2008_1=objects))
    folder = list_folder(voc(tmp_path, n2008_1=[*objects, CAT]))

    assert [p.name for p in folder.pictures] == ["JPEGImages/2008_1.jpg#4"]
    assert [p.reason for p in folder.problems] == [
        "its box has no size: left out",
        "it has no class: left out",
        "its box has no size: left out",
    ]


def test_damaged_parts_are_errors_that_name_the_file(tmp_path: Path) -> None:
    save_v5(voc(tmp_path) / "Annotations_Part" / "2008_1.mat", anno={"objects": [{**CAT, "mask": "no mask"}]})

    with pytest.raises(LandmarksError, match=r"2008_1.mat holds a mask that is none"):
        landmarks_of(tmp_path, [FIRST])
    with pytest.raises(LandmarksError, match=r"2008_1.mat holds a mask that is none"):
        list(part_regions(tmp_path, [FIRST], 14))


def test_a_mask_too_large_to_be_read_is_told_rather_than_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = voc(tmp_path)
    monkeypatch.setattr(bounds, "LARGEST", 1000)

    with pytest.raises(FolderError, match=r"2008_1.mat holds a mask that is none, or too large"):
        list_folder(root)


def test_an_annotation_that_changes_is_read_anew(tmp_path: Path) -> None:
    root = voc(tmp_path)
    before = len(list_folder(root).pictures)
    voc(tmp_path, n2008_1=[CAT, CAR, CAT, CAT])

    assert (before, len(list_folder(root).pictures)) == (2, 4)
