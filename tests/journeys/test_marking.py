"""Parts are marked by hand in the window, the run is measured with them by the real engine, and nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.page import MeasurePage
from app.shell.main_window import MainWindow
from icnn_engine.data import read_landmarks
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.runs.run_folder import Run, open_run
from tests.fake_run import true_parts

LONG = 240_000  # ms; the machine may be busy
MANY = 6


@pytest.fixture
def page(qtbot: QtBot, context: Context, own_run: Run) -> MeasurePage:
    """The Measure page of a window, at its marking table."""
    window = MainWindow(context)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.start()
    window.opener.open(own_run.path)
    qtbot.waitUntil(lambda: context.session.run is not None, timeout=LONG)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = window.pages["measure"]
    qtbot.waitUntil(lambda: page.landmarks.session is not None, timeout=LONG)
    return page


def click(qtbot: QtBot, page: MeasurePage, x: float, y: float) -> None:
    """Click the picture on show at (x, y), in shares of it."""
    view = page.landmarks.panel.view
    qtbot.waitUntil(lambda: view.has_picture, timeout=LONG)
    rect = view.picture_rect()
    at = QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_marked_parts_give_the_figures_that_the_truth_gives(
    qtbot: QtBot, context: Context, own_run: Run, page: MeasurePage
) -> None:
    truth = true_parts(own_run)
    panel = page.landmarks.panel
    names = [panel.parts.item(row).text() for row in range(panel.parts.count())]
    panel.parts.setCurrentRow(names.index("tail"))
    for _ in names[1:]:
        panel.remove.click()
    panel.remove.click()
    QTest.keyClicks(panel.name, "head")
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    marked: list[str] = []
    for _ in range(MANY):
        picture = page.landmarks.session.picture
        x, y = truth[picture.name]["head"]
        click(qtbot, page, x / picture.width, y / picture.height)
        marked.append(picture.name)
    qtbot.waitUntil(lambda: f"{MANY} marked" in page.reading.marked.text(), timeout=LONG)
    found = read_landmarks(own_run.images / LANDMARKS, [picture.name for picture in own_run.pictures])
    run = context.session.run

    assert sorted(found) == sorted(marked)
    assert all(
        abs(found[n][0].x - truth[n]["head"][0]) < 1 and abs(found[n][0].y - truth[n]["head"][1]) < 1 for n in marked
    )
    assert run is not None
    assert {key: value for key, value in run.table.items() if value is not None} == open_run(own_run.path).table
    assert 0 < run.table["instability_all_pictures"] < run.table["twin_instability_all_pictures"]


def test_a_mark_made_just_before_closing_is_kept(qtbot: QtBot, own_run: Run, page: MeasurePage) -> None:
    before = (own_run.images / LANDMARKS).read_text(encoding="utf-8")
    panel = page.landmarks.panel
    QTest.keyClicks(panel.name, "ear")
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    name = page.landmarks.session.picture.name
    click(qtbot, page, 0.5, 0.5)
    page.window().close()

    assert "ear" not in before
    assert f"{name},ear," in (own_run.images / LANDMARKS).read_text(encoding="utf-8")
