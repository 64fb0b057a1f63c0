"""The Review page with a run of its own whose insects look like creatures, so that they are suspects."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.review.page import ReviewPage
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run

LONG = 20_000  # ms; the machine may be busy


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path, pictures=60, several=True)


@pytest.fixture
def empty_page(qtbot: QtBot, context: Context) -> ReviewPage:
    made = ReviewPage(context)
    qtbot.addWidget(made, before_close_func=lambda _page: context.shut_down())
    made.resize(1200, 620)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def page(qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage) -> ReviewPage:
    context.session.set_run(run)
    qtbot.waitUntil(lambda: empty_page.suspects.list.pictures.rowCount() > 0, timeout=LONG)
    return empty_page
