"""The result of a finished training on the Train page."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.train.page import TrainPage
from app.train.result_banner import ResultBanner
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import verdict_sentences
from tests.app.pictures import listed
from tests.app.train.train_page import FakeTraining, click


def test_the_result_stands_at_the_top_and_survives_a_page_built_anew(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    fake.go_on.set()
    page.form.fields["epochs"].set_value(4)
    with qtbot.waitSignal(context.jobs.ended, timeout=20_000):
        click(qtbot)(page.start)
    told: list[object] = []
    context.training.progressed.connect(lambda *progress: told.append(progress))
    again = TrainPage(context)  # as when the language is changed
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitSignal(context.requests.page) as wish:
        click(qtbot)(again.live.result.measure)

    for one in (page, again):
        assert one.live.result.isVisible()
        assert not one.training.isVisible()
        assert one.live.result.sentence.text()
        assert len(one.gallery.places) == 8
        assert one.live.summary.text()
    assert len(again.curves["class"].points("twin")) == 4
    assert again.live.result.kept.text() == f"Kept as {fake.run.short_name}."
    assert wish.args == ["measure"]
    assert told == []  # nothing goes on any more


def test_the_result_goes_when_other_pictures_are_opened(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining, tmp_path: Path
) -> None:
    fake.go_on.set()
    with qtbot.waitSignal(context.jobs.ended, timeout=20_000):
        click(qtbot)(page.start)
    before = page.live.result.isVisible()
    context.session.set_folder(listed(tmp_path / "others", dog=12))

    assert before
    assert not page.live.result.isVisible()
    assert context.training.run is None


def test_the_result_is_the_verdict_that_every_page_gives(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    fake.go_on.set()
    with qtbot.waitSignal(context.jobs.ended, timeout=20_000):
        click(qtbot)(page.start)
    told = verdict_sentences(run_verdict(fake.run))
    qtbot.waitUntil(lambda: told.gain in page.live.result.sentence.text())

    assert page.live.result.sentence.text().splitlines() == [told.gain, told.price, told.parts]
    assert not page.live.answers.isVisible()


def test_a_loss_against_the_twin_is_a_warning_at_the_end_of_a_training(qtbot: QtBot) -> None:
    banner = ResultBanner()
    qtbot.addWidget(banner)
    banner.show_result(("Its filters keep.",), "foxes", "It is right less often: accuracy is lost.")
    lost = banner.loss.isHidden(), banner.loss.property("role"), banner.accessibleName()
    banner.show_result(("Its filters keep.",), "foxes")

    assert lost == (
        False,
        "warning",
        "The training is done. It is right less often: accuracy is lost. Its filters keep.",
    )
    assert banner.loss.isHidden()


def test_a_stopped_training_and_its_boxes_go_when_other_pictures_are_opened(
    qtbot: QtBot, context: Context, page: TrainPage, tmp_path: Path
) -> None:
    page.form.set_region("boxes")
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.training.stop)
    before = page.training.isVisible()
    context.session.set_folder(listed(tmp_path / "other", fox=3))

    assert before
    assert not page.training.isVisible()
    assert page.form.values()["region"] == "whole"
