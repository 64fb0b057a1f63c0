"""Landmarks and boxes of pictures in the frame of the region that a run reads of them. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from icnn_engine.core.annotations import Box, Landmark
from icnn_engine.evaluation.part_scores import Boxes
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import box_of


def regions_of(run: Run) -> dict[str, Box]:
    """Return the region (left, top, right, bottom) of each picture by name; {} for a run that reads whole pictures."""
    if run.settings.region == "whole":
        return {}
    return {picture.name: box_of(picture.box) for picture in run.pictures if picture.box}


def marks_in_regions(run: Run, marks: Mapping[str, tuple[Landmark, ...]]) -> dict[str, tuple[Landmark, ...]]:
    """Return landmarks (pixels of the original) in pixels of the regions, without those outside of them."""
    regions = regions_of(run)
    return {name: _inside(own, regions[name]) if name in regions else own for name, own in marks.items()}


def boxes_in_regions(run: Run, boxes: Boxes) -> Boxes:
    """Return boxes (x, y, width, height) in pixels of the regions, cut at their edges."""
    regions = regions_of(run)
    moved = {name: _cut(box, regions[name]) if name in regions else box for name, box in boxes.items()}
    return {name: box for name, box in moved.items() if box[2] > 0 and box[3] > 0}


def _inside(marks: tuple[Landmark, ...], region: Box) -> tuple[Landmark, ...]:
    left, top, right, bottom = region
    inside = (mark for mark in marks if left <= mark.x < right and top <= mark.y < bottom)
    return tuple(replace(mark, x=mark.x - left, y=mark.y - top) for mark in inside)


def _cut(box: Box, region: Box) -> Box:
    (x, y, width, height), (left, top, right, bottom) = box, region
    x1, y1, x2, y2 = max(x, left), max(y, top), min(x + width, right), min(y + height, bottom)
    return x1 - left, y1 - top, x2 - x1, y2 - y1
