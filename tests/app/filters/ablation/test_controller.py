"""Effects of the parts in words, and switching filters and masks off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.ablation.effect_bars import EffectBar
from app.filters.page import FiltersPage
from app.widgets.pictures.part_markers import NOWHERE
from icnn_engine.inspection.look import Effects, GroupEffect
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer, be_ready, empty_page, open_page, point, settle


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> FiltersPage:
    return empty_page(qtbot, context)


def test_effects_of_the_parts_are_told_with_the_rest_they_do_not_explain(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 2)
    told = page.detail.effects.sentence.text()

    assert [bar.text() for bar in page.detail.effects.bars] == [
        "Part 1: −0.50",
        "Without a part: +0.10 (counts against)",
    ]
    assert "do not add up" in told
    assert "Without a part that counts against creature the answer rises." in told
    assert "−0.40" in told
    assert "unexplained rest −0.20" in told


def test_where_no_part_alone_changes_the_answer_the_page_says_so(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sure = Effects(1.0, (GroupEffect(0, (0, 1), 0.001), GroupEffect(1, (3,), 0.0)), 0.5)
    monkeypatch.setattr(FakeExplainer, "effects", lambda _self, _look: sure)
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 2)

    assert "No part alone changes this answer" in page.detail.effects.sentence.text()


def test_switching_a_filter_its_part_and_the_masks_off_tells_what_changes(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    through_masks = fake_run.settings.model_copy(update={"answer": "votes"})
    open_page(qtbot, context, replace(fake_run, settings=through_masks))
    card, told = page.detail.ablation, {}
    for name, button in card.buttons.items():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: card.picture.isVisible() and "test pictures" in card.tested.text())
        qtbot.waitUntil(lambda: not context.lane.busy("switch"))
        told[name] = f"{card.picture.text()} {card.tested.text()}"

    assert "creature 90% → 80% (−10.0 points)" in told["filter"]
    assert "With filter 0 off" in told["filter"]
    assert "balanced accuracy 100.0% → 91.7% (−8.3 points)" in told["filter"]
    assert "creature 90% → 30% (−60.0 points)" in told["part"]
    assert "part 1 (6 filters)" in told["part"]
    assert "100.0% → 50.0%" in told["masks"]
    assert "not trained for" in told["masks"]

    qtbot.mouseClick(card.buttons["masks"], Qt.MouseButton.LeftButton)

    assert "Choose what" in card.tested.text()
    assert not card.picture.isVisible()


def test_masks_are_no_switch_where_the_answer_reads_whole_maps(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    buttons = page.detail.ablation.buttons

    assert fake_run.settings.answer == "weighed"
    assert [name for name, button in buttons.items() if button.isVisibleTo(page)] == ["filter", "part"]


def test_what_is_switched_off_follows_the_chosen_filter_and_is_none_of_the_twin_s(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    card = page.detail.ablation
    qtbot.mouseClick(card.buttons["filter"], Qt.MouseButton.LeftButton)
    page.panel.filter_chosen.emit(13)
    qtbot.waitUntil(lambda: "With filter 13 off" in card.tested.text())
    without_part = not card.buttons["part"].isEnabled()
    qtbot.mouseClick(page.panel.networks[1], Qt.MouseButton.LeftButton)
    settle(qtbot, context)

    assert without_part
    assert not any(button.isEnabled() or button.isChecked() for button in card.buttons.values())


def test_a_click_on_an_effect_looks_at_the_part_on_the_same_picture(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    page.panel.filter_chosen.emit(11)
    settle(qtbot, context)
    look = context.session.look
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 2)
    qtbot.mouseClick(page.detail.effects.bars[0], Qt.MouseButton.LeftButton)
    settle(qtbot, context)

    assert context.session.filter == fake_run.groups()[0][0]
    assert context.session.look is look


def enter(bar: EffectBar) -> None:
    """Move the mouse onto a row."""
    middle = QPointF(bar.rect().center())
    QApplication.sendEvent(bar, QEnterEvent(middle, middle, bar.mapToGlobal(middle)))


def away(page: FiltersPage) -> None:
    """Move the mouse to a corner of the picture where nothing is."""
    point(page.detail.trio.own.view, 0.01, 0.01)


def test_a_row_lights_its_marker_and_a_marker_its_row(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    view, effects = page.detail.trio.own.view, page.detail.effects
    qtbot.waitUntil(lambda: len(effects.bars) == 2)
    enter(effects.bars[0])
    lit, seen = view.state.lit, [spot.group for spot in view.markers]
    enter(effects.bars[1])
    qtbot.mouseClick(page.detail.trio.parts, Qt.MouseButton.LeftButton)
    spot = next(spot for spot in view.markers if spot.group == 0)
    point(view, spot.x, spot.y)
    rows = [bar.is_lit for bar in effects.bars]
    away(page)

    assert (lit, seen) == (0, [0])
    assert rows == [True, False]
    assert view.state.lit == NOWHERE
    assert not effects.bars[0].is_lit
