"""The settings: every change counts at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.core.settings import runs_folder
from app.shell.main_window import MainWindow
from app.shell.settings_dialog import SettingsDialog
from app.style import theme
from icnn_engine.core.events import Operation, Progress
from icnn_engine.runs.run_lock import lock_run


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of two stores, 3 kB and 1 kB."""
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path / "maps"))
    monkeypatch.setenv("PARTSCOPE_CACHE_GB", "2")
    for name, size in (("one", 3000), ("two", 1000)):
        (tmp_path / "maps" / name).mkdir(parents=True)
        (tmp_path / "maps" / name / "plain.bin").write_bytes(bytes(size))
    return tmp_path / "maps"


@pytest.fixture
def dialog(qtbot: QtBot, context: Context, cache: Path) -> SettingsDialog:  # noqa: ARG001
    made = SettingsDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.stored.text() == "4 kB of at most 2.0 GB")
    return made


def test_the_cache_is_counted_and_cleared(qtbot: QtBot, dialog: SettingsDialog, cache: Path) -> None:
    qtbot.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "freed" in dialog.stored.text())

    assert dialog.stored.text() == "4 kB are freed."
    assert list(cache.glob("*/*.bin")) == []


def test_what_another_training_uses_stays(qtbot: QtBot, dialog: SettingsDialog, cache: Path) -> None:
    with lock_run(cache / "two" / "lock"):
        qtbot.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "freed" in dialog.stored.text())

    assert dialog.stored.text() == "3 kB are freed. 1 kB are in use by another training and stay."
    assert (cache / "two" / "plain.bin").exists()


def test_nothing_is_cleared_during_a_training(qtbot: QtBot, dialog: SettingsDialog, context: Context) -> None:
    def work() -> Operation[None]:
        while True:
            yield Progress("Training", 1, 10)

    context.jobs.start("Training", work)
    during = dialog.clear.isEnabled()
    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert not during
    assert dialog.clear.isEnabled()


def test_the_folder_of_the_runs_is_changed_if_it_can_be_written(
    qtbot: QtBot,
    dialog: SettingsDialog,
    context: Context,
    tmp_path: Path,
    said: list[Message],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter([str(tmp_path / "gone"), str(tmp_path)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    before = runs_folder()
    qtbot.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    refused = runs_folder()
    with qtbot.waitSignal(context.settings.runs_folder_changed):
        qtbot.mouseClick(dialog.change, Qt.MouseButton.LeftButton)

    assert refused == before
    assert "Nothing can be written in" in said[0].text
    assert runs_folder() == tmp_path
    assert dialog.runs.whole == str(tmp_path)


def test_the_theme_can_be_chosen_and_reaches_every_colour(dialog: SettingsDialog, context: Context) -> None:
    found = []
    for name in ("dark", "light"):
        dialog.theme.set_value(name)
        dialog.theme.edited.emit()
        found.append(theme.current_theme().colours)

    assert found == [theme.DARK, theme.LIGHT]
    assert context.settings.text("window/theme") == "light"


def test_the_standard_keys_open_the_settings(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)

    assert window.findChild(SettingsDialog).isVisible()
