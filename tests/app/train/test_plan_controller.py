"""The plan of a training: how long it takes, why it cannot start, what it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core import training_operations
from app.core.context import Context
from app.train import page as train_page
from app.train.page import TrainPage
from icnn_engine.core.config import SHUFFLED, make_settings
from tests.app.pictures import listed
from tests.app.train.train_page import FakeTraining, click


def test_an_impossible_training_cannot_be_started_and_says_why(page: TrainPage, context: Context) -> None:
    usual = page.start.isEnabled(), page.plan.refusal.isVisible()
    context.session.set_folder(listed(Path("/few"), fox=3, cat=20))
    context.requests.train_category.emit("fox")
    few = page.start.isEnabled(), page.plan.refusal.text(), page.start.toolTip()
    page.begin()
    began = context.jobs.busy
    context.requests.train_category.emit("cat")
    others = page.plan.refusal.text()
    page.form.fields["background"].set_value(SHUFFLED)
    page.form.fields["background"].edited.emit()

    assert usual == (True, False)
    assert few[0] is False
    assert "3 of fox" in few[1]
    assert few[2] == few[1]
    assert not began
    assert "3 of the background" in others
    assert page.start.isEnabled()


def test_how_long_it_takes_is_said_beside_the_start_for_the_settings_as_they_are(
    qtbot: QtBot, page: TrainPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train_page, "runs_folder", lambda: tmp_path)
    page.form.fields["category"].set_value("fox")
    page.form.fields["category"].edited.emit()
    forecast = page.form.forecast
    qtbot.waitUntil(forecast.isVisible)
    usual, steps, offered = forecast.text(), forecast.toolTip(), page.form.preset.currentText()
    page.form.fields["epochs"].setValue(500)
    qtbot.waitUntil(lambda: forecast.text() != usual)
    longer = forecast.toolTip()
    unclear = training_operations.training_forecast(listed(Path("/p"), fox=30, cat=20), make_settings({}), tmp_path)

    assert unclear.words == ""
    assert usual.startswith("About ")
    assert "guess" in usual
    assert "s training" in steps
    assert "about" in offered
    assert "min training" in longer


def test_another_page_chooses_the_category_and_the_run_can_be_named(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    context.requests.train_category.emit("fox")
    usual = page.form.fields["name"].placeholderText()
    page.form.fields["name"].setText("my foxes")
    fake.go_on.set()
    with qtbot.waitSignal(context.jobs.started):
        click(qtbot)(page.start)
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)

    assert usual == "fox"
    assert fake.asked is not None
    assert (fake.asked[1].category, fake.asked[1].name) == ("fox", "my foxes")
    assert context.jobs.title == "Training: my foxes"


def test_more_settings_stay_open_as_they_were_left(qtbot: QtBot, context: Context, page: TrainPage) -> None:
    folded = page.form.fields["epochs"].isVisible()
    click(qtbot)(page.form.more.button)
    again = TrainPage(context)
    qtbot.addWidget(again)

    assert not folded
    assert page.form.fields["epochs"].isVisible()
    assert again.form.more.is_open


def test_a_training_with_boxes_can_be_asked_for_and_its_setting_is_shown(page: TrainPage, context: Context) -> None:
    before = page.form.values()["region"], page.form.more.is_open
    context.requests.train_boxes.emit()

    assert before == ("whole", False)
    assert page.form.values()["region"] == "boxes"
    assert page.form.more.is_open


def test_the_form_keeps_its_values_when_the_window_is_built_anew(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    context.session.set_folder(listed(Path("/kinds"), fox=30, cat=30, dog=30))
    page.form.set_values(
        {"categories": ("cat", "dog"), "region": "object", "epochs": 7, "name": "mine", "background": "fox"}
    )
    kept = page.form.values()
    again = TrainPage(context)
    qtbot.addWidget(again)

    assert kept["categories"] == ("cat", "dog")
    assert again.form.values() == kept


def test_another_folder_can_be_opened_while_several_categories_are_ticked(page: TrainPage, context: Context) -> None:
    context.session.set_folder(listed(Path("/kinds"), fox=30, cat=30, dog=30))
    page.form.set_values({"categories": ("cat", "dog"), "region": "boxes"})
    context.session.set_folder(listed(Path("/others"), fox=30, hen=30))

    assert page.form.fields["region"].value() == "whole"
    assert "Tick two" in page.plan.refusal.text()
