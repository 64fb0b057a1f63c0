"""What the Measure page says of pictures that are unlike the training pictures."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.page import MeasurePage
from icnn_engine.audit.novelty import abstention
from icnn_engine.audit.novelty_words import abstention_words
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run


def test_the_card_says_what_is_gained_by_not_trusting_answers_about_unlike_pictures(
    qtbot: QtBot, page: MeasurePage, context: Context, tmp_path: Path
) -> None:
    run = make_fake_run(tmp_path, pictures=200)
    context.session.set_run(run)
    qtbot.waitUntil(lambda: bool(page.verdict.unlike.text()))
    words = page.verdict.unlike.text()
    context.session.set_run(None)

    assert words == abstention_words(abstention(run)) != ""
    assert page.verdict.unlike.isHidden()


def test_of_too_few_pictures_the_card_says_nothing(
    qtbot: QtBot, page: MeasurePage, context: Context, own_run: Run
) -> None:
    context.session.set_run(own_run)
    qtbot.waitUntil(lambda: not context.files.busy("abstention"))

    assert page.verdict.unlike.isHidden()
