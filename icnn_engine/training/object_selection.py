"""Restrict the pictures of a training to their objects: found in them, or given by the boxes of the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from icnn_engine.core.annotations import CheckedPicture, Crop, Where, WithBrightness, file_of, location_of
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import Operation, Progress, Warned
from icnn_engine.core.language import translate
from icnn_engine.data import boxes_of
from icnn_engine.data.digests import digest_of
from icnn_engine.data.reading.pictures import read_bytes
from icnn_engine.data.selection import Selection
from icnn_engine.features.object_finder import TITLE, find_objects, fit_finder, write_finder
from icnn_engine.models.backbones import Backbone
from icnn_engine.runs.found_objects import FoundObject, by_photograph, read_objects, squared_box, write_objects

FEW = 0.5  # of the category's pictures: if the object is found in fewer, the user is warned


def ensure_regions(selection: Selection, settings: TrainSettings) -> None:
    """Raise SettingsError if the pictures cannot be restricted to their objects as the settings ask."""
    if settings.region == "whole":
        return
    if settings.training == "full":
        words = translate(
            "Errors",
            "Full training reads whole pictures: choose quick training, or “The whole picture” (--region whole) as "
            "what is read of each picture.",
        )
        raise SettingsError(words)
    if any(isinstance(location_of(path), Crop) for path in selection.paths):
        words = translate(
            "Errors",
            "The objects of this data set are cut out already: choose “The whole picture” (--region whole) as what is "
            "read of each picture.",
        )
        raise SettingsError(words)
    if settings.region == "boxes" and boxes_of(selection.root, selection.pictures) is None:
        words = translate(
            "Errors",
            "There is no boxes.csv in {root}, nor files of boxes of COCO, YOLO or LabelMe. Put one there (boxes.csv: "
            "image,x,y,width,height), or choose “The object, found in it” (--region object).",
        )
        raise SettingsError(words.format(root=selection.root))


def itemised(path: Path, selection: Selection, settings: TrainSettings) -> Selection:
    """Return the selection with a picture for each object that the run folder `path` holds; for boxes of the folder
    they are written there first. Digests are those of the photographs. Raises LandmarksError, RunError, SettingsError.
    """
    if settings.region == "whole":
        return selection
    known = _known(path, selection)
    if known is None and settings.region == "boxes":
        ensure_regions(selection, settings)
        write_objects(path, _given(selection))
        known = _known(path, selection)
    return selection if known is None else _limited(_split_up(selection, known), settings)


def restricted(path: Path, backbone: Backbone, selection: Selection, settings: TrainSettings) -> Operation[Selection]:
    """Return the selection with each picture restricted to its object, if the settings ask for it.

    Several boxes of a photograph become as many pictures, `photograph.jpg#1`, `photograph.jpg#2`, …, on the
    photograph's side of the split. The regions, and what is needed to find the object in other pictures, are kept in
    the run folder `path`; a resumed training reads them there. Pictures without the category are restricted in the same
    way, for else the network could tell the category by the size of things.

    Raises
    ------
    SettingsError
        See `ensure_regions`.
    LandmarksError, PictureError, RunError
        The boxes, a picture or the kept regions cannot be used.
    """
    if settings.region == "whole":
        return selection
    if settings.region == "object" and _known(path, selection) is None:
        ensure_regions(selection, settings)
        write_objects(path, (yield from _found(path, backbone, selection)))
    items = itemised(path, selection, settings)
    known = _known(path, selection) or {}
    shown = [picture for picture, own in zip(selection.pictures, selection.positive, strict=True) if own]
    missed = sum(not any(one.found for one in known[picture.name]) for picture in shown)
    if missed > FEW * len(shown):
        words = translate("Errors", "Only {found} of {all} pictures have a box: the others are read as a whole.")
        if settings.region == "object":
            words = translate(
                "Errors",
                "The object was found in {found} of {all} pictures only: elsewhere the most likely region is read. "
                "Look at the pictures, or train with whole ones.",
            )
        yield Warned(words.format(found=len(shown) - missed, all=len(shown)))
    pictures = []
    for picture in items.pictures:
        digest = digest_of(read_bytes(file_of(picture.path)), picture.path)
        pictures.append(replace(picture, digest=digest))
        if len(pictures) % 50 == 0:
            yield Progress(TITLE, 1, 1)
    return replace(items, pictures=tuple(pictures))


def _known(path: Path, selection: Selection) -> dict[str, list[FoundObject]] | None:
    """Return the objects that a run folder holds by photograph; None unless it holds those of all pictures."""
    objects = by_photograph((read_objects(path) or {}).values())
    return objects if all(picture.name in objects for picture in selection.pictures) else None


def _found(path: Path, backbone: Backbone, selection: Selection) -> Operation[list[FoundObject]]:
    finder, known = yield from fit_finder(backbone, selection)
    regions = yield from find_objects(finder, selection.paths, known)
    write_finder(path, finder)
    return [
        FoundObject(p.name, *region.box(p.width, p.height), p.width, p.height, finder.is_found(region))
        for p, region in zip(selection.pictures, regions, strict=True)
    ]


def _given(selection: Selection) -> list[FoundObject]:
    """Return the boxes of the folder, in the order of their file; the whole picture where there is none. Boxes for
    which the same region is read, as those that fill their picture, are one object."""
    boxes = boxes_of(selection.root, selection.pictures) or {}
    objects = []
    for p in selection.pictures:
        own = boxes.get(p.name) or ((0.0, 0.0, float(p.width), float(p.height)),)
        edges = [(x, y, x + w, y + h) for x, y, w, h in own]
        read = {squared_box(box, p.width, p.height): box for box in reversed(edges)}
        kept = [box for box in edges if box in read.values()]
        for number, box in enumerate(kept, 1):
            name = f"{p.name}#{number}" if len(kept) > 1 else p.name
            objects.append(FoundObject(name, *box, p.width, p.height, p.name in boxes))
    return objects


def _split_up(selection: Selection, known: Mapping[str, list[FoundObject]]) -> Selection:
    """Return a picture for each object, with the label and the side of its photograph."""
    objects = [known[picture.name] for picture in selection.pictures]
    rows = np.repeat(np.arange(len(objects)), list(map(len, objects)))
    own = [one for items in objects for one in items]
    pictures = tuple(_within(selection.pictures[row], one) for row, one in zip(rows, own, strict=True))
    return replace(selection, pictures=pictures, labels=selection.labels[rows], side=selection.side[rows])


def _limited(selection: Selection, settings: TrainSettings) -> Selection:
    """Return at most `settings.max_pictures` objects of each category and of the negatives: of each photograph the
    first, then of each the second, and so on."""
    if settings.max_pictures is None:
        return selection
    ranks, before = [], Counter[Path]()
    for file in map(file_of, selection.paths):
        ranks.append(before[file])
        before[file] += 1
    order = np.argsort(ranks, kind="stable")
    kept = [order[selection.labels[order] == label][: settings.max_pictures] for label in np.unique(selection.labels)]
    rows = np.sort(np.concatenate(kept))
    pictures = tuple(selection.pictures[row] for row in rows)
    return replace(selection, pictures=pictures, labels=selection.labels[rows], side=selection.side[rows])


def _within(picture: CheckedPicture, found: FoundObject) -> CheckedPicture:
    """Return a picture restricted to one of its objects."""
    left, top, right, bottom = region = found.read
    crop = Crop(file_of(picture.path), region)
    where: Where = replace(picture.path, where=crop) if isinstance(picture.path, WithBrightness) else crop
    return replace(
        picture,
        name=found.name,
        path=where,
        width=round(right - left),
        height=round(bottom - top),
        source=picture.source or picture.digest,
    )
