"""Effects of the parts in words, and switching filters and masks off."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.ablation.effect_bars import EffectBar
from app.filters.page import FiltersPage
from app.widgets.pictures.part_markers import NOWHERE
from icnn_engine.inspection.explainer import AnswerSum
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer, be_ready, empty_page, open_page, point, settle


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> FiltersPage:
    return empty_page(qtbot, context)


def test_each_part_tells_what_it_adds_to_the_sum_that_is_the_answer(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 4)
    effects = page.detail.effects

    assert [bar.text() for bar in effects.bars] == ["Part 1: +3.00", "Part 2: 0", "Part 3: 0", "Without a part: −0.50"]
    assert effects.strongest.text() == (
        "Part 1 speaks most strongly for creature: without it the answer would be 27 %, not 88 %."
    )
    assert (effects.against.text(), effects.in_favour.text()) == ("against creature", "for creature")
    assert "−0.50 before any part speaks and +2.50 from the parts make +2.00" in effects.sentence.text()


def adding(fake_run: Run, monkeypatch: pytest.MonkeyPatch, log_odds: float, adds: dict[int, float]) -> None:
    """As if the filters added so much to the answer."""
    each = np.array([adds.get(filter.index, 0.0) for filter in fake_run.filters])
    answer = AnswerSum(log_odds, log_odds - float(each.sum()), each)
    monkeypatch.setattr(FakeExplainer, "sum_of", lambda _self, _look: answer)


def test_a_sure_answer_shows_no_zeros(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding(fake_run, monkeypatch, 29.0, {0: 30.0, 6: 0.0004, 10: -0.00000001})
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 4)
    told = [bar.text() for bar in page.detail.effects.bars]

    assert told[:2] == ["Part 1: +30.00", "Part 2: +0.0004"]
    assert "Part 3: >−0.0001" in told


def test_a_part_that_speaks_against_the_category_is_told(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding(fake_run, monkeypatch, -2.0, {0: 1.0, 6: -3.0})
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 4)

    assert page.detail.effects.strongest.text() == (
        "Part 2 speaks most strongly against creature: without it the answer would be 73 %, not 12 %."
    )


def test_where_the_others_alone_answer_the_same_the_page_says_so(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding(fake_run, monkeypatch, 60.0, {0: 20.0, 6: 20.0, 10: 20.0})
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 4)

    assert "the others alone would give the same answer" in page.detail.effects.strongest.text()


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

    assert "creature 88 % → 73 %; the log-odds change by −1.00" in told["filter"]
    assert "With filter 0 off" in told["filter"]
    assert "balanced accuracy 100.0 % → 91.7 % (−8.3 points)" in told["filter"]
    assert "creature 88 % → 2 %; the log-odds change by −6.00" in told["part"]
    assert "part 1 (6 filters)" in told["part"]
    assert "100.0 % → 50.0 %" in told["masks"]
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
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 4)
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
    qtbot.waitUntil(lambda: len(effects.bars) == 4)
    enter(effects.bars[0])
    lit, seen = view.state.lit, [spot.group for spot in view.markers]
    enter(effects.bars[1])
    qtbot.mouseClick(page.detail.trio.parts, Qt.MouseButton.LeftButton)
    spot = next(spot for spot in view.markers if spot.group == 0)
    point(view, spot.x, spot.y)
    rows = [bar.is_lit for bar in effects.bars]
    away(page)

    assert (lit, seen) == (0, [0])
    assert rows == [True, False, False, False]
    assert view.state.lit == NOWHERE
    assert not effects.bars[0].is_lit
