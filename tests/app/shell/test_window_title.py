"""The window's title and its chips: short names, once each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.shell.main_window import MainWindow
from icnn_engine.core.annotations import Folder
from icnn_engine.runs.run_folder import Run


def test_a_run_is_called_without_its_date_and_its_tool_tip_has_all(window: MainWindow, fake_run: Run) -> None:
    window.context.session.set_run(fake_run)

    assert window.header.run.accessibleName() == fake_run.short_name == "creature"
    assert fake_run.path.name in window.header.run.toolTip()
    assert fake_run.path.name not in window.windowTitle()


def test_a_folder_and_a_run_of_the_same_name_are_named_once(window: MainWindow, fake_run: Run, tmp_path: Path) -> None:
    session = window.context.session
    session.set_folder(Folder(tmp_path / "creature", (), (), ()))
    session.set_run(replace(fake_run, info=fake_run.info | {"data": {"folder": str(tmp_path / "creature")}}))

    assert window.windowTitle().count("creature") == 1
