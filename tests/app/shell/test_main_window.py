from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.core.context import Context, make_context
from app.core.engine import EngineState
from app.core.messages import Message
from app.shell import main_window, page_list
from app.shell.drag_drop import drop_of
from app.shell.keys_sheet import KeysSheet
from app.shell.main_window import MainWindow
from app.shell.window_chrome import DropHint
from app.style import theme
from app.widgets.training_curves.curves import CurveLine, CurvesCard
from icnn_engine.core.errors import FolderError
from icnn_engine.core.events import Operation, Progress
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import make_folder
from tests.fake_run import make_fake_run


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """No torch, and only the pages that the frame itself has to do with."""

    def build(name: str, context: Context) -> QWidget:
        return page_list.build(name, context) if name in ("images", "train") else QWidget()

    monkeypatch.setattr(main_window, "build", build)
    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> MainWindow:
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.jobs.shut_down())
    with qtbot.waitSignal(made.painted):
        made.show()
    made.start()
    qtbot.waitUntil(lambda: len(made.pages) == len(made._titles))
    qtbot.wait(20)  # what follows the last page
    return made


def endless() -> Operation[None]:
    done = 0
    while True:
        done += 1
        yield Progress("Training", min(done, 99), 100)


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, buttons, action = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPoint(50, 50), action, data, buttons, keys),
        QDropEvent(QPointF(50, 50), action, data, buttons, keys),
    ):
        QApplication.sendEvent(window, event)


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


def test_a_dropped_folder_is_opened(qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path) -> None:
    drop(window, make_folder(tmp_path / "zoo", fox=2))
    qtbot.waitUntil(lambda: context.session.folder is not None)

    assert "zoo" in window.windowTitle()


def test_a_dropped_run_is_opened_on_the_filters_page(
    qtbot: QtBot, window: MainWindow, context: Context, fake_run: Run
) -> None:
    drop(window, fake_run.path)
    qtbot.waitUntil(lambda: context.session.run is not None)

    assert window.current == "filters"


def test_a_dropped_picture_is_explained_by_the_open_run(
    qtbot: QtBot, window: MainWindow, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    picture = make_folder(tmp_path / "zoo", fox=1) / "fox" / "000.png"
    context.session.set_run(fake_run)
    with qtbot.waitSignal(context.requests.picture) as asked:
        drop(window, picture)

    assert asked.args == [picture]
    assert window.current == "filters"


def test_without_a_run_a_dropped_picture_is_answered_with_what_to_do(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    picture = make_folder(tmp_path / "zoo", fox=1) / "fox" / "000.png"
    with qtbot.waitSignal(context.messages.said):
        drop(window, picture)

    assert window.banner.isVisible()


def test_an_error_is_shown_in_words_and_can_be_dismissed(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    context.messages.failure(FolderError("The folder holds no picture. Choose another."))
    shown = window.banner.isVisible()
    qtbot.mouseClick(window.banner.close_button, Qt.MouseButton.LeftButton)

    assert shown
    assert not window.banner.isVisible()


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


def test_closing_while_training_asks_and_can_be_refused(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
        asked.append(box.text())
        clicked = next(b for b in box.buttons() if box.buttonRole(b) is role)
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _self: clicked)

    context.jobs.start("Training: fox", endless)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, QMessageBox.ButtonRole.RejectRole))
    window.close()
    refused = window.isVisible() and context.jobs.busy
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, QMessageBox.ButtonRole.DestructiveRole))
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    assert refused
    assert "Training: fox" in asked[0]
    assert not context.jobs.busy


def test_the_status_bar_shows_how_long_a_job_takes(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    context.jobs.start("Training: fox", endless)
    qtbot.waitUntil(lambda: window.jobs_strip.isVisible())

    assert window.rail.buttons["train"].is_busy


def test_the_sheet_of_keys_names_every_page(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        KeysSheet, "exec", lambda sheet: shown.extend(label.text() for label in sheet.findChildren(QLabel))
    )
    qtbot.keyClick(window, Qt.Key.Key_Question)

    assert {"Images", "Train", "Filters", "Measure", "Export"} <= set(shown)
    assert "Ctrl+O" in shown


def test_a_key_goes_to_marking_parts_once_a_run_is_open(
    qtbot: QtBot, window: MainWindow, context: Context, fake_run: Run
) -> None:
    before = window.actions_.mark_parts.isEnabled()
    context.session.set_run(fake_run)
    with qtbot.waitSignal(context.requests.mark):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert not before
    assert window.current == "measure"


def test_the_theme_can_be_chosen_and_reaches_every_colour(window: MainWindow, context: Context) -> None:
    window.actions_.themes["dark"].trigger()
    dark = theme.current_theme().colours
    window.actions_.themes["light"].trigger()

    assert dark is theme.DARK
    assert theme.current_theme().colours is theme.LIGHT
    assert context.settings.text("window/theme") == "light"


def test_what_is_asked_for_at_the_start_is_opened_instead_of_the_last_run(
    qtbot: QtBot, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.settings.set_text("last/run", str(make_fake_run(tmp_path).path))
    made = MainWindow(context, [fake_run.path])
    qtbot.addWidget(made, before_close_func=lambda _window: context.jobs.shut_down())
    made.start()
    qtbot.waitUntil(lambda: context.session.run is not None)

    assert context.session.run.path == fake_run.path
    assert context.settings.text("last/run") == str(fake_run.path)


def test_a_last_run_that_cannot_be_opened_is_told_once_and_forgotten(
    qtbot: QtBot, context: Context, said: list[Message], tmp_path: Path
) -> None:
    (tmp_path / "run.toml").write_text("format = 1\n")
    context.settings.set_text("last/run", str(tmp_path))
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.jobs.shut_down())
    made.start()
    qtbot.waitUntil(lambda: bool(said))

    assert "Train again" in said[0].text
    assert context.settings.text("last/run") == ""


@pytest.mark.parametrize(
    ("names", "has_run", "welcome", "words"),
    [
        (["zoo"], False, True, "this folder of images"),
        (["zoo/fox/000.png"], True, True, "this picture explained"),
        (["zoo/fox/000.png"], False, False, "Open a run first"),
        (["words.txt"], True, False, "words.txt cannot be opened"),
        (["words.txt", "zoo", "zoo/fox"], False, True, "Only zoo is opened, the other 2 are not."),
        (["run/run.toml"], False, True, "this run"),
        (["study"], False, True, "this experiment"),
    ],
)
def test_a_hint_says_what_dropping_will_do_or_why_it_does_nothing(
    tmp_path: Path, names: list[str], has_run: bool, welcome: bool, words: str
) -> None:
    make_folder(tmp_path / "zoo", fox=1)
    (tmp_path / "words.txt").write_text("words")
    for kind in ("run", "study"):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / f"{kind}.toml").touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    found = drop_of(data, has_run)

    assert found is not None
    assert (found.path is not None) is welcome
    assert words in found.words


def test_what_is_no_file_is_not_met_with_a_hint() -> None:
    data = QMimeData()
    data.setText("words")
    away = QMimeData()
    away.setUrls([QUrl("https://example.org/fox.png")])
    found = drop_of(away, True)

    assert drop_of(data, True) is None
    assert found is not None
    assert found.path is None


def test_a_message_goes_when_the_user_goes_on_but_not_before_it_could_be_read(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.messages.problem("The folder holds no picture. Choose another.")
    qtbot.mouseClick(window.rail.buttons["train"], Qt.MouseButton.LeftButton)
    at_once = window.banner.isVisible()
    monkeypatch.setattr("app.shell.window_chrome.READ_SECONDS", 0.0)
    qtbot.mouseClick(window.rail.buttons["images"], Qt.MouseButton.LeftButton)

    assert at_once
    assert not window.banner.isVisible()


def test_what_cannot_be_opened_is_met_with_the_reason_and_refused(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("words")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "words.txt"))])
    keys, button, action = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), action, data, button, keys)
    move = QDragMoveEvent(QPoint(60, 60), action, data, button, keys)
    for event in (enter, move):
        QApplication.sendEvent(window, event)
    hint = window.findChild(DropHint)
    assert hint is not None
    shown = hint.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())

    assert enter.isAccepted()
    assert not move.isAccepted()
    assert shown
    assert not hint.isVisible()


def test_a_plot_follows_the_theme_while_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    curves = CurvesCard("Loss", "Smaller is better.", [CurveLine("a", "A", theme.LIGHT.twin)])
    qtbot.addWidget(curves)
    curves.show()
    window.actions_.themes["dark"].trigger()
    dark = curves.grab().toImage().pixelColor(curves.width() // 2, curves.height() - 20).lightness()
    window.actions_.themes["light"].trigger()
    light = curves.grab().toImage().pixelColor(curves.width() // 2, curves.height() - 20).lightness()

    assert dark < 80
    assert light > 180
