"""The regions of a run are corrected by hand in the window, and the next training reads the boxes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell.main_window import MainWindow
from icnn_engine.data import boxes_of
from icnn_engine.runs.found_objects import FoundObject, write_objects
from icnn_engine.runs.run_folder import Run, write_run

LONG = 240_000  # ms; the machine may be busy
FOUND = (10.0, 12.0, 50.0, 60.0)


@pytest.fixture
def window(qtbot: QtBot, context: Context, own_run: Run, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window with a run that has searched for the object, and was not sure of it anywhere."""
    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)
    objects = [FoundObject(p.name, *FOUND, p.width, p.height, found=False) for p in own_run.pictures]
    write_objects(own_run.path, objects)
    write_run(replace(own_run, settings=own_run.settings.model_copy(update={"region": "object"})))
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.shut_down())
    with qtbot.waitSignal(made.painted):
        made.show()
    made.start()
    made.opener.open(own_run.path)
    qtbot.waitUntil(lambda: context.session.run is not None and context.session.checkup is not None, timeout=LONG)
    return made


def test_corrected_regions_are_what_the_next_training_reads(
    qtbot: QtBot, context: Context, window: MainWindow, own_run: Run
) -> None:
    window.show_page("measure")
    window.pages["measure"].regions.click()
    boxes = window.pages["images"].box_mode.boxes
    view = boxes.panel.view
    qtbot.waitUntil(lambda: boxes.session is not None and view.has_picture, timeout=LONG)
    drawn, accepted = (picture.name for picture in boxes.session.pictures[:2])
    rect = view.picture_rect()
    start, end = (QPointF(rect.x() + s * rect.width(), rect.y() + s * rect.height()).toPoint() for s in (0.4, 0.9))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    QTest.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: view.has_picture, timeout=LONG)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    left_to = window.current
    window.banner.offer.click()
    settings = window.pages["train"].plan.settings()
    context.shut_down()
    folder = context.session.folder
    assert folder is not None
    read = boxes_of(own_run.images, folder.pictures)
    size = next((p.width, p.height) for p in own_run.pictures if p.name == drawn)

    assert (left_to, window.current) == ("measure", "train")
    assert settings is not None
    assert settings.region == "boxes"
    assert read is not None
    assert set(read) == {picture.name for picture in own_run.pictures}
    assert read[accepted] == ((10, 12, 40, 48),)
    assert read[drawn][0][2:] == pytest.approx([side / 2 for side in size], abs=2)
