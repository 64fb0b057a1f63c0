"""LabelMe files, checked by the rules by which LabelMe loads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

from icnn_engine.core.errors import RunError
from icnn_engine.data.boxes.labelme import read_labelme_boxes
from icnn_engine.runs.run_folder import Run
from tests.engine.figures.annotations.annotated import PAIR, export, guesses_of, laid_on_its_side, with_two_creatures


def load(path: Path) -> dict[str, Any]:
    """The file, after the checks of LabelMe, which looks for the picture from the folder of the file."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    assert {"version", "flags", "shapes", "imagePath", "imageData", "imageHeight", "imageWidth"} <= set(data)
    assert data["imageData"] is None
    with Image.open(path.parent / data["imagePath"]) as picture:
        assert ImageOps.exif_transpose(picture).size == (data["imageWidth"], data["imageHeight"])
    assert all(isinstance(value, bool) for value in data["flags"].values())
    for shape in data["shapes"]:
        assert isinstance(shape["label"], str)
        assert all(len(point) == 2 and all(isinstance(v, float | int) for v in point) for point in shape["points"])
        assert len(shape["points"]) == {"point": 1, "rectangle": 2}[shape["shape_type"]]
        assert isinstance(shape["group_id"], int)
        assert isinstance(shape["description"], str)
        assert all(isinstance(value, bool) for value in shape["flags"].values())
    return data


def test_every_file_names_its_picture_and_has_its_visible_parts(fake_run: Run, tmp_path: Path) -> None:
    folder = export(fake_run, tmp_path, "labelme") / "labelme"
    photographs = guesses_of(fake_run).photographs

    assert len(list(folder.rglob("*.json"))) == len(photographs)
    for photograph in photographs:
        data = load(folder / Path(photograph.name).with_suffix(".json"))
        shapes = {shape["label"]: shape for shape in data["shapes"]}
        (instance,) = photograph.instances

        assert data["flags"] == {"machine-made": True}
        assert [shape["shape_type"] for shape in data["shapes"]] == ["point"] * len(instance.shown)
        for guess in instance.shown:
            assert shapes[guess.part.label]["points"] == [[guess.x, guess.y]]
            assert shapes[guess.part.label]["description"] == f"confidence {guess.confidence:.3f}"
            assert shapes[guess.part.label]["flags"] == {"machine-made": True}


def test_the_size_of_a_picture_with_an_exif_rotation_is_the_upright_one(own_run: Run, tmp_path: Path) -> None:
    run = laid_on_its_side(own_run, 0)
    data = load(export(run, tmp_path / "out", "labelme") / "labelme" / "creature" / "000.json")

    assert (data["imageWidth"], data["imageHeight"]) == (192, 144)


def test_objects_are_told_apart_by_their_group_and_have_a_box(own_run: Run, tmp_path: Path) -> None:
    run = with_two_creatures(own_run)
    folder = export(run, tmp_path / "out", "labelme") / "labelme"
    data = load(folder / Path(PAIR).with_suffix(".json"))
    boxes = {shape["group_id"]: shape["points"] for shape in data["shapes"] if shape["shape_type"] == "rectangle"}
    kept = read_labelme_boxes(folder, [PAIR], {PAIR: (336, 192)})

    assert boxes == {1: [[0, 0], [192, 144]], 2: [[192, 0], [336, 192]]}
    assert {shape["group_id"] for shape in data["shapes"] if shape["shape_type"] == "point"} == {1, 2}
    assert kept is not None
    assert [one.box for one in kept.boxes[PAIR]] == [(0, 0, 192, 144), (192, 0, 144, 192)]


def test_a_picture_that_is_gone_is_told(own_run: Run, tmp_path: Path) -> None:
    (own_run.images / own_run.pictures[0].name).unlink()

    with pytest.raises(RunError, match="is no longer in"):
        export(own_run, tmp_path / "out", "labelme")
    assert not (tmp_path / "out").exists()
