"""CUB-200-2011 in its publishers' layout: small folders that a test writes, and the real first ten species."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.annotations import Crop, Landmark
from icnn_engine.core.errors import FolderError, LandmarksError
from icnn_engine.core.events import drain
from icnn_engine.data import (
    check_folder,
    landmarks_of,
    list_folder,
    part_regions,
    published_parts,
    read_picture,
    split_pictures,
)
from tests.engine.data.files import NO_SHARED, SHARED, noise, save, touch

REAL = SHARED / "CUB_200_2011"
FILES = {
    "images.txt": ["4 001.Ani/a.jpg", "9 001.Ani/b.jpg", "30 002.Grey_Tern/c d.jpg"],
    "bounding_boxes.txt": ["30 0.0 0.0 90.0 60.0", "4 10.0 5.0 60.0 50.0", "9 20.0 0.0 70.0 64.0"],
    "image_class_labels.txt": ["4 1", "9 1", "30 2"],
    "classes.txt": ["1 001.Ani", "2 002.Grey_Tern"],
    "train_test_split.txt": ["4 1", "9 0", "30 1"],
    "parts/parts.txt": ["1 back", "2 left eye"],
    "parts/part_locs.txt": ["4 1 30.0 25.0 1", "4 2 0.0 0.0 0", "9 1 21.0 8.0 1", "9 2 50.0 9.0 1"],
}


def birds(root: Path, **files: list[str] | None) -> Path:
    """The layout with three birds; `files` (dots and slashes written as __) replace lines, None leaves a file out."""
    for i, line in enumerate(FILES["images.txt"]):
        path = root / "images" / line.split(maxsplit=1)[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        noise(i, 100, 64).save(path)
    for name, lines in FILES.items():
        lines = files.get(Path(name).stem, lines)
        if lines is not None:
            touch(root / name, "\n".join([*lines, ""]))
    return root


def why(root: Path) -> dict[str, str]:
    return {p.path: p.reason for p in list_folder(root).problems}


def test_each_bird_is_the_crop_of_its_box_with_its_species_and_side(tmp_path: Path) -> None:
    folder = list_folder(birds(tmp_path))

    assert folder.categories == ("Ani", "Grey_Tern")
    assert [(p.name, p.category, p.side) for p in folder.pictures] == [
        ("images/001.Ani/a.jpg", "Ani", "train"),
        ("images/001.Ani/b.jpg", "Ani", "test"),
        ("images/002.Grey_Tern/c d.jpg", "Grey_Tern", "train"),
    ]
    assert folder.pictures[0].path == Crop(tmp_path / "images" / "001.Ani" / "a.jpg", (10, 5, 70, 55))
    assert folder.problems == ()
    assert read_picture(folder.pictures[0].path).shape == (50, 60, 3)


def test_all_birds_can_be_one_category(tmp_path: Path) -> None:
    save(birds(tmp_path) / "_background" / "street.jpg")
    folder = list_folder(tmp_path, merged=True)

    assert Counter(p.category for p in folder.pictures) == {"bird": 3, "_background": 1}
    assert folder.categories == ("_background", "bird")


def test_visible_parts_are_landmarks_in_pixels_of_the_crop(tmp_path: Path) -> None:
    names = [p.name for p in list_folder(birds(tmp_path)).pictures]
    found = landmarks_of(tmp_path, names)

    assert found == {
        names[0]: (Landmark("back", 20.5, 20.5),),
        names[1]: (Landmark("back", 1.5, 8.5), Landmark("left eye", 30.5, 9.5)),
    }
    assert list(landmarks_of(tmp_path, names[1:])) == names[1:2]
    assert list(part_regions(tmp_path, names, 14)) == []
    assert published_parts(tmp_path) == ("back", "forehead", "tail")


def test_without_parts_there_are_no_landmarks_and_without_split_no_sides(tmp_path: Path) -> None:
    birds(tmp_path, part_locs=None, train_test_split=None)

    assert landmarks_of(tmp_path, ["images/001.Ani/a.jpg"]) == {}
    assert {p.side for p in list_folder(tmp_path).pictures} == {None}
    assert "instead of the official one" in why(tmp_path)["train_test_split.txt"]


@pytest.mark.parametrize("name", ["bounding_boxes", "image_class_labels", "classes"])
def test_a_file_that_is_needed_and_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(FolderError, match=f"{name}.txt cannot be read .*put a whole copy in its place"):
        list_folder(birds(tmp_path, **{name: None}))


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"images": ["4 001.Ani/a.jpg", "9"]}, "images.txt, line 2: 1 values of 2"),
        ({"images": ["4 001.Ani/a.jpg", "4 001.Ani/b.jpg"]}, "images.txt, line 2: the id 4 is there twice"),
        ({"bounding_boxes": ["4 10 5 x 50"]}, "bounding_boxes.txt, line 1: '10 5 x 50' are not numbers"),
        ({"bounding_boxes": ["4 10 5 60"]}, "bounding_boxes.txt, line 1: 4 values of 5"),
    ],
)
def test_a_damaged_line_is_named(tmp_path: Path, files: dict[str, list[str]], message: str) -> None:
    with pytest.raises(FolderError, match=message):
        list_folder(birds(tmp_path, **files))


def test_birds_that_cannot_be_used_are_problems(tmp_path: Path) -> None:
    boxes = ["4 10 5 60 0", "9 0 0 40 40", "30 nan 0 90 60"]
    with pytest.raises(FolderError, match="holds no picture"):
        list_folder(birds(tmp_path, bounding_boxes=boxes))
    birds(tmp_path, bounding_boxes=[*boxes[:2], "30 500 500 90 60"], image_class_labels=["4 1", "9 1", "30 2"])
    found = why(tmp_path)

    assert found["images/001.Ani/a.jpg"] == "its box has no size: left out"
    assert found["images/001.Ani/b.jpg"] == "its box holds 1600 pixels: fewer than 2500 are left out"
    assert [p.reason for p in drain(check_folder(list_folder(tmp_path))).problems if p.path.endswith("c d.jpg")] == [
        "its box (500, 500, 590, 560) lies outside the picture of 100 x 64 pixels"
    ]


def test_birds_without_box_or_class_or_file_and_files_without_a_line_are_problems(tmp_path: Path) -> None:
    images = [*FILES["images.txt"], "31 002.Grey_Tern/gone.jpg", "32 002.Grey_Tern/gone too.jpg"]
    boxes = [*FILES["bounding_boxes.txt"][:2], "31 0 0 90 60", "32 0 0 90 60"]
    birds(tmp_path, images=images, bounding_boxes=boxes, image_class_labels=["4 1", "30 2", "31 2", "32 2"])
    save(tmp_path / "images" / "001.Ani" / "extra.jpg")
    found = why(tmp_path)

    assert found["images/001.Ani/b.jpg"].startswith("bounding_boxes.txt has no box")
    assert found["images/001.Ani/extra.jpg"].startswith("images.txt does not name it")
    assert found["images.txt"].startswith("2 of its photographs are not there, the first is 002.Grey_Tern/gone.jpg")
    birds(tmp_path, image_class_labels=["4 1", "30 2"])
    assert "give it no class" in why(tmp_path)["images/001.Ani/b.jpg"]


@pytest.mark.parametrize(
    "path", ["../secret.jpg", "001.Ani/../../../secret.jpg", "/secret.jpg", "C:\\secret.jpg", "..\\secret.jpg"]
)
def test_no_path_leads_out_of_the_data_set(tmp_path: Path, path: str) -> None:
    save(tmp_path / "secret.jpg")
    root = birds(tmp_path / "cub", images=[f"4 {path}", FILES["images.txt"][1]])

    assert [p.name for p in list_folder(root).pictures] == ["images/001.Ani/b.jpg"]
    assert why(root)[f"images/{path}"] == "the path leads out of the data set: left out"


def test_what_is_no_picture_is_not_listed(tmp_path: Path) -> None:
    root = birds(tmp_path, images=["4 001.Ani/a.txt", FILES["images.txt"][1]])

    assert why(root)["images/001.Ani/a.txt"] == "not a picture: left out"


def test_damaged_landmarks_are_told_with_file_and_line(tmp_path: Path) -> None:
    names = [p.name for p in list_folder(birds(tmp_path)).pictures]
    for lines, message in (
        (["4 1 30.0 25.0 1", "9 7 1 1 1"], r"part_locs.txt, line 2: parts/parts.txt has no part 7"),
        (["4 1 30.0"], r"part_locs.txt, line 1: 3 values of 5"),
        (["4 1 30.0 here 1"], r"part_locs.txt, line 1: '30.0 here 1' are not numbers"),
    ):
        with pytest.raises(LandmarksError, match=message):
            landmarks_of(birds(tmp_path, part_locs=lines), names)


@pytest.mark.skipif(not REAL.is_dir(), reason=NO_SHARED)
def test_the_real_birds_are_listed_with_official_sides_and_parts_inside_their_crops() -> None:
    folder = list_folder(REAL)
    checked = drain(check_folder(folder))
    found = landmarks_of(REAL, [p.name for p in folder.pictures])
    sides = split_pictures(checked.pictures, (0.6, 0.15, 0.25), 0)
    sizes = {p.name: (p.width, p.height) for p in checked.pictures}
    inside = [0 <= m.x <= sizes[n][0] and 0 <= m.y <= sizes[n][1] for n, marks in found.items() for m in marks]

    assert (len(folder.pictures), len(folder.categories), folder.problems) == (543, 10, ())
    assert (len(checked.pictures), checked.problems) == (543, ())
    assert Counter(p.side for p in folder.pictures) == {"train": 300, "test": 243}
    assert {s for s, p in zip(sides, folder.pictures, strict=True) if p.side == "test"} == {"test"}
    assert Counter(sides)["choose"] == pytest.approx(60, abs=10)
    assert len(found) == 543
    assert np.all(inside)
    assert len({m.part for marks in found.values() for m in marks}) == 15
