"""What the lecture is about: one picture of a run, one of its filters, and a filter of the ordinary twin. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import isfinite

import numpy as np

from icnn_engine.core.annotations import file_of
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import peaks_of, pictures_of, pictures_of_filter
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.run_folder import Run, RunFilter

OFFERED = 24  # pictures that the lecture can be given on


@dataclass(frozen=True, slots=True)
class Subject:
    """Index of a picture of a run, and of one filter of each network with parts."""

    picture: int
    filter: int
    twin_filter: int


def first_filter(run: Run) -> int:
    """Return the filter that the wall shows first."""
    return wall_order(run.filters)[0]


def clear_pictures(run: Run, filter: int) -> tuple[int, ...]:
    """Return held-out pictures of a filter's category, at most `OFFERED`, those first that show the parts most plainly:
    in which even the faintest part, relative to the usual peak of its strongest filter, is strong. Pictures whose
    files are gone or have changed are left out unless all are."""
    rows = pictures_of_filter(run, NetworkName.INTERPRETABLE, filter)
    rows = rows if len(rows) else pictures_of(run)
    strengths = peaks_of(run, NetworkName.INTERPRETABLE)[1]
    usual = np.maximum([one.strength for one in run.filters], 1e-6)
    shares = np.minimum(strengths[rows] / usual, 1.0)
    groups = [list(members) for members in run.groups()] or [[filter]]
    parts = np.stack([shares[:, members].max(1) for members in groups], axis=1)
    ordered = [int(row) for row in rows[np.lexsort((-shares[:, filter], -parts.min(1)))]]
    there = (i for i in ordered if file_of(run.pictures[i].where(run.images)).is_file())
    return tuple(islice(unchanged(run, there), OFFERED)) or tuple(ordered[:OFFERED])


def subject_of(run: Run, picture: int, filter: int) -> Subject:
    """Return the subject with a typical filter of the twin: of those that fire on the picture, the one in the middle of
    the order of how well they follow a part, so that as many follow better as worse."""
    strengths = peaks_of(run, NetworkName.TWIN)[1][picture]
    order = [one.index for one in sorted(run.twin_filters, key=_following) if not one.dead]
    firing = [index for index in order if strengths[index] > 0] or order or [0]
    return Subject(picture, filter, firing[len(firing) // 2])


def _following(one: RunFilter) -> float:
    return one.following if isfinite(one.following) else -1.0
