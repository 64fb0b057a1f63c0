"""Sheet of crops in which a part looks alike."""

from pathlib import Path

import pytest

from icnn_engine import figures
from icnn_engine.audit.alike import AlikeElsewhere, alike
from icnn_engine.core.errors import SettingsError
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.found_objects import geometry_in
from icnn_engine.runs.run_folder import Run


def test_every_picture_is_drawn_with_its_name_and_likeness(fake_run: Run, tmp_path: Path) -> None:
    found = alike(fake_run, 0, 0, 7)
    there = AlikeElsewhere(fake_run.picture_path(1), "there.jpg", (3, 4), 0.5, geometry_in(fake_run, 1))
    page = figures.alike_sheet(fake_run, look_at(fake_run, 0), 0, [*found, there], tmp_path / "alike.svg", dpi=40)
    text = page.read_text(encoding="utf-8")

    assert text.count("<image") == 2 * 9
    assert "0.50 there.jpg" in text
    assert f"Most alike to part 1, filter 0 in {fake_run.pictures[0].name}" in text


def test_another_suffix_is_refused_before_anything_is_read(fake_run: Run, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"alike\.gif"):
        figures.alike_sheet(fake_run, look_at(fake_run, 0), 0, [], tmp_path / "alike.gif")
