"""All parts of a run at a glance: on which pictures each is seen, and the pictures on which most are. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.inspection.best_pictures import From, best_pictures, peak_point, peaks_of
from icnn_engine.inspection.clear_peaks import clear_peaks, shown_rows, usual_top
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.found_objects import geometry_in
from icnn_engine.runs.run_folder import Run, RunFilter

OWN = NetworkName.INTERPRETABLE
CLOSEST = 3  # filters shown of a category of which none holds a part
APART = 0.1  # share of the picture: marks that are nearer cover each other


@dataclass(frozen=True, slots=True)
class PartSummary:
    """A part as its first filter sees it: that is where it is marked. `filters`: those that hold it, the best first.

    `mark`: its number from 0, by which it is coloured; of a filter that holds no part (`group` -1) its rank among the
    closest. `seen`: on how many of the pictures of its category its peak is clear.
    """

    mark: int
    group: int
    filters: tuple[int, ...]
    category: int
    seen: int

    @property
    def first(self) -> int:
        """The filter that stands for the part."""
        return self.filters[0]


@dataclass(frozen=True, eq=False)
class PartOverview:
    """The parts of one category, and its test pictures (`tested` False: other pictures, for it has none). The picture
    on which most parts are seen stands first.

    `holds`: whether any filter holds a part; if not, `parts` has the closest filters. `clear` (P, K): whether each part
    is seen on each picture; `cells` (P, K, 2): where it peaks.
    """

    category: int
    holds: bool
    tested: bool
    parts: tuple[PartSummary, ...]
    pictures: tuple[int, ...]
    clear: np.ndarray
    cells: np.ndarray


@dataclass(frozen=True, slots=True)
class PartPlace:
    """Where the first filter of a part peaks in a picture: the middle of the cell as shares of width and height, and
    the effective field around it (left, top, right, bottom)."""

    x: float
    y: float
    box: tuple[float, float, float, float]


def part_overviews(run: Run) -> tuple[PartOverview, ...]:
    """Return an overview for each category of a run."""
    return tuple(_overview(run, category) for category in range(len(run.categories)))


def place_of(run: Run, filter: int, picture: int, cell: tuple[int, int]) -> PartPlace:
    """Return where a filter of the interpretable network peaks in a picture of the run, from its peak's cell."""
    geometry = geometry_in(run, picture)
    x, y = peak_point(geometry, cell, 1, 1)
    return PartPlace(x, y, geometry.box(cell, run.filters[filter].effective_field, 1, 1))


def best_of_parts(run: Run, overview: PartOverview, count: int) -> dict[int, tuple[BestPicture, ...]]:
    """Return the pictures on which the first filter of each part fires strongest, by the part's mark."""
    side: From = "test" if overview.tested else "held-out"
    return {part.mark: best_pictures(run, OWN, part.first, count, side) for part in overview.parts}


def _overview(run: Run, category: int) -> PartOverview:
    groups, holds = _groups(run, category)
    rows, tested = shown_rows(run, category)
    first = [filters[0] for _group, filters in groups]
    cells, strengths = peaks_of(run, OWN)
    clear = np.stack([clear_peaks(run, OWN, filter)[rows] for filter in first], 1) if first else np.ones((len(rows), 0))
    clear, peaks = clear.astype(bool), cells[rows][:, first].astype(np.int64)
    tops = np.maximum([usual_top(run, OWN, filter) for filter in first], 1e-6)
    order = _order(run, clear, peaks, np.minimum(strengths[rows][:, first] / tops, 1).sum(1))
    parts = tuple(
        PartSummary(group if group >= 0 else place, group, filters, category, int(clear[:, place].sum()))
        for place, (group, filters) in enumerate(groups)
    )
    return PartOverview(category, holds, tested, parts, tuple(rows[order].tolist()), clear[order], peaks[order])


def _groups(run: Run, category: int) -> tuple[list[tuple[int, tuple[int, ...]]], bool]:
    """Return the filters of each part of a category with the part's number, or if there is none the closest filters;
    and whether there are parts."""
    groups = [(run.filters[members[0]].group, members) for members in groups_of(run.filters)]
    own = [(group, members) for group, members in groups if run.filters[members[0]].category == category]
    if own:
        return own, True
    others: list[RunFilter] = [filter for filter in run.filters if filter.category == category]
    return [(-1, (index,)) for index in closest_filters(others)[:CLOSEST]], False


def _order(run: Run, clear: np.ndarray, cells: np.ndarray, strength: np.ndarray) -> np.ndarray:
    """Return the order of pictures: most parts seen first, then fewest marks that cover each other, then clearest."""
    points = run.geometry.centre(cells) / run.geometry.input_size
    near = np.linalg.norm(points[:, :, None] - points[:, None], axis=3) < APART
    covered = (near & clear[:, :, None] & clear[:, None]).sum((1, 2))
    return np.lexsort((-strength, covered, -clear.sum(1)))
