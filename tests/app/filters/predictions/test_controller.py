"""Going over predictions: the confusion table, the list, the parts seen in two pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_views import FilterView
from app.filters.page import FiltersPage
from app.filters.predictions.misled_words import misled_words
from app.filters.predictions.predictions import load_predictions, show_prediction
from icnn_engine.core import language
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.look import AnswerShares, PartShare
from icnn_engine.inspection.predictions import Answered
from icnn_engine.runs.notes import Note, Notes
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import be_ready, click, empty_page, open_page, settle, show_view
from tests.fake_run import make_fake_run, with_answers

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


def in_test(run: Run, label: int) -> list[int]:
    """The test pictures of a category, or of the background (-1)."""
    return [i for i, picture in enumerate(run.pictures) if picture.side == "test" and picture.label == label]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """One creature is missed, and one background taken for a creature; the others are answered surely."""
    plain = make_fake_run(tmp_path)
    creatures, others = in_test(plain, 0), in_test(plain, -1)
    sure = dict.fromkeys(creatures, 0.99) | dict.fromkeys(others, 0.01)
    return with_answers(plain, sure | {creatures[0]: 0.1, others[0]: 0.7})


def listed(page: FiltersPage) -> list[int]:
    return [row.picture for row in page.views.predictions.list.pictures.items]


def show_answers(qtbot: QtBot, page: FiltersPage) -> None:
    show_view(qtbot, page, FilterView.ANSWERS)
    qtbot.waitUntil(lambda: page.views.predictions.picture >= 0)
    qtbot.wait(10)  # until its parts are laid out


def test_wrong_answers_are_listed_and_the_first_stands_beside_one_that_was_right(
    qtbot: QtBot, page: FiltersPage, run: Run
) -> None:
    show_answers(qtbot, page)
    answers = page.views.predictions

    assert listed(page) == [in_test(run, 0)[0], in_test(run, -1)[0]]
    assert answers.picture == in_test(run, 0)[0]
    assert answers.here.view.overlay.layer is not None
    assert answers.there.view.overlay.layer is not None
    assert [bar.pair.group for bar in answers.parts.bars] == [0, 1, 2]


def test_the_counts_are_of_the_test_pictures_and_say_so(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    show_answers(qtbot, page)
    count = len(in_test(run, 0)) + len(in_test(run, -1))
    told = page.views.predictions.summary.text()

    assert told.startswith(f"Of the {count} test pictures, which it had never seen, {count - 2} were answered rightly")


def test_without_test_pictures_the_counts_say_so(qtbot: QtBot, context: Context, fake_run: Run) -> None:
    page = empty_page(qtbot, context)
    open_page(qtbot, context, replace(fake_run, pictures=tuple(replace(p, side="train") for p in fake_run.pictures)))
    show_view(qtbot, page, FilterView.ANSWERS)

    qtbot.waitUntil(lambda: "This run has no test pictures" in page.views.predictions.summary.text())


def test_a_cell_of_the_table_lists_its_pictures_and_all_answers_can_be_listed(
    qtbot: QtBot, page: FiltersPage, run: Run
) -> None:
    show_answers(qtbot, page)
    table = page.views.predictions.table
    click(qtbot, table, table.model().index(1, 0))  # shows the background, answered creature
    qtbot.waitUntil(lambda: len(listed(page)) == 1)
    of_cell = listed(page)
    qtbot.mouseClick(page.views.predictions.all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(listed(page)) > 2)

    assert of_cell == [in_test(run, -1)[0]]
    assert set(listed(page)) == set(in_test(run, 0)) | set(in_test(run, -1))


def test_pictures_it_was_trained_on_are_told_apart_and_come_on_request(qtbot: QtBot, page: FiltersPage) -> None:
    show_answers(qtbot, page)
    kept_out = page.views.predictions.table.counts.data(page.views.predictions.table.model().index(1, 1))
    qtbot.mouseClick(page.views.predictions.trained, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    model = page.views.predictions.table.counts
    qtbot.waitUntil(lambda: model.data(model.index(1, 1)) != kept_out)

    assert int(model.data(model.index(1, 1))) > int(kept_out)


def test_a_part_of_a_wrong_answer_opens_its_filter_on_that_picture(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_answers(qtbot, page)
    bar = page.views.predictions.parts.bars[1]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    qtbot.waitUntil(lambda: context.session.look.picture == in_test(run, 0)[0])

    assert page.views.view is FilterView.FILTER
    assert context.session.filter == bar.pair.filter


def test_space_hides_the_parts_over_the_answers_pictures(qtbot: QtBot, page: FiltersPage) -> None:
    show_answers(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_Space)

    assert not page.views.predictions.overlay.isChecked()
    assert page.detail.trio.shown.isChecked()


def test_a_name_given_meanwhile_is_shown_among_the_parts(qtbot: QtBot, page: FiltersPage, context: Context) -> None:
    show_answers(qtbot, page)
    bar = page.views.predictions.parts.bars[0]
    context.notes.name((OWN, "part", bar.pair.group), "Snout")

    assert page.views.predictions.parts.bars[0].pair.name == "Snout"


def test_the_picture_of_an_answer_is_left_out_and_taken_in_by_undo(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    show_answers(qtbot, page)
    answers, name = page.views.predictions, run.pictures[page.views.predictions.picture].name
    qtbot.mouseClick(answers.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answers.leave.accessibleName() == "Take in again")
    written = (run.images / "left_out.csv").read_text()
    context.undo.activeStack().undo()
    qtbot.waitUntil(lambda: answers.leave.accessibleName() == "Leave out")

    assert written == f"image,reason\n{name},\n"
    assert not (run.images / "left_out.csv").exists()


def test_of_an_object_its_photograph_is_left_out(qtbot: QtBot, page: FiltersPage, run: Run) -> None:
    show_answers(qtbot, page)
    answers, name = page.views.predictions, run.pictures[page.views.predictions.picture].name
    boxed = tuple(replace(p, name=f"{p.name}#1", box="0,0,9,9") for p in run.pictures)
    settings = run.settings.model_copy(update={"region": "boxes"})
    page.views._predictions._run = replace(run, pictures=boxed, settings=settings)
    qtbot.mouseClick(answers.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answers.leave.accessibleName() == "Take in again")

    assert (run.images / "left_out.csv").read_text() == f"image,reason\n{name},\n"


def test_the_menu_of_an_answer_shows_its_picture_in_the_folder(
    qtbot: QtBot, page: FiltersPage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("app.widgets.file_manager.reveal", lambda path: not asked.append(path))
    show_answers(qtbot, page)
    actions = {action.text(): action for action in page.views.predictions.menu().actions()}
    actions["Show in folder"].trigger()

    assert asked == [run.images / run.pictures[page.views.predictions.picture].name]
    assert list(actions) == ["Look at it with the filters", "Leave out", "Show in folder"]


def test_the_part_that_misled_the_network_is_named_in_a_sentence(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_ready(context, monkeypatch)
    show_answers(qtbot, page)
    answers = page.views.predictions
    qtbot.waitUntil(answers.misled.isVisible)
    missed = answers.misled.text()
    answers.list.setCurrentIndex(answers.list.pictures.index(1, 0))
    qtbot.waitUntil(lambda: answers.picture == in_test(run, -1)[0] and answers.misled.isVisible())
    taken = answers.misled.text()

    assert missed == "No part explains this answer: all parts of creature are seen, and none speaks against it."
    assert taken.startswith("Part 1 speaks most for creature, though it is hardly seen here (")
    assert taken.endswith(" % of its usual strength).")


def test_the_sentences_of_a_wrong_answer_follow_the_shares(run: Run) -> None:
    missed, taken = in_test(run, 0)[0], in_test(run, -1)[0]
    loose = AnswerShares(1.0, (PartShare(-1, (13,), 2.0), PartShare(0, (0,), 0.5)), -1.5, True)
    against = AnswerShares(-1.0, (PartShare(0, (0,), 0.5), PartShare(1, (6,), -2.0)), 0.5, True)

    assert misled_words(run, Answered(taken, -1, 0, 0.7, 0.4), loose, Notes()).startswith("No part explains")
    assert misled_words(run, Answered(missed, 0, -1, 0.9, 0.8), against, Notes()) == (
        "Part 2 speaks against creature here."
    )


def test_the_korean_sentence_of_a_wrong_answer_takes_the_particle_of_a_part_s_name(run: Run) -> None:
    named = Notes().having((OWN, "part", 1), Note(name="목"))
    against = AnswerShares(-1.0, (PartShare(1, (6,), -2.0),), 0.5, True)
    language.use(language.KOREAN)
    try:
        told = misled_words(run, Answered(in_test(run, 0)[0], 0, -1, 0.9, 0.8), against, named)
    finally:
        language.use(language.ENGLISH)

    assert told.startswith("이 사진에서 목이 ")


def test_the_summary_tells_which_answers_were_close(qtbot: QtBot, page: FiltersPage) -> None:
    show_answers(qtbot, page)

    assert "None of the right answers was close." in page.views.predictions.summary.text()


def test_a_lit_part_is_outlined_in_white_and_black(run: Run) -> None:
    answer = next(a for a in load_predictions(run, False) if a.shown == 0)
    layer = show_prediction(run, answer, 0).overlay.layer
    assert layer is not None
    inks = {layer.pixelColor(x, y).getRgb() for x in range(layer.width()) for y in range(layer.height())}

    assert {(255, 255, 255, 255), (0, 0, 0, 255)} <= inks
