"""What tests of the Filters page share: networks that answer at once, and how the page is opened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.engine import EngineState
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from app.widgets.pictures.picture_view import PictureView
from app.widgets.pictures.viewport import point_of
from icnn_engine.inspection.explainer import AnswerSum
from icnn_engine.inspection.look import Look, look_at
from icnn_engine.inspection.stages import CamStages, cam_stages
from icnn_engine.runs.run_folder import Run


class FakeExplainer:
    """Answers at once, without networks."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def explain(self, pixels: np.ndarray, title: str, _is_region: bool = False) -> Look:
        known = look_at(self.run, 0)
        return replace(known, title=title, pixels=pixels, picture=None, answer=0.25, answers=np.array([0.25]))

    def sum_of(self, _look: Look) -> AnswerSum:
        """Part 1 adds 3, the filters of no part take 0.5 away."""
        adds = np.zeros(len(self.run.filters))
        adds[0], adds[13] = 3.0, -0.5
        return AnswerSum(2.0, -0.5, adds)

    def cam_stages(self, look: Look) -> CamStages:
        """CAM as the sum of four maps of which the second counts against."""
        shares = np.array([0.5, -0.25, 0.25, 0.5], np.float32)
        return cam_stages(np.stack([look.cam] * 4), shares)

    def switched(self, pictures: np.ndarray, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        """Without masks nothing is recognised; without filters the first picture is not."""
        given = np.array(self.run.answers()[pictures])
        given[: len(pictures) if not masks else bool(off)] = 0.1
        return given

    def log_odds_of(self, _look: Look, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        return np.full(len(self.run.categories), 2.0 - len(off) - 1.5 * (not masks))


def empty_page(qtbot: QtBot, context: Context, width: int = 1400) -> FiltersPage:
    """The page without a run, on show."""
    page = FiltersPage(context)
    qtbot.addWidget(page)
    page.resize(width, 1000)
    page.show()
    return page


def made_page(qtbot: QtBot, context: Context, run: Run) -> FiltersPage:
    """The page with a run open, on show."""
    page = empty_page(qtbot, context, 1500)
    open_page(qtbot, context, run)
    return page


def open_page(qtbot: QtBot, context: Context, run: Run) -> None:
    """Open a run and look at its first filter."""
    context.session.set_run(run)
    qtbot.waitUntil(lambda: context.session.look is not None)
    context.requests.filter.emit(context.session.filter)


def settle(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: not context.lane.busy("scene"))


def be_ready(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the engine were loaded."""
    monkeypatch.setattr(context.engine, "state", EngineState.READY)
    context.engine.changed.emit(EngineState.READY)


def show_view(qtbot: QtBot, page: FiltersPage, view: FilterView) -> None:
    qtbot.mouseClick(page.views.buttons.button(view), Qt.MouseButton.LeftButton)


def click(qtbot: QtBot, table: QAbstractItemView, index: QModelIndex) -> None:
    middle = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def move(widget: QWidget, at: QPointF) -> None:
    """Move the mouse over a widget at once: no layout comes between, which would give it another size."""
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, moved)


def point(view: PictureView, x: float, y: float) -> None:
    """Move the mouse over a place of a picture, in shares of its width and height."""
    move(view, point_of(view.picture_rect(), x, y))
