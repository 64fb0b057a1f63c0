from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.jobs import RunnerState
from app.train.page import TrainPage
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import TrainingError
from icnn_engine.core.events import Event, NetworkName, Operation, PicturesRead, Progress, StepDone
from icnn_engine.runs.interrupted_training import new_resume_state, write_resume_state
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import make_folder
from tests.app.train.train_page import FakeTraining, click, epoch_done


def test_what_the_training_tells_is_drawn(qtbot: QtBot, page: TrainPage) -> None:
    page.form.fields["epochs"].set_value(2)
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: len(page.gallery.places) == 8)
    curves = page.curves

    assert curves["class"].points("twin")
    assert curves["filter"].points("interpretable")
    assert curves["entropy"].points("position") == [1.5]
    assert not page.live.answers.isVisible()  # folded, below the parts
    click(qtbot)(page.live.curves_section.button)
    click(qtbot)(page.live.details_section.button)
    assert page.live.answers.isVisible()
    assert page.live.probes.isVisible()


def test_finding_the_object_is_a_step_only_where_it_is_sought(qtbot: QtBot, context: Context, page: TrainPage) -> None:
    listed = {}
    for region in ("whole", "object"):
        page.form.set_region(region)
        with qtbot.waitSignal(context.training.ended):
            page.begin()
            steps = [step.text()[2:] for step in page.training.steps.findChildren(QLabel)]
            context.jobs.cancel()
        listed[region] = steps[-6 if region == "object" else -5 :]

    assert "Find the object" not in listed["whole"]
    assert listed["object"][:3] == ["Read the pictures", "Find the object", "Compute their maps"]


def test_pause_resume_and_cancel_are_steered_by_their_buttons(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    click(qtbot)(page.training.pause)
    paused = context.jobs.state is RunnerState.PAUSED
    click(qtbot)(page.training.pause)
    resumed = context.jobs.state
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.training.cancel)
        click(qtbot)(page.training.question.give_up)

    assert paused
    assert resumed is RunnerState.RUNNING
    assert fake.closed
    assert context.session.run is None
    assert page.start.isEnabled()


def test_a_training_is_stopped_for_now_and_gone_on_with(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.training.stop)
    said, focused = page.training.said(), QApplication.focusWidget()
    settings = make_settings({"category": "fox", "epochs": 1})
    write_resume_state(tmp_path / "run", new_resume_state(tmp_path, settings, "f00d"))
    asked: list[tuple[object, ...]] = []

    def resume(_engine: object, run: Path, images: Path | None) -> Operation[Run]:
        asked.append((run, images))
        fake.go_on.set()
        return fake._operation(settings.epochs)

    monkeypatch.setattr("app.train.page.resume", resume)
    with qtbot.waitSignal(context.jobs.ended):
        context.requests.go_on.emit(tmp_path / "run")

    assert said[0] == "Stopped"
    assert focused is page.live  # not the curves further down
    assert asked == [(tmp_path / "run", None)]
    assert context.session.run is fake.run


def test_finish_now_keeps_the_run_and_offers_its_filters(qtbot: QtBot, context: Context, page: TrainPage) -> None:
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    with qtbot.waitSignal(context.session.run_changed):
        click(qtbot)(page.training.finish)
    with qtbot.waitSignal(context.requests.page) as wish:
        click(qtbot)(page.live.result.parts)

    assert wish.args == ["filters"]


def test_a_failure_is_told_and_another_training_can_start(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    fake.error = TrainingError("There are 2 pictures. Add more.")
    with qtbot.waitSignal(context.messages.said) as said:
        click(qtbot)(page.start)

    assert said.args[0].text == "There are 2 pictures. Add more."
    assert page.start.isEnabled()


def test_after_a_failure_try_again_starts_with_the_settings_as_they_are_now(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    fake.error = TrainingError("The memory was not enough.")
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.start)
    offered = page.training.again.isVisible()
    fake.error = None
    page.form.fields["batch"].setValue(16)
    fake.go_on.set()
    with qtbot.waitSignal(context.jobs.ended, timeout=20000):
        click(qtbot)(page.training.again)
        while_it_trains = page.training.again.isVisible()

    assert offered
    assert not while_it_trains
    assert fake.asked is not None
    assert fake.asked[1].batch == 16
    assert not page.training.again.isVisible()


def test_another_job_does_not_move_the_page(qtbot: QtBot, context: Context, page: TrainPage) -> None:
    def other() -> Operation[None]:
        yield StepDone(NetworkName.TWIN, 1.0, 0.5, 0.5)
        yield Event()

    with qtbot.waitSignal(context.jobs.ended):
        context.jobs.start("Export", other)

    assert not page.curves
    assert page.start.isEnabled()


def test_pinned_pictures_appear_below_the_curves_with_the_first_epoch(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining, fake_run: Run
) -> None:
    fake.paths = tuple(picture.where(fake_run.images) for picture in fake_run.pictures)
    click(qtbot)(page.start)
    panel = page.history.panel
    before = panel.isVisible()
    qtbot.waitUntil(panel.isVisible)
    seen = panel.tiles.seen
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.training.cancel)
        click(qtbot)(page.training.question.give_up)

    assert not before
    assert [one.caption for one in seen] == ["Filter 3", "Filter 3"]
    assert page.live.isAncestorOf(panel)
    assert panel.isVisible()


def test_cancel_asks_first_and_escape_keeps_the_training(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    question = page.training.question
    click(qtbot)(page.training.cancel)
    asked = question.isVisible(), question.text.text()
    qtbot.keyClick(question.keep, Qt.Key.Key_Escape)
    kept = question.isVisible(), context.jobs.state
    click(qtbot)(page.training.cancel)
    click(qtbot)(question.keep)
    kept_by_button = context.jobs.state
    click(qtbot)(page.training.cancel)
    click(qtbot)(question.give_up)
    at_once = page.training.said()[0]
    qtbot.waitUntil(lambda: fake.closed)

    assert asked[0]
    assert asked[1].startswith("Throw away ")
    assert kept == (False, RunnerState.RUNNING)
    assert kept_by_button is RunnerState.RUNNING
    assert at_once == "Cancelling…"


def test_finish_now_waits_until_something_was_learned(
    qtbot: QtBot, context: Context, page: TrainPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*_given: object) -> Operation[None]:
        while not go_on.wait(0.01):
            yield Progress("Reading pictures", 1, 2)
        yield epoch_done(NetworkName.INTERPRETABLE, 1, 12)
        while True:
            yield Progress("waiting", 0, 1)
            time.sleep(0.01)

    monkeypatch.setattr("app.train.page.train", slow)
    click(qtbot)(page.start)
    finish = page.training.finish
    qtbot.waitUntil(lambda: "Step 1 of 5" in page.training.said()[0])
    before = finish.isEnabled(), finish.toolTip()
    go_on.set()
    qtbot.waitUntil(finish.isEnabled)
    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert before[0] is False
    assert "after the first epoch" in before[1]
    assert "keep what was learned" in finish.toolTip()


def test_pictures_flow_by_while_they_are_read(
    qtbot: QtBot, context: Context, page: TrainPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_folder(tmp_path / "zoo", fox=3)
    paths, go_on = tuple(sorted(root.rglob("*.png"))), threading.Event()

    def reading(*_given: object) -> Operation[None]:
        while not go_on.wait(0.01):
            yield PicturesRead(paths)
        yield epoch_done(NetworkName.INTERPRETABLE, 1, 12)
        while True:
            yield Progress("waiting", 0, 1)
            time.sleep(0.01)

    monkeypatch.setattr("app.train.page.train", reading)
    stream = page.live.stream
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: stream.count > 1)
    flows = stream.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    gone = not stream.isVisible()
    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert flows
    assert gone


def test_crops_are_read_only_while_somebody_looks(qtbot: QtBot, context: Context, page: TrainPage) -> None:
    asked: list[object] = []
    page.gallery.wanted.connect(asked.append)
    click(qtbot)(page.start)
    page.hide()
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    hidden = len(asked)
    page.show()
    qtbot.waitUntil(lambda: bool(asked))
    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert hidden == 0
    assert len(set(asked)) == len(set(page.gallery.places))
