"""The verdict on a run in numbers."""

from __future__ import annotations

from dataclasses import replace
from math import isnan, nan
from pathlib import Path

import pytest

from icnn_engine.inspection.run_verdict import RunVerdict, parts_count, run_verdict
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run, with_answers


@pytest.fixture
def large(tmp_path: Path) -> Run:
    """A run with 24 and 16 test pictures."""
    return make_fake_run(tmp_path, pictures=160)


def answered(run: Run, wrong: int = 0) -> RunVerdict:
    """The verdict if all answers were right but those to so many test pictures of the category."""
    sure = {i: 0.99 if picture.positive else 0.01 for i, picture in enumerate(run.pictures)}
    test = [i for i, picture in enumerate(run.pictures) if picture.side == "test" and picture.positive]
    return run_verdict(with_answers(run, sure | dict.fromkeys(test[:wrong], 0.1)))


def test_the_accuracy_is_of_the_test_pictures_each_kind_counting_alike(large: Run) -> None:
    found = answered(large, 6).accuracy

    assert (found.right, found.tested, found.fewest) == (34, 40, 16)
    assert found.own.mean == pytest.approx((18 / 24 + 1) / 2)
    assert found.own.low < found.own.mean < found.own.high <= 1
    assert found.guessing == 0.5


def test_without_any_mistake_the_interval_still_leaves_room_for_one(large: Run) -> None:
    found = answered(large).accuracy

    assert found.own.low < found.own.mean == 1


def test_a_loss_is_told_by_the_interval_of_the_paired_difference(large: Run) -> None:
    lost = answered(large, 12)

    assert lost.accuracy.difference.high < 0
    assert lost.loses


def test_one_mistake_more_is_no_loss(large: Run) -> None:
    close = answered(large, 1)

    assert close.accuracy.difference.mean < 0
    assert not close.loses


def test_few_test_pictures_give_no_verdict_on_the_accuracy(fake_run: Run) -> None:
    found = run_verdict(fake_run)

    assert found.accuracy.fewest == 4
    assert not found.accuracy.known
    assert not found.loses


def test_the_gain_is_each_filters_lowest_test_against_the_twins(fake_run: Run) -> None:
    found = run_verdict(fake_run).keeping
    own = [min(f.equivariance, f.mirror, f.transplant) for f in fake_run.filters if not f.dead]

    assert found.own.mean == pytest.approx(sum(own) / len(own))
    assert found.difference.mean == pytest.approx(found.own.mean - found.twin.mean)
    assert found.own.low < found.own.mean < found.own.high
    assert run_verdict(fake_run).gains


def test_filters_alike_in_both_networks_are_no_gain(fake_run: Run) -> None:
    alike = replace(fake_run, twin_filters=fake_run.filters)

    assert not run_verdict(alike).gains


def test_filters_tested_on_too_few_pictures_give_no_gain(fake_run: Run) -> None:
    few = replace(fake_run, filters=tuple(replace(f, eligible=4) for f in fake_run.filters))

    assert not run_verdict(few).keeping.known
    assert not run_verdict(few).gains


def test_a_run_of_an_earlier_version_without_test_pictures_or_answers_has_a_verdict(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path)
    untested = {"eligible": -1, "mirror": nan, "transplant": nan, "holds": False}
    old = replace(
        run,
        path=tmp_path / "gone",
        filters=tuple(replace(f, **untested) for f in run.filters),
        pictures=tuple(replace(p, side="train") for p in run.pictures),
        table={},
    )
    found = run_verdict(old)

    assert (found.accuracy.tested, found.parts, parts_count(old)) == (0, 0, None)
    assert isnan(run_verdict(replace(run, path=tmp_path / "none")).accuracy.own.mean)
    assert not found.gains


def test_the_number_of_parts_is_that_of_the_groups(fake_run: Run) -> None:
    assert (run_verdict(fake_run).parts, parts_count(fake_run), run_verdict(fake_run).holding) == (3, 3, 13)
