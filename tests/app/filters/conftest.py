"""Fixtures of the Filters page: networks that answer at once, and the page with a run open."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.page import FiltersPage
from app.widgets.pictures.compute_scene import SceneMaker
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer, made_page


@pytest.fixture(autouse=True)
def explainer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SceneMaker, "_of", lambda _self, run: FakeExplainer(run))


@pytest.fixture
def run(fake_run: Run) -> Run:
    return fake_run


@pytest.fixture
def page(qtbot: QtBot, context: Context, run: Run) -> FiltersPage:
    return made_page(qtbot, context, run)
