"""The Measure page of a run whose answer does without a part."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.measure.page import MeasurePage
from icnn_engine.runs.run_folder import Run
from tests.forbidden_runs import without_part_2


def test_both_answers_stand_side_by_side(page: MeasurePage, context: Context, own_run: Run) -> None:
    context.session.set_run(own_run)
    before = page.forbidden.isVisible()
    context.session.set_run(without_part_2(own_run))
    texts = [cell.text().replace("\u00a0", " ") for cell in page.forbidden.cells]

    assert not before
    assert page.findChild(QFrame, "forbidden_card").isVisible()  # type: ignore[union-attr]
    assert "Part 2 is not allowed" in page.forbidden.told.text()
    assert texts[1:4] == ["before", "after", "difference"]
    assert texts[4:7] == ["Balanced accuracy, 10 test pictures", "95.0 % [90.0 %, 100.0 %]", "90.0 % [80.0 %, 95.0 %]"]


def test_a_new_name_of_a_part_is_shown_at_once(page: MeasurePage, context: Context, own_run: Run) -> None:
    context.session.set_run(without_part_2(own_run))
    context.notes.name((own_run.filters[0].network, "part", 0), "head")

    assert "Added to the logit by head" in [cell.text() for cell in page.forbidden.cells]


def test_the_run_before_is_opened_or_it_says_that_it_is_gone(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, said: list[Message]
) -> None:
    opened: list[Path] = []
    context.requests.open.connect(opened.append)
    context.session.set_run(without_part_2(own_run))
    back = page.findChild(QPushButton, "open_run_before")
    assert isinstance(back, QPushButton)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    shutil.rmtree(own_run.path)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)

    assert opened == [own_run.path]
    assert "no longer beside" in said[-1].text
