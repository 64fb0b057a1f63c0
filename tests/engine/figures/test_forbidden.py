"""Before and after as a figure and as tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.core.errors import RunError
from icnn_engine.figures import forbidden_figure, forbidden_tables
from icnn_engine.runs.run_folder import Run
from tests.forbidden_runs import without_part_2


def test_the_figure_names_the_part_and_both_values(own_run: Run, tmp_path: Path) -> None:
    text = forbidden_figure(without_part_2(own_run), tmp_path / "f.svg").read_text(encoding="utf-8")

    assert "Before and after Part 2 was forbidden" in text
    for shown in ("40.0 %", "1.0 %", "other filters", "-0.50"):
        assert shown in text


def test_there_is_no_figure_and_no_table_where_everything_is_allowed(fake_run: Run, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="Nothing is forbidden"):
        forbidden_figure(fake_run, tmp_path / "f.png")

    assert forbidden_tables(fake_run) == {}
    assert not (tmp_path / "f.png").exists()


def test_export_writes_the_tables_of_such_a_run(own_run: Run, tmp_path: Path) -> None:
    code = main(["export", str(without_part_2(own_run).path), "--what", "tables", "--output", str(tmp_path / "out")])
    rows = list(csv.reader(io.StringIO((tmp_path / "out" / "forbidden.csv").read_text(encoding="utf-8"))))

    assert code == 0
    assert rows[0][1:] == ["before", "after", "difference"]
    assert rows[1][0] == "Balanced accuracy, 10 test pictures"
    assert "Part 2 is not allowed" in (tmp_path / "out" / "forbidden.md").read_text(encoding="utf-8")
    assert r"\toprule" in (tmp_path / "out" / "forbidden.tex").read_text(encoding="utf-8")
