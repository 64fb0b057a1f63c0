"""Forbidding a part from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.audit.forbidden_regions import ForbiddenRegions
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import Operation, Progress
from icnn_engine.library.opened_run import OpenedRun
from icnn_engine.runs.run_folder import Run
from tests.forbidden_runs import without_part_2


def test_a_part_is_named_by_itself_or_by_its_number(own_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, tuple[int, ...]]] = []

    def forbid(run: Run, regions: ForbiddenRegions) -> Operation[Run]:
        asked.append((regions.title, regions.filters))
        yield Progress("Covering", 1, 1)
        return run

    monkeypatch.setattr("icnn_engine.experiment.forbid_run.forbid", forbid)
    opened = OpenedRun(own_run)
    opened.forbid(2, progress=False)
    opened.forbid(opened.parts[1], progress=False)

    assert asked[0] == asked[1] == ("Part 2", own_run.groups()[1])


def test_one_of_part_and_boxes_is_needed(fake_run: Run) -> None:
    opened = OpenedRun(fake_run)

    for part, boxes in ((None, None), (1, Path("boxes.csv"))):
        with pytest.raises(SettingsError, match="one of them"):
            opened.forbid(part, boxes=boxes)


def test_a_run_without_a_part_shows_both_answers(own_run: Run) -> None:
    without = OpenedRun(without_part_2(own_run))

    assert without.forbidden[0].before == "95.0 % [90.0 %, 100.0 %]"
    assert "Part 2 is not allowed" in " ".join(without.verdict)
    assert "Part 2 is not allowed" in without._repr_html_()
    assert len(OpenedRun(own_run).forbidden) == 0
    with pytest.raises(RunError, match="already not allowed"):
        without.forbid(1)
