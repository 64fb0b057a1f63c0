from __future__ import annotations

import shutil
import threading
import time
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from icnn_engine.core.annotations import CheckedPicture, CheckUp, Crop, Picture
from icnn_engine.core.events import Event, Progress, drain
from icnn_engine.data import check_folder, check_picture, folder_notices, list_folder, read_picture, split_pictures
from icnn_engine.data.copies import contradictions
from tests.engine.data.files import NO_SHARED, SHARED, noise, save, touch


def check(root: Path) -> CheckUp:
    return drain(check_folder(list_folder(root)))


def reasons(checkup: CheckUp) -> dict[str, str]:
    return {p.path: p.reason for p in checkup.problems}


@pytest.fixture
def bad_folder(tmp_path: Path) -> Path:
    """A folder as it comes from the wild: each kind of trouble once, and some good pictures."""
    for i in range(3):
        save(tmp_path / "fox" / f"good {i}.png", i)
    (tmp_path / "fox" / "broken.jpg").write_bytes(save(tmp_path / "x.jpg", 4).read_bytes()[:400])
    (tmp_path / "x.jpg").unlink()
    touch(tmp_path / "fox" / "text.png")
    (tmp_path / "fox" / "zero.jpg").touch()
    Image.fromarray(np.linspace(0, 65535, 900).astype(np.uint16).reshape(30, 30)).save(tmp_path / "fox" / "deep.tif")
    noise(5).quantize(16).save(tmp_path / "fox" / "palette.png", transparency=0)
    noise(6).convert("CMYK").save(tmp_path / "fox" / "print.jpg")
    exif = Image.Exif()
    exif[0x0112] = 6
    noise(7, 48, 32).save(tmp_path / "fox" / "turned.jpg", exif=exif)
    save(tmp_path / "여우" / "사진.webp", 8)
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_a_bad_folder_loads_and_each_problem_has_its_reason(bad_folder: Path) -> None:
    checkup = check(bad_folder)

    assert reasons(checkup) == {
        "empty": "the folder holds no picture: not taken as a category",
        "fox/broken.jpg": "the picture is damaged: the file ends too early",
        "fox/text.png": "it is not a picture, although it is named .png",
        "fox/zero.jpg": "the file is empty (0 bytes)",
    }
    assert [p.name for p in checkup.pictures] == [
        *("fox/deep.tif", "fox/good 0.png", "fox/good 1.png", "fox/good 2.png", "fox/palette.png"),
        *("fox/print.jpg", "fox/turned.jpg", "여우/사진.webp"),
    ]
    assert checkup.categories == ("fox", "여우")


def test_sizes_are_those_of_the_picture_that_is_read(bad_folder: Path) -> None:
    for picture in check(bad_folder).pictures:
        height, width = read_picture(picture.path).shape[:2]

        assert (picture.width, picture.height) == (width, height)


def test_a_category_whose_pictures_all_fail_is_told(tmp_path: Path) -> None:
    save(tmp_path / "cat" / "1.png")
    touch(tmp_path / "dog" / "1.png")

    checkup = check(tmp_path)

    assert checkup.categories == ("cat",)
    assert reasons(checkup)["dog"] == "none of its pictures can be used"


def test_a_folder_of_nothing_readable_still_gives_its_list(tmp_path: Path) -> None:
    touch(tmp_path / "1.png")

    checkup = check(tmp_path)

    assert checkup.pictures == ()
    assert "1.png" in reasons(checkup)


def test_copies_and_near_copies_are_found(tmp_path: Path) -> None:
    for i in range(8):
        save(tmp_path / "cat" / f"{i}.png", i)
    shutil.copy(tmp_path / "cat" / "1.png", tmp_path / "cat" / "copy.png")
    noise(2).save(tmp_path / "cat" / "again.jpg", quality=60)
    noise(3).resize((96, 64)).save(tmp_path / "cat" / "large.png")

    checkup = check(tmp_path)

    assert checkup.duplicates == (("cat/1.png", "cat/copy.png"),)
    assert checkup.near_copies == (("cat/2.png", "cat/again.jpg"), ("cat/3.png", "cat/large.png"))


def test_groups_are_read_and_a_wrong_table_is_a_problem(tmp_path: Path) -> None:
    save(tmp_path / "cat" / "1.png")
    touch(tmp_path / "groups.csv", "image,source\ncat/1.png,garden\n")
    sources = [p.source for p in check(tmp_path).pictures]
    touch(tmp_path / "groups.csv", "picture;source\n")
    wrong = reasons(check(tmp_path))

    assert sources == ["garden"]
    assert wrong["groups.csv"].startswith("not used: line 1: no column image")


def test_a_copy_of_a_test_picture_is_left_out_of_training_and_told(tmp_path: Path) -> None:
    for side, seeds in (("train", range(6)), ("val", range(6, 8)), ("test", range(8, 10))):
        for i in seeds:
            save(tmp_path / side / "cat" / f"{i}.png", i)
    shutil.copy(tmp_path / "test" / "cat" / "8.png", tmp_path / "train" / "cat" / "stolen.png")
    noise(7).save(tmp_path / "train" / "cat" / "near.jpg", quality=80)
    touch(tmp_path / "groups.csv", "image,source\ntrain/cat/0.png,a\ntest/cat/9.png,a\n")

    checkup = check(tmp_path)

    kept = "which another side of the split holds"
    assert reasons(checkup) == {
        "train/cat/stolen.png": f"left out, for it is a copy of test/cat/8.png, {kept}",
        "train/cat/near.jpg": f"left out, for it is a near copy of val/cat/7.png, {kept}",
        "train/cat/0.png": f"left out, for it is of the same source as test/cat/9.png, {kept}",
        "groups.csv": "10 of 12 pictures have no source, such as test/cat/8.png: nothing ties them to others",
    }
    assert len(checkup.pictures) == 9


def test_the_fingerprint_follows_content_and_not_place(tmp_path: Path) -> None:
    for i in range(3):
        save(tmp_path / "a" / "cat" / f"{i}.png", i)
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    first, second = check(tmp_path / "a").fingerprint, check(tmp_path / "b").fingerprint
    save(tmp_path / "b" / "cat" / "0.png", 9)

    assert first == second
    assert check(tmp_path / "b").fingerprint != first


def test_the_same_picture_in_two_categories_is_told(tmp_path: Path) -> None:
    for i in range(3):
        save(tmp_path / "cat" / f"{i}.png", i)
        save(tmp_path / "dog" / f"{i + 2}.png", i + 2)
    shutil.copy(tmp_path / "cat" / "0.png", tmp_path / "dog" / "same.png")
    noise(1).save(tmp_path / "dog" / "again.jpg", quality=80)

    checkup = check(tmp_path)
    (told,) = folder_notices(checkup)

    assert checkup.contradictions == (
        *(("cat/0.png", "dog/same.png"), ("cat/1.png", "dog/again.jpg"), ("cat/2.png", "dog/2.png")),
    )
    assert told.startswith("Pictures that are in several categories: 3, such as cat/0.png = dog/same.png.")


def test_contradictions_are_told_though_one_of_them_is_left_out(tmp_path: Path) -> None:
    for i, place in enumerate(("train/cat", "train/dog", "test/cat", "test/dog")):
        save(tmp_path / place / f"{i}.png", i)
    shutil.copy(tmp_path / "test" / "cat" / "2.png", tmp_path / "train" / "dog" / "same.png")

    checkup = check(tmp_path)

    assert checkup.contradictions == (("test/cat/2.png", "train/dog/same.png"),)
    assert "train/dog/same.png" in reasons(checkup)


def test_a_plain_folder_needs_no_word(tmp_path: Path) -> None:
    for i in range(4):
        save(tmp_path / ("cat" if i % 2 else "dog") / f"{i}.png", i)

    assert folder_notices(check(tmp_path)) == []


def test_objects_of_one_photograph_contradict_only_if_their_boxes_are_equal(tmp_path: Path) -> None:
    path = save(tmp_path / "photograph.png")
    boxes = {"dog": (0.0, 0.0, 40.0, 30.0), "cat": (0.0, 0.0, 40.0, 31.0), "cow": (0.0, 0.0, 40.0, 30.0)}
    objects = [check_picture(Picture(c, Crop(path, box), c)) for c, box in boxes.items()]
    dog, cat, cow = (one for one in objects if isinstance(one, CheckedPicture))

    assert contradictions([dog, cat], [("cat", "dog")]) == ()
    assert contradictions([dog, cow], []) == (("cow", "dog"),)


def test_progress_is_told_by_time_from_none_to_all(tmp_path: Path) -> None:
    for i in range(30):
        save(tmp_path / "cat" / f"{i}.png", i)
    events: list[Event] = []

    drain(check_folder(list_folder(tmp_path)), events.append)

    steps = [e for e in events if isinstance(e, Progress)]
    assert (steps[0].done, steps[-1].done, steps[0].total) == (0, 30, 30)
    assert len(steps) <= 12


def test_closing_stops_the_threads(tmp_path: Path) -> None:
    for i in range(60):
        save(tmp_path / "cat" / f"{i}.png", i)
    operation = check_folder(list_folder(tmp_path))
    next(operation)
    start = time.monotonic()
    operation.close()

    assert time.monotonic() - start < 1
    assert not [t for t in threading.enumerate() if t.name.startswith("check")]


@pytest.mark.skipif(not (SHARED / "animals").is_dir(), reason=NO_SHARED)
def test_real_pictures_are_read_and_not_one_is_taken_for_another(tmp_path: Path) -> None:
    real = (
        sorted((SHARED / "animals" / "fox").iterdir())[:60]
        + sorted((SHARED / "animals" / "_background").iterdir())[:60]
    )
    for path in real:
        (tmp_path / path.parent.name).mkdir(exist_ok=True)
        shutil.copyfile(path, tmp_path / path.parent.name / path.name)
    for path in real[:20]:
        Image.open(path).save(tmp_path / "fox" / f"again-{path.name}", quality=50)
    head, *rows = (SHARED / "animals" / "groups.csv").read_text(encoding="utf-8").splitlines()
    own = [row for row in rows if (tmp_path / row.partition(",")[0]).is_file()]
    (tmp_path / "groups.csv").write_text("\n".join([head, *own]), encoding="utf-8")

    checkup = check(tmp_path)
    sides = dict(
        zip((p.name for p in checkup.pictures), split_pictures(checkup.pictures, (0.6, 0.2, 0.2), 0), strict=True)
    )

    again = {(f"fox/{p.name}", f"fox/again-{p.name}") for p in real[:20]}
    assert [p.reason.partition(",")[0] for p in checkup.problems] == ["20 of 80 pictures have no source"]
    assert set(checkup.near_copies) <= again
    assert len(checkup.near_copies) >= 18
    assert all(len({sides[name] for name in group}) == 1 for group in checkup.near_copies)
    assert Counter(sides.values())["test"] == pytest.approx(28, abs=3)


def test_pictures_of_one_production_line_are_no_copies_once_their_sources_are_told(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    for category, scratched in (("good", False), ("defective", True)):
        (tmp_path / category).mkdir()
        for number in range(20):
            image = Image.new("RGB", (300, 300), (205, 205, 200))
            draw = ImageDraw.Draw(image)
            draw.ellipse((50, 50, 250, 250), fill=(120, 125, 130))
            draw.ellipse((110, 110, 190, 190), fill=(60, 62, 65))
            if scratched:
                left, top = chance.integers(80, 200, 2).tolist()
                draw.line((left, top, left + 20, top + 15), fill=(190, 190, 190), width=2)
            noisy = np.asarray(image) + chance.normal(0, 3, (300, 300, 3))
            Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(tmp_path / category / f"{number}.png")
    with Image.open(tmp_path / "good" / "0.png") as image:
        image.save(tmp_path / "good" / "copy.tif")
    alike = drain(check_folder(list_folder(tmp_path)))
    rows = [f"{p.name},{p.name.removesuffix('.tif').replace('copy', '0.png')}" for p in alike.pictures]
    (tmp_path / "groups.csv").write_text("\n".join(["image,source", *rows]), encoding="utf-8")
    checkup = drain(check_folder(list_folder(tmp_path)))
    sides = split_pictures(checkup.pictures, (0.6, 0.15, 0.25), 0)
    of = dict(zip((p.name for p in checkup.pictures), sides, strict=True))

    assert checkup.contradictions == ()
    assert [group for group in checkup.near_copies if "good" in str(group)] == [("good/0.png", "good/copy.tif")]
    assert any("nearly alike" in note for note in alike.notes)
    assert max(len(group) for group in alike.near_copies) >= 20
    assert checkup.notes == ()
    assert {of[f"good/{number}.png"] for number in range(20)} == {"train", "choose", "test"}
    assert of["good/0.png"] == of["good/copy.tif"]
