"""Every page and view fits into the smallest window: nothing is wider than it, and scrolling reaches everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.measure.page import EXPERIMENT, RUN
from app.review.page import SLICES
from app.shell.main_window import LEAST, MainWindow
from app.shell.translator import LanguageSwitch
from app.style import theme
from app.widgets.pictures.compute_scene import SceneMaker
from icnn_engine.core.annotations import CheckedPicture, CheckUp
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer
from tests.app.fitting import against_reading_order, beyond_the_tabulator, misfits, traps_of_the_wheel
from tests.app.pictures import listed


@pytest.fixture
def window(qtbot: QtBot, context: Context, several_run: Run, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window of the least size, with a checked folder and a run of two categories."""
    theme.current_theme().choose("light")  # a style sheet makes everything larger
    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)
    monkeypatch.setattr(SceneMaker, "_of", lambda _self, run: FakeExplainer(run))
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.shut_down())
    made.resize(*LEAST)
    made.show()
    folder = listed(several_run.path, creature=30, insect=30)
    context.session.set_folder(folder)
    checked = tuple(CheckedPicture(p.name, p.path, p.category, 40, 30, "", 0) for p in folder.pictures)
    context.session.set_checkup(CheckUp(folder.root, checked, folder.categories, (), (), (), ""))
    settings = several_run.settings.model_copy(update={"region": "object"})  # which has one more button
    context.session.set_run(replace(several_run, settings=settings))
    return made


def places(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return name -> how to go there, in an order in which each can be reached from the one before."""
    pages, show = window.pages, window.show_page
    ways: dict[str, Callable[[], object]] = {name: partial(show, name) for name in ("images", "train")}
    ways["more settings"] = lambda: pages["train"].form.more.button.click()
    ways["filters"] = partial(show, "filters")
    ways |= {view.name: lambda view=view: pages["filters"].views.show_view(view) for view in FilterView}
    ways["all filters"] = lambda: (pages["filters"].views.show_filter(), pages["filters"].splitter.to_wall.click())
    ways["naming"] = lambda: pages["filters"].views.name_parts()
    ways |= {name: partial(show, name) for name in ("review", "export", "runs", "learn", "measure")}
    ways["slices"] = lambda: (show("review"), pages["review"].views.show_view(SLICES))
    ways["measure again"] = partial(show, "measure")
    ways["experiment"] = lambda: pages["measure"].views.show_view(EXPERIMENT)
    ways["marking"] = lambda: (pages["measure"].views.show_view(RUN), pages["measure"].mark_parts())
    ways["boxes"] = lambda: (show("images"), pages["images"].box_mode.draw())
    return ways


def remaining_misfits(qtbot: QtBot, window: MainWindow) -> list[str]:
    """What does not fit once everything is read and laid out, which takes a while."""
    wrong: list[str] = []
    for wait in (60, 200, 1000, 2000):
        qtbot.wait(wait)
        if not (wrong := list(misfits(window))):
            break
    return wrong


@pytest.mark.parametrize("language", ["en", "ko"])
def test_everything_fits_into_the_smallest_window(
    qtbot: QtBot, language_switch: LanguageSwitch, language: str, request: pytest.FixtureRequest
) -> None:
    language_switch.speak(language)
    window = request.getfixturevalue("window")
    found = {}
    for name, go in places(window).items():
        go()
        if wrong := remaining_misfits(qtbot, window):
            found[name] = wrong

    assert window.size().toTuple() == LEAST
    assert found == {}


def test_no_area_keeps_the_wheel_at_its_end_and_tab_leads_everywhere_in_reading_order(
    qtbot: QtBot, window: MainWindow
) -> None:
    found = {}
    for name, go in places(window).items():
        go()
        qtbot.wait(60)
        wrong = (traps_of_the_wheel(window), beyond_the_tabulator(window), against_reading_order(window))
        if any(wrong):
            found[name] = wrong

    assert found == {}


@pytest.fixture
def language_switch(qtbot: QtBot, application: QApplication) -> Iterator[LanguageSwitch]:  # noqa: ARG001
    made = LanguageSwitch(application)
    yield made
    made.speak("en")
    made.deleteLater()
