"""Wrong labels are found, decided by key in the window, and the folder is known by its corrections everywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell.main_window import MainWindow
from icnn_engine.data import list_folder
from tests.fake_run import make_fake_run

LONG = 240_000  # ms; the machine may be busy


def test_a_label_is_corrected_by_one_key_and_the_folder_shows_it(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    run = make_fake_run(tmp_path, pictures=60, several=True)
    window = MainWindow(context)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.start()
    window.opener.open(run.path)
    qtbot.waitUntil(lambda: context.session.checkup is not None, timeout=LONG)
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    page = window.pages["review"]
    qtbot.waitUntil(lambda: page.suspects.list.pictures.rowCount() > 0, timeout=LONG)
    name = page.suspects.list.pictures.items[0].name
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    page.suspects.train.click()
    left_to = window.current
    qtbot.waitUntil(lambda: any(picture.was for picture in context.session.folder.pictures), timeout=LONG)
    qtbot.waitUntil(lambda: context.session.checkup is not None, timeout=LONG)
    corrected = [picture for picture in context.session.folder.pictures if picture.was]

    assert left_to == "train"
    assert [(p.name, p.category, p.was) for p in corrected] == [(name, "creature", "insect")]
    assert list_folder(run.images).pictures == context.session.folder.pictures
    assert context.session.run is not None
