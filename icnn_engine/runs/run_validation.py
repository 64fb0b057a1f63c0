"""Does a run that was read fit together? It may be damaged, edited by hand, or made to do harm. No torch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Annotated, Any

import numpy as np
from pydantic import Field, StrictInt, TypeAdapter

from icnn_engine.core.receptive_field import Cells
from icnn_engine.runs.own_network_info import OwnNetworkInfo, PreprocessingInfo, own_network_faults
from icnn_engine.runs.run_tables import RunFilter, RunPicture


@dataclass(frozen=True)
class NetworkInfo:
    """The network in run.toml: number of answers; kernel and stride of the pooling above the filters."""

    answers: StrictInt
    pool: Annotated[list[Cells], Field(min_length=2, max_length=2)]


@dataclass(frozen=True)
class DataInfo:
    """The pictures in run.toml."""

    folder: Annotated[str, Field(pattern=r"^[^\x00]*$")]


@dataclass(frozen=True)
class RunInfo:
    """The values of run.toml that the program cannot do without; there are many more."""

    category: str
    categories: Annotated[list[str], Field(min_length=1)]
    network: NetworkInfo
    data: DataInfo
    preprocessing: PreprocessingInfo | None = None
    own_network: OwnNetworkInfo | None = None


def ensure_info(info: dict[str, Any]) -> None:
    """Raise ValidationError where a value of `RunInfo` is missing or of another kind."""
    TypeAdapter(RunInfo).validate_python(info)


def first_fault(
    info: dict[str, Any],
    wanted: int,
    pictures: Sequence[RunPicture],
    filters: Sequence[RunFilter],
    twin_filters: Sequence[RunFilter],
) -> str:
    """Return what is wrong with a run of `wanted` filters a network, in a few words; "" where all of it fits."""
    count = len(info["categories"])
    faults = chain(
        _picture_faults(info["network"]["answers"], count, pictures),
        _filter_faults("", filters, wanted, count),
        _filter_faults(" of the twin", twin_filters, wanted, count),
        own_network_faults(info, filters),
    )
    return next(faults, "")


def array_fault(array: np.ndarray, *shape: int | None) -> str:
    """Return what is wrong with an array of a run that should have this shape (None: of any length)."""
    if array.dtype.kind != "f":
        return f"it holds {array.dtype}, not numbers with a point"
    fits = array.ndim == len(shape) and all(b in (a, None) for a, b in zip(array.shape, shape, strict=True))
    return "" if fits else f"its shape is {array.shape}, {shape} is expected"


def _picture_faults(answers: int, categories: int, pictures: Sequence[RunPicture]) -> Iterator[str]:
    if answers not in (categories, categories + 1):
        yield f"it gives {answers} answers for {categories} categories"
    if not pictures:
        yield "it has no pictures"
    for picture in pictures:
        if picture.label >= categories or picture.asked >= categories:
            yield f"picture {picture.name[:80]}: it shows category {picture.label} of {categories}"


def _filter_faults(owner: str, filters: Sequence[RunFilter], wanted: int, categories: int) -> Iterator[str]:
    if len(filters) != wanted:
        yield f"it has {len(filters)} of {wanted} filters{owner}"
    for index, filter in enumerate(filters):
        if filter.index != index:
            yield f"filter {index}{owner}: its number is {filter.index}"
        if filter.category >= categories:
            yield f"filter {index}{owner}: it answers to category {filter.category} of {categories}"
        if filter.holds and filter.group < 0:
            yield f"filter {index}{owner}: it holds a part, but none is named"
    groups = {filter.group for filter in filters} - {-1}
    if groups != set(range(len(groups))):
        yield f"the parts of the filters{owner} are not numbered one after the other"
