"""Filters whose peaks coincide with those of the steadiest filter of their part."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import peaks_of, pictures_of
from icnn_engine.inspection.duplicate_filters import SAME, doubles_of
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run

OWN = NetworkName.INTERPRETABLE


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path)


def test_filters_of_one_part_coincide_and_their_leader_has_no_figure(run: Run) -> None:
    found = doubles_of(run, OWN)
    leader, *others = run.groups()[0]

    assert np.isnan(found[leader])
    assert (found[list(others)] >= SAME).all()
    assert np.isnan(found[[f.index for f in run.filters if f.group < 0]]).all()


def test_the_share_counts_pictures_in_which_both_peaks_lie_within_a_cell(run: Run) -> None:
    leader, other, *_ = run.groups()[1]
    cells, strengths = peaks_of(run, OWN)
    shown = [i for i in pictures_of(run) if run.pictures[i].label == 0]
    both = [
        max(abs(int(a) - int(b)) for a, b in zip(cells[i, leader], cells[i, other], strict=True)) <= 1
        and strengths[i, leader] > 0
        and strengths[i, other] > 0
        for i in shown
        if strengths[i, leader] > 0 or strengths[i, other] > 0
    ]

    assert doubles_of(run, OWN)[other] == pytest.approx(np.mean(both))
