"""A small picture of a run: what its largest part looks like (thread-safe)."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from icnn_engine.core.errors import PictureError
from icnn_engine.core.events import NetworkName
from icnn_engine.data import read_thumbnail
from icnn_engine.inspection.best_pictures import part_crops
from icnn_engine.runs.run_folder import open_run


def run_thumbnail(path: Path, side: int) -> np.ndarray:
    """Return the best crop of the largest part of a run, `side` pixels wide, or its first picture where no filter holds
    a part. Raises RunError or PictureError where the run or its pictures cannot be read."""
    run = open_run(path)
    groups = run.groups()
    crops = part_crops(run, NetworkName.INTERPRETABLE, groups[0][0], 1, side) if groups else ()
    if crops:
        return crops[0].pixels
    for index, picture in enumerate(run.pictures):
        if picture.positive:
            return read_thumbnail(run.picture_path(index), 2 * side)
    raise PictureError(f"{path} has no picture of its category.")
