"""Boxes of the objects in the pictures of a run that does not read whole pictures: objects.csv. No torch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from icnn_engine.core.annotations import Box, Where, WithBrightness, file_of
from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import RunError
from icnn_engine.core.language import translate
from icnn_engine.core.receptive_field import WHOLE, MapGeometry, Pixels, Region
from icnn_engine.data.grouping import grouped
from icnn_engine.runs.run_folder import Run, RunKey
from icnn_engine.runs.run_tables import RunPicture, Size, box_of, photograph_of, read_rows, to_csv

FILE = "objects.csv"
MARGIN = 0.05  # of the longer side, added on each side, so that nothing is cut off
LEAST = 8.0  # pixels of a region's side


@dataclass(frozen=True, slots=True)
class FoundObject:
    """The box (left, top, right, bottom) of the object in a picture of `width` x `height` pixels, upright. `found`: the
    search was sure of it, or a table gives it; else it is the most likely one, or the whole picture.
    Several objects of a photograph are named `photograph.jpg#1`, `photograph.jpg#2`, …"""

    name: str
    left: Size
    top: Size
    right: Size
    bottom: Size
    width: Pixels
    height: Pixels
    found: bool

    @property
    def box(self) -> Box:
        """The box as `Crop` has one."""
        return self.left, self.top, self.right, self.bottom

    @property
    def read(self) -> Box:
        """The region that the networks read."""
        return squared_box(self.box, self.width, self.height)


def squared_box(box: Box, width: int, height: int) -> Box:
    """Return a box with a margin, as near to a square as a width x height picture allows, in whole pixels inside of it:
    the network squashes what it reads to a square."""
    left, top, right, bottom = box
    side = max((1 + 2 * MARGIN) * max(right - left, bottom - top), LEAST)
    across, down = min(side, width), min(side, height)
    x = min(max((left + right - across) / 2, 0.0), width - across)
    y = min(max((top + bottom - down) / 2, 0.0), height - down)
    return float(round(x)), float(round(y)), float(round(x + across)), float(round(y + down))


def write_objects(run: Path, objects: Iterable[FoundObject]) -> None:
    """Write the regions of a run's pictures."""
    write_text(run / FILE, to_csv(tuple(objects)))


def read_objects(run: Path) -> dict[str, FoundObject] | None:
    """Return the regions by name of the picture; None where the run has none. Raises RunError if they are damaged."""
    if not (run / FILE).is_file():
        return None
    try:
        return {one.name: one for one in read_rows(run / FILE, FoundObject)}
    except ValueError as error:
        words = translate("Errors", "{path} cannot be read ({error}). Restore it from a copy or train again.")
        raise RunError(words.format(path=run / FILE, error=error)) from None


def by_photograph(objects: Iterable[FoundObject]) -> dict[str, list[FoundObject]]:
    """Return the objects of each photograph by its name, in their order."""
    return grouped(objects, lambda one: photograph_of(one.name))


def photograph_sizes(run: Run) -> dict[str, tuple[int, int]]:
    """Return (width, height) of the photographs of which a run reads regions, in pixels, by name. Raises RunError."""
    objects = read_objects(run.path) or {}
    return {photograph_of(one.name): (one.width, one.height) for one in objects.values()}


def listed_name(run: Run, picture: RunPicture) -> str:
    """Return the name that a picture of a run has in its folder and in the folder's tables: of an object that the run
    reads of a photograph, that of the photograph."""
    return picture.name if run.settings.region == "whole" else picture.photograph


def whole_pictures(run: Run) -> tuple[RunPicture, ...]:
    """Return the pictures of a run as they are in their folder, not restricted to regions: a photograph of several
    objects once. Raises RunError."""
    objects = _objects_of(RunKey.of(run))
    pictures: dict[str, RunPicture] = {}
    for p in run.pictures:
        if known := objects.get(p.name):
            p = replace(p, name=p.photograph, box="", width=known.width, height=known.height)
        pictures.setdefault(p.name, p)
    return tuple(pictures.values())


def photograph_path(run: Run, index: int) -> Where:
    """Return where the photograph is that the region of a picture was cut out of; the picture itself where the run
    reads whole ones. Raises as `Run.picture_path` does."""
    where = run.picture_path(index)
    if run.pictures[index].name not in _objects_of(RunKey.of(run)):
        return where
    file = file_of(where)
    return replace(where, where=file) if isinstance(where, WithBrightness) else file


def region_of(run: Run, index: int) -> Region:
    """Return the region of the photograph that is read of a picture, in shares of its sides. Raises RunError."""
    picture = run.pictures[index]
    if run.fit:
        return run.fit.region(picture.width, picture.height)
    found = _objects_of(RunKey.of(run)).get(picture.name)
    if found is None or not picture.box:
        return WHOLE
    left, top, right, bottom = box_of(picture.box)
    return left / found.width, top / found.height, right / found.width, bottom / found.height


def geometry_in(run: Run, index: int) -> MapGeometry:
    """Return where the cells of the maps of a picture lie in its photograph. Raises RunError."""
    return run.geometry.within(region_of(run, index))


def is_found(run: Run, index: int) -> bool:
    """Return whether the region of a picture is sure (see `FoundObject`); True where whole pictures are read."""
    found = _objects_of(RunKey.of(run)).get(run.pictures[index].name)
    return found is None or found.found


@lru_cache(maxsize=4)
def _objects_of(same: RunKey) -> dict[str, FoundObject]:
    run = same.run
    return {} if run.settings.region == "whole" else read_objects(run.path) or {}
