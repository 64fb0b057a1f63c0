"""Reads ILSVRC Animal-Part: `<synset>_obj/img/` holds photographs and boxes, `truth/<synset>/` parts.

Picture i of a synset is `img/img/%05d.jpg`; entry i of `data.mat` and of each `truth_partNN.mat` belongs to it. Numbers
count from 1. Photographs with several animals are there several times, byte by byte.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.core.annotations import Box, Crop, Picture, Problem
from icnn_engine.core.language import translate
from icnn_engine.data.published.layout import (
    DatasetLayout,
    Landmarks,
    Listing,
    Regions,
    is_file,
    mat_box,
    mat_values,
    not_there,
    part_points,
    why_not_box,
)
from icnn_engine.data.tables.csv_tables import TableError, again
from icnn_engine.formats.matlab import structs

FRAME = 224  # side in pixels of the resized crop that parts are marked in
PARTS = {"1": "head", "2": "legs"}
SYNSET = re.compile(r"(n\d{8})_obj")
ANIMALS = {
    "n01443537": "goldfish", "n01503061": "bird", "n01639765": "frog", "n01662784": "turtle", "n01674464": "lizard",
    "n01882714": "koala", "n01982650": "lobster", "n02084071": "dog", "n02118333": "fox", "n02121808": "cat",
    "n02129165": "lion", "n02129604": "tiger", "n02131653": "bear", "n02324045": "rabbit", "n02342885": "hamster",
    "n02355227": "squirrel", "n02374451": "horse", "n02391049": "zebra", "n02395003": "swine",
    "n02398521": "hippopotamus", "n02402425": "cattle", "n02411705": "sheep", "n02419796": "antelope",
    "n02437136": "camel", "n02444819": "otter", "n02454379": "armadillo", "n02484322": "monkey",
    "n02503517": "elephant", "n02509815": "red panda", "n02510455": "giant panda",
}  # fmt: skip


def root_of(path: Path) -> Path | None:
    """Return the folder that holds `detanimalpart/` or the `<synset>_obj` folders.

    It is the path, or the folder above if the path is its `detanimalpart/` or `truth/` and both exist.
    """
    if path.name in ("detanimalpart", "truth") and (path.parent / "truth").is_dir() and _synsets(path.parent):
        return path.parent
    return path if _synsets(path) else None


def pictures(root: Path) -> Listing:
    """List each animal in its box, of the category of its synset (by its English name if it is one of the thirty).

    A synset whose `data.mat` cannot be read is a problem.
    """
    animals, problems = [], []
    for synset, folder in _synsets(root).items():
        below, missing = folder.relative_to(root).as_posix(), []
        try:
            boxes = _boxes(folder)
        except TableError as error:
            problems.append(Problem(below, translate("Errors", "left out: {error}").format(error=error)))
            continue
        for i, box in enumerate(boxes, 1):
            name = _name(below, i)
            if not is_file(root, name):
                missing.append(name)
            elif reason := why_not_box(box):
                problems.append(Problem(name, reason))
            else:
                animals.append(Picture(name, Crop(root / name, box), ANIMALS.get(synset, synset)))
        problems += not_there(f"{below}/img/data.mat", missing)
    return Listing(tuple(animals), tuple(problems))


def landmarks(root: Path, names: Collection[str]) -> Landmarks:
    """Return the centres of parts in pixels of the animals' crops, without parts marked twice (two heads in a box)."""
    landmarks = {}
    for name, box, parts in _marked(root, set(names)):
        across, down = (box[2] - box[0]) / FRAME, (box[3] - box[1]) / FRAME
        landmarks[name] = part_points((part, (x - 0.5) * across, (y - 0.5) * down) for part, (y, x, _, _) in parts)
    return {name: points for name, points in landmarks.items() if points}


def regions(root: Path, names: Collection[str], size: int) -> Regions:
    """Yield masks (size, size) of the boxes of parts in the resized crop: all boxes of a part together."""
    centres = (np.arange(size) + 0.5) * FRAME / size + 0.5  # of the pixels, counted from 1 as in the file
    for name, _, parts in _marked(root, set(names)):
        masks: dict[str, np.ndarray] = {}
        for part, (y, x, height, width) in parts:
            rows, columns = np.abs(centres - y) <= height / 2, np.abs(centres - x) <= width / 2
            masks[part] = masks.get(part, np.zeros((size, size), bool)) | (rows[:, None] & columns)
        if masks:
            yield name, masks


def _synsets(root: Path) -> dict[str, Path]:
    base = root / "detanimalpart" if (root / "detanimalpart").is_dir() else root
    try:
        with os.scandir(base) as entries:
            folders = {m[1]: Path(e.path) for e in entries if (m := SYNSET.fullmatch(e.name)) and e.is_dir()}
    except OSError:
        return {}
    return {synset: folder for synset, folder in sorted(folders.items()) if (folder / "img").is_dir()}


def _name(below: str, i: int) -> str:
    return f"{below}/img/img/{i:05}.jpg"


def _boxes(folder: Path) -> list[Box]:
    """Return the boxes of a synset's pictures, edges counted from 0. Raises TableError."""
    path = folder / "img" / "data.mat"
    samples = structs(mat_values(path, ("samples", "obj", "bndbox", "xmin", "ymin", "xmax", "ymax")).get("samples"))
    objects = [sample.get("obj") for sample in samples]
    boxes = [box for own in objects if isinstance(own, dict) and (box := mat_box(own.get("bndbox")))]
    if not boxes or len(boxes) < len(samples):
        raise TableError(translate("Errors", "{path} holds no samples.obj.bndbox; {again}"), path=path, again=again())
    return boxes


Mark = tuple[str, tuple[float, float, float, float]]  # part; centre (row, column) and size (height, width) in the frame


def _marked(root: Path, wanted: set[str]) -> Iterator[tuple[str, Box, list[Mark]]]:
    """Yield the wanted pictures of synsets with parts, their boxes and their parts. Raises TableError."""
    base = root / "truth"
    for synset, folder in _synsets(root).items():
        below = folder.relative_to(root).as_posix()
        files = sorted((base / synset).glob("truth_part*.mat"))
        if not files or not any(name.startswith(f"{below}/") for name in wanted):
            continue
        boxes = _boxes(folder)
        parts = [_parts(path, len(boxes)) for path in files]
        for i, box in enumerate(boxes, 1):
            if _name(below, i) in wanted and not why_not_box(box):
                yield _name(below, i), box, [mark for of_part in parts for mark in of_part.get(i, ())]


def _parts(path: Path, count: int) -> dict[int, list[Mark]]:
    """Return the marks of one part, by the number of the picture. Raises TableError."""
    entries = structs(mat_values(path, ("truth", "pHW_center", "pHW_scale")).get("truth"))
    if not entries or len(entries) > count:
        raise TableError(
            translate("Errors", "{path} speaks of {count} pictures, but there are {count2}; take both from one copy"),
            path=path,
            count=len(entries),
            count2=count,
        )
    part = PARTS.get(path.stem.removeprefix("truth_part").lstrip("0"), path.stem.removeprefix("truth_"))
    return {i: [(part, mark) for mark in _marks(path, i, entry)] for i, entry in enumerate(entries, 1)}


def _marks(path: Path, i: int, entry: dict[str, Any]) -> list[tuple[float, float, float, float]]:
    """Return centre and size of each region of a part in one picture, usually one or none. Raises TableError."""
    try:
        centres, sizes = (np.asarray(entry.get(field, ()), np.float64) for field in ("pHW_center", "pHW_scale"))
        if not centres.size:
            return []
        marks = np.hstack([values.T.reshape(-1, 2) for values in (centres, sizes)])
    except (ValueError, TypeError):
        raise TableError(
            translate("Errors", "{path}, entry {i}: no pairs of (row, column) and (height, width)"), path=path, i=i
        ) from None
    if not np.isfinite(marks).all():
        raise TableError(
            translate("Errors", "{path}, entry {i}: a value is not a number; {again}"), path=path, i=i, again=again()
        )
    return [(y, x, height, width) for y, x, height, width in marks.tolist()]


LAYOUT = DatasetLayout("ILSVRC Animal-Part", "animal", ("head", "legs"), root_of, pictures, landmarks, regions)
