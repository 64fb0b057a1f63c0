from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.engine import EngineState
from app.core.inspection_watch import InspectionWatch
from app.core.job_result import Succeeded
from app.networks import controller as module
from app.networks.asked import source_of
from app.networks.controller import NetworkController
from icnn_engine.core.errors import UntrustedCodeError, WeightsError
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.runs.run_folder import Run
from tests.app.networks.networks import FILE, FakeLook, read, reading
from tests.app.pictures import listed
from tests.own_network import as_own


@pytest.fixture
def look(fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> FakeLook:
    made = FakeLook(as_own(fake_run))
    monkeypatch.setattr(module, "inspect", made)
    return made


def test_the_architecture_is_guessed_from_the_file_s_name_once_the_names_are_known(
    qtbot: QtBot, controller: NetworkController, context: Context
) -> None:
    controller.open(Path(FILE))
    before = controller.dialog.source.architecture.currentText()
    context.engine.load()
    qtbot.waitUntil(lambda: context.engine.state is EngineState.READY)
    qtbot.waitUntil(lambda: controller.dialog.source.architecture.currentText() == "resnet18")

    assert before == ""


def test_reading_lists_the_layers_and_ticks_the_categories_whose_answers_are_known(
    qtbot: QtBot, controller: NetworkController
) -> None:
    read(qtbot, controller)
    form = controller.dialog.form

    assert form.layers.rowCount() == 3
    assert form.layers.value() == "layer3"
    assert form.answers.chosen() == ("fox",)
    assert form.answers.item(0, 1).text() == "red fox|kit fox"
    assert controller.dialog.look.isEnabled()


def test_the_command_is_that_of_the_form_and_can_be_copied(qtbot: QtBot, controller: NetworkController) -> None:
    read(qtbot, controller)
    controller.dialog.form.answers.item(0, 1).setText("red fox")
    controller.dialog.form.filters.set_value(8)
    controller.dialog.copy.click()
    command = QGuiApplication.clipboard().text()

    assert f"--architecture resnet18 --weights {FILE} --layer layer3" in command
    assert "'fox=red fox'" in command
    assert "--category fox" in command
    assert "--filters 8" in command


def test_without_an_architecture_it_is_said_in_place_what_is_missing(controller: NetworkController) -> None:
    controller.open()
    controller.dialog.source.read.click()

    assert "architecture" in controller.dialog.source.refusal.text()


def test_what_was_refused_is_no_longer_said_once_the_form_has_changed(controller: NetworkController) -> None:
    controller.open(Path("/nets/mine.pth"))
    controller.dialog.source.read.click()
    refused = controller.dialog.source.refusal.text()
    controller.dialog.source.architecture.setEditText("resnet18")

    assert "architecture" in refused
    assert controller.dialog.source.refusal.isHidden()
    assert not controller.dialog.look.isEnabled()


def test_an_error_of_reading_is_shown_in_place(
    qtbot: QtBot, controller: NetworkController, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise WeightsError("These are not weights of resnet18.")

    monkeypatch.setattr(module, "read_network", fail)
    controller.open(Path(FILE))
    controller.dialog.source.architecture.setEditText("resnet18")
    controller.dialog.source.read.click()
    qtbot.waitUntil(lambda: bool(controller.dialog.source.refusal.text()))

    assert controller.dialog.source.refusal.text() == "These are not weights of resnet18."
    assert controller.dialog.source.isEnabled()


def test_another_file_has_to_be_read_before_it_is_looked_at(qtbot: QtBot, controller: NetworkController) -> None:
    read(qtbot, controller)
    controller.dialog.source.weights.set_value("/nets/other.pth")

    assert not controller.dialog.look.isEnabled()
    assert "read the network first" in controller.dialog.refusal.text()


def test_code_is_run_only_after_it_was_confirmed(
    qtbot: QtBot, controller: NetworkController, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted: list[Path] = []
    asked: list[str] = []

    def read_code(_engine: object, source: NetworkSource, categories: tuple[str, ...]) -> object:
        if not trusted:
            raise UntrustedCodeError("not confirmed")
        return reading(source, categories)

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        wanted = "Run it" if len(asked) > 1 else "Do not run it"
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(module, "read_network", read_code)
    monkeypatch.setattr(module, "trust_code", trusted.append)
    monkeypatch.setattr(QMessageBox, "exec", answer)
    controller.open()
    controller.dialog.source.file.set_value("/nets/mine.py")
    controller.dialog.source.function.setText("small")
    controller.dialog.source.read.click()
    qtbot.waitUntil(lambda: bool(controller.dialog.source.refusal.text()))
    refused = list(trusted)
    controller.dialog.source.read.click()
    qtbot.waitUntil(lambda: controller._watch.reading is not None)

    assert refused == []
    assert asked[0] == "Run small() of /nets/mine.py?"
    assert trusted == [Path("/nets/mine.py")]


def test_a_finished_look_opens_its_run_on_the_filters_page(
    qtbot: QtBot, controller: NetworkController, context: Context, look: FakeLook
) -> None:
    pages: list[str] = []
    context.requests.page.connect(pages.append)
    read(qtbot, controller)
    controller.dialog.form.filters.set_value(12)
    controller.dialog.look.click()
    qtbot.waitUntil(lambda: controller.dialog.bar.maximum() == 4)
    busy = not controller.dialog.cancel.isHidden(), controller.dialog.look.isEnabled()
    look.may_end = True
    qtbot.waitUntil(lambda: context.session.run is look.run)

    assert busy == (True, False)
    assert look.asked is not None
    assert look.asked[0].layer == "layer3"
    assert look.asked[1].filters == 12
    assert look.asked[1].category == "fox"
    assert pages == ["filters"]
    assert controller.dialog.isHidden()


def test_a_cancelled_look_keeps_nothing_and_can_be_begun_again(
    qtbot: QtBot, controller: NetworkController, context: Context, look: FakeLook
) -> None:
    read(qtbot, controller)
    controller.dialog.look.click()
    qtbot.waitUntil(lambda: controller.dialog.bar.maximum() == 4)
    controller.dialog.cancel.click()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert look.asked is not None
    assert context.session.run is None
    assert controller.dialog.refusal.text() == "Cancelled: nothing was kept."
    assert controller.dialog.look.isEnabled()


def test_a_look_that_ends_behind_another_run_is_offered(
    qtbot: QtBot, controller: NetworkController, context: Context, look: FakeLook, fake_run: Run
) -> None:
    offers: list[str] = []
    context.messages.said.connect(lambda message: offers.append(message.offer.title) if message.offer else None)
    read(qtbot, controller)
    controller.dialog.look.click()
    controller.dialog.hide()
    context.session.set_run(fake_run)
    look.may_end = True
    qtbot.waitUntil(lambda: bool(offers))

    assert context.session.run is fake_run
    assert offers == ["See its filters"]


def test_another_window_shows_what_the_form_held(qtbot: QtBot, controller: NetworkController, context: Context) -> None:
    read(qtbot, controller)
    controller.dialog.form.layers.selectRow(2)
    controller.dialog.form.answers.item(1, 1).setText("ox")
    controller.dialog.form.filters.set_value(9)
    window = QMainWindow()
    qtbot.addWidget(window)
    other = NetworkController(context, window)
    other.open()
    form = other.dialog.form

    assert other.dialog.source.values() == controller.dialog.source.values()
    assert form.layers.value() == "layer4"
    assert form.filters.value() == 9
    assert form.answers.given() == {"yak": "ox"}
    assert other.dialog.look.isEnabled()


def test_categories_of_another_folder_are_matched_anew(
    qtbot: QtBot, controller: NetworkController, context: Context, tmp_path: Path
) -> None:
    read(qtbot, controller)
    context.session.set_folder(listed(tmp_path / "other", yak=2, fox=2, gnu=2))
    qtbot.waitUntil(lambda: controller.dialog.form.answers.rowCount() == 3)

    assert controller.dialog.form.answers.chosen() == ("fox",)


def test_a_failure_is_told_where_the_dialog_is_not_on_show(context: Context, qtbot: QtBot) -> None:
    watch: InspectionWatch = context.inspection
    said: list[str] = []
    context.messages.said.connect(lambda message: said.append(message.text))

    def fail() -> Operation[Run]:
        yield Progress("Opening the network", 0, 1)
        raise WeightsError("no such layer")

    watch.start("Looking", fail)
    with qtbot.waitSignal(watch.ended) as ended:
        pass

    assert not isinstance(ended.args[0], Succeeded)
    assert said == ["no such layer"]


def test_how_pictures_are_prepared_is_that_of_the_network_unless_it_is_written_otherwise(
    qtbot: QtBot, controller: NetworkController
) -> None:
    read(qtbot, controller)
    form = controller.dialog.form
    before = source_of(controller._watch.draft)
    usual = form.mean.placeholderText(), before.mean, before.resize
    form.mean.setText("0.4 0.5 0.6")
    form.resize_to.set_value(0)
    source = source_of(controller._watch.draft)
    form.mean.setText("0.4 0.5")

    assert usual == ("0.5 0.5 0.5", None, None)
    assert (source.mean, source.resize) == ((0.4, 0.5, 0.6), 0)
    assert "mean" in controller.dialog.refusal.text()
    assert not controller.dialog.look.isEnabled()


def test_the_dialog_fits_a_small_screen(controller: NetworkController, qtbot: QtBot) -> None:
    read(qtbot, controller)
    least = controller.dialog.minimumSizeHint()

    assert least.width() <= 760
    assert least.height() <= 420
