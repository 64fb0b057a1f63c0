"""Whether what was read of a run fits together: it may be damaged, edited by hand, or made to do harm. No torch."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite, isnan
from typing import TYPE_CHECKING, Any, get_args

import numpy as np

from icnn_engine.core.annotations import Side

if TYPE_CHECKING:
    from icnn_engine.core.receptive_field import MapGeometry
    from icnn_engine.runs.run_folder import Run, RunFilter, RunPicture

MOST_CELLS, MOST_PIXELS = 512, 10**6  # a side of a map, of a picture


def first_fault(run: Run) -> str:
    """What is wrong with a run, in a few words; nothing where all of it fits together."""
    return next(_faults(run), "")


def array_fault(array: np.ndarray, *shape: int | None) -> str:
    """What is wrong with an array of a run that should have this shape (None: of any length)."""
    if array.dtype.kind != "f":
        return f"it holds {array.dtype}, not numbers with a point"
    fits = array.ndim == len(shape) and all(b in (a, None) for a, b in zip(array.shape, shape, strict=True))
    return "" if fits else f"its shape is {array.shape}, {shape} is expected"


def _faults(run: Run) -> Iterator[str]:
    count = len(run.categories)
    yield from _info_faults(run.info, count)
    yield from _geometry_faults(run.geometry)
    if not run.pictures:
        yield "it has no pictures"
    for picture in run.pictures:
        if fault := _picture_fault(picture, count):
            yield f"picture {picture.name[:80]}: {fault}"
    for name, filters in (("filter", run.filters), ("filter of the twin", run.twin_filters)):
        if len(filters) != run.settings.filters:
            yield f"it has {len(filters)} of {run.settings.filters} {name}s"
        for index, one in enumerate(filters):
            if fault := _filter_fault(one, index, count):
                yield f"{name} {index}: {fault}"
        groups = {one.group for one in filters} - {-1}
        if groups != set(range(len(groups))):
            yield f"the parts of the {name}s are not numbered one after the other"


def _info_faults(info: dict[str, Any], categories: int) -> Iterator[str]:
    if not categories or not all(isinstance(one, str) for one in info["categories"]):
        yield "it names no categories"
    answers, pool = info["network"]["answers"], info["network"]["pool"]
    if answers not in (categories, categories + 1):
        yield f"it gives {answers} answers for {categories} categories"
    if len(pool) != 2 or not all(isinstance(one, int) and 1 <= one <= MOST_CELLS for one in pool):
        yield f"its pooling is {pool}"
    if not isinstance(info["data"]["folder"], str) or "\0" in info["data"]["folder"]:
        yield "it does not say where its pictures are"


def _geometry_faults(geometry: MapGeometry) -> Iterator[str]:
    sizes = (geometry.input_size, geometry.cells, geometry.stride, geometry.field)
    if not all(isinstance(size, int) and 1 <= size <= MOST_PIXELS for size in sizes) or geometry.cells > MOST_CELLS:
        yield f"its maps are of {sizes}"
    elif not isinstance(geometry.start, int | float) or not isfinite(geometry.start):
        yield f"its maps begin at {geometry.start}"


def _picture_fault(picture: RunPicture, categories: int) -> str:
    if not picture.name or "\0" in picture.name:
        return "it has no name"
    if picture.side not in get_args(Side):
        return f"its side is {picture.side[:80]}"
    if not (-1 <= picture.label < categories and 0 <= picture.asked < categories):
        return f"it shows category {picture.label} of {categories}"
    if not (1 <= picture.width <= MOST_PIXELS and 1 <= picture.height <= MOST_PIXELS):
        return f"it has {picture.width} x {picture.height} pixels"
    answers = (picture.answer, picture.twin_answer, picture.cam_answer)
    return "" if all(0 <= answer <= 1 for answer in answers) else f"its answers are {answers}"


def _filter_fault(one: RunFilter, index: int, categories: int) -> str:
    if one.index != index:
        return f"its number is {one.index}"
    if not 0 <= one.category < categories or one.group < -1:
        return f"it answers to category {one.category} of {categories}, as part {one.group}"
    shares = (one.equivariance, one.background_auc, one.mirror, one.transplant, one.scale)
    if not all(isnan(share) or 0 <= share <= 1 for share in shares):
        return f"its figures are {shares}"
    if one.holds and one.group < 0:
        return "it holds a part, but none is named"
    sizes = (one.effective_field, one.strength)
    return "" if all(isfinite(size) and size >= 0 for size in sizes) else f"its field and strength are {sizes}"
