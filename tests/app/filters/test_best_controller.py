"""The strip of best pictures: the strongest, or those most alike to the picture on show."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.best_strip import BestStrip
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from icnn_engine.audit.alike import alike, alike_to, usual_similarity
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import best_pictures, peaks_of
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.part_overview import best_of_parts, part_overviews
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import settle

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
DEAD = 15  # of the fake run's filters


def switch(qtbot: QtBot, page: FiltersPage, name: str) -> None:
    button = page.detail.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def settled(qtbot: QtBot, context: Context) -> None:
    settle(qtbot, context)
    qtbot.waitUntil(lambda: not context.files.busy("alike"))


def listed(strip: BestStrip) -> list[tuple[int, float | None]]:
    return [(item.best.picture, item.similarity) for item in strip.crops.pictures.items]


def choose(menu: QMenu) -> None:
    """Choose the first entry of a menu."""
    menu.actions()[0].trigger()


@pytest.fixture
def strip(qtbot: QtBot, page: FiltersPage, context: Context) -> BestStrip:
    """The strip of the chosen filter, which lists the pictures most alike to the one on show."""
    page.views.show_filter()
    switch(qtbot, page, "alike_pictures")
    settled(qtbot, context)
    return page.detail.strip


def test_the_switch_shows_the_pictures_most_alike_to_the_one_on_show_and_goes_back(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, strip: BestStrip
) -> None:
    picture, filter = context.session.look.picture, context.session.filter
    found = alike(run, picture, filter)
    item = strip.crops.pictures.items[0]
    note, hint = strip.note.whole, strip.crops.pictures.words_of(item)
    usual = f"{usual_similarity(run, look_at(run, picture), filter):.2f}"

    assert listed(strip) == [(one.picture, pytest.approx(one.similarity)) for one in found]
    assert item.best.cell == found[0].cell
    assert item.best.strength == pytest.approx(peaks_of(run, OWN)[1][found[0].picture, filter])
    assert f"alike: {found[0].similarity:.2f}" in hint
    assert usual in note

    switch(qtbot, page, "strongest_pictures")

    assert listed(strip) == [(best.picture, None) for best in best_pictures(run, OWN, filter, 12)]
    assert "alike" not in strip.crops.pictures.words_of(strip.crops.pictures.items[0])


def test_the_crops_follow_the_picture_and_the_filter(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, strip: BestStrip
) -> None:
    page.detail.kept.setChecked(True)
    first = context.session.filter
    page.scenes.look_at(9)
    settled(qtbot, context)
    of_picture = listed(strip)
    page.panel.filter_chosen.emit(7)
    settled(qtbot, context)

    assert [picture for picture, _ in of_picture] == [one.picture for one in alike(run, 9, first)]
    assert [picture for picture, _ in listed(strip)] == [one.picture for one in alike(run, 9, 7)]


def test_a_click_or_return_goes_on_from_a_crop_and_an_arrow_key_does_not(
    qtbot: QtBot, context: Context, run: Run, strip: BestStrip
) -> None:
    first = context.session.look.picture
    strip.crops.setFocus()
    qtbot.keyClick(strip.crops, Qt.Key.Key_Right)
    qtbot.keyClick(strip.crops, Qt.Key.Key_Right)
    moved = context.lane.busy("scene")
    wanted = strip.crops.currentIndex().row()
    picture = strip.crops.pictures.items[wanted].best.picture
    qtbot.keyClick(strip.crops, Qt.Key.Key_Return)
    settled(qtbot, context)

    assert not moved
    assert wanted > 0
    assert context.session.look.picture == picture != first
    assert listed(strip)[0][0] == alike(run, picture, context.session.filter)[0].picture


def test_a_picture_from_elsewhere_is_compared_too(
    qtbot: QtBot, context: Context, run: Run, strip: BestStrip, tmp_path: Path
) -> None:
    Image.new("RGB", (90, 60), (200, 10, 10)).save(tmp_path / "mine.png")
    context.requests.picture.emit(tmp_path / "mine.png")
    qtbot.waitUntil(lambda: context.session.look.picture is None)
    settled(qtbot, context)
    found = alike_to(run, context.session.look, context.session.filter)

    assert [picture for picture, _ in listed(strip)] == [one.picture for one in found]


def test_where_the_part_is_not_seen_the_crops_are_shown_with_a_warning(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, strip: BestStrip
) -> None:
    seen = strip.said.isHidden()
    background = next(i for i, picture in enumerate(run.pictures) if not picture.positive)
    page.scenes.look_at(background)
    settled(qtbot, context)

    assert seen
    assert "hardly sees its part" in strip.said.text()
    assert strip.said.isVisible()
    assert listed(strip)


def test_where_there_is_nothing_to_compare_a_sentence_says_so(
    qtbot: QtBot, page: FiltersPage, context: Context, strip: BestStrip
) -> None:
    page.panel.filter_chosen.emit(DEAD)
    settled(qtbot, context)
    dead, none = strip.said.text(), listed(strip)
    page.choose_network(TWIN)
    settled(qtbot, context)
    twin, compared = strip.said.text(), strip.crops.can_compare
    note = strip.note.whole

    assert dead == "No other picture shows this part clearly."
    assert none == listed(strip) == []
    assert "the filters of the interpretable network only" in twin
    assert not compared
    assert "half of the pictures" not in note

    switch(qtbot, page, "strongest_pictures")

    assert listed(strip)
    assert strip.said.isHidden()


def test_the_menu_of_a_crop_shows_those_most_alike_to_it(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    page.views.show_filter()
    strip = page.detail.strip
    index = strip.crops.model().index(3, 0)
    picture = strip.crops.pictures.items[3].best.picture
    choose(strip.crops.menu(index))
    settled(qtbot, context)

    assert strip.is_alike
    assert context.session.look.picture == picture
    assert listed(strip)[0][0] == alike(run, picture, context.session.filter)[0].picture


def test_the_menu_of_a_part_s_crop_opens_the_filter_with_those_most_alike(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    page.views.show_parts()
    card = page.views.parts.cards[1]
    qtbot.waitUntil(lambda: bool(card.crops.images))
    filter = card.line.filters[0]
    picture = best_of_parts(run, part_overviews(run)[0], 6)[card.line.mark][2].picture
    crops = card.crops
    menus = [card.menu(crops.picture_at(QPointF(x, crops.height() / 2))) for x in (2.5 * crops.height(), -5)]
    choose(menus[0])
    settled(qtbot, context)

    assert page.views.view is FilterView.FILTER
    assert [len(menu.actions()) for menu in menus] == [3, 2]
    assert context.session.filter == filter
    assert context.session.look.picture == picture
    assert [one for one, _ in listed(page.detail.strip)] == [one.picture for one in alike(run, picture, filter)]


def test_while_a_picture_is_on_its_way_the_old_one_is_not_compared(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    page.views.show_filter()
    page.scenes.look_at(9)
    page.detail.strip.alike.setChecked(True)
    asked = context.files.busy("alike")
    settled(qtbot, context)

    assert not asked
    assert listed(page.detail.strip)[0][0] == alike(run, 9, context.session.filter)[0].picture


def test_another_run_empties_the_strip(context: Context, strip: BestStrip) -> None:
    context.session.set_run(None)

    assert listed(strip) == []
