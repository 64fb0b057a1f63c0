"""Restrict the pictures of a training to their objects: found in them, or given in `boxes.csv`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from icnn_engine.core.annotations import CheckedPicture, Crop, Where, WithBrightness, file_of, location_of
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import Operation, Progress, Warned
from icnn_engine.core.language import translate
from icnn_engine.data import BOXES, read_boxes, table_in
from icnn_engine.data.digests import digest_of
from icnn_engine.data.reading.pictures import read_bytes
from icnn_engine.data.selection import Selection
from icnn_engine.features.object_finder import TITLE, find_objects, fit_finder, write_finder
from icnn_engine.models.backbones import Backbone
from icnn_engine.runs.found_objects import FoundObject, read_objects, write_objects

FEW = 0.5  # of the category's pictures: if the object is found in fewer, the user is warned


def ensure_regions(selection: Selection, settings: TrainSettings) -> None:
    """Raise SettingsError if the pictures cannot be restricted to their objects as the settings ask."""
    if settings.region == "whole":
        return
    if settings.training == "full":
        words = translate("Errors", "Full training reads whole pictures: choose quick training, or --region whole.")
        raise SettingsError(words)
    if any(isinstance(location_of(path), Crop) for path in selection.paths):
        words = translate("Errors", "The objects of this data set are cut out already: choose --region whole.")
        raise SettingsError(words)
    if settings.region == "boxes" and not table_in(selection.root, BOXES).is_file():
        words = translate(
            "Errors",
            "There is no boxes.csv in {root}. Put one there (image,x,y,width,height), or let the objects be found "
            "(--region object).",
        )
        raise SettingsError(words.format(root=selection.root))


def restricted(path: Path, backbone: Backbone, selection: Selection, settings: TrainSettings) -> Operation[Selection]:
    """Return the selection with each picture restricted to its object, if the settings ask for it.

    The regions, and what is needed to find the object in other pictures, are kept in the run folder `path`; a resumed
    training reads them there. Pictures without the category are restricted in the same way, for else the network could
    tell the category by the size of things.

    Raises
    ------
    SettingsError
        See `ensure_regions`.
    LandmarksError, PictureError, RunError
        `boxes.csv`, a picture or the kept regions cannot be used.
    """
    ensure_regions(selection, settings)
    if settings.region == "whole":
        return selection
    known = read_objects(path)
    if known is None or any(picture.name not in known for picture in selection.pictures):
        objects = (yield from _found(path, backbone, selection)) if settings.region == "object" else _given(selection)
        write_objects(path, objects)
        known = {one.name: one for one in objects}
    shown = [picture for picture, own in zip(selection.pictures, selection.positive, strict=True) if own]
    missed = sum(not known[picture.name].found for picture in shown)
    if missed > FEW * len(shown):
        words = translate(
            "Errors",
            "The object was found in {found} of {all} pictures only: elsewhere the most likely region is read. Look at "
            "the pictures, or train with whole ones.",
        )
        yield Warned(words.format(found=len(shown) - missed, all=len(shown)))
    pictures = []
    for picture in selection.pictures:
        pictures.append(_within(picture, known[picture.name]))
        if len(pictures) % 50 == 0:
            yield Progress(TITLE, 1, 1)
    return replace(selection, pictures=tuple(pictures))


def _found(path: Path, backbone: Backbone, selection: Selection) -> Operation[list[FoundObject]]:
    finder, known = yield from fit_finder(backbone, selection)
    regions = yield from find_objects(finder, selection.paths, known)
    write_finder(path, finder)
    return [
        FoundObject(p.name, *region.box(p.width, p.height), p.width, p.height, finder.is_found(region))
        for p, region in zip(selection.pictures, regions, strict=True)
    ]


def _given(selection: Selection) -> list[FoundObject]:
    """Return the boxes of `boxes.csv`; the whole picture where there is none."""
    names = [picture.name for picture in selection.pictures]
    boxes = read_boxes(table_in(selection.root, BOXES), names, selection.root)
    objects = []
    for p in selection.pictures:
        x, y, width, height = boxes.get(p.name, (0.0, 0.0, float(p.width), float(p.height)))
        objects.append(FoundObject(p.name, x, y, x + width, y + height, p.width, p.height, p.name in boxes))
    return objects


def _within(picture: CheckedPicture, found: FoundObject) -> CheckedPicture:
    """Return a picture restricted to its region."""
    left, top, right, bottom = region = found.read
    crop = Crop(file_of(picture.path), region)
    where: Where = replace(picture.path, where=crop) if isinstance(picture.path, WithBrightness) else crop
    return replace(
        picture,
        path=where,
        width=round(right - left),
        height=round(bottom - top),
        digest=digest_of(read_bytes(crop.path), where),
    )
