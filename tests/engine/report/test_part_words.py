"""Sentences of a report about parts."""

from __future__ import annotations

from dataclasses import replace

from icnn_engine.report.facts import gather_facts
from icnn_engine.report.words import report_text
from icnn_engine.runs.run_folder import Run


def test_each_part_says_how_well_it_follows_and_the_intro_what_holding_means(run: Run) -> None:
    told = report_text(gather_facts(run))

    assert told.short[2] == "13 of its 16 filters hold a part: 3 different parts."
    assert "holds a part if it stays on the same place" in told.parts_intro
    assert "Filters that hold a part: 13 here, 4 in the ordinary twin, 0 among untrained filters." in told.parts_intro
    assert told.parts[0][1][0] == "Keeps to its place in 95 of 100 moved pictures, 85 mirrored, 80 pasted."


def test_a_run_where_nothing_holds_says_so_and_calls_nothing_a_part(run: Run) -> None:
    filters = tuple(replace(one, group=-1, holds=False, mirror=0.3) for one in run.filters)
    told = report_text(gather_facts(replace(run, filters=filters)))

    assert told.short[2].startswith("No filter holds a part")
    assert told.short[2].endswith("Do not explain its answers by parts.")
    assert told.parts_heading == "What it looks at: no filter holds a part"
    assert [name for name, _ in told.parts] == [f"Filter {index} (not a part)" for index in (0, 10, 1)]
    assert (
        "Not a part (fails: mirror): keeps to its place in 95 of 100 moved pictures, 30 mirrored, 80 pasted."
        in told.parts[0][1]
    )
    assert "it found them by itself" not in told.trained


def test_a_run_that_was_not_judged_says_so_and_calls_its_groups_groups(run: Run) -> None:
    filters = tuple(replace(one, eligible=-1, holds=False) for one in run.filters)
    told = report_text(gather_facts(replace(run, filters=filters)))

    assert "was not tested" in told.short[2]
    assert "partscope measure" in told.parts_intro
    assert [name for name, _ in told.parts] == ["Group 1", "Group 2", "Group 3"]
    assert told.parts[0][1][0] == "Keeps to its place in 95 of 100 moved pictures."


def test_with_boxes_it_is_not_said_that_nobody_marked_anything(run: Run) -> None:
    bare = {key: value for key, value in run.table.items() if "instability" not in key}
    limits = [
        report_text(gather_facts(replace(run, table=table))).limits for table in (bare, bare | {"box_filter": 0.0})
    ]

    assert [any("Nobody has marked" in limit for limit in own) for own in limits] == [True, False]
