from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.jobs import RunnerState
from app.core.messages import Message
from app.measure.experiments.controller import ExperimentsController
from app.measure.page import RUN, MeasurePage
from app.shell.opening import Opener, kind_of
from icnn_engine.core.errors import ExperimentError
from icnn_engine.core.events import Operation, Progress
from icnn_engine.experiment.experiment_folder import Experiment, open_experiment
from tests.app.measure.experiments.fake_runner import FakeExperiment, shown
from tests.app.pictures import listed
from tests.fake_experiment import fake_settings, make_fake_study


def test_the_page_has_two_views_and_experiments_need_no_run(page: MeasurePage) -> None:
    needed = page.is_empty
    page.views.show_view(RUN)

    assert not needed
    assert page.is_empty


def test_an_experiment_is_started_with_what_is_ticked(qtbot: QtBot, page: MeasurePage, fake: FakeExperiment) -> None:
    form = page.experiments.panel.form
    form.categories.set_value(("fox",))
    form.networks.set_value(("ordinary", "partscope"))
    form.backbones.set_value(("squeezenet1_1", "resnet18=torchvision"))
    form.seeds.set_value(2)
    form.fields["epochs"].set_value(5)
    qtbot.mouseClick(page.experiments.panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fake.asked is not None)
    folder, settings, place = fake.asked or (None, None, None)

    assert (folder, place) == (Path("/pictures/zoo"), fake.path)
    assert settings is not None
    assert (settings.categories, settings.seeds) == (("fox",), (0, 1))
    assert settings.backbones == ("squeezenet1_1", "resnet18=torchvision")
    assert settings.variants == ("ordinary", "partscope")
    assert settings.training.epochs == 5
    assert page.experiments.panel.count.text().startswith("4 cells")


def test_how_long_it_takes_is_said_before_it_starts(
    qtbot: QtBot, context: Context, page: MeasurePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)
    context.engine.load()
    panel = page.experiments.panel
    panel.form.categories.set_value(("fox",))
    panel.form.seeds.set_value(2)
    qtbot.waitUntil(lambda: "2 trainings of about" in panel.count.text(), timeout=60_000)  # torch is imported
    possible = panel.start.isEnabled()
    context.session.set_folder(listed(Path("/pictures/zoo"), fox=3, cat=20))
    panel.form.categories.set_value(("fox",))
    qtbot.waitUntil(lambda: "3 of fox" in panel.count.text())

    assert possible
    assert not panel.start.isEnabled()


def test_the_table_fills_as_cells_come_and_progress_is_told(
    qtbot: QtBot, context: Context, page: MeasurePage, fake: FakeExperiment
) -> None:
    panel, seen = page.experiments.panel, []
    page.experiments.begin()
    qtbot.waitUntil(lambda: "Cell 1 of 3" in panel.steering.said()[0])
    for done in (1, 2, 3):
        fake.go_on.release()
        qtbot.waitUntil(lambda done=done: panel.done() == f"{done} of 3 cells", timeout=60_000)
        seen.append(panel.table.model.rowCount())
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert seen == [6, 6, 6]
    assert not panel.steering.isVisible()
    assert panel.start.isEnabled()
    assert "95 % intervals" in panel.captions.text()


def test_it_can_be_paused_and_finished_early_and_what_is_done_is_kept(
    qtbot: QtBot, context: Context, page: MeasurePage, fake: FakeExperiment
) -> None:
    panel = page.experiments.panel
    page.experiments.begin()
    qtbot.waitUntil(lambda: "Cell 1 of 3" in panel.steering.said()[0])
    qtbot.mouseClick(panel.steering.pause, Qt.MouseButton.LeftButton)
    paused = (context.jobs.state is RunnerState.PAUSED, panel.steering.said()[0])
    with qtbot.waitSignal(context.jobs.ended):
        qtbot.mouseClick(panel.steering.finish, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.table.model.rowCount() > 0, timeout=60_000)

    assert paused == (True, "Paused")
    assert len(open_experiment(fake.path).cells) == 1


def test_cancelling_keeps_finished_cells_and_says_so(
    qtbot: QtBot, context: Context, page: MeasurePage, fake: FakeExperiment
) -> None:
    panel = page.experiments.panel
    page.experiments.begin()
    fake.go_on.release()
    qtbot.waitUntil(lambda: "1 of" in panel.done(), timeout=60_000)
    with qtbot.waitSignal(context.jobs.ended):
        qtbot.mouseClick(panel.steering.cancel, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(panel.steering.question.give_up, Qt.MouseButton.LeftButton)

    assert "Finished cells are kept" in panel.steering.said()[1]
    assert len(open_experiment(fake.path).cells) == 1
    assert panel.start.isEnabled()


def test_a_failure_is_told(
    qtbot: QtBot, context: Context, page: MeasurePage, fake: FakeExperiment, said: list[Message]
) -> None:
    fake.error = ExperimentError("That place holds another experiment.")
    page.experiments.begin()
    qtbot.waitUntil(lambda: bool(said))

    assert said[0].text == "That place holds another experiment."
    assert context.jobs.state is RunnerState.IDLE


def test_while_something_else_is_trained_no_experiment_can_start(
    qtbot: QtBot, context: Context, page: MeasurePage
) -> None:
    go_on = threading.Event()

    def other() -> Operation[None]:
        while not go_on.wait(0.01):
            yield Progress("Training", 0, 1)

    context.jobs.start("Training: fox", other)
    panel = page.experiments.panel
    waiting = (panel.start.isEnabled(), panel.steering.isVisible(), panel.count.text())
    with qtbot.waitSignal(context.jobs.ended):
        go_on.set()

    assert waiting[:2] == (False, False)
    assert "when the training under way has ended" in waiting[2]
    assert panel.start.isEnabled()


def test_an_experiment_that_exists_fills_the_form_and_goes_on_in_its_place(
    qtbot: QtBot, page: MeasurePage, fake: FakeExperiment, tmp_path: Path
) -> None:
    begun = make_fake_study(tmp_path / "elsewhere" / "mine", fake_settings(("cat",), (5, 7)), cells=1)
    panel = shown(qtbot, page, begun.path).panel
    done = panel.done()
    panel.form.seeds.set_value(3)
    page.experiments.begin()
    qtbot.waitUntil(lambda: fake.asked is not None)
    _folder, settings, place = fake.asked or (None, None, None)

    assert done == "1 of 2 cells"
    assert place == begun.path
    assert settings is not None
    assert (settings.categories, settings.seeds) == (("cat",), (5, 7, 0))
    assert (settings.training, settings.variants) == (begun.settings.training, begun.settings.variants)


def test_the_last_experiment_is_shown_again_at_the_next_start(
    qtbot: QtBot, context: Context, page: MeasurePage, study: Experiment
) -> None:
    shown(qtbot, page, study.path)
    again = ExperimentsController(context)
    qtbot.addWidget(again.panel)
    again.restore()
    qtbot.waitUntil(lambda: again.panel.table.model.rowCount() == 12, timeout=60_000)


def test_a_folder_of_an_experiment_opens_wherever_it_is_dropped(
    qtbot: QtBot, context: Context, page: MeasurePage, study: Experiment
) -> None:
    page.views.show_view(RUN)
    opener = Opener(context)
    opener.open(study.path)
    qtbot.waitUntil(lambda: page.experiments.panel.table.model.rowCount() == 12, timeout=60_000)

    assert kind_of(study.path / "study.toml") == "study"
    assert page.experiments.panel.isVisible()
