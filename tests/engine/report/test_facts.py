"""Facts of a report: accuracy and mistakes."""

from __future__ import annotations

import pytest

from icnn_engine.report.facts import gather_facts
from icnn_engine.report.words import report_text
from icnn_engine.runs.run_folder import Run
from tests.fake_run import held_out, with_answers


def kept_aside(run: Run, label: int) -> list[int]:
    return [i for i, p in enumerate(run.pictures) if p.side == "test" and p.label == label]


def answered(run: Run, wrong: list[int]) -> Run:
    """All answers sure and right but for some creatures that are missed."""
    sure = dict.fromkeys(held_out(run, 0), 0.99) | dict.fromkeys(held_out(run, -1), 0.01)
    return with_answers(run, sure | dict.fromkeys(wrong, 0.2))


def test_the_accuracy_counts_the_test_pictures_and_lies_in_its_interval(run: Run) -> None:
    creatures, others = kept_aside(run, 0), kept_aside(run, -1)
    found = gather_facts(answered(run, creatures[:1])).accuracy

    assert (found.right, found.tested) == (len(creatures) + len(others) - 1, len(creatures) + len(others))
    assert found.own.mean == pytest.approx((1 - 1 / len(creatures) + 1) / 2)
    assert found.own.low < found.own.mean < found.own.high <= 1


def test_without_any_mistake_the_interval_still_leaves_room_for_one(run: Run) -> None:
    found = gather_facts(answered(run, []))

    assert found.accuracy.own.low < found.accuracy.own.mean == 1
    assert found.mistakes == ()
    assert "None of the" in report_text(found).wrong


def test_mistakes_say_what_was_shown_what_was_said_and_how_surely(run: Run) -> None:
    missed = kept_aside(run, 0)[0]
    found = gather_facts(answered(run, [missed]))

    assert [(m.name, m.shows, m.answer) for m in found.mistakes] == [(run.pictures[missed].name, "creature", "")]
    assert found.mistakes[0].probability == pytest.approx(0.8)
    assert report_text(found).mistakes == ("It said: none of these (80 % sure). Right: creature.",)
