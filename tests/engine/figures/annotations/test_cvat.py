"""CVAT for images 1.1: the fields that its importer reads."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.engine.figures.annotations.annotated import PAIR, export, guesses_of, with_two_creatures


def points_of(image: ET.Element) -> dict[tuple[int, str], tuple[float, ...]]:
    """The points of an image by group and label."""
    return {
        (int(one.attrib["group_id"]), one.attrib["label"]): tuple(map(float, one.attrib["points"].split(",")))
        for one in image.iter("points")
    }


def test_every_image_has_its_points_marked_as_automatic(fake_run: Run, tmp_path: Path) -> None:
    root = ET.parse(export(fake_run, tmp_path, "cvat") / "cvat.xml").getroot()
    photographs = guesses_of(fake_run).photographs
    images = root.findall("image")

    assert (root.tag, root.findtext("version")) == ("annotations", "1.1")
    assert root.findtext("meta/task/mode") == "annotation"
    assert root.findtext("meta/task/size") == str(len(images)) == str(len(photographs))
    for number, (image, photograph) in enumerate(zip(images, photographs, strict=True)):
        size = {"width": str(photograph.width), "height": str(photograph.height)}
        expected = {(1, guess.part.label): (guess.x, guess.y) for guess in photograph.instances[0].shown}

        assert image.attrib == {"id": str(number), "name": photograph.name, **size}
        assert points_of(image) == expected
    shapes = list(root.iter("points"))
    assert {shape.attrib["source"] for shape in shapes} == {"auto"}
    assert all(shape.attrib["occluded"] == shape.attrib["z_order"] == "0" for shape in shapes)
    assert all(0 <= float(shape.findtext("attribute[@name='confidence']") or -1) <= 1 for shape in shapes)


def test_the_labels_for_a_new_task_are_those_of_the_file(own_run: Run, tmp_path: Path) -> None:
    write_notes(own_run.path, Notes().having((NetworkName.INTERPRETABLE, "part", 0), Note('<머리> & "ear"')))
    folder = export(with_two_creatures(own_run), tmp_path / "out", "cvat")
    root = ET.parse(folder / "cvat.xml").getroot()
    labels = json.loads((folder / "cvat-labels.json").read_text(encoding="utf-8"))
    kinds = {"points": {shape.attrib["label"] for shape in root.iter("points")}, "rectangle": {"creature"}}

    assert {(one["name"], one["type"]) for one in labels} == {(name, kind) for kind in kinds for name in kinds[kind]}
    assert [one["name"] for one in labels] == [one.text for one in root.findall("meta/task/labels/label/name")]
    assert '<머리> & "ear"' in kinds["points"]
    assert all(one["attributes"][0]["name"] == "confidence" for one in labels)


def test_two_objects_are_two_groups_with_boxes(own_run: Run, tmp_path: Path) -> None:
    root = ET.parse(export(with_two_creatures(own_run), tmp_path / "out", "cvat") / "cvat.xml").getroot()
    (pair,) = (image for image in root.iter("image") if image.attrib["name"] == PAIR)
    boxes = {
        box.attrib["group_id"]: [float(box.attrib[edge]) for edge in ("xtl", "ytl", "xbr", "ybr")]
        for box in pair.iter("box")
    }

    assert boxes == {"1": [0, 0, 192, 144], "2": [192, 0, 336, 192]}
    assert {group for group, _label in points_of(pair)} == {1, 2}
    assert sum(1 for _box in root.iter("box")) == 2
