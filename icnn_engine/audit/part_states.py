"""How each part appears in each picture: as usual, weak, absent, elsewhere than usual, or twice. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import BLOCK, peaks_of, pictures_of_filter
from icnn_engine.inspection.clear_peaks import clear_peaks
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.runs.run_folder import Run, RunKey

OWN = NetworkName.INTERPRETABLE
WEAK = 0.25  # quantile of the clear peaks on the training pictures of its category below which a peak is weak
FAR = 0.95  # quantile of the distances from the usual place, on the same pictures, from which on a peak is elsewhere
SECOND = 0.8  # share of the peak from which on a second one counts, more than a crop away from the first


class PartState(StrEnum):
    """How a part appears in a picture. `PRESENT` is every picture in which it is not absent."""

    PRESENT = "present"
    ABSENT = "absent"
    WEAK = "weak"
    ELSEWHERE = "elsewhere"
    DOUBLED = "doubled"


@dataclass(frozen=True, eq=False)
class PartStates:
    """The K parts of a run in its N pictures. `filters` (K,): the filter that stands for each part, `groups` (K,): the
    part's number, `categories` (K,): its category; `states`: for each state (N, K) bool."""

    filters: tuple[int, ...]
    groups: tuple[int, ...]
    categories: tuple[int, ...]
    states: dict[PartState, np.ndarray]

    def of(self, group: int, state: PartState) -> np.ndarray:
        """Return (N,) bool: in which pictures a part, by its number from 0, is in a state."""
        column: np.ndarray = self.states[state][:, self.groups.index(group)]
        return column

    def missing(self, picture: int, category: int) -> tuple[int, ...]:
        """Return the parts of a category, by number from 0, that are absent in a picture."""
        absent = self.states[PartState.ABSENT][picture]
        return tuple(g for g, c, out in zip(self.groups, self.categories, absent, strict=True) if out and c == category)


def part_states(run: Run) -> PartStates:
    """Return how each part of a run appears in each of its pictures; computed once for a run.

    A part is seen by the filter that stands for it (`groups_of`). It is absent where the peak of that filter is not
    clear (`clear_peaks`); weak, elsewhere and doubled are told only of parts that are not absent. Usual strengths and
    places are those of the training pictures of its category.
    """
    return _states(RunKey.of(run))


@lru_cache(maxsize=4)
def _states(key: RunKey) -> PartStates:
    run = key.run
    filters = tuple(members[0] for members in groups_of(run.filters))
    columns = [_states_of(run, filter) for filter in filters]
    count = len(run.pictures)
    return PartStates(
        filters,
        tuple(run.filters[f].group for f in filters),
        tuple(run.filters[f].category for f in filters),
        {
            state: np.stack([column[state] for column in columns], 1) if columns else np.zeros((count, 0), bool)
            for state in PartState
        },
    )


def _states_of(run: Run, filter: int) -> dict[PartState, np.ndarray]:
    """Return (N,) bool for each state of the part that a filter stands for."""
    cells, strengths = (each[:, filter] for each in peaks_of(run, OWN))
    clear = clear_peaks(run, OWN, filter)
    usual = pictures_of_filter(run, OWN, filter, "train")
    usual = usual[clear[usual]]
    if not len(usual):
        usual = np.flatnonzero(clear)
    weak = strengths < (np.quantile(strengths[usual], WEAK) if len(usual) else 0.0)
    distance = np.linalg.norm(cells - np.median(cells[usual], axis=0), axis=1) if len(usual) else np.zeros(len(cells))
    far = distance > (np.quantile(distance[usual], FAR) if len(usual) else np.inf)
    return {
        PartState.PRESENT: clear,
        PartState.ABSENT: ~clear,
        PartState.WEAK: clear & weak,
        PartState.ELSEWHERE: clear & far,
        PartState.DOUBLED: clear & _doubled(run, filter, cells),
    }


def _doubled(run: Run, filter: int, cells: np.ndarray) -> np.ndarray:
    """Return (N,) bool: whether a map has a second peak of nearly its highest value, more than a crop away."""
    away = metrics.CROP * run.geometry.input_size / run.geometry.stride
    rows, columns = np.indices((run.geometry.cells, run.geometry.cells))
    doubled = np.zeros(len(cells), bool)
    for start in range(0, len(cells), BLOCK):
        block = slice(start, start + BLOCK)
        maps = np.asarray(run.maps()[block, filter], dtype=np.float32)
        near = np.maximum(abs(rows - cells[block, 0, None, None]), abs(columns - cells[block, 1, None, None])) < away
        doubled[block] = np.where(near, -np.inf, maps).max((1, 2)) >= SECOND * maps.max((1, 2))
    return doubled
