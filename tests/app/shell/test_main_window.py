from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context, make_context
from app.core.engine import EngineState
from app.shell.main_window import MainWindow
from app.shell.page_list import page_titles
from app.style import theme
from app.widgets.training_curves.curves import CurveLine, CurvesCard
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import listed, make_folder

pytestmark = pytest.mark.usefixtures("few_pages")


def test_the_engine_is_loaded_after_the_window_is_painted(qtbot: QtBot, context: Context) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    before = context.engine.state
    window.painted.connect(window.start)
    window.show()
    qtbot.waitUntil(lambda: context.engine.state is EngineState.READY)

    assert before is EngineState.ASLEEP


def test_keys_go_from_page_to_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    second = window.current
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert second == "train"
    assert window.current == "images"


def test_everything_comes_back_at_the_next_start(
    qtbot: QtBot, window: MainWindow, context: Context, store: QSettings, tmp_path: Path, fake_run: Run
) -> None:
    window.opener.open_folder(make_folder(tmp_path / "zoo", fox=2))
    window.opener.open_run(fake_run.path)
    qtbot.waitUntil(lambda: context.session.run is not None and context.session.folder is not None)
    context.session.set_filter(5)
    window.resize(1080, 695)
    window.show_page("train")
    window.close()
    again = make_context(QSettings(store.fileName(), QSettings.Format.IniFormat), QApplication.instance())
    second = MainWindow(again)
    qtbot.addWidget(second)
    second.show()
    second.start()
    qtbot.waitUntil(lambda: again.session.filter == 5 and again.session.folder is not None)
    height, page = second.height(), second.current
    second.close()

    assert height == 695
    assert page == "train"


def test_a_key_goes_to_marking_parts_once_a_run_is_open(
    qtbot: QtBot, window: MainWindow, context: Context, fake_run: Run
) -> None:
    before = window.actions_.mark_parts.isEnabled()
    context.session.set_run(fake_run)
    with qtbot.waitSignal(context.requests.mark):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert not before
    assert window.current == "measure"


def test_a_key_goes_to_drawing_boxes_once_a_folder_is_open(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    window.show_page("runs")
    before = window.actions_.draw_boxes.isEnabled()
    context.session.set_folder(listed(tmp_path, fox=3))
    with qtbot.waitSignal(context.requests.draw_boxes):
        qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert not before
    assert window.current == "images"


@pytest.mark.usefixtures("window")
def test_a_plot_follows_the_theme_while_it_is_shown(qtbot: QtBot) -> None:
    curves = CurvesCard("Loss", "Smaller is better.", [CurveLine("a", "A", theme.LIGHT.twin)])
    qtbot.addWidget(curves)
    curves.show()
    theme.current_theme().choose("dark")
    dark = curves.grab().toImage().pixelColor(curves.width() // 2, curves.height() - 20).lightness()
    theme.current_theme().choose("light")
    light = curves.grab().toImage().pixelColor(curves.width() // 2, curves.height() - 20).lightness()

    assert dark < 80
    assert light > 180


def test_no_page_flashes_a_window_of_its_own_while_it_is_built(qtbot: QtBot, full_window: MainWindow) -> None:
    shown = []

    class Watch(QObject):
        def eventFilter(self, widget: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Show and isinstance(widget, QWidget) and widget.isWindow():
                shown.append(type(widget).__name__)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
    for page in page_titles():
        full_window.show_page(page)
    qtbot.wait(20)
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]

    assert shown == []
