from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.measure.page import MeasurePage
from icnn_engine.core.events import Operation, Progress
from icnn_engine.runs.run_folder import Run, open_run, write_run
from tests.app.verdicts import none_holding, unjudged, write_unjudged


def test_a_run_that_was_not_judged_says_so_and_offers_to_judge_it(
    qtbot: QtBot, page: MeasurePage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    before = page.judge_bar.isVisible()
    context.session.set_run(unjudged(fake_run))
    qtbot.waitUntil(lambda: bool(page.verdict.gain.text()), timeout=20_000)

    assert not before
    assert page.judge_bar.isVisible()
    assert page.judge_bar.judge.isEnabled()
    assert "an earlier version trained it" in page.verdict.gain.text()
    assert not page.verdict.no_part.isVisible()


def test_judging_writes_the_run_anew_and_shows_what_was_found(
    qtbot: QtBot,
    page: MeasurePage,
    context: Context,
    own_run: Run,
    monkeypatch: pytest.MonkeyPatch,
    said: list[Message],
) -> None:
    def judged(run: Run) -> Operation[Run]:
        yield Progress("Judging", 1, 2)
        new = none_holding(replace(run, filters=own_run.filters, twin_filters=own_run.twin_filters))
        write_run(new)
        return new

    monkeypatch.setattr("icnn_engine.experiment.judge_run.rejudge_run", judged)
    context.session.set_run(write_unjudged(own_run))
    context.session.set_filter(2)
    qtbot.mouseClick(page.judge_bar.judge, Qt.MouseButton.LeftButton)
    busy = page.judge_bar.bar.isVisible(), page.judge_bar.cancel.isVisible()
    qtbot.waitUntil(lambda: not context.jobs.busy and context.session.run.judged, timeout=60_000)  # type: ignore[union-attr]
    now = context.session.run

    assert busy == (True, True)
    assert now is not None
    assert {key: value for key, value in now.table.items() if value is not None} == open_run(own_run.path).table
    assert open_run(own_run.path).judged
    assert context.session.filter == 2
    assert not page.judge_bar.isVisible()
    qtbot.waitUntil(lambda: page.verdict.no_part.isVisible(), timeout=20_000)
    assert page.verdict.no_part.text().startswith("No filter holds a part")
    assert said[-1].text == page.verdict.no_part.text()


def test_a_run_that_cannot_be_judged_stays_as_it_was_and_the_user_is_told_why(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, said: list[Message]
) -> None:
    old = unjudged(own_run)  # it has no weights
    context.session.set_run(old)
    page.judging.begin()
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)

    assert said[0].kind == "problem"
    assert context.session.run is old
    assert page.judge_bar.judge.isVisible()


def test_judging_can_be_cancelled_and_waits_for_other_work(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(_run: Run) -> Operation[Run]:
        yield Progress("Judging", 0, 2)
        go_on.wait(10)
        yield Progress("Judging", 1, 2)
        return own_run

    monkeypatch.setattr("icnn_engine.experiment.judge_run.rejudge_run", slow)
    old = unjudged(own_run)
    context.session.set_run(old)
    page.judging.begin()
    page.judge_bar.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)
    context.jobs.start("Training", lambda: slow(own_run))
    meanwhile = page.judge_bar.judge.isEnabled(), page.judge_bar.sentence.text()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)

    assert context.session.run is old
    assert meanwhile == (False, "It can start when the work under way has ended.")
    assert page.judge_bar.judge.isEnabled()
