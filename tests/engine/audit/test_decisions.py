"""Decisions about pictures of a run."""

from __future__ import annotations

import pytest

from icnn_engine.audit.decisions import Decision, DecisionKind, decide, decisions
from icnn_engine.core.errors import FolderError
from icnn_engine.data import CORRECTIONS, LEFT_OUT, list_folder
from icnn_engine.runs.run_folder import Run


def test_decisions_are_kept_in_the_folder_and_the_latest_counts(own_run: Run) -> None:
    one, two, three = (own_run.pictures[i].name for i in (0, 1, 2))
    decide(own_run.images, {one: "_background"}, [two], [three], reasons={one: "a stone"})
    before = decisions(own_run)
    decide(own_run.images, {}, [one], [two], [three])
    after = decisions(own_run)

    assert before == {
        0: Decision(DecisionKind.CORRECTED, "_background", "a stone"),
        1: Decision(DecisionKind.LEFT_OUT, "", ""),
        2: Decision(DecisionKind.RIGHT, own_run.pictures[2].category, ""),
    }
    assert {picture: one.kind for picture, one in after.items()} == {
        0: DecisionKind.LEFT_OUT,
        1: DecisionKind.RIGHT,
    }


def test_the_row_tells_what_the_folder_says_even_after_a_second_correction(own_run: Run) -> None:
    name = next(p.name for p in own_run.pictures if p.category == "creature")
    decide(own_run.images, {name: "_background"})
    decide(own_run.images, {name: "_background"}, reasons={name: "again"})

    assert f"{name},_background,creature,again" in (own_run.images / CORRECTIONS).read_text(encoding="utf-8")


def test_a_picture_is_right_where_it_lies_although_it_was_corrected(own_run: Run) -> None:
    name = next(p.name for p in own_run.pictures if p.category == "creature")
    decide(own_run.images, {name: "_background"})
    decide(own_run.images, {}, right=[name])

    assert next(p.category for p in list_folder(own_run.images).pictures if p.name == name) == "creature"


@pytest.mark.parametrize(
    ("category", "left", "why"),
    [
        ("_background", "nowhere.png", r"no picture nowhere\.png"),
        ("_background", "the same", "is named twice"),
        ("dog", "another", "no category dog"),
    ],
)
def test_nothing_is_written_where_a_decision_cannot_be(own_run: Run, category: str, left: str, why: str) -> None:
    name, other = (own_run.pictures[i].name for i in (0, 1))
    left = {"the same": name, "another": other}.get(left, left)

    with pytest.raises(FolderError, match=why):
        decide(own_run.images, {name: category}, [left])
    assert not (own_run.images / CORRECTIONS).exists()
    assert not (own_run.images / LEFT_OUT).exists()


def test_a_folder_that_is_gone_has_no_decisions_and_a_damaged_table_is_told(own_run: Run) -> None:
    (own_run.images / CORRECTIONS).write_text("picture\nx\n", encoding="utf-8")
    with pytest.raises(FolderError, match="no column image"):
        decisions(own_run)
    own_run.images.rename(own_run.images.with_name("moved"))

    assert decisions(own_run) == {}
