"""What run.toml tells of a network of the user's own, as it is checked when a run is opened. No torch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, FiniteFloat, StrictInt

from icnn_engine.core.fitting import Interpolation
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.core.receptive_field import Cells
from icnn_engine.runs.run_tables import RunFilter

Count = Annotated[StrictInt, Field(ge=1, le=10**6)]
Side = Annotated[StrictInt, Field(ge=1, le=8192)]
Three = Annotated[list[FiniteFloat], Field(min_length=3, max_length=3)]


@dataclass(frozen=True)
class FitInfo:
    """See `Fit`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    size: Side
    resize: Annotated[StrictInt, Field(ge=0, le=8192)]
    interpolation: Interpolation
    keeps: bool = True


@dataclass(frozen=True)
class PreprocessingInfo:
    """How pictures are made the input; trained runs have no fit."""

    mean: Three
    std: Three
    fit: FitInfo | None = None


@dataclass(frozen=True)
class LayerInfo:
    """See `Layer`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: str
    kind: str
    channels: Count
    cells: Cells
    layout: Literal["channels first", "channels last", "tokens"]


@dataclass(frozen=True)
class MatchInfo:
    """The answers that stand for a category."""

    answers: Annotated[list[Annotated[StrictInt, Field(ge=0)]], Field(min_length=1)]
    names: list[str]
    by: str


@dataclass(frozen=True)
class OwnNetworkInfo:
    """A network of the user's own."""

    title: str
    source: NetworkSource
    layer: LayerInfo
    answers: Count
    digest: str
    matched: dict[str, MatchInfo]


def own_network_faults(info: dict[str, Any], filters: Sequence[RunFilter]) -> Iterator[str]:
    """Yield what does not fit together in a run of a network of the user's own; nothing after a training of ours."""
    known, fit = info.get("own_network"), info.get("preprocessing", {}).get("fit")
    if fit and 0 < fit["resize"] < fit["size"]:
        yield f"pictures are resized to {fit['resize']} pixels for an input of {fit['size']}"
    if known is None:
        return
    if missing := [category for category in info["categories"] if category not in known["matched"]]:
        yield f"it names no answers for {missing[0][:80]}"
    if max(number for match in known["matched"].values() for number in match["answers"]) >= known["answers"]:
        yield f"it names an answer that the network of {known['answers']} answers has not"
    if any(filter.channel >= known["layer"]["channels"] for filter in filters):
        yield f"a filter is a channel that the layer of {known['layer']['channels']} channels has not"
