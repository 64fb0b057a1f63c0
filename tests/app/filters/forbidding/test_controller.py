"""Forbidding a part in the window: asking, fitting, refusing, cancelling, and what cards say afterwards."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.filters.forbidding.forbid_dialog import ForbidDialog
from app.filters.page import FiltersPage
from icnn_engine.audit.forbidden_regions import ForbiddenRegions
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName, Operation, Progress
from icnn_engine.runs.run_folder import Run
from tests.app.filters.parts.parts_page import settle_parts, show_run
from tests.fake_run import make_fake_run
from tests.forbidden_runs import without_part_2

FIT = "icnn_engine.experiment.forbid_run.forbid"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path)


def click_start(qtbot: QtBot, dialog: ForbidDialog) -> None:
    start = dialog.findChild(QPushButton, "forbid_start")
    assert isinstance(start, QPushButton)
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)


def test_a_part_is_forbidden_from_its_card_and_the_new_run_opens_on_the_measure_page(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ForbiddenRegions] = []

    def forbid(given: Run, regions: ForbiddenRegions) -> Operation[Run]:
        asked.append(regions)
        yield Progress("Covering and pasting the part", 1, 2)
        return without_part_2(given)

    monkeypatch.setattr(FIT, forbid)
    pages: list[str] = []
    context.requests.page.connect(pages.append)
    show_run(qtbot, context, page, run)
    page.views.parts.cards[1].forbid.click()
    dialog = page.forbidding.dialog
    told = dialog.told.text()
    click_start(qtbot, dialog)
    busy = dialog.cancel.isVisible(), dialog.start.isVisible()
    qtbot.waitUntil(lambda: not context.jobs.busy and not dialog.isVisible(), timeout=60_000)
    settle_parts(qtbot, context)

    assert "does not use Part 2" in told
    assert busy == (True, False)
    assert asked[0].filters == run.groups()[1]
    assert context.session.run is not None
    assert context.session.run.name.endswith("without-Part-2")
    assert pages[-1] == "measure"


def test_cards_of_such_a_run_say_what_is_not_allowed_and_offer_no_second_part(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_run(qtbot, context, page, without_part_2(run))
    cards = page.views.parts.cards

    assert [card.forbidden.isVisibleTo(card) for card in cards] == [False, True, False]
    assert not any(card.forbid.isEnabled() for card in cards)
    assert "already not allowed" in cards[0].forbid.toolTip()
    assert not cards[0].menu().actions()[-1].isEnabled()


def test_the_menu_of_the_wall_offers_it_for_parts_of_the_interpretable_network(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_run(qtbot, context, page, run)
    of_part, of_none = (page.forbidding.menu(index).actions()[0] for index in (0, 13))
    enabled = of_part.isEnabled(), of_none.isEnabled()
    page.choose_network(NetworkName.TWIN)
    of_twin = page.forbidding.menu(0).actions()[0].isEnabled()

    assert enabled == (True, False)
    assert of_none.toolTip() == "This filter holds no part."
    assert not of_twin


def test_the_palette_asks_about_the_part_of_the_chosen_filter(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_run(qtbot, context, page, run)
    context.session.set_filter(run.groups()[2][0])
    context.requests.forbid.emit()
    dialog = page.forbidding.dialog

    assert dialog.isVisible()
    assert dialog.choice.currentText() == "Part 3"
    assert [dialog.choice.itemText(i) for i in range(dialog.choice.count())] == ["Part 1", "Part 2", "Part 3"]


def test_boxes_drawn_in_the_folder_and_a_table_can_be_chosen(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, tmp_path: Path
) -> None:
    (run.images / "boxes.csv").write_text("image,x,y,width,height\n", encoding="utf-8")
    show_run(qtbot, context, page, run)
    page.forbidding.ask_about(0)
    dialog = page.forbidding.dialog
    offered = dialog.choice.findData(str(run.images / "boxes.csv"))
    dialog.add_table(str(tmp_path / "stamps.csv"))

    assert offered == 3
    assert dialog.choice.value() == str(tmp_path / "stamps.csv")
    assert "does not use what stamps.csv marks" in dialog.told.text()


def test_a_table_that_marks_too_little_is_refused_before_anything_long_begins(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context.engine, "wait", lambda: pytest.fail("the engine was waited for"))
    table = tmp_path / "stamps.csv"
    table.write_text(f"image,x,y,width,height\n{run.pictures[0].name},4,4,20,20\n", encoding="utf-8")
    show_run(qtbot, context, page, run)
    page.forbidding.ask_about(0)
    dialog = page.forbidding.dialog
    dialog.add_table(str(table))
    click_start(qtbot, dialog)
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)

    assert dialog.isVisible()
    assert "at least 5" in dialog.refusal.text()
    assert dialog.start.isEnabled()
    assert context.session.run is run


def test_a_run_that_answers_through_hidden_layers_says_so_at_once(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    layers = run.settings.model_copy(update={"variant": "paper"})
    context.requests.parts.emit()
    show_run(qtbot, context, page, replace(run, settings=layers))
    context.requests.forbid.emit()
    dialog = page.forbidding.dialog
    qtbot.waitUntil(lambda: not page.views.parts.cards[0].forbid.isEnabled())

    assert "hidden layers" in dialog.refusal.text()
    assert not dialog.start.isEnabled()
    assert "hidden layers" in page.views.parts.cards[0].forbid.toolTip()


def test_it_can_be_cancelled_and_waits_for_other_work(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(given: Run, _regions: ForbiddenRegions) -> Operation[Run]:
        yield Progress("Covering and pasting the part", 0, 2)
        go_on.wait(10)
        yield Progress("Covering and pasting the part", 1, 2)
        return given

    monkeypatch.setattr(FIT, slow)
    show_run(qtbot, context, page, run)
    page.forbidding.ask_about(0)
    dialog = page.forbidding.dialog
    click_start(qtbot, dialog)
    dialog.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)
    cancelled = dialog.refusal.text()
    go_on.clear()
    context.jobs.start("Training", lambda: slow(run, None))  # type: ignore[arg-type]
    meanwhile = dialog.refusal.text(), dialog.start.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)

    assert cancelled == "Cancelled: nothing was made."
    assert context.session.run is run
    assert meanwhile == ("It can start when the work under way has ended.", False)
    assert dialog.start.isEnabled()


def test_where_another_run_was_opened_meanwhile_the_new_one_is_offered(
    qtbot: QtBot,
    page: FiltersPage,
    context: Context,
    run: Run,
    several_run: Run,
    monkeypatch: pytest.MonkeyPatch,
    said: list[Message],
) -> None:
    go_on = threading.Event()

    def slow(given: Run, _regions: ForbiddenRegions) -> Operation[Run]:
        yield Progress("Covering and pasting the part", 0, 2)
        go_on.wait(10)
        return without_part_2(given)

    monkeypatch.setattr(FIT, slow)
    show_run(qtbot, context, page, run)
    page.forbidding.ask_about(1)
    click_start(qtbot, page.forbidding.dialog)
    page.forbidding.dialog.close()
    context.session.set_run(several_run)
    go_on.set()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=60_000)
    still = context.session.run
    offer = next(message.offer for message in said if message.offer is not None)
    offer.accept()
    settle_parts(qtbot, context)

    assert still is several_run
    assert context.session.run is not None
    assert context.session.run.name.endswith("without-Part-2")


def test_a_failure_while_the_dialog_is_closed_is_told_across_the_window(
    qtbot: QtBot,
    page: FiltersPage,
    context: Context,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    said: list[Message],
) -> None:
    def broken(_run: Run, _regions: ForbiddenRegions) -> Operation[Run]:
        yield Progress("Covering and pasting the part", 0, 2)
        raise RunError("The weights are gone.")

    monkeypatch.setattr(FIT, broken)
    show_run(qtbot, context, page, run)
    page.forbidding.ask_about(0)
    click_start(qtbot, page.forbidding.dialog)
    page.forbidding.dialog.close()
    qtbot.waitUntil(lambda: any(message.kind == "problem" for message in said), timeout=60_000)

    assert said[-1].text == "The weights are gone."
