"""The way through the steps of the lecture."""

from __future__ import annotations

import pytest

from app.learn.course import Course
from app.learn.drawing.items import Step


def steps(*titles: str) -> tuple[Step, ...]:
    return tuple(Step(title, ()) for title in titles)


@pytest.fixture
def course() -> Course:
    made = Course({"a": 2, "b": 3})
    made.set_steps("a", steps("a1", "a2"))
    return made


def title(course: Course) -> str:
    return "" if course.step is None else course.step.title


def test_it_goes_on_into_the_next_chapter_which_comes_in_later(course: Course) -> None:
    course.move(1)
    course.move(1)
    waiting, number = course.step, course.number
    course.set_steps("b", steps("b1", "b2", "b3", "b4"))

    assert waiting is None
    assert number == 3
    assert title(course) == "b1"
    assert course.count == 6


def test_it_goes_back_to_the_last_step_of_a_chapter_that_comes_in_later() -> None:
    course = Course({"a": 2, "b": 3})
    course.go_to("b")
    course.move(-1)
    number = course.number
    course.set_steps("a", steps("a1", "a2", "a3"))

    assert number == 2
    assert title(course) == "a3"


def test_it_stays_at_its_ends(course: Course) -> None:
    course.move(-1)
    first = title(course)
    course.set_steps("b", steps("b1"))
    course.go_to_last()
    course.move(1)

    assert first == "a1"
    assert title(course) == "b1"
    assert course.number == course.count == 3


def test_the_place_stays_when_the_steps_are_computed_anew(course: Course) -> None:
    course.move(1)
    course.forget()
    waiting = course.step
    course.set_steps("a", steps("x1", "x2"))

    assert waiting is None
    assert title(course) == "x2"


def test_a_move_is_told_once_and_standing_still_never(course: Course) -> None:
    told: list[int] = []
    course.moved.connect(lambda: told.append(course.number))
    course.move(-1)
    course.move(1)
    course.go_to_first()

    assert told == [2, 1]
