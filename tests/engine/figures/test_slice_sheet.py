"""The contact sheet of a slice."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.errors import SettingsError
from icnn_engine.figures.slice_sheet import slice_sheet
from icnn_engine.runs.run_folder import Run


def test_the_sheet_marks_peaks_and_tells_answers(own_run: Run, tmp_path: Path) -> None:
    path = slice_sheet(own_run, [0, 1, 2], [0, 2], tmp_path / "sheet.svg", "part 1 absent")
    told = path.read_text(encoding="utf-8")

    assert "part 1 absent" in told
    assert "3 of 3 pictures" in told
    assert told.count("<image") == 3
    assert "Ring: where the part" in told


def test_a_slice_without_pictures_or_parts_is_drawn_too(own_run: Run, tmp_path: Path) -> None:
    told = slice_sheet(own_run, [], [], tmp_path / "sheet.svg", "wrong").read_text(encoding="utf-8")

    assert "0 of 0 pictures" in told
    assert "Ring" not in told


def test_another_suffix_is_refused(own_run: Run, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="figure is written as"):
        slice_sheet(own_run, [0], [0], tmp_path / "sheet.gif", "")
