"""Where parts lie over all pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.positions import counted, positions_of, typical_picture
from tests.fake_run import KINDS, make_fake_run

OWN = NetworkName.INTERPRETABLE


def test_positions_are_where_the_peaks_are_in_pictures_of_the_category(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path)
    found = positions_of(run, OWN, (1, 7))
    first = found.pictures[0], found.filters[0]
    peak = np.unravel_index(run.maps(OWN)[first].argmax(), (13, 13))

    assert set(found.filters) == {1, 7}
    assert all(run.pictures[i].positive and run.pictures[i].side != "train" for i in found.pictures)
    assert tuple(found.cells[0]) == peak
    assert found.strengths[0] == run.maps(OWN)[first].max()
    np.testing.assert_allclose(found.places[0], [(15 + 16 * peak[1] + 0.5) / 224, (15 + 16 * peak[0] + 0.5) / 224])


def test_a_filter_answers_to_its_own_category_only(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path, several=True)
    body = KINDS.index("body")
    found = positions_of(run, OWN, (body,), None)

    assert {run.pictures[i].label for i in found.pictures} == {run.filters[body].category}


def test_shares_of_the_cells_add_up_to_one_and_dead_filters_have_none(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path)
    living = counted(positions_of(run, OWN, (0, 1, 2), None), 13)
    dead = positions_of(run, OWN, (KINDS.index("dead"),), None)

    assert living.sum() == pytest.approx(1)
    assert len(dead.pictures) == 0
    assert not counted(dead, 13).any()


def test_the_typical_picture_shows_its_parts_plainly_and_nearest_to_the_medians(fake_run):
    leaders = [members[0] for members in fake_run.groups()]
    chosen = typical_picture(fake_run, OWN, leaders)
    places = {f: positions_of(fake_run, OWN, [f]) for f in leaders}

    def away(picture):
        own = []
        for found in places.values():
            here = (found.pictures == picture) & (found.strengths >= np.median(found.strengths))
            own.append(np.hypot(*(found.places[here][0] - np.median(found.places, axis=0))) if here.any() else 1.0)
        return np.mean(own)

    everywhere = {int(p) for found in places.values() for p in found.pictures}
    assert away(chosen) == pytest.approx(min(away(picture) for picture in everywhere))


def test_without_any_peak_there_is_no_typical_picture(fake_run):
    dead = [f.index for f in fake_run.filters if f.dead]

    assert typical_picture(fake_run, OWN, dead) is None
