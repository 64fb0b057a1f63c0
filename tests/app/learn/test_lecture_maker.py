"""The chapters as steps: for several categories, about another filter or run, computed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.learn.chapters.contents import MAKERS, USUAL, chapter_titles
from app.learn.lecture_maker import LectureMaker
from icnn_engine.lecture import chapters
from icnn_engine.runs.run_folder import Run
from tests.app.learn.conftest import with_weights
from tests.fake_run import make_fake_run


@pytest.fixture
def maker() -> LectureMaker:
    return LectureMaker(lambda: None)


def said(maker: LectureMaker, run: Run, filter: int | None = None, picture: int | None = None) -> dict[str, str]:
    """All that each chapter says."""
    topic = maker.topic(run, filter, picture)
    return {name: "\n".join(step.text for step in maker.steps(topic, name)) for name in MAKERS}


def test_the_window_and_the_engine_have_the_same_chapters() -> None:
    assert list(MAKERS) == list(USUAL) == list(chapter_titles()) == list(chapters.CHAPTERS)


def test_another_filter_and_picture_change_what_is_said(maker: LectureMaker, lecture_run: Run) -> None:
    first = said(maker, lecture_run, 0)
    picture = maker.topic(lecture_run, 3, None).pictures[-1]
    second = said(maker, lecture_run, 3, picture)
    same = {name for name in MAKERS if first[name] == second[name]}

    assert same == {"cost"}  # which is about all pictures and filters


def test_another_run_changes_what_is_said(maker: LectureMaker, lecture_run: Run, tmp_path: Path) -> None:
    other = with_weights(make_fake_run(tmp_path, pictures=35, filters=14), seed=1)
    first, second = said(maker, lecture_run), said(maker, other)

    assert not {name for name in MAKERS if first[name] == second[name]}


def test_a_run_of_several_categories_has_the_whole_lecture(maker: LectureMaker, tmp_path: Path) -> None:
    run = with_weights(make_fake_run(tmp_path, several=True))
    told = said(maker, run, 11)  # a filter that answers to insects

    assert set(told) == set(MAKERS)
    assert "insect" in told["template"]
    assert "insect" in told["cam"]


def test_a_chapter_is_computed_once(maker: LectureMaker, lecture_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    topic = maker.topic(lecture_run, None, None)
    before = maker.steps(topic, "pixels")
    monkeypatch.setitem(chapters.CHAPTERS, "pixels", lambda *_: pytest.fail("computed again"))

    assert [step.text for step in maker.steps(topic, "pixels")] == [step.text for step in before]
