from __future__ import annotations

from pathlib import Path

import pytest

from app.images.boxes.box_session import NONE, BoxPicture, BoxSession, Proposal, in_order
from icnn_engine.data.boxes.drawn_boxes import DrawnBox, DrawnBoxes

SURE = Proposal(((10.0, 20.0, 50.0, 80.0),), 100, 200, sure=True, shown=True)
UNSURE = Proposal(((0.0, 0.0, 90.0, 90.0), (10.2, 10.0, 30.0, 30.0)), 100, 200, sure=False, shown=True)
BACKGROUND = Proposal(((5.0, 5.0, 60.0, 60.0),), 100, 200, sure=False, shown=False)
BOX = DrawnBox(1, 2, 30, 40)


@pytest.fixture
def session() -> BoxSession:
    """An unsure picture, a sure one, one without a proposal, and one of the background."""
    proposals = {"unsure": UNSURE, "sure": SURE, "background": BACKGROUND}
    pictures = [BoxPicture(name, Path(name), 100, 200, proposals.get(name)) for name in (*proposals, "plain")]
    return BoxSession(tuple(pictures), DrawnBoxes())


def test_pictures_that_the_search_was_unsure_of_come_first_and_the_background_last() -> None:
    places = [(name, Path(name)) for name in ("background", "sure", "unsure", "plain", "unknown")]
    proposals = {"unsure": UNSURE, "sure": SURE, "background": BACKGROUND}
    pictures = in_order(places, {"plain": (30, 40), "sure": (1, 1)}, proposals)

    assert [picture.name for picture in pictures] == ["unsure", "plain", "sure", "background"]
    assert [(picture.width, picture.height) for picture in pictures[:3]] == [(100, 200), (30, 40), (100, 200)]


def test_a_box_is_kept_in_whole_pixels_inside_the_picture_and_chosen(session: BoxSession) -> None:
    drawn = session.with_box((-0.1, 0.251, 0.499, 1.2))

    assert drawn.row == (DrawnBox(0, 50, 50, 150),)
    assert drawn.chosen == 0
    assert session.with_box((0.5, 0.5, 0.501, 0.9)) is session


def test_a_picture_can_have_several_boxes(session: BoxSession) -> None:
    two = session.with_box((0, 0, 0.5, 0.5)).with_box((0.5, 0.5, 1, 1))
    mended = two.mended(0, (0, 0, 0.25, 0.25))

    assert (two.chosen, mended.chosen) == (1, 0)
    assert mended.row == (DrawnBox(0, 0, 25, 50), DrawnBox(50, 100, 50, 100))
    assert mended.choosing(1).without_box().row == (DrawnBox(0, 0, 25, 50),)


def test_mending_a_box_into_what_it_was_changes_nothing(session: BoxSession) -> None:
    drawn = session.with_box((0, 0, 0.5, 0.5))

    assert drawn.mended(0, (0.001, 0, 0.5, 0.5)) is drawn
    assert drawn.mended(3, (0, 0, 1, 1)) is drawn


def test_accepted_proposals_become_boxes_all_of_them(session: BoxSession) -> None:
    accepted = session.accepted()

    assert session.proposed == UNSURE.boxes
    assert accepted.row == (DrawnBox(0, 0, 90, 90), DrawnBox(10, 10, 20, 20))
    assert accepted.proposed == ()
    assert accepted.accepted() is accepted


def test_a_proposal_that_is_mended_becomes_a_box_as_do_those_beside_it(session: BoxSession) -> None:
    mended = session.mended(1, (0.1, 0.05, 0.5, 0.5))

    assert mended.row == (DrawnBox(0, 0, 90, 90), DrawnBox(10, 10, 40, 90))
    assert mended.chosen == 1


def test_all_proposals_are_accepted_except_where_there_are_boxes(session: BoxSession) -> None:
    every = session.with_box((0, 0, 0.5, 0.5)).all_accepted()

    assert {name: len(row) for name, row in every.boxes.rows.items()} == {"unsure": 1, "sure": 1, "background": 1}
    assert every.all_accepted() is every
    assert every.acceptable() == []


def test_unsure_pictures_come_in_turn_until_they_have_a_box(session: BoxSession) -> None:
    plain = 3

    assert session.unsure() == [plain, 0]
    assert session.showing(plain).unsure() == [0, plain]
    assert session.accepted().unsure() == [plain]


def test_the_only_box_of_a_picture_is_chosen_by_itself(session: BoxSession) -> None:
    boxes = DrawnBoxes({"sure": (BOX,), "plain": (BOX, BOX)})
    known = session.with_table(boxes)

    assert [known.showing(at).chosen for at in range(4)] == [NONE, 0, NONE, NONE]
    assert known.showing(99).at == 3
    assert known.done() == 2


def test_without_a_chosen_box_only_a_single_one_is_removed(session: BoxSession) -> None:
    one = session.with_table(DrawnBoxes({"unsure": (BOX,)}))
    two = session.with_table(DrawnBoxes({"unsure": (BOX, BOX)}))

    assert one.without_box().row == ()
    assert two.without_box() is two
