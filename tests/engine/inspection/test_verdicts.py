"""In words: which tests a filter fails, and what it reached in each."""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest

from icnn_engine.inspection import verdicts
from icnn_engine.inspection.verdicts import closest_filters, failed_tests, not_judged, reached, verdict
from icnn_engine.metrics import PartTests
from icnn_engine.runs.run_folder import Run, RunFilter


@pytest.fixture
def holding(fake_run: Run) -> RunFilter:
    return fake_run.filters[0]


def failing(one: RunFilter, **reached_: float) -> RunFilter:
    return replace(one, holds=False, group=-1, **reached_)  # type: ignore[arg-type]


def test_the_filters_of_a_run_reach_the_marks_by_which_they_hold(fake_run: Run) -> None:
    found = verdicts.tests_of(fake_run.filters)

    assert isinstance(found, PartTests)
    assert found.holds().tolist() == [one.holds for one in fake_run.filters]


@pytest.mark.parametrize(
    ("reached_", "failed", "words"),
    [
        ({"equivariance": 0.7}, ("shift",), "fails: shift"),
        ({"slope": 1.3}, ("slope",), "fails: slope"),
        ({"mirror": 0.69, "transplant": nan}, ("mirror", "transplant"), "fails: mirror, transplant"),
        ({"scale": 0.4, "kept": nan}, ("scale",), "fails: enlarged"),
        ({"scale": 0.4, "kept": 0.4}, ("scale", "grounding"), "fails: enlarged, grounding"),
        ({"kept": nan}, ("grounding",), "fails: grounding"),
        ({"random_kept": 0.6}, ("grounding",), "fails: grounding"),
        ({"eligible": 4, "mirror": 0.1}, ("eligible", "mirror"), "too few pictures"),
        ({"partner": 3}, ("mirror",), "swaps places with filter 3"),
        ({"dead": True, "eligible": 0}, ("eligible",), "never fires"),
    ],
)
def test_what_a_filter_fails_is_named(
    holding: RunFilter, reached_: dict[str, float], failed: tuple[str, ...], words: str
) -> None:
    one = failing(holding, **reached_)

    assert failed_tests(one) == failed
    assert verdict(one) == words


def test_of_a_filter_that_holds_or_was_not_judged_no_failure_is_told(holding: RunFilter) -> None:
    old = failing(holding, eligible=-1)

    assert (failed_tests(holding), verdict(holding)) == ((), "")
    assert (failed_tests(old), verdict(old), reached(old)) == ((), "", ())


def test_every_test_is_told_with_its_mark_and_whether_it_was_passed(holding: RunFilter) -> None:
    found = {one.test: one for one in reached(failing(holding, mirror=0.3, kept=nan))}

    assert (found["shift"].mark, found["shift"].passed) == ("0.8 or more", True)
    assert (found["slope"].mark, found["mirror"].passed) == ("0.8 to 1.2", False)
    assert found["kept by the crop"].passed is None
    assert len(found) == 8


def test_filters_that_fail_the_fewest_tests_come_first_and_the_dead_are_left_out(fake_run: Run) -> None:
    first = failing(fake_run.filters[0], mirror=0.1, scale=0.1, kept=0.1)
    found = closest_filters((first, *fake_run.filters[1:]))

    assert found[-1] in (13, 14)
    assert found.index(0) == 12
    assert 15 not in found


def test_only_a_run_of_an_earlier_version_is_said_not_to_be_tested(fake_run: Run) -> None:
    old = replace(fake_run, twin_filters=tuple(replace(f, eligible=-1) for f in fake_run.twin_filters))

    assert not_judged(fake_run) == ()
    assert f"partscope measure {fake_run.name}" in not_judged(old)[0]
