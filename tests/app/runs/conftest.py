"""Runs, and a Runs page that lists them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.runs.page import RunsPage
from icnn_engine.core.config import from_toml, to_toml
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("app.runs.page.runs_folder", lambda: tmp_path / "runs")
    return tmp_path / "runs"


@pytest.fixture
def run(tmp_path: Path, place: Path) -> Run:
    made = make_fake_run(tmp_path)
    assert made.path.parent == place
    return made


@pytest.fixture
def other(run: Run) -> Path:
    """The same run with another seed, made a day later."""
    path = run.path.with_name("20300101-000000-again")
    shutil.copytree(run.path, path)
    info = from_toml((path / "run.toml").read_text(encoding="utf-8"))
    info["settings"]["seed"] = 7
    info["made"] = "2030-01-01T00:00:00"
    (path / "run.toml").write_text(to_toml(info), encoding="utf-8")
    return path


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> RunsPage:
    made = RunsPage(context)
    qtbot.addWidget(made)
    made.resize(1250, 800)
    made.show()
    return made
