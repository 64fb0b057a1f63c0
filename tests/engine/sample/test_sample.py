from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.errors import FolderError
from icnn_engine.core.events import Event, Progress, drain
from icnn_engine.data import check_folder, list_folder, read_landmarks, read_picture
from icnn_engine.sample import make_sample
from icnn_engine.sample.creature import PARTS
from icnn_engine.sample.picture import draw_picture

CREATURES, BACKGROUNDS = 24, 8


def drawn(root: Path, seed: int = 0, creatures: int = 3, backgrounds: int = 2) -> Path:
    return drain(make_sample(root, seed, creatures, backgrounds))


def digests(root: Path) -> dict[str, str]:
    return {p.relative_to(root).as_posix(): blake2b(p.read_bytes()).hexdigest() for p in root.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn(tmp_path_factory.mktemp("sample") / "sample", 0, CREATURES, BACKGROUNDS)


def test_it_is_a_folder_of_two_categories_without_a_problem(sample: Path) -> None:
    checkup = drain(check_folder(list_folder(sample)))

    assert checkup.categories == ("_background", "creature")
    assert len(checkup.pictures) == CREATURES + BACKGROUNDS
    assert checkup.problems == ()
    assert checkup.duplicates == checkup.near_copies == ()
    assert all(256 <= max(p.width, p.height) <= 320 for p in checkup.pictures)


def test_landmarks_lie_in_the_pictures_of_creatures(sample: Path) -> None:
    folder = list_folder(sample)
    landmarks = read_landmarks(sample / "landmarks.csv", [p.name for p in folder.pictures])

    assert {m.part for marks in landmarks.values() for m in marks} == set(PARTS.values())
    assert set(landmarks) == {p.name for p in folder.pictures if p.category == "creature"}
    for name, marks in landmarks.items():
        height, width = read_picture(sample / name).shape[:2]
        assert all(0 <= m.x <= width and 0 <= m.y <= height for m in marks)


def test_parts_are_anywhere_and_apart() -> None:
    every = [draw_picture(1, i, with_creature=True) for i in range(30)]
    places = [{m.part: (m.x / image.width, m.y / image.height) for m in marks} for image, marks in every]
    heads = np.array([p["head"] for p in places if "head" in p])
    right = [p["head"][0] > p["tail"][0] for p in places if {"head", "tail"} <= set(p)]

    assert len(heads) >= 25
    assert heads.std(axis=0).min() > 0.12
    assert 0.25 < np.mean(right) < 0.75


def test_the_same_seed_draws_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    first, second, other = (digests(drawn(tmp_path / name, seed)) for name, seed in (("a", 5), ("b", 5), ("c", 6)))

    assert first == second
    assert first["creature/0001.jpg"] != other["creature/0001.jpg"]


def test_a_larger_sample_begins_with_the_smaller_one(tmp_path: Path) -> None:
    small, large = digests(drawn(tmp_path / "a")), digests(drawn(tmp_path / "b", 0, 5, 3))

    assert {name: large[name] for name in small if name.endswith(".jpg")}.items() <= small.items()


def test_a_whole_sample_is_kept_as_it_is(tmp_path: Path) -> None:
    root = drawn(tmp_path / "sample")
    before = (root / "creature" / "0001.jpg").stat().st_mtime_ns
    events: list[Event] = []
    drain(make_sample(root, 0, 3, 2), events.append)

    assert (root / "creature" / "0001.jpg").stat().st_mtime_ns == before
    assert events == []


def test_a_damaged_sample_or_one_of_other_numbers_is_drawn_anew(tmp_path: Path) -> None:
    root = drawn(tmp_path / "sample")
    (root / "creature" / "0002.jpg").unlink()
    drawn(root)
    mended = sorted(p.name for p in (root / "creature").iterdir())
    drawn(root, creatures=2)

    assert mended == ["0001.jpg", "0002.jpg", "0003.jpg"]
    assert len(list((root / "creature").iterdir())) == 2


def test_a_cancelled_drawing_leaves_nothing(tmp_path: Path) -> None:
    operation = make_sample(tmp_path / "sample", 0, 50, 50)
    event = next(operation)
    operation.close()

    assert event == Progress("Drawing the sample", 0, 100)
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_drawing_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".sample.part" / "creature").mkdir(parents=True)
    (tmp_path / ".sample.part" / "creature" / "0009.jpg").touch()
    root = drawn(tmp_path / "sample")

    assert [p.name for p in tmp_path.iterdir()] == ["sample"]
    assert len(list((root / "creature").iterdir())) == 3


def test_nothing_else_is_ever_drawn_over(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(FolderError, match="holds something else"):
        drawn(tmp_path / "mine")
    with pytest.raises(FolderError, match="holds something else"):
        drawn(tmp_path / "mine" / "letter.txt")


def test_a_place_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FolderError, match=r"cannot be written to .*Choose another place"):
        drawn(tmp_path / "file" / "sample")
