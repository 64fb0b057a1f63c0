"""The sentence about the filter that finds the boxes."""

from __future__ import annotations

from dataclasses import replace

from icnn_engine.inspection.box_words import box_filter, box_sentence
from icnn_engine.runs.run_folder import Run, Table

MEASURED: Table = {
    "box_filter": 0.0, "box_tested": 60.0, "box_found": 0.9, "box_found_low": 0.8, "box_found_high": 0.95,
    "box_found_random": 0.06, "box_others": 60.0, "box_fires_elsewhere": 0.05, "box_in_crop": 0.5,
}  # fmt: skip


def test_the_sentence_counts_pictures_beside_chance(fake_run: Run) -> None:
    assert box_sentence(replace(fake_run, table=MEASURED)) == (
        "Part 1 (its filter 0) peaks on the marked box, or at most one cell beside it, in 54 of 60 test pictures "
        "(80 to 95 of 100, 95 % interval); a random cell would in 4. Its crop holds the whole box in 30 of them. It "
        "fires in 3 of 60 test pictures of something else."
    )


def test_a_filter_of_no_part_is_not_called_one(fake_run: Run) -> None:
    loose = replace(fake_run, table=MEASURED | {"box_filter": 13.0, "box_others": 0.0})

    assert box_sentence(loose).startswith("Filter 13 (not a part) peaks on the marked box")
    assert "something else" not in box_sentence(loose)


def test_without_boxes_nothing_is_said(fake_run: Run) -> None:
    assert box_sentence(fake_run) == ""
    assert box_filter(fake_run) is None
    assert box_filter(replace(fake_run, table={"box_filter": 99.0})) is None
