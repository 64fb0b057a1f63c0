"""Annotations as LabelMe files: a JSON file for each picture, with a point for each part that is visible."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from icnn_engine.core.annotations import file_of
from icnn_engine.figures.annotations.guesses import Guesses, Instance, Photograph
from icnn_engine.figures.annotations.json_text import json_text
from icnn_engine.figures.annotations.picture_files import file_for_each
from icnn_engine.figures.annotations.words import MACHINE, machine_words

VERSION = "5.5.0"  # of LabelMe: the format has not changed since 4.0 but by fields that may be missing


def labelme_files(guesses: Guesses, folder: Path) -> dict[str, str]:
    """Return the texts of the LabelMe files by their paths below `folder`, to which the paths of the pictures in them
    are relative. Raises RunError."""
    names = {one.name: one for one in guesses.photographs}
    paths = file_for_each({name: f"labelme/{name}" for name in names}, ".json")
    return {path: _text(guesses, names[name], (folder / path).parent) for name, path in paths.items()}


def _text(guesses: Guesses, photograph: Photograph, folder: Path) -> str:
    document = {
        "version": VERSION,
        "flags": {MACHINE: True},
        "shapes": [
            shape
            for number, instance in enumerate(photograph.instances, 1)
            for shape in _shapes(guesses, instance, number)
        ],
        "imagePath": _relative(file_of(guesses.run.picture_path(photograph.picture)), folder),
        "imageData": None,
        "imageHeight": photograph.height,
        "imageWidth": photograph.width,
        "source": machine_words(guesses.run),
    }
    return json_text(document)


def _shapes(guesses: Guesses, instance: Instance, number: int) -> Iterator[dict[str, Any]]:
    """Yield the shapes of an object, tied together by its number; a box only if it is not the whole picture."""
    left, top, right, bottom = instance.box
    if not instance.whole:
        label, description = guesses.run.categories[instance.category], f"score {instance.score:.3f}"
        yield _shape(label, [[left, top], [right, bottom]], "rectangle", number, description)
    for guess in instance.shown:
        yield _shape(guess.part.label, [[guess.x, guess.y]], "point", number, f"confidence {guess.confidence:.3f}")


def _shape(label: str, points: list[list[float]], kind: str, number: int, description: str) -> dict[str, Any]:
    return {
        "label": label,
        "points": points,
        "group_id": number,
        "description": description,
        "shape_type": kind,
        "flags": {MACHINE: True},
        "mask": None,
    }


def _relative(file: Path, folder: Path) -> str:
    """Return the path of a file from a folder, with slashes; the whole path if they lie on two drives."""
    try:
        return Path(os.path.relpath(file.parent.resolve() / file.name, folder.resolve())).as_posix()
    except ValueError:
        return file.resolve().as_posix()
