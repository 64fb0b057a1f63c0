"""YOLO-pose files, checked by the rules by which its trainer reads them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import yaml

from icnn_engine.core.errors import RunError
from icnn_engine.figures.annotations.picture_files import file_for_each
from icnn_engine.figures.annotations.yolo import _label_place
from icnn_engine.runs.run_folder import Run
from tests.engine.figures.annotations.annotated import PAIR, export, guesses_of, with_two_creatures


def label_of(image: str) -> str:
    """The trainer's rule: the last folder called images is replaced by labels, the ending by txt."""
    above, below = image.rsplit(f"{os.sep}images{os.sep}", 1)
    return f"{above}{os.sep}labels{os.sep}{below}".rsplit(".", 1)[0] + ".txt"


def read(folder: Path, subset: str) -> dict[str, np.ndarray]:
    """The labels of the pictures in a list, by path, after the trainer's checks."""
    settings = yaml.safe_load((folder / "data.yaml").read_text(encoding="utf-8"))
    points, dimensions = settings["kpt_shape"]
    found = {}
    for line in (folder / settings[subset]).read_text(encoding="utf-8").splitlines():
        assert line.startswith("./")
        text = Path(label_of(str(folder / line[2:]))).read_text(encoding="utf-8")
        rows = np.array([row.split() for row in text.splitlines()], dtype=np.float32).reshape(
            -1, 5 + points * dimensions
        )

        assert rows.min() >= 0
        assert rows[:, 1:5].max() <= 1
        assert rows[:, 5:].reshape(-1, dimensions)[:, :2].max() <= 1
        assert rows[:, 0].max() < len(settings["names"])
        assert len(np.unique(rows, axis=0)) == len(rows)
        found[line[len("./images/") :]] = rows
    return found


def test_every_picture_is_read_with_its_positions(fake_run: Run, tmp_path: Path) -> None:
    folder = export(fake_run, tmp_path, "yolo") / "yolo"
    found = read(folder, "train") | read(folder, "val") | read(folder, "test")
    photographs = guesses_of(fake_run).photographs

    assert set(found) == {one.name for one in photographs}
    for photograph in photographs:
        (row,) = found[photograph.name]
        points = row[5:].reshape(3, 3)
        size = (photograph.width, photograph.height)
        for point, guess in zip(points, photograph.instances[0].guesses, strict=True):
            expected = (guess.x, guess.y, 2) if guess.visible else (0, 0, 0)
            assert (*point[:2] * size, point[2]) == pytest.approx(expected, abs=0.01)
        assert row[:5].tolist() == [0, 0.5, 0.5, 1, 1]


def test_the_settings_name_the_keypoints_of_each_class(several_run: Run, tmp_path: Path) -> None:
    folder = export(several_run, tmp_path, "yolo") / "yolo"
    settings = yaml.safe_load((folder / "data.yaml").read_text(encoding="utf-8"))
    rows = np.concatenate(list(read(folder, "train").values()))
    visible = rows[:, 5:].reshape(-1, 3, 3)[:, :, 2] > 0

    assert settings["names"] == {0: "creature", 1: "insect"}
    assert settings["kpt_shape"] == [3, 3]
    assert sorted(settings["flip_idx"]) == [0, 1, 2]
    assert settings["kpt_names"][1] == ["creature: Part 1", "creature: Part 2", "insect: Part 3"]
    assert not visible[rows[:, 0] == 0, 2].any()
    assert not visible[rows[:, 0] == 1, :2].any()
    assert visible[rows[:, 0] == 1, 2].any()


def test_two_objects_are_two_lines_with_boxes_of_their_own(own_run: Run, tmp_path: Path) -> None:
    folder = export(with_two_creatures(own_run), tmp_path, "yolo") / "yolo"
    left, right = read(folder, "train")[PAIR]

    assert left[1:5] == pytest.approx([96 / 336, 72 / 192, 192 / 336, 144 / 192], abs=1e-5)
    assert right[1:5] == pytest.approx([264 / 336, 0.5, 144 / 336, 1], abs=1e-5)


def test_a_label_is_found_below_a_folder_that_is_called_images() -> None:
    name = "images/fox/1.jpg"

    assert _label_place(name) == "yolo/images/labels/fox/1.jpg"
    assert label_of(f"/data/yolo/images/{name}") == "/data/yolo/images/labels/fox/1.txt"


def test_a_run_of_one_side_can_be_trained_on_all_the_same(fake_run: Run, tmp_path: Path) -> None:
    from icnn_engine.core.events import drain
    from icnn_engine.figures.annotations import export_annotations
    from icnn_engine.figures.bulk import chosen_pictures_of

    drain(export_annotations(fake_run, chosen_pictures_of(fake_run, "test"), ["yolo"], tmp_path))
    settings = yaml.safe_load((tmp_path / "yolo" / "data.yaml").read_text(encoding="utf-8"))

    assert (settings["train"], settings["val"]) == ("test.txt", "test.txt")


def test_two_pictures_that_would_have_one_file_are_refused() -> None:
    with pytest.raises(RunError, match=r"a/1\.jpg and a/1\.png differ by their endings"):
        file_for_each({"a/1.jpg": "labels/a/1.jpg", "a/1.png": "labels/a/1.png"}, ".txt")
