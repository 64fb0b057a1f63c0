"""Sentences of a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine import report
from icnn_engine.core.language import speaking
from icnn_engine.inspection.verdict_words import verdict_sentences
from icnn_engine.report.facts import gather_facts
from icnn_engine.report.words import report_text
from icnn_engine.runs.run_folder import Run


def test_the_limits_are_those_of_the_run(run: Run) -> None:
    found = gather_facts(run)
    plain = " ".join(report_text(found).limits)
    leaky = run.settings.model_copy(update={"split": "released"})
    shuffled = replace(run, settings=leaky, info={**run.info, "background": "shuffled"}, table={})
    odd = replace(found, run=shuffled)
    told = " ".join(report_text(odd).limits)

    assert "pieces mixed up" not in plain
    assert all(words in told for words in ("pieces mixed up", "copies of training pictures", "Nobody has marked"))


def test_it_leads_with_the_gain_then_the_price_in_the_words_of_the_window(run: Run) -> None:
    found = gather_facts(run)
    sentences = verdict_sentences(found.verdict)

    assert report_text(found).short == (sentences.gain, sentences.price, sentences.parts)


def test_a_report_is_written_in_the_language_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "icnn_engine.core.language._catalogue", lambda _code: {("Report", "What it looks at"): "보는 것"}
    )
    page = report.write_report(run, tmp_path / "why.html", "ko").read_text(encoding="utf-8")
    with speaking("ko"):
        heading = report_text(gather_facts(run)).parts_heading

    assert heading == "보는 것"
    assert '<html lang="ko">' in page
    assert "<h2>보는 것</h2>" in page


def test_the_short_version_says_which_filter_finds_the_marked_boxes(run: Run) -> None:
    table = run.table | {"box_filter": 0.0, "box_tested": 10.0, "box_found": 0.8, "box_found_random": 0.1}
    short = report_text(gather_facts(replace(run, table=table))).short

    assert "Part 1 (its filter 0) peaks on the marked box, or at most one cell beside it, in 8 of 10 test" in short[-1]
    assert not any("marked box" in sentence for sentence in report_text(gather_facts(run)).short)
