"""Saved slices in the report."""

from __future__ import annotations

from pathlib import Path

from icnn_engine.audit.saved_slices import FILE, SavedSlice, add_slice
from icnn_engine.report import write_report
from icnn_engine.report.facts import gather_facts
from icnn_engine.runs.run_folder import Run


def test_saved_slices_stand_in_a_table_of_both_reports(run: Run, tmp_path: Path) -> None:
    before = write_report(run, tmp_path / "before.html").read_text(encoding="utf-8")
    add_slice(run.path, SavedSlice("<no heads>", "part 1 absent or part 9 absent"))
    add_slice(run.path, SavedSlice("creatures", "category creature and part 1 present"))
    page = write_report(run, tmp_path / "report.html").read_text(encoding="utf-8")

    assert '<table class="slices">' not in before
    assert "<td>&lt;no heads&gt;</td>" in page
    assert "There is no part 9" in page
    assert "<td>category creature and part 1 present</td>" in page
    assert write_report(run, tmp_path / "report.pdf").stat().st_size > 1000


def test_a_damaged_file_of_slices_does_not_stop_a_report(run: Run) -> None:
    (run.path / FILE).write_text("not toml", encoding="utf-8")

    assert gather_facts(run).slices == ()
