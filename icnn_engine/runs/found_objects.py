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
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import RunPicture, Size, read_rows, to_csv

FILE = "objects.csv"


@dataclass(frozen=True, slots=True)
class FoundObject:
    """The region (left, top, right, bottom) that is read of a picture of `width` x `height` pixels, upright. `found`:
    the search was sure of it, or a table gives its box; else it is the most likely region, or the whole picture."""

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


def whole_pictures(run: Run) -> tuple[RunPicture, ...]:
    """Return the pictures of a run as they are in their folder, not restricted to regions. Raises RunError."""
    if run.settings.region == "whole":
        return run.pictures
    objects = read_objects(run.path) or {}
    return tuple(
        replace(picture, box="", width=objects[picture.name].width, height=objects[picture.name].height)
        if picture.name in objects
        else picture
        for picture in run.pictures
    )
