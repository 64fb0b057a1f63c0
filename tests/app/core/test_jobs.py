from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.core.job_result import Cancelled, Failed, Succeeded
from app.core.jobs import JobRunner, RunnerState
from icnn_engine.core.errors import StoppedError, TrainingError
from icnn_engine.core.events import Event, FinishNow, LossWeightTried, NetworkName, Operation, Progress, StepDone


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.shut_down()


class Bench:
    """An endless operation that notes what is done to it."""

    def __init__(self) -> None:
        self.steps = 0
        self.closed_in: threading.Thread | None = None
        self.made_in: threading.Thread | None = None
        self.stepped = threading.Event()

    def make(self) -> Operation[str]:
        self.made_in = threading.current_thread()
        try:
            while True:
                self.steps += 1
                self.stepped.set()
                answer = yield Progress("work", self.steps, 100)
                if isinstance(answer, FinishNow):
                    return "kept"
                time.sleep(0.002)
        finally:
            self.closed_in = threading.current_thread()


def quick(result: object, *events: Event) -> Operation[object]:
    yield from events
    return result


def test_a_job_tells_its_title_its_events_and_its_result(qtbot: QtBot, runner: JobRunner) -> None:
    titles: list[str] = []
    told: list[Event] = []
    runner.started.connect(titles.append)
    runner.told.connect(told.append)
    with qtbot.waitSignal(runner.ended) as ended:
        runner.start("count", lambda: quick(7, Progress("a", 1, 2), Progress("a", 2, 2)))

    assert titles == ["count"]
    assert told[-1] == Progress("a", 2, 2)
    assert ended.args == ["count", Succeeded(7)]
    assert not runner.busy


def test_the_operation_is_made_and_closed_in_one_worker_thread(qtbot: QtBot, runner: JobRunner) -> None:
    bench = Bench()
    with qtbot.waitSignal(runner.ended) as ended:
        runner.start("work", bench.make)
        bench.stepped.wait(5)
        runner.cancel()

    assert ended.args[1] == Cancelled()
    assert bench.made_in is bench.closed_in
    assert bench.made_in is not threading.main_thread()


def test_events_arrive_in_the_gui_thread(qtbot: QtBot, runner: JobRunner) -> None:
    threads: list[QThread] = []
    runner.told.connect(lambda _event: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(runner.ended):
        runner.start("work", lambda: quick(None, Progress("a", 1, 1)))

    assert threads == [runner.thread()]


def test_pause_stops_pulling_and_resume_goes_on(qtbot: QtBot, runner: JobRunner) -> None:
    bench = Bench()
    runner.start("work", bench.make)
    bench.stepped.wait(5)
    runner.pause()
    qtbot.wait(50)
    at_pause = bench.steps
    qtbot.wait(100)
    held = bench.steps
    runner.resume()
    qtbot.waitUntil(lambda: bench.steps > held + 3)

    assert held == at_pause
    assert runner.state is RunnerState.RUNNING


def test_a_paused_job_can_be_cancelled_and_is_acknowledged_at_once(qtbot: QtBot, runner: JobRunner) -> None:
    bench = Bench()
    runner.start("work", bench.make)
    bench.stepped.wait(5)
    runner.pause()
    began = time.monotonic()
    with qtbot.waitSignal(runner.ended) as ended:
        runner.cancel()
        acknowledged = time.monotonic() - began
        state = runner.state

    assert state is RunnerState.CANCELLING
    assert acknowledged < 0.1
    assert ended.args[1] == Cancelled()


def test_a_stopped_job_ends_with_what_its_operation_says_of_it(qtbot: QtBot, runner: JobRunner) -> None:
    def make() -> Operation[int]:
        try:
            while True:
                yield Progress("work", 1, 2)
        except StoppedError:
            raise StoppedError("kept in the cupboard") from None

    runner.start("work", make)
    runner.pause()
    with qtbot.waitSignal(runner.ended) as ended:
        runner.stop()
        state = runner.state

    assert state is RunnerState.STOPPING
    assert isinstance(ended.args[1], Failed)
    assert str(ended.args[1].error) == "kept in the cupboard"


def test_finish_now_keeps_the_result_even_of_a_paused_job(qtbot: QtBot, runner: JobRunner) -> None:
    bench = Bench()
    runner.start("work", bench.make)
    bench.stepped.wait(5)
    runner.pause()
    with qtbot.waitSignal(runner.ended) as ended:
        runner.finish_now()

    assert ended.args[1] == Succeeded("kept")


def test_numbers_are_coalesced_by_time_and_the_rest_is_never_dropped(qtbot: QtBot, runner: JobRunner) -> None:
    probes = [LossWeightTried(0.1 * i, 0.5, 0.6, False) for i in range(20)]

    def operation() -> Operation[None]:
        for probe in probes:
            for step in range(50):
                yield StepDone(NetworkName.TWIN, step / 50, 0.0, 0.0)
            yield probe
            time.sleep(0.01)

    told: list[Event] = []
    runner.told.connect(told.append)
    with qtbot.waitSignal(runner.ended):
        runner.start("work", operation)

    assert [event for event in told if isinstance(event, LossWeightTried)] == probes
    assert len([event for event in told if isinstance(event, StepDone)]) <= 20
    assert told.index(probes[0]) > 0


def test_a_failure_keeps_its_words_and_drops_what_its_frames_held(qtbot: QtBot, runner: JobRunner) -> None:
    class Heavy:
        pass

    alive: list[weakref.ref[Heavy]] = []

    def operation() -> Operation[None]:
        heavy = Heavy()
        alive.append(weakref.ref(heavy))
        yield Progress("a", 1, 2)
        raise TrainingError("Too few pictures. Add more.")

    with qtbot.waitSignal(runner.ended) as ended:
        runner.start("work", operation)
    outcome = ended.args[1]
    gc.collect()

    assert isinstance(outcome, Failed)
    assert "Too few pictures" in outcome.details
    assert "operation" in outcome.details
    assert outcome.error.__traceback__ is None
    assert alive[0]() is None


def test_a_failure_while_making_the_operation_is_told(qtbot: QtBot, runner: JobRunner) -> None:
    def make() -> Operation[None]:
        raise ImportError("no torch")

    with qtbot.waitSignal(runner.ended) as ended:
        runner.start("work", make)

    assert isinstance(ended.args[1], Failed)


def test_a_second_job_is_refused_while_one_runs(runner: JobRunner) -> None:
    runner.start("work", Bench().make)

    with pytest.raises(RuntimeError, match="still under way"):
        runner.start("more", Bench().make)


def test_another_job_can_start_from_the_end_of_one(qtbot: QtBot, runner: JobRunner) -> None:
    results: list[object] = []

    def go_on(_title: str, outcome: object) -> None:
        results.append(outcome)
        if len(results) == 1:
            runner.start("second", lambda: quick(2))

    runner.ended.connect(go_on)
    runner.start("first", lambda: quick(1))
    qtbot.waitUntil(lambda: len(results) == 2)

    assert results == [Succeeded(1), Succeeded(2)]


def test_shutting_down_closes_the_operation_and_leaves_no_thread(runner: JobRunner) -> None:
    bench = Bench()
    runner.start("work", bench.make)
    bench.stepped.wait(5)
    runner.shut_down()

    assert bench.closed_in is bench.made_in
    assert not runner.busy


def test_thousands_of_emissions_leave_the_interpreter_whole(qtbot: QtBot, runner: JobRunner) -> None:
    told: list[Event] = []
    runner.told.connect(told.append)
    probes = [LossWeightTried(0.1, 0.5, 0.6, True)] * 5000
    with qtbot.waitSignal(runner.ended):
        runner.start("work", lambda: quick(None, *probes))

    assert len(told) == 5000
