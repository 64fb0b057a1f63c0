"""Which answers were wrong or unsure, and which parts were seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from icnn_engine.inspection.predictions import (
    Answered,
    answered,
    confused,
    parts_seen,
    right_like,
    usual_peak,
    worth_a_look,
)
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.run_folder import Run
from tests.fake_run import KINDS, held_out, make_fake_run, with_answers


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path)


def test_one_yes_or_no_is_wrong_beyond_a_half_and_unsure_near_it(run: Run) -> None:
    wrong, unsure, sure, *_ = held_out(run, 0)
    ghost = held_out(run, BACKGROUND)[0]
    found = {a.picture: a for a in answered(with_answers(run, {wrong: 0.1, unsure: 0.6, sure: 0.95, ghost: 0.8}))}

    assert found[wrong] == Answered(wrong, 0, BACKGROUND, pytest.approx(0.9), pytest.approx(0.8))
    assert (found[unsure].right, found[unsure].unsure) == (True, True)
    assert (found[sure].right, found[sure].unsure) == (True, False)
    assert (found[ghost].named, found[ghost].probability) == (0, pytest.approx(0.8))
    assert all(run.pictures[i].side != "train" for i in found)


def test_wrong_answers_come_first_the_surest_of_them_first(run: Run) -> None:
    first, second, close, *_ = held_out(run, 0)
    sure = dict.fromkeys(held_out(run, 0), 0.99) | dict.fromkeys(held_out(run, BACKGROUND), 0.01)
    other = with_answers(run, sure | {first: 0.4, second: 0.05, close: 0.52})
    order = [a.picture for a in worth_a_look(answered(other))]

    assert order == [second, first, close]


def test_the_confusion_counts_what_was_named_where(run: Run) -> None:
    wrong = held_out(run, 0)[0]
    counts = confused(run, answered(with_answers(run, {wrong: 0.1}))).counts

    assert counts.sum() == sum(p.side != "train" for p in run.pictures)
    assert counts[0, -1] >= 1


def test_beside_a_wrong_answer_stands_a_right_one_of_the_same_kind(run: Run) -> None:
    wrong = held_out(run, 0)[0]
    other = with_answers(run, dict.fromkeys(held_out(run, 0), 0.99) | {wrong: 0.1})
    answers = answered(other)
    found = right_like(other, next(a for a in answers if a.picture == wrong), answers)
    nothing = right_like(other, answers[0], ())

    assert found is not None
    assert found != wrong
    assert run.pictures[found].label == 0
    assert nothing is None


def test_parts_seen_are_told_against_their_usual_peak(run: Run) -> None:
    picture = held_out(run, 0)[0]
    seen = parts_seen(run, picture)
    head = seen[0]
    own = [i for i, p in enumerate(run.pictures) if p.label == 0]

    assert [part.group for part in seen] == [0, 1, 2]
    assert KINDS[head.filter] == "head"
    assert head.strength == run.maps()[picture, head.filter].max()
    assert usual_peak(run, head.filter) == pytest.approx(np.median(run.maps()[own, head.filter].max((1, 2))), rel=1e-3)
    assert head.share == pytest.approx(head.strength / usual_peak(run, head.filter))


def test_with_several_categories_only_the_parts_of_one_are_told(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path, several=True)
    seen = parts_seen(run, 0, 1)

    assert {run.filters[part.filter].category for part in seen} == {1}
    assert len(seen) < len(parts_seen(run, 0))
