"""What is not allowed, in the report."""

from __future__ import annotations

from pathlib import Path

from icnn_engine.report import write_report
from icnn_engine.report.forbidden_section import forbidden_section
from icnn_engine.runs.run_folder import Run
from tests.forbidden_runs import without_part_2


def test_both_reports_say_what_is_not_allowed(run: Run, tmp_path: Path) -> None:
    without = without_part_2(run)
    page = write_report(without, tmp_path / "report.html").read_text(encoding="utf-8")

    assert "<h2>What is not allowed</h2>" in page
    assert "<th>difference</th>" in page
    assert "<td>95.0 % [90.0 %, 100.0 %]</td>" in page
    assert write_report(without, tmp_path / "report.pdf").stat().st_size > 1000


def test_a_report_on_any_other_run_says_nothing_of_it(run: Run, tmp_path: Path) -> None:
    page = write_report(run, tmp_path / "report.html").read_text(encoding="utf-8")

    assert forbidden_section(run).rows == ()
    assert "not allowed" not in page
