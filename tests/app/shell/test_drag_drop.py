from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell.drag_drop import drop_of
from app.shell.frame.drop_hint import DropHint
from app.shell.main_window import MainWindow
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import make_folder


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, buttons, action = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPoint(50, 50), action, data, buttons, keys),
        QDropEvent(QPointF(50, 50), action, data, buttons, keys),
    ):
        QApplication.sendEvent(window, event)


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


def test_a_dropped_file_of_weights_opens_the_dialog_of_networks(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "resnet18.pth"
    file.write_bytes(b"weights")
    drop(window, file)
    dialog = window.networks.dialog

    assert dialog.isVisible()
    assert dialog.source.weights.value() == str(file)


def test_without_a_run_a_dropped_picture_is_answered_with_what_to_do(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    picture = make_folder(tmp_path / "zoo", fox=1) / "fox" / "000.png"
    with qtbot.waitSignal(context.messages.said):
        drop(window, picture)

    assert window.banner.isVisible()


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
