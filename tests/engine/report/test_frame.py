"""Title and note that the author gives a report."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from icnn_engine import report
from icnn_engine.cli import main
from icnn_engine.report import ReportFrame, read_frame, write_frame
from icnn_engine.report.facts import gather_facts
from icnn_engine.report.paper import draw_pages
from icnn_engine.runs.run_folder import Run


def test_title_and_note_are_kept_in_the_run_folder_until_they_are_empty(run: Run) -> None:
    write_frame(run.path, ReportFrame(" For the \n board ", " First line\nsecond line \n"))
    kept = read_frame(run.path)
    write_frame(run.path, ReportFrame(" ", "\n"))

    assert kept == ReportFrame("For the board", "First line\nsecond line")
    assert read_frame(run.path) == ReportFrame()
    assert not (run.path / "report.toml").exists()


def test_a_damaged_file_counts_as_none(run: Run) -> None:
    (run.path / "report.toml").write_text("title = [", encoding="utf-8")

    assert read_frame(run.path) == ReportFrame()


def test_the_page_has_the_kept_title_and_note_escaped(run: Run, tmp_path: Path) -> None:
    write_frame(run.path, ReportFrame("<b>Foxes</b>", "<script>alert(1)</script>\n& more"))
    page = report.write_report(run, tmp_path / "why.html").read_text(encoding="utf-8")

    assert "<h1>&lt;b&gt;Foxes&lt;/b&gt;</h1>" in page
    assert '<p class="note">&lt;script&gt;alert(1)&lt;/script&gt;\n&amp; more</p>' in page


def test_without_them_the_report_has_its_own_title_and_no_note(run: Run, tmp_path: Path) -> None:
    page = report.write_report(run, tmp_path / "why.html").read_text(encoding="utf-8")

    assert "<h1></h1>" not in page
    assert '<p class="note">' not in page


def test_the_pdf_has_them_too(run: Run, tmp_path: Path) -> None:
    path = report.write_report(run, tmp_path / "why.pdf", frame=ReportFrame("Foxes $x$", "One line\nand another"))

    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        assert "Foxes $x$" in text
        assert "and another" in text


def test_the_command_has_options_of_the_same_names(run: Run, tmp_path: Path) -> None:
    write_frame(run.path, ReportFrame("Kept title", "Kept note"))
    status = main(["report", str(run.path), "--output", str(tmp_path / "why.html"), "--title", "Another title"])
    page = (tmp_path / "why.html").read_text(encoding="utf-8")

    assert status == 0
    assert "<h1>Another title</h1>" in page
    assert "Kept note" in page


def test_the_pages_can_be_drawn_as_pictures(run: Run, tmp_path: Path) -> None:
    pages = draw_pages(gather_facts(run), tmp_path, ReportFrame("A title"), 40)

    assert [page.name for page in pages] == ["page-1.png"]
    assert pages[0].read_bytes().startswith(b"\x89PNG")
