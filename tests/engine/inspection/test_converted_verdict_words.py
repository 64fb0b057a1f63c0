from __future__ import annotations

from dataclasses import astuple, replace

import pytest

from icnn_engine.inspection.conversion_words import conversion_lines
from icnn_engine.inspection.run_verdict import RunVerdict, run_verdict
from icnn_engine.inspection.verdict_lines import verdict_lines
from icnn_engine.inspection.verdict_words import verdict_sentences
from icnn_engine.metrics import Interval
from icnn_engine.runs.run_folder import Run
from tests.own_network import as_converted


@pytest.fixture
def verdict(fake_run: Run) -> RunVerdict:
    return run_verdict(as_converted(fake_run))


def test_a_converted_network_stands_beside_the_original_and_no_twin_is_named(verdict: RunVerdict) -> None:
    told = " ".join(astuple(verdict_sentences(verdict)))

    assert "twin" not in told
    assert "The original is your network as it was before the conversion" in told
    assert "is not known here" in told


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.1, 0.3, "Its filters keep to one place of the object 60 times in 100, the original's 40."),
        (-0.3, -0.1, "nothing is gained"),
        (-0.1, 0.1, "no clear difference"),
    ],
)
def test_the_gain_is_that_over_the_original(verdict: RunVerdict, low: float, high: float, words: str) -> None:
    keeping = replace(
        verdict.keeping,
        own=Interval(0.6, 0.5, 0.7),
        twin=Interval(0.4, 0.3, 0.5),
        difference=Interval(0, low, high),
        known=True,
    )

    assert words in verdict_sentences(replace(verdict, keeping=keeping)).gain


@pytest.mark.parametrize(
    ("low", "high", "fewest", "words"),
    [
        (-0.3, -0.1, 40, "accuracy is lost"),
        (0.1, 0.3, 40, "more often"),
        (-0.1, 0.1, 40, "no clear difference"),
        (-0.1, 0.1, 3, "Too few test pictures to tell whether it is right as often as the original (3)."),
    ],
)
def test_the_price_is_what_the_original_answers_better(
    verdict: RunVerdict, low: float, high: float, fewest: int, words: str
) -> None:
    accuracy = replace(verdict.accuracy, difference=Interval(0, low, high), fewest=fewest)

    assert words in verdict_sentences(replace(verdict, accuracy=accuracy)).price


def test_what_the_conversion_changed_ends_the_verdict(fake_run: Run) -> None:
    run = as_converted(fake_run)

    assert verdict_lines(run)[-len(conversion_lines(run)) :] == conversion_lines(run)


def test_filters_that_fell_silent_are_counted(fake_run: Run) -> None:
    run = as_converted(fake_run)
    before = sum(one.dead for one in run.filters)
    alive = [one.index for one in run.filters if not one.dead][:2]
    silent = replace(run, filters=tuple(replace(f, dead=f.dead or f.index in alive) for f in run.filters))
    silent = replace(silent, twin_filters=tuple(replace(f, dead=False) for f in run.twin_filters))

    assert f"converted {before + 2}." in conversion_lines(silent)[-1]
    assert len(conversion_lines(silent)) == 6
