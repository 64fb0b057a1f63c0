"""Runs that know their pictures by digest, and pictures that change behind their back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from icnn_engine.data import read_picture
from icnn_engine.data.digests import digest_of
from icnn_engine.runs.run_folder import Run, open_run, write_run


def known(run: Run) -> Run:
    """The run with the digests that a training would have written."""
    found = [(one, one.where(run.images)) for one in run.pictures]
    pictures = (replace(p, digest=digest_of((run.images / p.name).read_bytes(), where)) for p, where in found)
    write_run(replace(run, pictures=tuple(pictures)))
    return open_run(run.path)


def turn(run: Run, *indices: int) -> None:
    """Save pictures again under their names, upside down."""
    for index in indices:
        path = run.images / run.pictures[index].name
        pixels = read_picture(path)
        Image.fromarray(pixels[::-1, ::-1]).save(path, quality=95)


def other_pictures(run: Run, place: Path) -> Path:
    """A folder with other pictures of the same names and sizes."""
    for number, one in enumerate(run.pictures):
        (place / one.name).parent.mkdir(parents=True, exist_ok=True)
        noise = np.random.default_rng(number).integers(0, 255, (one.height, one.width, 3), dtype=np.uint8)
        Image.fromarray(noise).save(place / one.name)
    return place
