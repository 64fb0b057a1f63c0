"""Sentences of a report about parts."""

from __future__ import annotations

from dataclasses import replace

from icnn_engine.report.facts import gather_facts
from icnn_engine.report.words import report_text
from icnn_engine.runs.run_folder import Run


def test_each_part_says_how_well_it_follows_and_the_intro_what_holding_means(run: Run) -> None:
    told = report_text(gather_facts(run))

    assert told.short[1] == "13 of its 16 filters hold a part: 3 different parts, all shown below."
    assert "holds a part if it stays on the same content" in told.parts_intro
    assert "Of the ordinary network's filters 4 hold a part, of filters that never learned 0." in told.parts_intro
    assert told.parts[0][1][0] == "Follows 95 of 100 shifts, 85 mirrorings, 80 pastes."


def test_a_run_where_nothing_holds_says_so_and_calls_nothing_a_part(run: Run) -> None:
    filters = tuple(replace(one, group=-1, holds=False, mirror=0.3) for one in run.filters)
    told = report_text(gather_facts(replace(run, filters=filters)))

    assert told.short[1] == "None of its 16 filters holds a part: do not explain its answers by parts."
    assert told.parts_heading == "What it looks at: no filter holds a part"
    assert [name for name, _ in told.parts] == [f"Filter {index} (not a part)" for index in (0, 10, 1)]
    assert "Not a part (fails: mirror): it follows 95 of 100 shifts, 30 mirrorings, 80 pastes." in told.parts[0][1]
    assert "it found them by itself" not in told.trained


def test_a_run_that_was_not_judged_says_so_and_calls_its_groups_groups(run: Run) -> None:
    filters = tuple(replace(one, eligible=-1, holds=False) for one in run.filters)
    told = report_text(gather_facts(replace(run, filters=filters)))

    assert "were not tested for holding a part" in told.short[1]
    assert "partscope measure" in told.parts_intro
    assert [name for name, _ in told.parts] == ["Group 1", "Group 2", "Group 3"]
    assert told.parts[0][1][0] == "Follows 95 of 100 shifts."
