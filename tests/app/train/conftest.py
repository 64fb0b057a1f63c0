"""Fixtures of the Train page."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.train.page import TrainPage
from icnn_engine.runs.run_folder import Run
from tests.app.train.train_page import FakeTraining, open_page, pretend


@pytest.fixture
def fake(fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> FakeTraining:
    return pretend(fake_run, monkeypatch)


@pytest.fixture
def page(qtbot: QtBot, context: Context, fake: FakeTraining) -> TrainPage:
    assert not fake.closed
    return open_page(qtbot, context)
