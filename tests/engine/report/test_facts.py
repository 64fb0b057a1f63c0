"""Facts of a report: accuracy and mistakes."""

from __future__ import annotations

from dataclasses import replace

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


def test_without_any_mistake_the_report_says_so(run: Run) -> None:
    found = gather_facts(answered(run, []))

    assert found.mistakes == ()
    assert report_text(found).wrong == "No test picture was answered wrong."


def test_a_run_without_test_pictures_still_has_a_report(run: Run) -> None:
    pictures = tuple(replace(one, side="choose") if one.side == "test" else one for one in run.pictures)
    told = report_text(gather_facts(replace(run, pictures=pictures)))

    assert "no test pictures were kept aside" in told.short[1]
    assert told.bars == ()
    assert told.wrong == "Its answers to test pictures are not known."


def test_mistakes_say_what_was_shown_what_was_said_and_how_surely(run: Run) -> None:
    missed = kept_aside(run, 0)[0]
    found = gather_facts(answered(run, [missed]))

    assert [(m.name, m.shows, m.answer) for m in found.mistakes] == [(run.pictures[missed].name, "creature", "")]
    assert found.mistakes[0].probability == pytest.approx(0.8)
    assert report_text(found).mistakes == ("It said: no creature (80 % sure). Right: creature.",)
