"""A run that reads a region of each picture, made of one that reads whole pictures."""

from __future__ import annotations

from dataclasses import replace

from icnn_engine.runs.found_objects import FoundObject, write_objects
from icnn_engine.runs.run_folder import Run

SHARES = (0.25, 0.25, 0.75, 0.75)  # the middle of each picture


def with_regions(run: Run) -> Run:
    """Return the run as if its networks read the middle of each picture; writes its objects.csv."""
    objects, pictures = [], []
    for p in run.pictures:
        sides = (p.width, p.height) * 2
        box = tuple(float(round(share * side)) for share, side in zip(SHARES, sides, strict=True))
        objects.append(FoundObject(p.name, *box, p.width, p.height, found=True))
        pictures.append(replace(p, box=",".join(f"{edge:g}" for edge in box)))
    write_objects(run.path, objects)
    settings = run.settings.model_copy(update={"region": "object"})
    return replace(run, settings=settings, pictures=tuple(pictures))
