"""Pascal VOC Part as published: `Annotations_Part/*.mat` with masks of objects and parts, beside `JPEGImages/*.jpg`."""

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
from icnn_engine.data.published.layout import (
    DatasetLayout,
    Listing,
    Marks,
    Regions,
    corner,
    is_file,
    mat_values,
    not_there,
    object_name,
    part_points,
    why_not_box,
)
from icnn_engine.data.tables.csv_tables import TableError, again
from icnn_engine.formats.matlab import number, structs

NOTES, IMAGES = "Annotations_Part", "JPEGImages"
FIELDS = ("anno", "objects", "class", "bndbox", "xmin", "ymin", "xmax", "ymax", "mask", "parts", "part_name")
ANIMALS = frozenset({"bird", "cat", "cow", "dog", "horse", "sheep"})
# The regions of animals that the release's own reader merges (left and right, upper and lower together). It knows no
# tail of cows, horses and sheep; here it is a region of its own.
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
    """What listing needs of an object; the middles (part, x, y) of its parts' boxes, in pixels of the photograph."""

    category: str
    box: Box
    middles: tuple[tuple[str, float, float], ...]


T = TypeVar("T", _Object, _Outline)


def root_of(path: Path) -> Path | None:
    """The folder that holds `Annotations_Part/` and `JPEGImages/`: the path, or the one above if it is one of them."""
    for place in (path.parent, path) if path.name in (NOTES, IMAGES) else (path,):
        if (place / NOTES).is_dir() and (place / IMAGES).is_dir():
            return place
    return None


def pictures(root: Path) -> Listing:
    """Each object in its box, of its class. Every annotation is opened, for the boxes are in it: some 10 to 20 ms each
    the first time. One that cannot be read is a problem."""
    found, problems, missing, notes = [], [], [], _notes(root)
    for stem, path in notes.items():
        photograph = f"{IMAGES}/{stem}.jpg"
        if not is_file(root, photograph):
            missing.append(photograph)
            continue
        try:
            objects = _outlines(path)
        except TableError as error:
            problems.append(
                Problem(f"{NOTES}/{path.name}", translate("Errors", "left out: {error}").format(error=error))
            )
            continue
        for i, one in enumerate(objects):
            name = object_name(photograph, i)
            if reason := why_not_box(one.box) or ("" if one.category else "it has no class: left out"):
                problems.append(Problem(name, reason))
            else:
                found.append(Picture(name, Crop(root / photograph, one.box), one.category, None, stem))
    alone = sum(path.suffix == ".jpg" and path.stem not in notes for path in (root / IMAGES).iterdir())
    if alone:
        problems.append(
            Problem(IMAGES, translate("Errors", "{alone} photographs have no annotation: left out").format(alone=alone))
        )
    return Listing(tuple(found), (*problems, *not_there(NOTES, missing)))


def landmarks(root: Path, names: Collection[str]) -> Marks:
    """The middles of the boxes of the parts, as the release takes them, in pixels of the objects' crops."""
    marks = {}
    for name, one in _named(root, names, _outlines):
        left, top = corner(one.box)
        if found := part_points((part, x - left, y - top) for part, x, y in one.middles):
            marks[name] = found
    return dict(sorted(marks.items()))


def regions(root: Path, names: Collection[str], size: int) -> Regions:
    """The masks of the parts in the squashed crop, those of animals merged as in the release: head, torso with neck and
    wings, legs (front and back ones of animals with four), and the tail. Of other classes what is numbered (wheel_1,
    wheel_2) is one part."""
    for name, one in _named(root, names, _objects):
        masks: dict[str, np.ndarray] = {}
        for part, mask in one.parts:
            region = REGION.get(part, part) if one.category in ANIMALS else re.sub(r"_\d+$", "", part)
            masks[region] = masks.get(region, np.zeros((size, size), bool)) | _squashed(mask, one.box, size)
        if masks := {region: mask for region, mask in masks.items() if mask.any()}:
            yield name, masks


def _notes(root: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted((root / NOTES).glob("*.mat"))}


def _named(root: Path, names: Collection[str], read: Callable[[Path], Sequence[T]]) -> Iterator[tuple[str, T]]:
    """What is read of the objects named, photograph by photograph. Raises TableError."""
    wanted: dict[str, set[str]] = {}
    for name in names:
        wanted.setdefault(re.sub(r"#\d+$", "", name), set()).add(name)
    for stem, path in _notes(root).items():
        photograph = f"{IMAGES}/{stem}.jpg"
        if photograph in wanted:
            for i, one in enumerate(read(path)):
                if object_name(photograph, i) in wanted[photograph] and not why_not_box(one.box):
                    yield object_name(photograph, i), one


def _outlines(path: Path) -> tuple[_Outline, ...]:
    """The objects of an annotation without their masks: read once in a session, unless the file changes meanwhile."""
    try:
        info = path.stat()
    except OSError as error:
        raise TableError(
            translate("Errors", "{path} cannot be read ({strerror}); {again}").format(
                path=path, strerror=error.strerror, again=again()
            )
        ) from None
    return _kept_outlines(path, info.st_mtime_ns, info.st_size)


@lru_cache(maxsize=20_000)  # the data set has 10,103 annotations; each costs some 2 kB here and 20 ms to read
def _kept_outlines(path: Path, _changed: int, _size: int) -> tuple[_Outline, ...]:
    return tuple(_Outline(one.category, one.box, tuple(_middles(one))) for one in _objects(path))


def _middles(one: _Object) -> Iterator[tuple[str, float, float]]:
    for part, mask in one.parts:
        if (box := _extent(mask)) is not None:
            yield part, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _objects(path: Path) -> list[_Object]:
    """The objects of an annotation, in its order. Raises TableError."""
    anno = mat_values(path, FIELDS).get("anno")
    if not isinstance(anno, dict) or "objects" not in anno:
        raise TableError(translate("Errors", "{path} holds no anno.objects; {again}").format(path=path, again=again()))
    return [_object(path, one) for one in structs(anno["objects"])]


def _object(path: Path, one: dict[str, Any]) -> _Object:
    category, whole = one.get("class"), _mask(path, one.get("mask", ()))
    box = _stated_box(one.get("bndbox")) or (None if whole is None else _extent(whole))
    parts = ((part.get("part_name"), _mask(path, part.get("mask", ()))) for part in structs(one.get("parts")))
    known = tuple((name, mask) for name, mask in parts if isinstance(name, str) and name and mask is not None)
    return _Object(category if isinstance(category, str) else "", box or (0.0, 0.0, 0.0, 0.0), known)


def _mask(path: Path, value: Any) -> np.ndarray | None:
    if isinstance(value, list | tuple | str) and not value:
        return None
    if not isinstance(value, np.ndarray) or value.ndim != 2:
        raise TableError(
            translate("Errors", "{path} holds a mask that is none, or too large to be read; {again}").format(
                path=path, again=again()
            )
        )
    found: np.ndarray = value != 0
    return found if found.size else None


def _stated_box(value: Any) -> Box | None:
    if not isinstance(value, dict):
        return None
    left, top, right, bottom = (number(value.get(edge)) for edge in ("xmin", "ymin", "xmax", "ymax"))
    return left - 1, top - 1, right, bottom


def _extent(mask: np.ndarray) -> Box | None:
    """The smallest box around a mask; None around nothing."""
    rows, columns = (np.flatnonzero(mask.any(axis)) for axis in (1, 0))
    if not len(rows):
        return None
    return float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1)


def _squashed(mask: np.ndarray, box: Box, size: int) -> np.ndarray:
    """(size, size) bool: what the mask says at the middles of the cells of the squashed box."""
    left, top = corner(box)
    right, bottom = min(round(box[2]), mask.shape[1]), min(round(box[3]), mask.shape[0])
    at = (np.arange(size) + 0.5) / size
    cut = mask[top:bottom, left:right]
    if not cut.size:
        return np.zeros((size, size), bool)
    squashed: np.ndarray = cut[np.ix_((at * cut.shape[0]).astype(int), (at * cut.shape[1]).astype(int))]
    return squashed


LAYOUT = DatasetLayout("Pascal VOC Part", "object", ("head", "neck", "torso"), root_of, pictures, landmarks, regions)
