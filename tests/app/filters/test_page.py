from __future__ import annotations

import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.filters.page import FiltersPage
from app.widgets.pictures import scene
from app.widgets.pictures.scene import SceneMaker, SceneRequest, strongest_filter
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.look import best_pictures
from icnn_engine.runs.run_folder import Run, open_run
from tests.app.filters.filters_page import FakeExplainer, be_ready, open_page, settle
from tests.fake_run import make_fake_run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
DEAD = 15  # of the fake run's filters


@pytest.fixture(autouse=True)
def explainer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SceneMaker, "_of", lambda _self, run: FakeExplainer(run))


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> FiltersPage:
    made = FiltersPage(context)
    qtbot.addWidget(made)
    made.resize(1400, 1000)
    made.show()
    return made


def test_without_a_run_the_page_says_what_to_do(page: FiltersPage) -> None:
    assert page.is_empty


def test_a_run_opens_on_its_best_filter_and_that_filter_s_best_picture(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    first = fake_run.groups()[0][0]

    assert not page.is_empty
    assert context.session.filter == page.panel.wall.current() == first
    assert context.session.look.picture == best_pictures(fake_run, OWN, first, 1)[0].picture
    assert page.detail.trio.own.view.overlay.layer is not None


def test_a_click_on_a_filter_shows_its_overlay_field_peak_best_pictures_and_figures(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    page.panel.filter_chosen.emit(6)
    settle(qtbot, context)
    best = best_pictures(fake_run, OWN, 6, 12)
    overlay = page.detail.trio.own.view.overlay
    geometry, (row, column) = fake_run.geometry, best[0].cell

    assert context.session.filter == 6
    assert context.session.look.picture == best[0].picture
    assert overlay.peak == pytest.approx(((geometry.centre(column) + 0.5) / 224, (geometry.centre(row) + 0.5) / 224))
    assert [one.best for one in page.detail.best.found] == list(best)
    assert "filter 6" in page.detail.trio.own.caption.title.accessibleName()
    assert page.detail.facts.texts()[0] == "Following: 0.85"


def test_the_crops_of_the_best_pictures_and_the_collages_come_from_the_pool(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    best = page.detail.best.found
    qtbot.waitUntil(lambda: all(page.detail.best.image(one.best.picture) is not None for one in best))
    qtbot.waitUntil(lambda: page.panel.wall.collage(context.session.filter) is not None)

    assert best


def test_beside_it_stand_cam_and_the_twin_s_strongest_filter_and_the_page_says_so(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    strongest = strongest_filter(context.session.look, TWIN)
    trio = page.detail.trio

    assert trio.cam.caption.title.accessibleName() == "CAM"
    assert f"filter {strongest}" in trio.other.caption.title.accessibleName()
    assert "strongest" in trio.other.caption.line.accessibleName()
    assert not trio.strongest.isVisible()


def test_a_filter_chosen_on_the_twin_s_wall_stands_beside_the_interpretable_one(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    qtbot.mouseClick(page.panel.networks[1], Qt.MouseButton.LeftButton)
    page.panel.filter_chosen.emit(9)
    settle(qtbot, context)
    on_twin = page.detail.trio.own.caption.title.accessibleName()
    qtbot.mouseClick(page.panel.networks[0], Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    other = page.detail.trio.other.caption

    assert on_twin == "Ordinary twin, filter 9"
    assert other.title.accessibleName() == "Ordinary twin, filter 9"
    assert "chosen" in other.line.accessibleName()

    qtbot.mouseClick(page.detail.trio.strongest, Qt.MouseButton.LeftButton)
    settle(qtbot, context)

    assert "strongest" in other.line.accessibleName()


def test_choosing_a_best_picture_looks_at_it(qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run) -> None:
    open_page(qtbot, context, fake_run)
    third = page.detail.best.found[2].best.picture
    place = page.detail.best.visualRect(page.detail.best.model().index(2, 0))
    qtbot.mouseClick(page.detail.best.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    qtbot.waitUntil(lambda: context.session.look.picture == third)

    assert context.session.look.title == fake_run.pictures[third].name


def test_a_kept_picture_stays_when_another_filter_is_chosen(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    look = context.session.look
    qtbot.mouseClick(page.detail.kept, Qt.MouseButton.LeftButton)
    page.panel.filter_chosen.emit(12)
    settle(qtbot, context)

    assert context.session.look is look
    assert "filter 12" in page.detail.trio.own.caption.title.accessibleName()


def test_space_shows_and_hides_the_overlay_from_the_wall_the_pictures_and_the_crops(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    shown = []
    for widget in (page.panel.wall, page.detail.trio.own.view, page.detail.best):
        qtbot.keyClick(widget, Qt.Key.Key_Space)
        shown.append(page.detail.trio.own.view.state.overlay_shown)

    assert shown == [False, True, False]


def test_any_picture_is_explained_and_stays_on_show(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mine.png"
    Image.new("RGB", (90, 60), (200, 10, 10)).save(path)
    open_page(qtbot, context, fake_run)
    context.wishes.picture.emit(path)
    qtbot.waitUntil(lambda: context.session.look.picture is None)
    page.panel.filter_chosen.emit(3)
    settle(qtbot, context)

    assert context.session.look.title == "mine.png"
    assert "25%" in page.detail.trio.own.caption.line.accessibleName()
    assert page.detail.kept.isChecked()


def test_a_picture_of_the_run_is_known_when_it_is_asked_about(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    page.explain_file(fake_run.picture_path(7))
    qtbot.waitUntil(lambda: context.session.look.picture == 7)

    assert "71%" in page.detail.trio.own.caption.line.accessibleName()


def test_a_picture_that_cannot_be_read_is_told_and_the_page_stays_as_it_was(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, tmp_path: Path, said: list[Message]
) -> None:
    open_page(qtbot, context, fake_run)
    before = context.session.look
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    page.explain_file(tmp_path / "broken.jpg")
    qtbot.waitUntil(lambda: bool(said))

    assert said[0].kind == "problem"
    assert context.session.look is before


def test_asking_with_the_button_opens_the_chosen_file(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page(qtbot, context, fake_run)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(fake_run.picture_path(3)), ""))
    qtbot.mouseClick(page.detail.ask, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: context.session.look.picture == 3)


def test_effects_of_the_parts_are_told_with_the_rest_they_do_not_explain(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    qtbot.waitUntil(lambda: len(page.detail.effects.bars) == 2)
    told = page.detail.effects.told.text()

    assert [bar.text() for bar in page.detail.effects.bars] == [
        "Part 1: −0.50",
        "Without a part: +0.10 (counts against)",
    ]
    assert "do not add up" in told
    assert "Without a part that counts against creature the answer rises." in told
    assert "−0.40" in told
    assert "unexplained rest −0.20" in told


def test_switching_a_filter_its_part_and_the_masks_off_tells_what_changes(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    through_masks = fake_run.settings.model_copy(update={"answer": "votes"})
    open_page(qtbot, context, replace(fake_run, settings=through_masks))
    card, told = page.detail.switches, {}
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
    buttons = page.detail.switches.buttons

    assert fake_run.settings.answer == "weighed"
    assert [name for name, button in buttons.items() if button.isVisibleTo(page)] == ["filter", "part"]


def test_what_is_switched_off_follows_the_chosen_filter_and_is_none_of_the_twin_s(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    open_page(qtbot, context, fake_run)
    card = page.detail.switches
    qtbot.mouseClick(card.buttons["filter"], Qt.MouseButton.LeftButton)
    page.panel.filter_chosen.emit(13)
    qtbot.waitUntil(lambda: "With filter 13 off" in card.tested.text())
    without_part = not card.buttons["part"].isEnabled()
    qtbot.mouseClick(page.panel.networks[1], Qt.MouseButton.LeftButton)
    settle(qtbot, context)

    assert without_part
    assert not any(button.isEnabled() or button.isChecked() for button in card.buttons.values())


def test_a_filter_of_several_categories_shows_whose_it_is_and_the_answer_names_them(
    qtbot: QtBot, page: FiltersPage, context: Context, several_run: Run
) -> None:
    open_page(qtbot, context, several_run)
    page.panel.filter_chosen.emit(10)
    settle(qtbot, context)
    trio = page.detail.trio

    assert "insect · holds part 3" in page.detail.state
    assert trio.own.caption.line.accessibleName().startswith("answers insect 97% · creature 2%")
    assert trio.cam.caption.line.accessibleName() == "answers 93% insect"
    assert page.panel.category.isVisible()


def test_a_background_bound_filter_says_so(qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run) -> None:
    open_page(qtbot, context, fake_run)
    page.panel.filter_chosen.emit(13)

    assert "Background AUC: 0.62 background-bound" in page.detail.facts.texts()


def test_the_stages_of_the_released_variant_are_those_of_the_pooled_map(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    released = fake_run.settings.model_copy(update={"variant": "released"})
    open_page(qtbot, context, replace(fake_run, settings=released))
    strip = page.detail.stages
    strip.tiles[1].pointed.emit((5, 5))

    assert strip.told.text().startswith("Row 5, column 5: map ")


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


def test_pointing_at_a_cell_tells_map_template_and_product(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    strip = page.detail.stages
    usual = strip.told.text()
    tile = strip.tiles[1]
    cell = tile.cell_at(QPointF(tile.width() * 0.5, tile.height() * 0.5))
    tile.pointed.emit(cell)
    told = strip.told.text()
    tile.pointed.emit(None)

    assert cell == (6, 6)
    assert told.startswith("Row 6, column 6: map ")
    assert strip.told.text() == usual


def test_a_dead_filter_is_shown_without_crops_and_without_a_fall(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    open_page(qtbot, context, fake_run)
    page.panel.filter_chosen.emit(DEAD)
    settle(qtbot, context)
    page.grab()

    assert not page.detail.best.found
    assert page.detail.trio.own.view.overlay.box is None


def test_the_filter_that_was_open_last_time_is_shown_again(
    qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    context.session.set_filter(9)
    settle(qtbot, context)

    assert page.panel.wall.current() == 9
    assert "filter 9" in page.detail.trio.own.caption.title.accessibleName()


def test_pictures_that_moved_are_located_and_the_run_goes_on(
    qtbot: QtBot, page: FiltersPage, context: Context, tmp_path: Path, said: list[Message]
) -> None:
    run = make_fake_run(tmp_path, pictures=20, filters=16)
    shutil.move(run.images, tmp_path / "elsewhere")
    context.session.set_run(open_run(run.path))
    qtbot.waitUntil(lambda: bool(said))
    assert page.detail.locate.isVisible()

    page.locate_images(tmp_path / "elsewhere")
    qtbot.waitUntil(lambda: context.session.look is not None)

    assert "is no longer in" in said[0].text
    assert not page.detail.locate.isVisible()


def test_closing_the_run_empties_the_page(qtbot: QtBot, page: FiltersPage, context: Context, fake_run: Run) -> None:
    open_page(qtbot, context, fake_run)
    context.session.set_run(None)

    assert page.is_empty


def test_a_scene_of_stored_maps_is_made_within_a_click(fake_run: Run) -> None:
    scene.make_filter_scene(fake_run, SceneRequest(OWN, 0), None, 12)  # what is found once and remembered
    times = []
    for index in (1, 2, 6, 7, 10):
        start = time.perf_counter()
        scene.make_filter_scene(fake_run, SceneRequest(OWN, index), None, 12)
        times.append(time.perf_counter() - start)

    assert min(times) < 0.05 * max(1, os.getloadavg()[0] / 2)
