"""Annotations as CVAT for images 1.1: one XML file of points and boxes, and the labels that a task needs for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from icnn_engine.core.escaping import visible
from icnn_engine.figures.annotations.guesses import Guesses, Instance

CONFIDENCE = "confidence"  # attribute of every label
SOURCE = "auto"  # what CVAT calls shapes that a model has drawn


def cvat_files(guesses: Guesses) -> dict[str, str]:
    """Return the texts of cvat.xml and cvat-labels.json by their paths."""
    root = ET.Element("annotations")
    ET.SubElement(root, "version").text = "1.1"
    _add_meta(root, guesses)
    for number, photograph in enumerate(guesses.photographs):
        size = {"width": str(photograph.width), "height": str(photograph.height)}
        image = ET.SubElement(root, "image", {"id": str(number), "name": visible(photograph.name), **size})
        for group, instance in enumerate(photograph.instances, 1):
            _add_instance(image, guesses, instance, group)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    labels = [_label_json(name, kind) for name, kind in _labels(guesses)]
    return {
        "cvat.xml": f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n',
        "cvat-labels.json": json.dumps(labels, ensure_ascii=False, indent=2) + "\n",
    }


def _labels(guesses: Guesses) -> Iterator[tuple[str, str]]:
    """Yield name and type of each label: categories have boxes, parts have points."""
    for category in guesses.run.categories:
        yield visible(category), "rectangle"
    for part in guesses.parts:
        yield visible(part.label), "points"


def _label_json(name: str, kind: str) -> dict[str, Any]:
    attribute = {"name": CONFIDENCE, "mutable": False, "input_type": "text", "default_value": "", "values": [""]}
    return {"name": name, "type": kind, "attributes": [attribute]}


def _add_meta(root: ET.Element, guesses: Guesses) -> None:
    task = ET.SubElement(ET.SubElement(root, "meta"), "task")
    texts = {
        "name": f"{guesses.run.name} (machine-made by Partscope)",
        "size": str(len(guesses.photographs)),
        "mode": "annotation",
    }
    for tag, text in texts.items():
        ET.SubElement(task, tag).text = text
    labels = ET.SubElement(task, "labels")
    for name, kind in _labels(guesses):
        label = ET.SubElement(labels, "label")
        ET.SubElement(label, "name").text = name
        ET.SubElement(label, "type").text = kind
        attribute = ET.SubElement(ET.SubElement(label, "attributes"), "attribute")
        fields = {"name": CONFIDENCE, "mutable": "False", "input_type": "text", "default_value": "", "values": ""}
        for tag, text in fields.items():
            ET.SubElement(attribute, tag).text = text


def _add_instance(image: ET.Element, guesses: Guesses, instance: Instance, group: int) -> None:
    """Add an object's box, unless it is the whole picture, and its points, in one group."""
    common = {"source": SOURCE, "occluded": "0", "z_order": "0", "group_id": str(group)}
    if not instance.whole:
        corners = dict(zip(("xtl", "ytl", "xbr", "ybr"), (f"{edge:.2f}" for edge in instance.box), strict=True))
        label = visible(guesses.run.categories[instance.category])
        _add_confidence(ET.SubElement(image, "box", {"label": label, **common, **corners}), instance.score)
    for guess in instance.shown:
        points = {"points": f"{guess.x:.2f},{guess.y:.2f}"}
        label = visible(guess.part.label)
        _add_confidence(ET.SubElement(image, "points", {"label": label, **common, **points}), guess.confidence)


def _add_confidence(shape: ET.Element, value: float) -> None:
    ET.SubElement(shape, "attribute", {"name": CONFIDENCE}).text = f"{value:.3f}"
