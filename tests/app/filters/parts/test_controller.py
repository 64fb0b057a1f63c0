"""The parts of the open run: marks on the large picture, cards, choosing, renaming, runs without parts."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from app.filters.parts.parts_view import PartsView
from app.widgets.pictures.part_markers import NOWHERE
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.part_overview import best_of_parts, part_overviews
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import empty_page, point
from tests.app.filters.parts.parts_page import settle_parts, show_run
from tests.app.verdicts import none_holding, unjudged

OWN = NetworkName.INTERPRETABLE


def test_a_run_opens_on_its_parts_marked_on_the_picture_that_shows_most(page: FiltersPage, run: Run) -> None:
    overview = part_overviews(run)[0]
    parts = page.views.parts
    marked = [(marker.group, marker.filter) for marker in parts.side.picture.markers]

    assert page.views.view is FilterView.PARTS
    assert not page.panel.isVisible()
    assert parts.heading.text() == "3 parts of creature"
    assert parts.side.picture.has_picture
    assert marked == [(part.mark, part.first) for part in overview.parts]
    assert parts.side.caption.whole.startswith(f"Picture 1 of {len(overview.pictures)} · 3 of 3 parts seen")


def test_each_card_says_on_how_many_test_pictures_its_part_is_seen(qtbot: QtBot, parts: PartsView, run: Run) -> None:
    tested = sum(picture.side == "test" and picture.positive for picture in run.pictures)
    qtbot.waitUntil(lambda: all(card.crops.images and all(card.crops.images) for card in parts.cards))

    assert [card.name.whole for card in parts.cards] == ["Part 1", "Part 2", "Part 3"]
    assert parts.cards[0].seen.text() == f"Seen on {tested} of {tested} test pictures of creature."
    assert parts.cards[0].fold.text().strip() == f"{len(run.groups()[0])} filters"


def test_the_arrow_keys_go_to_other_pictures_and_other_parts(
    qtbot: QtBot, parts: PartsView, context: Context, run: Run
) -> None:
    parts.side.picture.setFocus()
    qtbot.keyClick(parts.side.picture, Qt.Key.Key_Right)
    settle_parts(qtbot, context)
    second = parts.side.caption.whole
    qtbot.keyClick(parts.side.picture, Qt.Key.Key_Left)
    qtbot.keyClick(parts.side.picture, Qt.Key.Key_Left)
    settle_parts(qtbot, context)
    qtbot.keyClick(parts.side.picture, Qt.Key.Key_Down)
    qtbot.keyClick(parts.cards[0], Qt.Key.Key_Down)

    assert second.startswith("Picture 2 of")
    assert parts.side.caption.whole.startswith("Picture 1 of")
    assert parts.chosen == parts.cards[1].line.mark
    assert context.session.filter == run.groups()[1][0]


def test_a_chosen_card_lights_its_part_and_a_click_on_a_mark_chooses_the_card(qtbot: QtBot, parts: PartsView) -> None:
    qtbot.mouseClick(parts.cards[1], Qt.MouseButton.LeftButton)
    picture = parts.side.picture
    lit, framed = picture.state.lit, picture.overlay.box
    marker = picture.markers[0]
    picture.marker_chosen.emit(marker.filter)
    chosen = parts.chosen
    qtbot.keyClick(parts.cards[0], Qt.Key.Key_Escape)

    assert lit == parts.cards[1].line.mark
    assert framed is not None
    assert chosen == marker.group
    assert parts.chosen == NOWHERE
    assert picture.overlay.box is None


def test_pointing_at_a_mark_frames_what_its_filter_sees_there(parts: PartsView) -> None:
    picture = parts.side.picture
    marker = picture.markers[2]
    point(picture, marker.x, marker.y)

    assert picture.state.lit == marker.group
    assert picture.overlay.box is not None
    assert picture.overlay.box[0] < marker.x < picture.overlay.box[2]


def test_the_filters_of_a_part_unfold_and_one_opens_in_the_filter_view(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    card = page.views.parts.cards[0]
    qtbot.mouseClick(card.fold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not card.chips[run.groups()[0][2]].icon().isNull())
    qtbot.mouseClick(card.chips[run.groups()[0][2]], Qt.MouseButton.LeftButton)

    assert list(card.chips) == list(run.groups()[0])
    assert page.views.view is FilterView.FILTER
    assert context.session.filter == run.groups()[0][2]
    assert page.panel.isVisible()


def test_a_click_on_a_crop_shows_its_picture(qtbot: QtBot, parts: PartsView, context: Context, run: Run) -> None:
    overview = part_overviews(run)[0]
    best = best_of_parts(run, overview, 6)[0]
    crops = parts.cards[0].crops
    qtbot.mouseClick(crops, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    settle_parts(qtbot, context)

    assert parts.side.caption.whole.endswith(run.pictures[best[0].picture].name)
    assert parts.chosen == parts.cards[0].line.mark


def test_the_buttons_above_the_picture_go_on_and_then_the_arrow_keys_do(
    qtbot: QtBot, parts: PartsView, context: Context
) -> None:
    qtbot.mouseClick(parts.side.next, Qt.MouseButton.LeftButton)
    qtbot.keyClick(parts.side.picture, Qt.Key.Key_Right)
    settle_parts(qtbot, context)

    assert parts.side.caption.whole.startswith("Picture 3 of")
    assert parts.side.picture.hasFocus()
    assert parts.side.back.isEnabled()


def test_f2_renames_the_chosen_part_everywhere_and_undo_takes_it_back(
    qtbot: QtBot, page: FiltersPage, context: Context
) -> None:
    parts = page.views.parts
    qtbot.mouseClick(parts.cards[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(parts.cards[1], Qt.Key.Key_F2)
    field = parts.cards[1].field
    qtbot.keyClicks(field, "Tail")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    named = parts.cards[1].name.whole, parts.unnamed.text(), parts.side.picture.markers[1].name
    context.notes.stack.undo()

    assert named == ("Tail", "2 unnamed", "Tail")
    assert not field.isVisible()
    assert parts.cards[1].name.whole == "Part 2"


def test_esc_leaves_the_name_as_it_was(qtbot: QtBot, parts: PartsView, context: Context) -> None:
    card = parts.cards[0]
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton, pos=card.name.geometry().center())
    qtbot.keyClicks(card.field, "Snout")
    qtbot.keyClick(card.field, Qt.Key.Key_Escape)

    assert card.name.isVisible()
    assert card.name.whole == "Part 1"
    assert not context.notes.remarks.by_subject


def test_space_hides_the_marks_and_s_stars_the_chosen_part_s_filter(
    qtbot: QtBot, parts: PartsView, context: Context, run: Run
) -> None:
    qtbot.keyClick(parts.side.picture, Qt.Key.Key_Space)
    hidden = parts.side.picture.markers
    qtbot.keyClick(parts.side.picture, Qt.Key.Key_Space)
    qtbot.mouseClick(parts.cards[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(parts.cards[1], Qt.Key.Key_S)

    assert hidden == ()
    assert len(parts.side.picture.markers) == 3
    assert context.notes.remarks.of((OWN, "filter", run.groups()[1][0])).starred
    assert parts.cards[1].star.isVisible()
    assert not parts.cards[0].star.isVisible()


def test_a_run_without_parts_says_so_and_shows_the_closest_filters(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    nothing = none_holding(run)
    show_run(qtbot, context, page, nothing)
    parts = page.views.parts

    assert parts.heading.text() == "No part of creature was found"
    assert "not parts" in parts.warning.text()
    assert [card.line.filters[0] for card in parts.cards] == list(closest_filters(nothing.filters)[:3])
    assert parts.cards[0].seen.text() == "No part (fails: mirror)"
    assert not parts.name_parts.isVisible()


def test_a_run_that_was_not_judged_says_so(qtbot: QtBot, page: FiltersPage, context: Context, run: Run) -> None:
    show_run(qtbot, context, page, unjudged(run))

    assert "not judged by today's tests" in page.views.parts.warning.text()


def test_of_several_categories_one_is_shown_at_a_time(qtbot: QtBot, context: Context, several_run: Run) -> None:
    page = empty_page(qtbot, context)
    show_run(qtbot, context, page, several_run)
    parts = page.views.parts
    first = [card.line.mark for card in parts.cards]
    parts.side.category.set_value(1)
    parts.side.category.edited.emit()
    settle_parts(qtbot, context)

    assert parts.side.category.isVisible()
    assert (first, [card.line.mark for card in parts.cards]) == ([0, 1], [2])
    assert parts.heading.text() == "1 part of insect"


def test_pictures_that_are_gone_are_located(
    qtbot: QtBot, page: FiltersPage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = run.images.with_name("elsewhere")
    shutil.move(run.images, elsewhere)
    side = page.views.parts.side
    side.stepped.emit(1)
    qtbot.waitUntil(side.locate.isVisible)
    told = side.picture.placeholder
    monkeypatch.setattr("app.filters.page.chosen_images", lambda _parent: elsewhere)
    qtbot.mouseClick(side.locate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: side.picture.has_picture)

    assert "is no longer in" in told
    assert not side.locate.isVisible()


def test_a_changed_picture_is_passed_over_at_the_start(
    qtbot: QtBot, context: Context, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from icnn_engine.core.errors import ChangedPictureError

    changed = part_overviews(run)[0].pictures[0]
    path = type(run).picture_path

    def picture_path(self: Run, index: int) -> object:
        if index == changed:
            raise ChangedPictureError("changed")
        return path(self, index)

    monkeypatch.setattr(type(run), "picture_path", picture_path)
    page = empty_page(qtbot, context)
    show_run(qtbot, context, page, run)
    qtbot.waitUntil(lambda: page.views.parts.side.picture.has_picture)

    assert page.views.parts.side.caption.whole.startswith("Picture 2 of")
