"""How each part appears in each picture: as usual, weak, absent, elsewhere than usual, or twice. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import BLOCK, peaks_of, pictures_of_filter
from icnn_engine.inspection.clear_peaks import clear_peaks, usual_top
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.run_verdict import labels_of
from icnn_engine.runs.run_folder import Run, RunFilter, RunKey

OWN = NetworkName.INTERPRETABLE
NOTHING = 0.5  # quantile of the peaks on pictures of anything else up to which a peak shows nothing
UNKNOWN_NOTHING = 1 / 9  # the same as a share of the usual peak, where there are no pictures of anything else
FAR = 0.95  # quantile of the distances from the usual place, on training pictures, from which on a peak is elsewhere
SECOND = 0.8  # share of the peak from which on a second one counts, more than a crop away from the first


class PartState(StrEnum):
    """How a part appears to the network in a picture. `PRESENT` is every picture in which it is not absent."""

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

    A part is seen by the filter that stands for it (`groups_of`). Where the peak of that filter is not clear
    (`clear_peaks`), the part is absent in pictures of anything else; in those of its category if half of the pictures
    of anything else have as high a peak, else it is weak. It is elsewhere where a clear peak lies farther from the
    usual place than on 19 of 20 training pictures of its category, and beyond a crop around that place; doubled where
    there are two clear peaks.

    Absent says that the network does not see the part, not that the picture does not show it: of cats and foxes whose
    head was marked, the peak of an absent face lay on the head all the same in half of the pictures (33 of 70), of a
    weak one in eight of ten, of a clear one in nine of ten.
    """
    return _states(RunKey.of(run), run.filters)


@lru_cache(maxsize=4)
def _states(key: RunKey, _filters: tuple[RunFilter, ...]) -> PartStates:
    """Return the states; the filters are part of the key, for a run whose filters are judged anew has other parts."""
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
    others = labels_of(run) != run.filters[filter].category
    absent = ~clear & (others | (strengths <= _nothing(run, filter, strengths[others])))
    return {
        PartState.PRESENT: ~absent,
        PartState.ABSENT: absent,
        PartState.WEAK: ~absent & ~clear,
        PartState.ELSEWHERE: clear & _elsewhere(run, filter, cells, clear),
        PartState.DOUBLED: clear & _doubled(run, filter, cells),
    }


def _nothing(run: Run, filter: int, others: np.ndarray) -> float:
    """Return up to which height a peak shows no part, for pictures of anything else, with peaks (M,), have as high
    ones."""
    return float(np.quantile(others, NOTHING)) if len(others) else UNKNOWN_NOTHING * usual_top(run, OWN, filter)


def _elsewhere(run: Run, filter: int, cells: np.ndarray, clear: np.ndarray) -> np.ndarray:
    """Return (N,) bool: whether a peak lies far from the usual place of clear ones."""
    usual = pictures_of_filter(run, OWN, filter, "train")
    usual = usual[clear[usual]]
    if not len(usual):
        usual = np.flatnonzero(clear)
    if not len(usual):
        return np.zeros(len(cells), bool)
    distance = np.linalg.norm(cells - np.median(cells[usual], axis=0), axis=1)
    far: np.ndarray = distance > max(np.quantile(distance[usual], FAR), _crop_cells(run) / 2)
    return far


def _crop_cells(run: Run) -> float:
    """Return the side of a crop (`metrics.CROP`) in cells."""
    return metrics.CROP * run.geometry.input_size / run.geometry.stride


def _doubled(run: Run, filter: int, cells: np.ndarray) -> np.ndarray:
    """Return (N,) bool: whether a map has a second peak of nearly its highest value, more than a crop away."""
    away = _crop_cells(run)
    rows, columns = np.indices((run.geometry.cells, run.geometry.cells))
    doubled = np.zeros(len(cells), bool)
    for start in range(0, len(cells), BLOCK):
        block = slice(start, start + BLOCK)
        maps = np.asarray(run.maps()[block, filter], dtype=np.float32)
        near = np.maximum(abs(rows - cells[block, 0, None, None]), abs(columns - cells[block, 1, None, None])) < away
        doubled[block] = np.where(near, -np.inf, maps).max((1, 2)) >= SECOND * maps.max((1, 2))
    return doubled
