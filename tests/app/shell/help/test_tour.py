from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.shell.help.callout import beside
from app.shell.main_window import MainWindow
from icnn_engine.runs.run_folder import Run


def button(window: MainWindow, text: str) -> QPushButton:
    made = window.help.tour.callout.findChildren(QPushButton)
    return next(each for each in made if each.text().strip() == text and each.isVisible())


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch, own_run: Run) -> Run:
    """A run that stands for the one of the sample."""
    monkeypatch.setattr("app.shell.help.tour.sample_run_folder", lambda: own_run.path)
    return own_run


def test_the_tour_of_the_sample_ends_at_the_users_own_pictures(
    qtbot: QtBot, full_window: MainWindow, context: Context, sample: Run
) -> None:
    window = full_window
    context.session.set_run(sample)
    window.show_page("filters")
    qtbot.wait(50)
    window.help.tour.begin()
    texts = [window.help.tour.callout.text]
    while not texts[-1].startswith("Now your pictures"):
        qtbot.keyClick(button(window, "Next"), Qt.Key.Key_Return)
        texts.append(window.help.tour.callout.text)
    with qtbot.waitSignal(context.requests.page):
        qtbot.mouseClick(button(window, "Train the sample"), Qt.MouseButton.LeftButton)

    assert len(texts) == 5
    assert len(set(texts)) == len(texts)
    assert not window.help.tour.is_on
    assert window.current == "train"


def test_escape_and_another_page_end_the_tour(
    qtbot: QtBot, full_window: MainWindow, context: Context, sample: Run
) -> None:
    window = full_window
    context.session.set_run(sample)
    window.show_page("filters")
    window.help.tour.begin()
    qtbot.keyClick(window.help.tour.callout, Qt.Key.Key_Escape)
    after_escape = window.help.tour.is_on
    window.help.tour.begin()
    qtbot.keyClick(window, Qt.Key.Key_Escape)  # wherever the keyboard is
    after_second = window.help.tour.is_on
    window.help.tour.begin()
    window.show_page("measure")

    assert not after_escape
    assert not after_second
    assert not window.help.tour.is_on


@pytest.mark.parametrize(
    "target", [QRect(0, 0, 300, 400), QRect(500, 0, 300, 400), QRect(0, 0, 800, 60), QRect(0, 0, 800, 480)]
)
def test_a_callout_is_always_inside_the_window(target: QRect) -> None:
    room, words = QRect(8, 8, 784, 464), QRect(0, 0, 320, 150)
    place = beside(target, words, room)

    assert room.contains(QRect(place, words.size()))


def test_trying_the_sample_opens_its_run_and_begins_the_tour(
    qtbot: QtBot, full_window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run, pictures = tmp_path / "runs" / "creatures", tmp_path / "creatures"
    for module in ("app.shell.opening", "app.shell.help.tour"):
        monkeypatch.setattr(f"{module}.sample_run_folder", lambda: run)
    monkeypatch.setattr("app.shell.opening.sample_folder", lambda: pictures)
    full_window.actions_.try_sample.trigger()
    qtbot.waitUntil(lambda: full_window.help.tour.is_on, timeout=20_000)
    qtbot.waitUntil(lambda: context.session.folder is not None)

    assert full_window.current == "filters"
    assert context.session.run is not None
    assert context.session.run.path == run
    assert context.session.folder is not None
    assert context.session.folder.root == pictures


def test_another_view_ends_the_tour_and_help_begins_it_on_the_parts(
    qtbot: QtBot, full_window: MainWindow, context: Context, sample: Run
) -> None:
    window = full_window
    context.session.set_run(sample)
    window.show_page("filters")
    window.help.tour.begin()
    views = window.pages["filters"].views  # type: ignore[attr-defined]
    views.show_filter()
    ended = not window.help.tour.is_on
    window.actions_.tour.trigger()
    qtbot.waitUntil(lambda: window.help.tour.is_on)

    assert ended
    assert views.view is FilterView.PARTS
    assert window.help.tour.callout.text.startswith("The network found these parts")
