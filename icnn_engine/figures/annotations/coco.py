"""Annotations as one JSON file of COCO keypoints."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count
from typing import Any

from icnn_engine import __version__
from icnn_engine.core.escaping import visible
from icnn_engine.figures.annotations.guesses import Guesses, Instance
from icnn_engine.figures.annotations.json_text import json_text
from icnn_engine.figures.annotations.words import MACHINE, machine_words

SEEN, NOT_LABELLED = 2, (0, 0, 0)


def coco_files(guesses: Guesses) -> dict[str, str]:
    """Return the text of coco.json by its path. Ids count from 1; parts that are not visible are (0, 0, 0)."""
    document = {
        "info": {
            "description": machine_words(guesses.run),
            "version": __version__,
            "contributor": "Partscope",
            "source": MACHINE,
            "run": guesses.run.name,
        },
        "licenses": [],
        "categories": [_category(guesses, number) for number in range(len(guesses.run.categories))],
        "images": [
            {"id": number, "file_name": one.name, "width": one.width, "height": one.height, "subset": one.subset}
            for number, one in enumerate(guesses.photographs, 1)
        ],
        "annotations": list(_annotations(guesses)),
    }
    return {"coco.json": json_text(document)}


def _category(guesses: Guesses, number: int) -> dict[str, Any]:
    names = [visible(part.name) for part in guesses.parts_of(number)]
    name = guesses.run.categories[number]
    return {"id": number + 1, "name": name, "supercategory": "", "keypoints": names, "skeleton": []}


def _annotations(guesses: Guesses) -> Iterator[dict[str, Any]]:
    ids = count(1)
    for image, photograph in enumerate(guesses.photographs, 1):
        for instance in photograph.instances:
            yield {"id": next(ids), "image_id": image, **_annotation(instance)}


def _annotation(instance: Instance) -> dict[str, Any]:
    left, top, right, bottom = instance.box
    points = ((guess.x, guess.y, SEEN) if guess.visible else NOT_LABELLED for guess in instance.guesses)
    return {
        "category_id": instance.category + 1,
        "bbox": [left, top, right - left, bottom - top],
        "area": (right - left) * (bottom - top),
        "iscrowd": 0,
        "keypoints": list(chain.from_iterable(points)),
        "num_keypoints": len(instance.shown),
        "score": round(instance.score, 3),
        "keypoint_scores": [guess.confidence for guess in instance.guesses],
        "bbox_source": "whole picture" if instance.whole else "region read by the network",
        "source": MACHINE,
    }
