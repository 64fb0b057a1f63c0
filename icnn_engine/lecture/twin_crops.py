"""Chapter 6: what a filter of the ordinary twin answers to, beside one of the interpretable network. No torch."""

from __future__ import annotations

from dataclasses import dataclass

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import PartCrop, part_crops
from icnn_engine.lecture.subject import Subject
from icnn_engine.runs.run_folder import Run, RunFilter

CROPS, SIDE = 6, 192  # pictures a filter, pixels a crop


@dataclass(frozen=True, eq=False)
class FilterCrops:
    """A filter and the crops around its peaks in the held-out pictures on which it is strongest. `holding`: how many of
    the `filters` of its network hold a part, None where they were not tested."""

    filter: RunFilter
    crops: tuple[PartCrop, ...]
    filters: int
    holding: int | None


@dataclass(frozen=True, eq=False)
class TwinCrops:
    """The filter of the ordinary twin, and the filter of the interpretable network."""

    twin: FilterCrops
    own: FilterCrops


def twin_crops(run: Run, subject: Subject) -> TwinCrops:
    """Return the crops of both filters. Raises RunError where a picture is gone."""
    return TwinCrops(
        _crops(run, NetworkName.TWIN, subject.twin_filter), _crops(run, NetworkName.INTERPRETABLE, subject.filter)
    )


def _crops(run: Run, network: NetworkName, filter: int) -> FilterCrops:
    every = run.of(network)
    holding = sum(one.holds for one in every) if run.judged else None
    return FilterCrops(every[filter], part_crops(run, network, filter, CROPS, SIDE), len(every), holding)
