"""Sentences of a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine import report
from icnn_engine.core.language import speaking
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

    assert f"only {found.accuracy.fewest} were tested" in plain
    assert "pieces mixed up" not in plain
    assert all(words in told for words in ("pieces mixed up", "copies of training pictures", "Nobody has marked"))


def test_a_difference_from_the_ordinary_network_is_claimed_only_by_its_interval(run: Run) -> None:
    found = gather_facts(run)
    close = replace(found.accuracy, difference=replace(found.accuracy.difference, mean=-0.01, low=-0.03, high=0.01))
    lost = replace(found.accuracy, difference=replace(found.accuracy.difference, mean=-0.05, low=-0.08, high=-0.02))

    assert "no clear difference" in report_text(replace(found, accuracy=close)).short[-1]
    assert "is right more often: by 5.0 points" in report_text(replace(found, accuracy=lost)).short[-1]


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
