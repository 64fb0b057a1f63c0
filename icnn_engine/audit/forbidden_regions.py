"""Where a part, or what boxes mark, lies in the pictures of a run: regions that an answer must not use. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.annotations import Box
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.data import read_boxes
from icnn_engine.evaluation.region_marks import boxes_in_regions, photographs_of, sizes_of
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.inspection.clear_peaks import clear_peaks
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
FEWEST = 5  # training pictures in which the cause must lie


@dataclass(frozen=True)
class ForbiddenRegions:
    """`title`: what is forbidden; `group`: the part's number from 0, -1 where boxes were drawn; `filters`: those of the
    part; `boxes`: by index of the picture, its box (left, top, right, bottom) in pixels of the network's input."""

    title: str
    group: int
    filters: tuple[int, ...]
    boxes: Mapping[int, Box]


def part_regions(run: Run, part: int, notes: Notes) -> ForbiddenRegions:
    """Return where a part, by its number from 1, is seen: crops around the clear peaks of the filter that stands for
    it, in pictures of all categories. Raises RunError where there is no such part, or it is hardly seen."""
    groups = run.groups()
    if not 1 <= part <= len(groups):
        words = translate("Errors", "There is no part {part} in {name}: it has {count}. Choose one of them.")
        raise RunError(words.format(part=part, name=run.name, count=len(groups)))
    leader = groups[part - 1][0]
    cells = peaks_of(run, OWN)[0][:, leader]
    rows = np.flatnonzero(clear_peaks(run, OWN, leader))
    half = metrics.CROP * run.geometry.input_size / 2
    boxes = {}
    for row in rows.tolist():
        y, x = run.geometry.centre(cells[row]).tolist()
        boxes[row] = _inside((x - half, y - half, x + half, y + half), run.geometry.input_size)
    regions = ForbiddenRegions(part_title(OWN, part - 1, notes), part - 1, tuple(groups[part - 1]), boxes)
    return _ensured(run, regions)


def drawn_regions(run: Run, table: Path) -> ForbiddenRegions:
    """Return what a table of boxes (image,x,y,width,height in pixels of the picture) marks; of several boxes in a
    picture the first. Raises LandmarksError for a table that cannot be used, RunError where it marks too little."""
    photographs, sizes = photographs_of(run), sizes_of(run)
    marked = boxes_in_regions(run, read_boxes(table, [p.name for p in photographs], run.images, sizes))
    size, boxes = run.geometry.input_size, {}
    for row, picture in enumerate(run.pictures):
        if own := marked.get(picture.name):
            x, y, width, height = own[0]
            across, down = size / picture.width, size / picture.height
            box = (x * across, y * down, (x + width) * across, (y + height) * down)
            boxes[row] = _inside(box, size)
    return _ensured(run, ForbiddenRegions(table.stem, -1, (), boxes))


def _inside(box: Box, size: int) -> Box:
    left, top, right, bottom = box
    return max(left, 0.0), max(top, 0.0), min(right, float(size)), min(bottom, float(size))


def _ensured(run: Run, regions: ForbiddenRegions) -> ForbiddenRegions:
    train = sum(run.pictures[row].side == "train" for row in regions.boxes)
    if train < FEWEST:
        words = translate(
            "Errors",
            "{title} lies in {count} training pictures only; at least {fewest} are needed to learn to do without it.",
        )
        raise RunError(words.format(title=regions.title, count=train, fewest=FEWEST))
    return regions
