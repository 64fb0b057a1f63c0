"""Operations, their drivers' wishes, and the time they still need."""

import pytest

from icnn_engine.core.events import FinishFlag, FinishNow, Progress, TimeLeft, drain, duration_text


def counting(closed: list[bool]):
    try:
        for done in range(3):
            yield Progress("Counting", done, 3)
    finally:
        closed.append(True)
    return "counted"


def test_draining_gives_the_result_and_hands_on_every_event():
    heard, closed = [], []

    assert drain(counting(closed), heard.append) == "counted"
    assert [event.done for event in heard] == [0, 1, 2]


def test_a_listener_that_fails_closes_the_operation():
    closed = []

    with pytest.raises(ZeroDivisionError):
        drain(counting(closed), lambda _: 1 / 0)
    assert closed == [True]


def test_a_wish_to_finish_is_noted_and_the_operation_goes_on():
    wish, closed = FinishFlag(), []
    operation = wish.heard(counting(closed))
    next(operation)
    operation.send(FinishNow())

    assert wish.finish
    assert drain(operation) == "counted"


def test_closing_what_is_heard_closes_the_operation_itself():
    closed = []
    operation = FinishFlag().heard(counting(closed))
    next(operation)
    operation.close()

    assert closed == [True]


def test_time_left_is_that_of_the_pieces_still_to_do():
    now = [0.0]
    left = TimeLeft(lambda: now[0])
    left.seconds(Progress("Reading", 0, 10))
    now[0] = 4.0

    assert left.seconds(Progress("Reading", 2, 10)) == pytest.approx(16)


def test_a_stage_that_begins_once_more_is_timed_anew():
    now = [0.0]
    left = TimeLeft(lambda: now[0])
    left.seconds(Progress("Reading", 0, 10))
    now[0] = 100.0
    left.seconds(Progress("Reading", 10, 10))
    assert left.seconds(Progress("Reading", 0, 10)) is None
    now[0] = 101.0

    assert left.seconds(Progress("Reading", 5, 10)) == pytest.approx(1)


@pytest.mark.parametrize(("seconds", "words"), [(None, ""), (12.4, "12 s"), (200, "3 min")])
def test_durations_are_said_as_people_say_them(seconds, words):
    assert duration_text(seconds) == words
