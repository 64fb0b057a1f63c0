"""Figures by the names of their kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.cli.run_arguments import KINDS
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.figures import FIGURE_KINDS, draw_figure, figure_name
from icnn_engine.runs.run_folder import Run


def test_the_command_line_has_the_same_kinds() -> None:
    assert KINDS == FIGURE_KINDS


def test_a_figure_of_a_filter_is_named_after_it(fake_run: Run) -> None:
    names = [figure_name(fake_run, kind) for kind in FIGURE_KINDS]

    assert [name.split("-")[0] for name in names] == list(FIGURE_KINDS)
    assert figure_name(fake_run, "positions", 7) == "positions-filter-007"
    assert figure_name(fake_run, "filter", 7) == "filter-007"


def test_stages_of_a_named_picture_are_drawn_and_unknown_names_are_refused(fake_run: Run, tmp_path: Path) -> None:
    name = Path(fake_run.pictures[1].name).name

    assert draw_figure(fake_run, "stages", tmp_path / "stages.png", 2, name, dpi=40).is_file()
    with pytest.raises(RunError, match="no picture cat"):
        draw_figure(fake_run, "stages", tmp_path / "cat.png", picture="cat.jpg")
    with pytest.raises(SettingsError, match="no filter -1"):
        draw_figure(fake_run, "filter", tmp_path / "filter.png", -1)
    assert not (tmp_path / "cat.png").exists()
