"""Marks of two programs are put together without losing any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from icnn_engine.data.tables.marks import MACHINE_COLUMN, Mark, Marks
from icnn_engine.data.tables.merge_marks import Conflict, merge_marks

BASE = Marks().with_part("head").with_part("tail").put("a", "head", (1, 2)).put("b", "head", (3, 4))
points = st.sampled_from([None, (1.0, 2.0), (3.0, 4.0), (5.0, 6.0)])
changes = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["head", "tail"]), points, st.booleans()))


def changed(marks: Marks, some: list) -> Marks:
    for name, part, point, taken in some:
        marks = marks.taken(name, part) if taken else marks.put(name, part, point)
    return marks


def test_what_each_has_changed_is_kept() -> None:
    ours = BASE.put("a", "head", (9, 9)).put("c", "tail", None).taken("b", "head")
    theirs = BASE.put("a", "tail", (7, 7)).with_part("ear").put("b", "ear", (8, 8))
    found, conflicts = merge_marks(BASE, ours, theirs)

    assert conflicts == ()
    assert found.rows == {
        "a": {"head": Mark((9, 9)), "tail": Mark((7, 7))},
        "b": {"ear": Mark((8, 8))},
        "c": {"tail": Mark(None)},
    }
    assert found.parts == ("head", "tail", "ear")


def test_a_guess_of_a_machine_that_was_put_by_hand_stays_put_by_hand() -> None:
    guess = {MACHINE_COLUMN: "0.7", "who": "me"}
    theirs = Marks(("head",), {"a": {"head": Mark((1, 2), guess)}, "b": {"head": Mark((3, 4), guess)}})
    found, _conflicts = merge_marks(theirs, theirs.put("a", "head", (9, 9)), theirs)

    assert found.rows == {"a": {"head": Mark((9, 9), {"who": "me"})}, "b": {"head": Mark((3, 4), guess)}}


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    ours = BASE.put("a", "head", (9, 9)).taken("b", "head")

    assert merge_marks(BASE, ours, ours) == (ours, ())


def test_a_part_of_a_picture_that_both_have_changed_is_a_conflict() -> None:
    ours = BASE.put("a", "head", (9, 9)).taken("b", "head").put("c", "tail", (1, 1))
    theirs = BASE.put("a", "head", (8, 8)).put("b", "head", None).put("c", "tail", (2, 2))
    found, conflicts = merge_marks(BASE, ours, theirs)

    assert sorted(conflicts, key=lambda one: one.name) == [
        Conflict("a", "head", Mark((9, 9)), Mark((8, 8))),
        Conflict("b", "head", None, Mark(None)),
        Conflict("c", "tail", Mark((1, 1)), Mark((2, 2))),
    ]
    assert found.rows == {"a": {"head": Mark((9, 9))}, "b": {"head": Mark(None)}, "c": {"tail": Mark((1, 1))}}


def test_a_renamed_part_keeps_its_name_and_new_marks_of_the_old_name_stay() -> None:
    ours, theirs = BASE.renamed("head", "face"), BASE.put("c", "head", (5, 5))
    found, conflicts = merge_marks(BASE, ours, theirs)

    assert conflicts == ()
    assert found.rows == {"a": {"face": Mark((1, 2))}, "b": {"face": Mark((3, 4))}, "c": {"head": Mark((5, 5))}}
    assert found.parts == ("face", "tail", "head")


def test_other_columns_and_other_pictures_are_those_of_the_file() -> None:
    head = ("image", "part", "x", "y", "visible")
    row = {"image": "z.jpg", "part": "head", "x": "1", "y": "2"}
    theirs = Marks(("head",), {"a": {"head": Mark((1, 2), {"who": "Ann"})}}, (*head, "who"), (row,))
    found, _ = merge_marks(BASE, BASE.put("a", "head", (9, 9)), theirs)

    assert found.rows["a"] == {"head": Mark((9, 9), {"who": "Ann"})}
    assert (found.columns, found.others) == ((*head, "who"), (row,))


@given(own=changes, other=changes)
def test_nothing_is_lost_that_only_one_has_changed(own: list, other: list) -> None:
    ours, theirs = changed(BASE, own), changed(BASE, other)
    found, conflicts = merge_marks(BASE, ours, theirs)
    contested = {(one.name, one.part) for one in conflicts}
    for name in "abc":
        for part in ("head", "tail"):
            was, mine, others, now = (marks.of(name).get(part) for marks in (BASE, ours, theirs, found))
            if (name, part) in contested:
                assert was != mine != others != was
                assert now == (mine or others)
            else:
                assert now == (others if mine == was else mine)
