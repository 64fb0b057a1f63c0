"""Reads Pascal VOC Part: `Annotations_Part/*.mat` with masks of objects and parts, beside `JPEGImages/*.jpg`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from icnn_engine.core.annotations import Box, Crop, Picture, Problem
from icnn_engine.core.language import translate
from icnn_engine.data.grouping import grouped
from icnn_engine.data.published.layout import (
    DatasetLayout,
    Landmarks,
    Listing,
    Regions,
    corner,
    is_file,
    mat_box,
    mat_values,
    not_there,
    object_name,
    part_points,
    why_not_box,
)
from icnn_engine.data.tables.csv_tables import TableError, again
from icnn_engine.formats.matlab import structs

NOTES, IMAGES = "Annotations_Part", "JPEGImages"
FIELDS = ("anno", "objects", "class", "bndbox", "xmin", "ymin", "xmax", "ymax", "mask", "parts", "part_name")
ANIMALS = frozenset({"bird", "cat", "cow", "dog", "horse", "sheep"})
# The regions of animals as the release's own reader merges them (left and right, upper and lower together). It has no
# tail of cows, horses and sheep; here the tail is a region.
_MERGED = {
    "head": "head leye reye lear rear nose muzzle beak lhorn rhorn",
    "torso": "torso neck lwing rwing",
    "legs": "lleg rleg lfoot rfoot",
    "front legs": "lfleg rfleg lfpa rfpa lfuleg lflleg rfuleg rflleg lfho rfho",
    "back legs": "lbleg rbleg lbpa rbpa lbuleg lblleg rbuleg rblleg lbho rbho",
}
REGION = {part: region for region, parts in _MERGED.items() for part in parts.split()}


@dataclass(frozen=True, eq=False, slots=True)
class _Object:
    """An object of a photograph: its box (edges counted from 0), and (part, (H, W) mask of the photograph) pairs."""

    category: str
    box: Box
    parts: tuple[tuple[str, np.ndarray], ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    """An object without masks; `centres` (part, x, y) of the boxes of its parts are in pixels of the photograph."""

    category: str
    box: Box
    centres: tuple[tuple[str, float, float], ...]


T = TypeVar("T", _Object, _Outline)


def root_of(path: Path) -> Path | None:
    """Return the folder with `Annotations_Part/` and `JPEGImages/`: the path, or the one above if it is one of them."""
    folders = (path.parent, path) if path.name in (NOTES, IMAGES) else (path,)
    return next((folder for folder in folders if (folder / NOTES).is_dir() and (folder / IMAGES).is_dir()), None)


def pictures(root: Path) -> Listing:
    """List each object in its box, with its class as category.

    Every annotation is opened for its boxes, which takes 10 to 20 ms each the first time. One that cannot be read is a
    problem.
    """
    listed, problems, missing, notes = [], [], [], _notes(root)
    for stem, path in notes.items():
        photograph = f"{IMAGES}/{stem}.jpg"
        if not is_file(root, photograph):
            missing.append(photograph)
            continue
        try:
            objects = _outlines(path)
        except TableError as error:
            reason = translate("Errors", "left out: {error}").format(error=error)
            problems.append(Problem(f"{NOTES}/{path.name}", reason))
            continue
        for i, outline in enumerate(objects):
            name = object_name(photograph, i)
            if reason := why_not_box(outline.box) or ("" if outline.category else "it has no class: left out"):
                problems.append(Problem(name, reason))
            else:
                listed.append(Picture(name, Crop(root / photograph, outline.box), outline.category, None, stem))
    alone = sum(path.suffix == ".jpg" and path.stem not in notes for path in (root / IMAGES).iterdir())
    if alone:
        reason = translate("Errors", "{alone} photographs have no annotation: left out").format(alone=alone)
        problems.append(Problem(IMAGES, reason))
    return Listing(tuple(listed), (*problems, *not_there(NOTES, missing)))


def landmarks(root: Path, names: Collection[str]) -> Landmarks:
    """Return the centres of the boxes of parts, as in the release, in pixels of the objects' crops."""
    landmarks = {}
    for name, outline in _named(root, names, _outlines):
        left, top = corner(outline.box)
        landmarks[name] = part_points((part, x - left, y - top) for part, x, y in outline.centres)
    return {name: points for name, points in sorted(landmarks.items()) if points}


def regions(root: Path, names: Collection[str], size: int) -> Regions:
    """Yield masks (size, size) of the parts in the resized crop.

    Parts of animals are merged as in the release: head, torso with neck and wings, legs (front and back ones of animals
    with four), and the tail. Numbered parts of other classes (wheel_1, wheel_2) are one region.
    """
    for name, whole in _named(root, names, _objects):
        masks: dict[str, np.ndarray] = {}
        for part, mask in whole.parts:
            region = REGION.get(part, part) if whole.category in ANIMALS else re.sub(r"_\d+$", "", part)
            masks[region] = masks.get(region, np.zeros((size, size), bool)) | _resized(mask, whole.box, size)
        if masks := {region: mask for region, mask in masks.items() if mask.any()}:
            yield name, masks


def _notes(root: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted((root / NOTES).glob("*.mat"))}


def _named(root: Path, names: Collection[str], read: Callable[[Path], Sequence[T]]) -> Iterator[tuple[str, T]]:
    """Yield the objects with these names, photograph by photograph. Raises TableError."""
    wanted = grouped(names, lambda name: re.sub(r"#\d+$", "", name))
    for stem, path in _notes(root).items():
        photograph = f"{IMAGES}/{stem}.jpg"
        if photograph in wanted:
            for i, own in enumerate(read(path)):
                if object_name(photograph, i) in wanted[photograph] and not why_not_box(own.box):
                    yield object_name(photograph, i), own


def _outlines(path: Path) -> tuple[_Outline, ...]:
    """Return the objects of an annotation without masks; the file is read again only after it has changed."""
    try:
        info = path.stat()
    except OSError as error:
        raise TableError(
            translate("Errors", "{path} cannot be read ({strerror}); {again}"),
            path=path,
            strerror=error.strerror,
            again=again(),
        ) from None
    return _kept_outlines(path, info.st_mtime_ns, info.st_size)


@lru_cache(maxsize=20_000)  # the data set has 10,103 annotations; each costs some 2 kB here and 20 ms to read
def _kept_outlines(path: Path, _changed: int, _size: int) -> tuple[_Outline, ...]:
    return tuple(_Outline(own.category, own.box, tuple(_centres(own.parts))) for own in _objects(path))


def _centres(parts: Sequence[tuple[str, np.ndarray]]) -> Iterator[tuple[str, float, float]]:
    for part, mask in parts:
        if (box := _extent(mask)) is not None:
            yield part, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _objects(path: Path) -> list[_Object]:
    """Return the objects of an annotation, in its order. Raises TableError."""
    anno = mat_values(path, FIELDS).get("anno")
    if not isinstance(anno, dict) or "objects" not in anno:
        raise TableError(translate("Errors", "{path} holds no anno.objects; {again}"), path=path, again=again())
    return [_object(path, entry) for entry in structs(anno["objects"])]


def _object(path: Path, entry: dict[str, Any]) -> _Object:
    category, whole = entry.get("class"), _mask(path, entry.get("mask", ()))
    box = mat_box(entry.get("bndbox")) or (None if whole is None else _extent(whole))
    parts = ((part.get("part_name"), _mask(path, part.get("mask", ()))) for part in structs(entry.get("parts")))
    named = tuple((name, mask) for name, mask in parts if isinstance(name, str) and name and mask is not None)
    return _Object(category if isinstance(category, str) else "", box or (0.0, 0.0, 0.0, 0.0), named)


def _mask(path: Path, value: Any) -> np.ndarray | None:
    if isinstance(value, list | tuple | str) and not value:
        return None
    if not isinstance(value, np.ndarray) or value.ndim != 2:
        raise TableError(
            translate("Errors", "{path} holds a mask that is none, or too large to be read; {again}"),
            path=path,
            again=again(),
        )
    return value != 0 if value.size else None


def _extent(mask: np.ndarray) -> Box | None:
    """Return the bounding box of a mask; None if the mask is empty."""
    rows, columns = (np.flatnonzero(mask.any(axis)) for axis in (1, 0))
    if not len(rows):
        return None
    return float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1)


def _resized(mask: np.ndarray, box: Box, size: int) -> np.ndarray:
    """Return the part of a mask in a box, resized to (size, size) bool by its nearest pixels."""
    left, top = corner(box)
    right, bottom = min(round(box[2]), mask.shape[1]), min(round(box[3]), mask.shape[0])
    at = (np.arange(size) + 0.5) / size
    cut = mask[top:bottom, left:right]
    if not cut.size:
        return np.zeros((size, size), bool)
    resized: np.ndarray = cut[np.ix_((at * cut.shape[0]).astype(int), (at * cut.shape[1]).astype(int))]
    return resized


LAYOUT = DatasetLayout("Pascal VOC Part", "object", ("head", "neck", "torso"), root_of, pictures, landmarks, regions)
