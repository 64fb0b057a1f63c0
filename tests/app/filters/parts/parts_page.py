"""How the view of parts is filled in tests."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.page import FiltersPage
from icnn_engine.runs.run_folder import Run


def show_run(qtbot: QtBot, context: Context, page: FiltersPage, run: Run) -> None:
    """Open a run and wait for its parts."""
    context.session.set_run(run)
    settle_parts(qtbot, context)
    assert page.views.parts.cards


def settle_parts(qtbot: QtBot, context: Context) -> None:
    keys = ("parts", "parts picture", "parts best", "naming", "scene")
    qtbot.waitUntil(lambda: not any(context.lane.busy(key) for key in keys))
