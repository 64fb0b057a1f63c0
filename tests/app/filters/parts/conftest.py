"""The view of parts of a run that was just opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.page import FiltersPage
from app.filters.parts.parts_view import PartsView
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import empty_page
from tests.app.filters.parts.parts_page import show_run
from tests.fake_run import make_fake_run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A run of its own: names are written to it."""
    return make_fake_run(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, context: Context, run: Run) -> FiltersPage:
    made = empty_page(qtbot, context)
    show_run(qtbot, context, made, run)
    return made


@pytest.fixture
def parts(page: FiltersPage) -> PartsView:
    return page.views.parts
