"""Report as one HTML page, and its command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from icnn_engine import report
from icnn_engine.cli import main
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.engine.report.test_facts import kept_aside
from tests.fake_run import make_fake_run, with_answers

OWN = NetworkName.INTERPRETABLE


def test_the_page_stands_alone_and_what_the_user_wrote_cannot_break_it(run: Run, tmp_path: Path) -> None:
    write_notes(run.path, Notes({(OWN, "part", 0): Note("<script>alert(1)</script> & ears")}))
    page = report.write_report(run, tmp_path / "why.html").read_text(encoding="utf-8")

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; ears" in page
    assert set(re.findall(r'(?:src|href)="(.{11})', page)) == {"data:image/j"[:11]}
    assert page.count("<img") >= 3 * 5
    assert page.count('alt=""') == 0


def test_what_is_gained_by_not_answering_is_said_and_drawn_where_it_can_be_told(run: Run, tmp_path: Path) -> None:
    many = make_fake_run(tmp_path / "many", pictures=120)
    page = report.write_report(many, tmp_path / "many.html").read_text(encoding="utf-8")
    few = report.write_report(run, tmp_path / "few.html")

    assert "Answers about pictures that are unlike the training pictures should not be trusted:" in page
    assert page.count('class="coverage"') == 1
    assert 'class="coverage"' not in few.read_text(encoding="utf-8")


def test_a_picture_of_a_mistake_that_is_gone_is_said_to_be_gone(run: Run, tmp_path: Path) -> None:
    taken_for_one = kept_aside(run, -1)[0]
    changed = with_answers(run, {taken_for_one: 0.9})
    run.picture_path(taken_for_one).unlink()
    page = report.write_report(changed, tmp_path / "why.html").read_text(encoding="utf-8")

    assert "The picture is gone." in page


def test_another_kind_of_file_is_refused_with_what_to_do(run: Run, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"\.html or \.pdf"):
        report.write_report(run, tmp_path / "why.docx")

    assert not list(tmp_path.glob("why*"))


def test_the_command_writes_it_beside_the_run_or_where_it_is_told(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["report", str(run.path)]), main(["report", str(run.path), "--output", str(tmp_path / "a" / "b.pdf")])
    wrong = main(["report", str(run.path), "--language", "xx"])

    assert (*status, wrong) == (0, 0, 1)
    assert (run.path / "report.html").is_file()
    assert (tmp_path / "a" / "b.pdf").is_file()
    assert "There is no language xx" in capsys.readouterr().err
