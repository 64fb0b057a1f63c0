"""Report as PDF."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from icnn_engine import report
from icnn_engine.report import paper
from icnn_engine.report.facts import gather_facts
from icnn_engine.report.parts import Worth
from icnn_engine.report.words import report_text
from icnn_engine.runs.run_folder import Run
from tests.engine.report.test_facts import answered, kept_aside


def test_six_parts_with_all_their_sentences_fit_on_one_page(run: Run) -> None:
    found = gather_facts(answered(run, kept_aside(run, 0)[:2]))
    full = [replace(part, worth=Worth(2, -0.1, 40, 50)) for part in found.parts]
    crowded = replace(found, parts=(*full, *full))

    assert len(paper.lay_out(crowded, report_text(crowded))) == 1


def test_the_pdf_holds_its_words_as_text_with_their_fonts(run: Run, tmp_path: Path) -> None:
    path = report.write_report(run, tmp_path / "why.pdf")
    data = path.read_bytes()

    assert data.startswith(b"%PDF")
    assert b"/FontFile2" in data  # TrueType, embedded
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        assert "What this report cannot tell" in text
