"""Where nothing can be forbidden, the way back, and boxes that are drawn already."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine.audit.forbidden_words import forbidden_rows, is_forbidden
from icnn_engine.audit.forbidding import boxes_drawn_for, ensure_possible, run_before, why_not
from icnn_engine.core.errors import RunError
from icnn_engine.runs.notes import Notes
from icnn_engine.runs.run_folder import Run
from tests.forbidden_runs import without_part_2
from tests.own_network import as_own


def test_a_part_of_a_usual_run_can_be_forbidden(fake_run: Run) -> None:
    assert why_not(fake_run) == ""


def test_other_runs_say_why_not(fake_run: Run) -> None:
    shuffled = replace(fake_run, info=fake_run.info | {"background": "shuffled"})
    layers = replace(fake_run, settings=fake_run.settings.model_copy(update={"variant": "paper"}))

    assert "network of your own" in why_not(as_own(fake_run))
    assert "shuffled" in why_not(shuffled)
    assert "hidden layers" in why_not(layers)
    with pytest.raises(RunError, match="hidden layers"):
        ensure_possible(layers)


def test_a_second_part_is_refused_for_it_would_let_the_first_count_again(own_run: Run) -> None:
    without = without_part_2(own_run)

    assert "Part 2 is already not allowed" in why_not(without)
    assert own_run.name in why_not(without)


def test_the_way_back_is_the_run_beside_it(own_run: Run) -> None:
    without = without_part_2(own_run)

    assert run_before(without) == own_run.path
    shutil.rmtree(own_run.path)
    with pytest.raises(RunError, match="no longer beside"):
        run_before(without)
    with pytest.raises(RunError, match="Nothing is forbidden"):
        run_before(own_run)


def test_the_filters_of_the_part_are_known(own_run: Run) -> None:
    without = without_part_2(own_run)

    assert [is_forbidden(without, index) for index in (0, 6, 9, 10)] == [False, True, True, False]
    assert not is_forbidden(own_run, 6)
    assert forbidden_rows(without, Notes())[0][1:3] == ("95.0 % [90.0 %, 100.0 %]", "90.0 % [80.0 %, 95.0 %]")


def test_boxes_drawn_in_the_pictures_are_offered_unless_they_mark_the_object(own_run: Run) -> None:
    before = boxes_drawn_for(own_run)
    table: Path = own_run.images / "boxes.csv"
    table.write_text("image,x,y,width,height\n", encoding="utf-8")
    boxes = replace(own_run, settings=own_run.settings.model_copy(update={"region": "boxes"}))

    assert before is None
    assert boxes_drawn_for(own_run) == table
    assert boxes_drawn_for(boxes) is None
