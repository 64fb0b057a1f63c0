"""Regions of pictures that the networks of a run read, where they do not read whole pictures: objects.csv. No torch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from icnn_engine.core.annotations import Box
from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import RunError
from icnn_engine.core.language import translate
from icnn_engine.core.receptive_field import Pixels
from icnn_engine.data.grouping import grouped
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import RunPicture, Size, photograph_of, read_rows, to_csv

FILE = "objects.csv"


@dataclass(frozen=True, slots=True)
class FoundObject:
    """The region (left, top, right, bottom) that is read of a picture of `width` x `height` pixels, upright. `found`:
    the search was sure of it, or a table gives its box; else it is the most likely region, or the whole picture.
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
        """The region as `Crop` has it."""
        return self.left, self.top, self.right, self.bottom


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
    if run.settings.region == "whole":
        return run.pictures
    objects = read_objects(run.path) or {}
    pictures: dict[str, RunPicture] = {}
    for p in run.pictures:
        if known := objects.get(p.name):
            p = replace(p, name=p.photograph, box="", width=known.width, height=known.height)
        pictures.setdefault(p.name, p)
    return tuple(pictures.values())
