"""Annotations as a data set of YOLO-pose: a text file for each picture, lists of pictures, and data.yaml.

A line is an object: its class, the middle and size of its box, then x, y and visibility of every part of the run (2: it
is visible, else three zeros), all but class and visibility as shares of the picture. A class has zeros for the parts of
other classes, as there is one kpt_shape for all. The confidence has no place in the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from icnn_engine.core.escaping import visible
from icnn_engine.data.grouping import grouped
from icnn_engine.figures.annotations.guesses import Guesses, Instance, Photograph
from icnn_engine.figures.annotations.picture_files import file_for_each
from icnn_engine.figures.annotations.words import machine_words

# A training needs both lists: where the run has no such pictures, the first of these subsets that has some stands in.
STAND_INS = {"train": ("train", "val", "test"), "val": ("val", "test", "train")}


def yolo_files(guesses: Guesses) -> dict[str, str]:
    """Return the texts of the files of a YOLO-pose data set by their paths. Raises RunError."""
    names = {one.name: one for one in guesses.photographs}
    labels = file_for_each({name: _label_place(name) for name in names}, ".txt")
    files = {path: _label_text(guesses, names[name]) for name, path in labels.items()}
    for subset, own in grouped(guesses.photographs, lambda one: one.subset).items():
        files[f"yolo/{subset}.txt"] = "".join(f"./images/{one.name}\n" for one in own)
    return {"yolo/data.yaml": _data_yaml(guesses), **files}


def _label_place(name: str) -> str:
    """Return where the label of a picture in yolo/images/ is looked for: `labels` takes the place of the last `images`
    in its path."""
    above, _images, below = f"/images/{name}".rpartition("/images/")
    return f"yolo{above}/labels/{below}"


def _label_text(guesses: Guesses, photograph: Photograph) -> str:
    return "".join(f"{_line(guesses, photograph, instance)}\n" for instance in photograph.instances)


def _line(guesses: Guesses, photograph: Photograph, instance: Instance) -> str:
    width, height = photograph.width, photograph.height
    left, top, right, bottom = instance.box
    box = ((left + right) / 2 / width, (top + bottom) / 2 / height, (right - left) / width, (bottom - top) / height)
    shown = {guess.part: (guess.x / width, guess.y / height) for guess in instance.shown}
    points = (f"{_shares(shown[part])} 2" if part in shown else "0 0 0" for part in guesses.parts)
    return f"{instance.category} {_shares(box)} {' '.join(points)}"


def _shares(values: Iterable[float]) -> str:
    return " ".join(f"{min(max(value, 0.0), 1.0):.6f}" for value in values)


def _data_yaml(guesses: Guesses) -> str:
    """Return data.yaml. A part follows the content of a mirrored picture, so mirroring swaps no parts: flip_idx."""
    subsets = {photograph.subset for photograph in guesses.photographs}
    lists = {key: next(subset for subset in order if subset in subsets) for key, order in STAND_INS.items()}
    lists |= {"test": "test"} if "test" in subsets else {}
    categories, count = guesses.run.categories, len(guesses.parts)
    labels = [visible(part.label) for part in guesses.parts]
    lines = [
        f"# {machine_words(guesses.run)}",
        "# Put the pictures into images/, as they lie in their folder.",
        *(f"{key}: {name}.txt" for key, name in lists.items()),
        f"kpt_shape: [{count}, 3]",
        f"flip_idx: {list(range(count))}",
        "names:",
        *(f"  {number}: {_quoted(name)}" for number, name in enumerate(categories)),
        "kpt_names:",
        *(f"  {number}: {_quoted(labels)}" for number in range(len(categories))),
    ]
    return "\n".join(lines) + "\n"


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)  # also YAML
