from __future__ import annotations

from dataclasses import replace

from app.measure.landmarks.annotation_session import AnnotationSession, in_order
from icnn_engine.data.tables.marks import Marks
from icnn_engine.runs.run_folder import Run


def session(run: Run, *parts: str) -> AnnotationSession:
    marks = Marks()
    for part in parts:
        marks = marks.with_part(part)
    return AnnotationSession(in_order(run.pictures), marks)


def marked(now: AnnotationSession, *parts: str) -> AnnotationSession:
    marks = now.marks
    for part in parts:
        marks = marks.put(now.picture.name, part, (1, 2))
    return now.with_table(marks)


def test_held_out_pictures_of_the_category_come_first(fake_run: Run) -> None:
    pictures = in_order(fake_run.pictures)
    sides = [picture.side for picture in pictures]

    assert sides == sorted(sides, key=("test", "choose", "train").index)
    assert {picture.name for picture in pictures} == {p.name for p in fake_run.pictures if p.positive}


def test_several_categories_come_by_turns(fake_run: Run) -> None:
    shown = [p for p in fake_run.pictures if p.positive and p.side == "train"]
    mixed = [replace(p, category="cat" if i < len(shown) // 2 else "fox") for i, p in enumerate(shown)]
    categories = [picture.category for picture in in_order(mixed)]

    assert categories[:4] == ["cat", "fox", "cat", "fox"]
    assert len(categories) == len(shown)


def test_the_next_part_is_chosen_and_then_the_next_picture(fake_run: Run) -> None:
    first = marked(session(fake_run, "head", "tail"), "head").onwards(advance=True)
    second = marked(first, "tail").onwards(advance=True)

    assert (first.at, first.part_name) == (0, "tail")
    assert (second.at, second.part_name) == (1, "head")


def test_going_on_by_itself_can_be_off(fake_run: Run) -> None:
    assert marked(session(fake_run, "head"), "head").onwards(advance=False).at == 0


def test_pictures_that_are_done_are_passed_over(fake_run: Run) -> None:
    now = marked(session(fake_run, "head").showing(1), "head").showing(0)

    assert marked(now, "head").onwards(advance=True).at == 2
    assert now.showing(1).at == 1


def test_it_begins_where_marking_was_left(fake_run: Run) -> None:
    now = marked(session(fake_run, "head", "tail"), "head", "tail")
    now = marked(now.showing(1), "head").showing(0).at_first_open()

    assert (now.at, now.part_name) == (1, "tail")
    assert now.done() == 1


def test_the_last_picture_is_stayed_at(fake_run: Run) -> None:
    now = session(fake_run, "head").showing(10_000)

    assert now.at == len(now.pictures) - 1
    assert marked(now, "head").onwards(advance=True).at == now.at
    assert now.showing(-1).at == 0


def test_without_a_part_nothing_is_done(fake_run: Run) -> None:
    now = session(fake_run)

    assert now.part_name is None
    assert now.done() == 0
    assert now.choosing(3) == now
