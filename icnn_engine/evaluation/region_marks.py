"""Landmarks and boxes of photographs in the frame of what a run reads of them. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from icnn_engine.core.annotations import Box, Landmark
from icnn_engine.core.fitting import Fit
from icnn_engine.data.boxes.object_boxes import PixelBox
from icnn_engine.data.grouping import grouped
from icnn_engine.runs.found_objects import listed_name, photograph_sizes, squared_box
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import RunPicture, box_of

PictureBoxes = Mapping[str, tuple[PixelBox, ...]]


def photographs_of(run: Run) -> tuple[RunPicture, ...]:
    """Return a picture for each name that the folder's tables may hold: several objects of a photograph are one."""
    pictures: dict[str, RunPicture] = {}
    for picture in run.pictures:
        name = listed_name(run, picture)
        pictures.setdefault(name, replace(picture, name=name))
    return tuple(pictures.values())


def sizes_of(run: Run) -> dict[str, tuple[int, int]]:
    """Return (width, height) of a run's photographs in pixels, by name."""
    if run.settings.region != "whole":
        return photograph_sizes(run)
    return {picture.name: (picture.width, picture.height) for picture in run.pictures}


def marks_in_regions(run: Run, marks: Mapping[str, tuple[Landmark, ...]]) -> dict[str, tuple[Landmark, ...]]:
    """Return landmarks (pixels of the photograph, by its name) in pixels of the regions, without those outside of them.
    What a user's own network reads of a picture is taken to be as large as the picture.

    Each part is marked once in a photograph, so its landmarks are those of one object: of several objects the one whose
    region holds most of them.
    """
    if run.fit:
        return {p.name: _fitted_marks(marks[p.name], run.fit, p) for p in run.pictures if p.name in marks}
    if run.settings.region == "whole":
        return dict(marks)
    found = {}
    for photograph, items in grouped(run.pictures, lambda p: p.photograph).items():
        if photograph in marks:
            inside = {p.name: _inside(marks[photograph], p) for p in items}
            name = max(inside, key=lambda name: len(inside[name]))
            found[name] = inside[name]
    return found


def boxes_in_regions(run: Run, boxes: PictureBoxes) -> dict[str, tuple[PixelBox, ...]]:
    """Return boxes (x, y, width, height in pixels of the photograph, by its name) in pixels of the regions, cut at
    their edges: of several objects of a photograph each its own box, else every box that the region shows."""
    if run.fit:
        fitted = {p.name: tuple(_fitted_box(box, run.fit, p) for box in boxes.get(p.name, ())) for p in run.pictures}
        return {name: own for name, own in fitted.items() if own}
    if run.settings.region == "whole":
        return dict(boxes)
    sizes, found = photograph_sizes(run), {}
    for picture in run.pictures:
        own = boxes.get(picture.photograph, ())
        if picture.name != picture.photograph and own and picture.photograph in sizes:
            own = (_own_box(own, box_of(picture.box), sizes[picture.photograph]),)
        cut = (_cut(box, picture) for box in own)
        if shown := tuple(box for box in cut if box[2] > 0 and box[3] > 0):
            found[picture.name] = shown
    return found


def _own_box(boxes: tuple[PixelBox, ...], region: Box, size: tuple[int, int]) -> PixelBox:
    """Return the box whose region this is, or the nearest to it."""

    def away(box: PixelBox) -> float:
        x, y, width, height = box
        return float(np.abs(np.subtract(squared_box((x, y, x + width, y + height), *size), region)).sum())

    return min(boxes, key=away)


def _inside(marks: tuple[Landmark, ...], picture: RunPicture) -> tuple[Landmark, ...]:
    if not picture.box:
        return marks
    left, top, right, bottom = box_of(picture.box)
    inside = (mark for mark in marks if left <= mark.x < right and top <= mark.y < bottom)
    return tuple(replace(mark, x=mark.x - left, y=mark.y - top) for mark in inside)


def _cut(box: PixelBox, picture: RunPicture) -> PixelBox:
    if not picture.box:
        return box
    (x, y, width, height), (left, top, right, bottom) = box, box_of(picture.box)
    x1, y1, x2, y2 = max(x, left), max(y, top), min(x + width, right), min(y + height, bottom)
    return x1 - left, y1 - top, x2 - x1, y2 - y1


def _fitted_marks(marks: tuple[Landmark, ...], fit: Fit, picture: RunPicture) -> tuple[Landmark, ...]:
    """Return the landmarks inside of what a network reads, in pixels of a picture that shows this alone."""
    left, top, right, bottom = fit.region(picture.width, picture.height)
    found = []
    for mark in marks:
        x = (mark.x - left * picture.width) / (right - left)
        y = (mark.y - top * picture.height) / (bottom - top)
        if 0 <= x < picture.width and 0 <= y < picture.height:
            found.append(replace(mark, x=x, y=y))
    return tuple(found)


def _fitted_box(box: PixelBox, fit: Fit, picture: RunPicture) -> PixelBox:
    """Return a box in pixels of a picture that shows only what a network reads."""
    left, top, right, bottom = fit.region(picture.width, picture.height)
    x, y, width, height = box
    across, down = right - left, bottom - top
    return (x - left * picture.width) / across, (y - top * picture.height) / down, width / across, height / down
