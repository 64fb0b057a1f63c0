"""From the thumbnails, or from a run whose regions are wrong, to drawing boxes and on to a training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.images.boxes.controller import BoxController
from app.images.page import ImagesPage
from app.shell.opening import Opener
from icnn_engine.data import BOXES
from icnn_engine.data.boxes.drawn_boxes import DrawnBox, read_drawn_boxes
from icnn_engine.runs.found_objects import FILE, FoundObject, write_objects
from icnn_engine.runs.run_folder import Run
from tests.app.images.boxes.drawing import drag, now
from tests.app.pictures import listed

Key = Qt.Key
PROPOSED = (15.0, 27.0, 45.0, 57.0)
UNSURE = 3  # pictures of the category


@pytest.fixture
def run(own_run: Run) -> Run:
    """A run that has read regions; in the last few pictures of the category the search was not sure."""
    settings = own_run.settings.model_copy(update={"region": "object"})
    shown = [picture.name for picture in own_run.pictures if picture.positive]
    sure = set(shown[:-UNSURE])
    write_objects(
        own_run.path,
        [FoundObject(p.name, *PROPOSED, p.width, p.height, p.name in sure) for p in own_run.pictures],
    )
    return replace(own_run, settings=settings)


@pytest.fixture
def opener(context: Context) -> Opener:
    return Opener(context, context.session)


@pytest.fixture
def regions(
    qtbot: QtBot, context: Context, opener: Opener, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[], None]:
    """Asks for the regions of the run, which is open with its checked folder."""
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")
    opener.open_folder(run.images, show=False)
    qtbot.waitUntil(lambda: context.session.checkup is not None)
    context.session.set_run(run)
    return context.requests.check_regions.emit


@pytest.fixture
def boxes(qtbot: QtBot, page: ImagesPage, regions: Callable[[], None]) -> BoxController:
    """The box panel, open for the regions of the run."""
    regions()
    controller = page.box_mode.boxes
    qtbot.waitUntil(lambda: controller.session is not None and controller.panel.view.has_picture)
    return controller


def names_in_file(run: Run) -> set[str]:
    path = run.images / BOXES
    return set(read_drawn_boxes(path, [p.name for p in run.pictures]).rows) if path.is_file() else set()


def test_the_regions_of_a_run_are_proposed_unsure_ones_first_and_the_background_last(
    boxes: BoxController, run: Run
) -> None:
    session, view = now(boxes), boxes.panel.view
    kinds = [(p.is_background, p.is_sure) for p in session.pictures]
    width, height = session.picture.width, session.picture.height

    assert len(session.pictures) == len(run.pictures)
    assert kinds == sorted(kinds)
    assert len(session.unsure()) == UNSURE
    assert view.are_proposed
    assert view.boxes == ((PROPOSED[0] / width, PROPOSED[1] / height, PROPOSED[2] / width, PROPOSED[3] / height),)
    assert "not sure" in view.prompt
    assert names_in_file(run) == set()


def test_space_accepts_the_region_and_goes_to_the_next_picture(qtbot: QtBot, boxes: BoxController, run: Run) -> None:
    first = now(boxes).picture.name
    QTest.keyClick(boxes.panel.view, Key.Key_Space)
    qtbot.waitUntil(lambda: names_in_file(run) == {first})

    assert now(boxes).boxes.of(first) == (DrawnBox(15, 27, 30, 30),)
    assert now(boxes).at == 1


def test_dragging_an_edge_of_a_proposal_corrects_it(boxes: BoxController) -> None:
    view = boxes.panel.view
    left, top, right, bottom = view.boxes[0]
    drag(view, (right, (top + bottom) / 2), (right + 0.2, (top + bottom) / 2))

    assert now(boxes).row[0].edges[:2] == PROPOSED[:2]
    assert now(boxes).row[0].edges[3] == PROPOSED[3]
    assert now(boxes).row[0].edges[2] == pytest.approx(PROPOSED[2] + 0.2 * now(boxes).picture.width, abs=1.5)
    assert not view.are_proposed
    assert left < right


def test_the_next_unsure_picture_passes_over_those_that_are_sure_or_done(boxes: BoxController) -> None:
    went = []
    QTest.keyClick(boxes.panel.view, Key.Key_Space)
    for _ in range(3):
        QTest.keyClick(boxes.panel.view, Key.Key_U)
        went.append(now(boxes).at)

    assert went == [2, 1, 2]


def test_all_regions_are_accepted_at_once_and_taken_back_by_one_undo(
    qtbot: QtBot, boxes: BoxController, run: Run
) -> None:
    boxes.panel.accept_all.click()
    qtbot.waitUntil(lambda: len(names_in_file(run)) == len(run.pictures))
    hidden = boxes.panel.accept_all.isHidden()
    boxes.undo_stack.undo()
    qtbot.waitUntil(lambda: not names_in_file(run))

    assert hidden
    assert not boxes.panel.accept_all.isHidden()


def test_leaving_goes_back_to_where_one_came_from_and_offers_a_training(
    qtbot: QtBot, page: ImagesPage, boxes: BoxController, context: Context, said: list[Message]
) -> None:
    pages, checked = [], []
    context.requests.page.connect(pages.append)
    context.requests.check.connect(checked.append)
    QTest.keyClick(boxes.panel.view, Key.Key_Space)
    QTest.keyClick(boxes.panel.view, Key.Key_Escape)
    offer = said[-1].offer
    assert offer is not None
    left_to, told = list(pages), said[-1].text
    with qtbot.waitSignal(context.requests.train_boxes):
        offer.accept()

    assert not page.box_mode.is_open
    assert left_to == ["measure"]
    assert pages[-1] == "train"
    assert checked == [boxes.images.resolve()] * 2  # the training accepts the other regions
    assert "1 of 20 pictures have a box" in told


@pytest.mark.parametrize("leaves", [False, True])
def test_a_training_with_the_boxes_accepts_the_regions_of_all_other_pictures(
    qtbot: QtBot, boxes: BoxController, context: Context, run: Run, said: list[Message], leaves: bool
) -> None:
    QTest.keyClick(boxes.panel.view, Key.Key_Space)
    told = boxes.panel.whole.text()
    if leaves:
        QTest.keyClick(boxes.panel.view, Key.Key_Escape)
        qtbot.waitUntil(lambda: context.session.checkup is not None)
        said[-1].offer.accept()  # type: ignore[union-attr]
    else:
        boxes.panel.train.click()
    qtbot.waitUntil(lambda: len(names_in_file(run)) == len(run.pictures))

    assert f"{len(run.pictures) - 1}. “Train with these boxes” accepts their regions" in told
    assert f"{len(run.pictures) - 1} pictures are boxes now; undo" in said[-1].text
    boxes.undo_stack.undo()
    qtbot.waitUntil(lambda: len(names_in_file(run)) == 1)


def test_without_a_change_leaving_says_nothing(
    page: ImagesPage, boxes: BoxController, context: Context, said: list[Message]
) -> None:
    checked = []
    context.requests.check.connect(checked.append)
    before = len(said)
    boxes.panel.done.click()

    assert not page.box_mode.is_open
    assert (len(said), checked) == (before, [])


def test_the_check_up_knows_of_the_boxes_after_leaving(qtbot: QtBot, boxes: BoxController, context: Context) -> None:
    QTest.keyClick(boxes.panel.view, Key.Key_Space)
    qtbot.waitUntil(lambda: boxes.panel.kept.isVisible())
    boxes.panel.done.click()

    qtbot.waitUntil(lambda: context.session.checkup is not None and context.session.checkup.tables.get(BOXES) == 1)


def test_regions_that_cannot_be_read_are_told_and_boxes_can_still_be_drawn(
    qtbot: QtBot, page: ImagesPage, regions: Callable[[], None], run: Run, said: list[Message]
) -> None:
    (run.path / FILE).write_text("name,left\nx\n")
    regions()
    qtbot.waitUntil(lambda: page.box_mode.boxes.session is not None)

    assert any(str(run.path / FILE) in message.text for message in said)
    assert page.box_mode.is_open
    assert now(page.box_mode.boxes).proposed == ()


def test_drawing_goes_on_where_it_was_left_and_can_still_be_undone(
    qtbot: QtBot, boxes: BoxController, context: Context, run: Run
) -> None:
    for _ in range(2):
        QTest.keyClick(boxes.panel.view, Key.Key_Space)
        qtbot.waitUntil(lambda: boxes.panel.view.has_picture)
    boxes.panel.done.click()
    context.requests.check_regions.emit()
    went_on = now(boxes).at
    boxes.undo_stack.undo()
    qtbot.waitUntil(lambda: len(names_in_file(run)) == 1)

    assert went_on == 2
    assert now(boxes).at == 1


def test_drawing_begins_at_the_picture_of_the_menu(
    qtbot: QtBot, page: ImagesPage, boxes: BoxController, run: Run
) -> None:
    boxes.panel.done.click()
    name = run.pictures[4].name
    page.grid.select(name)
    menu = page.actions_.make_menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Draw boxes…").trigger()
    qtbot.waitUntil(lambda: boxes.session is not None)

    assert now(boxes).picture.name == name


def test_only_the_pictures_on_show_are_drawn_in(qtbot: QtBot, page: ImagesPage, boxes: BoxController) -> None:
    boxes.panel.done.click()
    wanted = [picture.name for picture in page.grid.model_.pictures][2:5]
    page.grid.set_pictures(tuple(p for p in page.grid.model_.pictures if p.name in wanted))
    page.checkup.boxes.click()
    qtbot.waitUntil(lambda: boxes.session is not None)

    assert sorted(picture.name for picture in now(boxes).pictures) == sorted(wanted)


def test_before_the_check_up_has_seen_a_picture_drawing_says_to_wait(
    qtbot: QtBot, page: ImagesPage, context: Context, tmp_path: Path, said: list[Message]
) -> None:
    context.session.set_folder(listed(tmp_path, fox=3))
    page.box_mode.draw()
    qtbot.waitUntil(lambda: not page.box_mode.is_open)

    assert "wait for the check-up" in said[-1].text


def test_another_folder_closes_the_panel(page: ImagesPage, boxes: BoxController, context: Context) -> None:
    assert boxes.session is not None
    context.session.set_folder(None)

    assert not page.box_mode.is_open


def test_while_boxes_are_drawn_undo_belongs_to_them(
    qtbot: QtBot, page: ImagesPage, boxes: BoxController, context: Context
) -> None:
    page.hide()
    page.show()
    during = context.undo.activeStack()
    boxes.panel.done.click()

    assert during is not context.left_out.stack
    qtbot.waitUntil(lambda: context.undo.activeStack() is context.left_out.stack)
