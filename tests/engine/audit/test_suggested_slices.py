"""Slices that are suggested."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.audit.part_states import PartState, part_states
from icnn_engine.audit.slice_text import slice_text
from icnn_engine.audit.suggested_slices import holm, suggested_slices
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run, with_answers


@pytest.fixture(scope="module")
def faint(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run in which the first part is gone from a third of the pictures held out."""
    run = make_fake_run(tmp_path_factory.mktemp("faint"), pictures=200)
    maps, first = np.load(path := run.path / "maps" / "interpretable.npy"), part_states(run).filters[0]
    maps[_own(run)[::3], first] = 0
    np.save(path, maps)
    return replace(run, info=run.info | {"made": "faint"})


def _own(run: Run) -> np.ndarray:
    return np.flatnonzero([picture.positive and picture.side != "train" for picture in run.pictures])


def test_pictures_without_a_part_that_are_answered_wrong_are_found(faint: Run) -> None:
    gone = np.flatnonzero(part_states(faint).of(0, PartState.ABSENT))
    own = _own(faint).tolist()
    run = with_answers(faint, {i: 0.1 if i in gone else 0.9 for i in own})
    first, *others = suggested_slices(run)

    assert slice_text(first.slice) == "part 1 absent"
    assert first.found
    assert first.corrected < 0.001
    assert first.accuracy.difference.mean == pytest.approx(-1)
    assert not any(other.found for other in others)


def test_mistakes_that_have_nothing_to_do_with_parts_are_no_findings(faint: Run, tmp_path: Path) -> None:
    own, random, found = _own(faint), np.random.default_rng(0), 0
    for number in range(30):
        wrong = random.permutation(own)[: len(own) // 4]
        values = {i: 0.1 if i in wrong else 0.9 for i in own.tolist()}
        run = replace(faint, path=tmp_path / str(number) / "run")
        (run.path / "maps").parent.mkdir(parents=True)
        (run.path / "maps").symlink_to(faint.path / "maps")
        (run.path / "answers").symlink_to(faint.path / "answers")
        found += any(one.found for one in suggested_slices(with_answers(run, values), pairs=True))

    assert found <= 3


def test_slices_of_few_pictures_are_not_looked_at(fake_run: Run) -> None:
    assert all(not one.accuracy.small for one in suggested_slices(fake_run, pairs=True))


def test_holm_multiplies_the_smallest_chance_most_and_keeps_the_order() -> None:
    assert holm(np.array([0.04, 0.01, 0.03, 0.9])).tolist() == pytest.approx([0.09, 0.04, 0.09, 0.9])
    assert len(holm(np.array([]))) == 0
