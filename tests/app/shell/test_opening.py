from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.shell.main_window import MainWindow
from app.shell.opening import Opener
from icnn_engine.audit.decisions import decide
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import make_folder
from tests.fake_run import make_fake_run

pytestmark = pytest.mark.usefixtures("few_pages")


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


def test_a_second_folder_ends_the_check_up_of_the_first(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    first, second = make_folder(tmp_path / "a", fox=40), make_folder(tmp_path / "b", cat=3)
    opener = Opener(context, context.session)
    opener.open_folder(first)
    qtbot.waitUntil(lambda: context.session.folder is not None)
    opener.open_folder(second)
    qtbot.waitUntil(lambda: context.session.checkup is not None and context.session.checkup.root == second)

    assert np.array_equal(context.session.checkup.categories, ["cat"])  # type: ignore[union-attr]


def test_while_a_folder_is_listed_the_user_is_told(
    qtbot: QtBot, context: Context, said: list[Message], tmp_path: Path
) -> None:
    opener = Opener(context, context.session)
    opener.open_folder(make_folder(tmp_path / "zoo", fox=1))
    told = [message.text for message in said]
    qtbot.waitUntil(lambda: context.session.checkup is not None)

    assert told == ["Listing the pictures in zoo…"]


def test_a_folder_whose_categories_were_corrected_is_listed_and_checked_again(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    root = make_folder(tmp_path / "zoo", fox=2, cat=2)
    opener = Opener(context, context.session)
    opener.open_folder(root)
    qtbot.waitUntil(lambda: context.session.checkup is not None)
    decide(root, {"cat/000.png": "fox"})
    context.requests.list_again.emit(root.resolve())
    qtbot.waitUntil(lambda: any(picture.was for picture in context.session.folder.pictures))
    qtbot.waitUntil(lambda: context.session.checkup is not None)

    assert [p.was for p in context.session.checkup.pictures if p.name == "cat/000.png"] == ["cat"]
