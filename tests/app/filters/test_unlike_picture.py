"""That a picture is unlike the training pictures: on the view of a filter and on that of the answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from app.widgets.pictures.compute_scene import SceneMaker
from icnn_engine.audit.novelty import novelties, novelty_of
from icnn_engine.audit.novelty_words import unlike_by, unlike_words
from icnn_engine.inspection.look import Look, look_at
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer, settle, show_view
from tests.fake_run import make_fake_run, with_answers


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A run with 60 pictures, of which one of the test pictures is answered wrongly."""
    plain = make_fake_run(tmp_path, pictures=60)
    wrong = next(i for i, picture in enumerate(plain.pictures) if picture.side == "test" and picture.positive)
    return with_answers(plain, {wrong: 0.02})


def told(qtbot: QtBot, context: Context, key: str = "unlike") -> None:
    settle(qtbot, context)
    qtbot.waitUntil(lambda: not context.files.busy(key))


def strange(look: Look) -> Look:
    """The look at a picture whose maps no training picture has."""
    return replace(look, picture=None, maps=look.maps[::-1] * 9, twin_maps=look.twin_maps[::-1] * 9)


def test_pictures_of_the_run_are_said_to_be_unlike_where_they_are(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    every = novelties(run)
    assert every is not None
    unlike = next(i for i, novelty in enumerate(every) if novelty.unlike)
    like = next(i for i, novelty in enumerate(every) if not novelty.unlike)
    page.views.show_filter()
    page.scenes.look_at(unlike)
    told(qtbot, context)
    shown, hint = page.detail.unlike.text(), page.detail.unlike.accessibleDescription()
    page.scenes.look_at(like)
    told(qtbot, context)

    assert shown == unlike_words(every[unlike])
    assert hint == unlike_by(every[unlike])
    assert page.detail.unlike.isHidden()


def test_a_picture_from_elsewhere_is_said_to_be_unlike_and_a_broken_one_leaves_that(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Explainer(FakeExplainer):
        def explain(self, *_given: object) -> Look:
            return strange(look_at(run, 10))

    monkeypatch.setattr(SceneMaker, "_of", lambda _self, run: Explainer(run))
    Image.new("RGB", (90, 60), (200, 10, 10)).save(tmp_path / "mine.png")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    context.requests.picture.emit(tmp_path / "mine.png")
    qtbot.waitUntil(lambda: context.session.look.picture is None)
    told(qtbot, context)
    words = unlike_words(novelty_of(run, context.session.look))
    shown = page.detail.unlike.text()
    context.requests.picture.emit(tmp_path / "broken.png")
    asking = page.detail.unlike.text()
    told(qtbot, context)

    assert "should not be trusted" in words
    assert (shown, asking, page.detail.unlike.text()) == (words, "", words)


def test_another_filter_keeps_the_words_about_the_picture(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    page.views.show_filter()
    page.detail.kept.setChecked(True)
    page.scenes.follow_look(strange(look_at(run, 10)))
    told(qtbot, context)
    before = page.detail.unlike.text()
    page.panel.filter_chosen.emit(7)
    settle(qtbot, context)

    assert before
    assert page.detail.unlike.text() == before
    assert not context.files.busy("unlike")


def test_the_view_of_answers_says_it_of_the_picture_on_show(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_view(qtbot, page, FilterView.ANSWERS)
    answers = page.views.predictions
    qtbot.waitUntil(lambda: answers.picture >= 0)
    told(qtbot, context, "unlike answer")
    every = novelties(run)
    assert every is not None
    words = unlike_words(every[answers.picture])

    assert words
    assert answers.unlike.text() == words

    context.session.set_run(None)

    assert answers.unlike.isHidden()
