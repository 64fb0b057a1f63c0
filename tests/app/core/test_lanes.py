from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.core.job_result import Failed
from app.core.lanes import POOL_WAITING, Lane, Pool
from app.core.messages import Message, Messages
from icnn_engine.core.errors import PictureError

PIXEL = np.zeros((1, 1), np.uint8)


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def lane(messages: Messages) -> Iterator[Lane]:
    made = Lane(messages)
    yield made
    made.shut_down()


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool()
    yield made
    made.shut_down()


def fail() -> int:
    raise PictureError("It is not a picture.")


def test_work_is_done_elsewhere_and_handed_back_in_the_gui_thread(qtbot: QtBot, lane: Lane) -> None:
    threads: list[object] = []
    lane.ask("a", threading.current_thread, lambda thread: threads.extend([thread, QThread.currentThread()]))
    qtbot.waitUntil(lambda: len(threads) == 2)

    assert threads[0] is not threading.main_thread()
    assert threads[1] is lane.thread()


def test_what_is_kept_is_done_even_when_the_lane_is_shut_down_first(messages: Messages) -> None:
    lane, done = Lane(messages), []
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        go_on.wait(5)

    lane.ask("slow", slow, lambda _none: None)
    begun.wait(5)
    lane.ask("dropped", lambda: done.append("dropped"), lambda _none: None)
    lane.ask("kept", lambda: done.append("kept"), lambda _none: None, kept=True)
    threading.Timer(0.2, go_on.set).start()
    lane.shut_down()

    assert done == ["kept"]


def test_the_latest_request_of_a_key_wins_even_over_one_being_worked_on(qtbot: QtBot, lane: Lane) -> None:
    got: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> int:
        begun.set()
        go_on.wait(5)
        return 0

    lane.ask("look", slow, got.append)
    begun.wait(5)
    for i in range(1, 5):
        lane.ask("look", lambda i=i: i, got.append)  # type: ignore[misc]
    lane.ask("other", lambda: 10, got.append)
    go_on.set()
    qtbot.waitUntil(lambda: 10 in got)

    assert got == [4, 10]


def test_an_error_of_a_lane_goes_to_the_user(qtbot: QtBot, lane: Lane, messages: Messages) -> None:
    with qtbot.waitSignal(messages.said) as said:
        lane.ask("a", fail, lambda _: None)

    assert said.args == [Message("problem", "It is not a picture.")]


def test_an_error_goes_to_the_asker_where_it_wants_it(qtbot: QtBot, lane: Lane, messages: Messages) -> None:
    failures: list[Failed] = []
    with qtbot.assertNotEmitted(messages.said):
        lane.ask("a", fail, lambda _: None, failures.append)
        qtbot.waitUntil(lambda: bool(failures))

    assert str(failures[0].error) == "It is not a picture."


def test_a_forgotten_request_is_not_delivered(qtbot: QtBot, lane: Lane) -> None:
    got: list[int] = []
    lane.ask("a", lambda: 1, got.append)
    lane.forget("a")
    lane.ask("b", lambda: 2, got.append)
    qtbot.waitUntil(lambda: 2 in got)

    assert got == [2]


def test_the_pool_serves_the_latest_request_first(qtbot: QtBot, pool: Pool) -> None:
    go_on, end, begun = threading.Event(), threading.Event(), threading.Semaphore(0)
    order: list[object] = []

    def slow(until: threading.Event) -> np.ndarray:
        begun.release()
        until.wait(5)
        return PIXEL

    pool.ask("block", lambda: slow(go_on), lambda _: order.append("block"))
    pool.ask("other block", lambda: slow(end), print)
    assert begun.acquire(timeout=5)
    assert begun.acquire(timeout=5)
    for key in range(6):
        pool.ask(key, lambda: PIXEL, lambda _, key=key: order.append(key))
    go_on.set()  # one thread serves what waits, the other goes on blocking
    qtbot.waitUntil(lambda: len(order) == 7)
    end.set()

    assert order == ["block", 5, 4, 3, 2, 1, 0]


def test_the_pool_drops_the_oldest_requests_and_forgets_on_demand(qtbot: QtBot, pool: Pool) -> None:
    go_on = threading.Event()
    made: list[object] = []

    def slow() -> np.ndarray:
        go_on.wait(5)
        return PIXEL

    pool.ask(("use", "a"), slow, lambda _: made.append("forgotten"))
    pool.ask(("use", "b"), slow, lambda _: made.append("b"))
    time.sleep(0.05)
    for key in range(POOL_WAITING + 10):
        pool.ask(("use", key), lambda: PIXEL, made.append)
    pool.ask(("another", "c"), lambda: PIXEL, lambda _: made.append("c"))
    pool.forget("use")
    pool.ask(("use", "a"), lambda: PIXEL, lambda _: made.append("a"))
    go_on.set()
    qtbot.waitUntil(lambda: {"a", "c"} <= set(made))
    qtbot.wait(50)

    assert set(made) == {"a", "c"}


def test_a_picture_that_cannot_be_made_is_told_as_missed(qtbot: QtBot, pool: Pool) -> None:
    def broken() -> np.ndarray:
        raise PictureError("It is empty.")

    failures: list[Failed] = []
    pool.ask("a", broken, print, failures.append)
    qtbot.waitUntil(lambda: bool(failures))

    assert str(failures[0].error) == "It is empty."


def test_a_key_asked_for_again_while_it_runs_answers_the_last_asker(qtbot: QtBot, pool: Pool) -> None:
    go_on, begun = threading.Event(), threading.Event()
    answered: list[str] = []

    def slow() -> np.ndarray:
        begun.set()
        go_on.wait(5)
        return PIXEL

    pool.ask("a", slow, lambda _: answered.append("first"))
    assert begun.wait(5)
    pool.ask("a", slow, lambda _: answered.append("last"))
    go_on.set()
    qtbot.waitUntil(lambda: bool(answered))

    assert answered == ["last"]
