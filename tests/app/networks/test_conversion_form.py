"""The conversion in the dialog: what is said of it, what it is started with, and how it ends."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.networks import controller as module
from app.networks.controller import NetworkController
from icnn_engine.core.errors import WeightsError
from icnn_engine.core.events import Operation, Progress
from icnn_engine.runs.run_folder import Run
from tests.app.networks.networks import FakeLook, read
from tests.own_network import as_converted


@pytest.fixture
def conversion(fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> FakeLook:
    made = FakeLook(as_converted(fake_run))
    monkeypatch.setattr(module, "convert", made)
    return made


def test_what_a_conversion_means_is_said_once_it_is_chosen(qtbot: QtBot, controller: NetworkController) -> None:
    read(qtbot, controller)
    dialog, form = controller.dialog, controller.dialog.form.conversion
    before = form.told.isVisible(), form.more.isVisible(), dialog.look.text(), dialog.command.whole.split()[1]
    form.convert.click()
    after = form.told.isVisible(), form.more.isVisible(), dialog.look.text(), dialog.command.whole.split()[1]

    assert before == (False, False, "Look inside", "inspect")
    assert after == (True, True, "Convert", "convert")
    assert "do not expect several different parts" in form.told.text()
    assert "--epochs 32 --batch 32" in dialog.command.whole


def test_a_finished_conversion_opens_its_run_on_the_page_that_says_what_it_changed(
    qtbot: QtBot, controller: NetworkController, context: Context, conversion: FakeLook
) -> None:
    pages: list[str] = []
    context.requests.page.connect(pages.append)
    read(qtbot, controller)
    form = controller.dialog.form.conversion
    form.convert.click()
    form.epochs.set_value(7)
    form.rate.set_value(0.001)
    controller.dialog.look.click()
    conversion.may_end = True
    qtbot.waitUntil(lambda: context.session.run is conversion.run)

    assert conversion.asked is not None
    settings = conversion.asked[1]
    assert (settings.epochs, settings.batch, settings.learning_rate, settings.strength) == (7, 32, 0.001, 0.1)
    assert pages == ["measure"]


@pytest.mark.usefixtures("conversion")
def test_a_conversion_can_be_cancelled_and_keeps_nothing(
    qtbot: QtBot, controller: NetworkController, context: Context
) -> None:
    read(qtbot, controller)
    controller.dialog.form.conversion.convert.click()
    controller.dialog.look.click()
    qtbot.waitUntil(lambda: controller.dialog.bar.maximum() == 4)
    controller.dialog.cancel.click()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert context.session.run is None
    assert controller.dialog.refusal.text() == "Cancelled: nothing was kept."


def test_a_layer_that_cannot_be_converted_is_refused_in_place_and_the_form_stays(
    qtbot: QtBot, controller: NetworkController, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> Operation[Run]:
        yield Progress("Opening the network", 0, 1)
        raise WeightsError("Nothing with weights makes the layer layer3, so it cannot be converted.")

    monkeypatch.setattr(module, "convert", refuse)
    read(qtbot, controller)
    form = controller.dialog.form
    form.conversion.convert.click()
    form.conversion.epochs.set_value(9)
    controller.dialog.look.click()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert "cannot be converted" in controller.dialog.refusal.text()
    assert form.conversion.values()["epochs"] == 9
    assert form.isEnabled()
    assert controller.dialog.look.isEnabled()


def test_another_window_shows_that_a_conversion_was_chosen(
    qtbot: QtBot, controller: NetworkController, context: Context
) -> None:
    read(qtbot, controller)
    controller.dialog.form.conversion.convert.click()
    controller.dialog.form.conversion.strength.set_value(0.03)
    window = QMainWindow()
    qtbot.addWidget(window)
    other = NetworkController(context, window)
    other.open()

    assert other.dialog.form.conversion.values() == controller.dialog.form.conversion.values()
    assert other.dialog.form.conversion.told.isVisible()
    assert other.dialog.look.text() == "Convert"
