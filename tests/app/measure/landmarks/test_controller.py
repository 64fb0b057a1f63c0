from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.landmarks.controller import LandmarkController
from app.measure.landmarks.landmark_panel import LandmarkPanel
from app.measure.page import MeasurePage
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.data.tables.marks import read_marks
from icnn_engine.runs.run_folder import Run
from tests.app.measure.landmarks.annotating import at, click, name_parts, now, share_of

Key, Button, No = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_marking_begins_by_naming_a_part(qtbot: QtBot, landmarks: LandmarkController, panel: LandmarkPanel) -> None:
    before = panel.view.prompt
    click(qtbot, panel, 0.5, 0.5)
    nothing = now(landmarks).marks.rows
    name_parts(panel, "head", "legs")

    assert "Name the first part" in before
    assert nothing == {}
    assert [panel.parts.item(row).text() for row in range(panel.parts.count())] == ["head", "legs"]
    assert panel.view.prompt == "Click: head"


def test_one_click_a_part_marks_it_and_the_next_picture_comes_by_itself(
    qtbot: QtBot, landmarks: LandmarkController, panel: LandmarkPanel
) -> None:
    name_parts(panel, "head", "legs")
    click(qtbot, panel, 0.3, 0.4)
    between = panel.view.prompt
    click(qtbot, panel, 0.6, 0.8)

    assert between == "Click: legs"
    assert share_of(landmarks, 0, "head") == pytest.approx((0.3, 0.4), abs=0.01)
    assert share_of(landmarks, 0, "legs") == pytest.approx((0.6, 0.8), abs=0.01)
    assert (now(landmarks).at, panel.view.prompt) == (1, "Click: head")
    assert panel.progress.text().startswith("1 of ")


def test_the_next_picture_is_decoded_before_it_is_wanted(
    qtbot: QtBot, landmarks: LandmarkController, panel: LandmarkPanel
) -> None:
    name_parts(panel, "head")
    qtbot.waitUntil(lambda: len(landmarks.pictures.images) >= 4)
    QTest.mouseClick(panel.view, Button.LeftButton, No, at(panel.view, 0.5, 0.5))

    assert now(landmarks).at == 1
    assert panel.view.has_picture


def test_going_on_by_itself_can_be_turned_off_and_stays_off(
    qtbot: QtBot, landmarks: LandmarkController, panel: LandmarkPanel, context: Context
) -> None:
    name_parts(panel, "head")
    panel.advance.click()
    click(qtbot, panel, 0.5, 0.5)

    assert now(landmarks).at == 0
    assert not LandmarkController(context).panel.advance.isChecked()


def test_delete_removes_a_mark_and_undo_brings_it_back(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head", "legs")
    click(qtbot, panel, 0.3, 0.4)
    QTest.keyClick(panel.view, Key.Key_1)
    QTest.keyClick(panel.view, Key.Key_Delete)
    removed = dict(now(landmarks).marks.of(now(landmarks).picture.name))
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)

    assert removed == {}
    assert share_of(landmarks, 0, "head") == pytest.approx((0.3, 0.4), abs=0.01)


def test_undo_goes_back_to_the_picture_it_concerns_and_redo_forward(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head")
    for x in (0.2, 0.4, 0.6):
        click(qtbot, panel, x, 0.5)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)
    back, left = now(landmarks).at, len(now(landmarks).marks.rows)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL | SHIFT)

    assert (back, left) == (1, 1)
    assert share_of(landmarks, 1, "head") == pytest.approx((0.4, 0.5), abs=0.01)


def test_correcting_a_picture_that_is_done_stays_at_it(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head")
    click(qtbot, panel, 0.3, 0.4)
    QTest.keyClick(panel.view, Key.Key_Left)
    click(qtbot, panel, 0.7, 0.7)

    assert now(landmarks).at == 0
    assert share_of(landmarks, 0, "head") == pytest.approx((0.7, 0.7), abs=0.01)


def test_marks_are_kept_as_they_are_made_and_measured_with(
    qtbot: QtBot, page: MeasurePage, panel: LandmarkPanel, context: Context, run: Run, measured: list[Path]
) -> None:
    name_parts(panel, "head")
    click(qtbot, panel, 0.5, 0.5)
    qtbot.waitUntil(lambda: "one more picture" in panel.measured.text())
    early = list(measured)
    click(qtbot, panel, 0.5, 0.5)
    qtbot.waitUntil(lambda: "2 marked pictures" in panel.measured.text(), timeout=30_000)
    after = context.session.run
    QTest.keyClick(panel.view, Key.Key_Escape)
    names = [picture.name for picture in run.pictures]

    assert early == []
    assert measured == [run.images / LANDMARKS]
    assert len(read_marks(run.images / LANDMARKS, names).rows) == 2
    assert after is not None
    assert after.table["instability"] == 0.01
    assert "0.010" in panel.figures.text()
    assert not page.is_marking
    assert "2 marked pictures" in page.reading.marked.text()


def test_marking_goes_on_where_it_was_left(
    qtbot: QtBot,
    page: MeasurePage,
    panel: LandmarkPanel,
    landmarks: LandmarkController,
    context: Context,
    fake_run: Run,
    run: Run,
) -> None:
    name_parts(panel, "head")
    click(qtbot, panel, 0.5, 0.5)
    qtbot.waitUntil(lambda: "kept" in panel.kept.text())
    context.session.set_run(fake_run)
    away = page.is_marking
    context.session.set_run(run)
    qtbot.mouseClick(page.mark, Button.LeftButton)
    again = LandmarkController(context)
    again.setParent(again.panel)
    qtbot.addWidget(again.panel)
    again.begin(run)
    qtbot.waitUntil(lambda: again.session is not None)

    assert not away
    assert (now(landmarks).at, now(again).at) == (1, 1)
    assert (panel.undo.isEnabled(), again.panel.undo.isEnabled()) == (True, False)


def test_a_damaged_file_is_told_and_kept(qtbot: QtBot, page: MeasurePage, run: Run) -> None:
    (run.images / LANDMARKS).write_text("of no use\n")
    qtbot.mouseClick(page.mark, Button.LeftButton)
    panel = page.landmarks.panel
    qtbot.waitUntil(panel.problem.isVisible)
    told = panel.problem.text()
    name_parts(panel, "head")
    click(qtbot, panel, 0.5, 0.5)
    qtbot.waitUntil(lambda: not panel.problem.isVisible())

    assert "no column" in told
    assert (run.images / "landmarks-damaged.csv").read_text() == "of no use\n"


def test_a_picture_that_is_gone_is_told_and_the_next_can_be_marked(qtbot: QtBot, page: MeasurePage, run: Run) -> None:
    page.mark_parts()
    qtbot.waitUntil(lambda: page.landmarks.session is not None)
    (run.images / now(page.landmarks).pictures[-1].name).unlink()
    panel = page.landmarks.panel
    name_parts(panel, "head")
    panel.view.setFocus()
    for _ in now(page.landmarks).pictures:
        QTest.keyClick(panel.view, Key.Key_Right)
    qtbot.waitUntil(lambda: "cannot be read" in panel.view.placeholder)
    QTest.mouseClick(panel.view, Button.LeftButton, No, panel.view.rect().center())

    assert now(page.landmarks).marks.rows == {}


def test_everything_that_can_be_used_has_a_name(panel: LandmarkPanel) -> None:
    widgets = (panel.view, panel.parts, panel.name, panel.add, panel.rename, panel.remove, panel.undo, panel.redo)
    widgets += (panel.fit, panel.next, panel.previous, panel.hidden, panel.done)

    assert all(widget.accessibleName() for widget in widgets)
