"""`filters`: the list."""

from dataclasses import replace

import pytest

from icnn_engine.cli import main
from icnn_engine.runs.run_folder import Run, write_run


def test_filters_are_listed_by_part(fake_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    main(["filters", str(fake_run.path)])
    head, *rows, holding = capsys.readouterr().out.splitlines()
    main(["filters", str(fake_run.path), "--twin"])
    twin = capsys.readouterr().out.splitlines()

    assert head.split()[:3] == ["part", "filter", "category"]
    assert [row.split()[0] for row in rows[:7]] == ["1"] * 6 + ["2"]
    assert rows[0].split() == ["1", "0", "creature", "yes", "0.95", "0.96", "0.85", "0.80", "0.70", "0.90", "0.90"]
    assert rows[-2].endswith("fails: shift, slope, mirror, transplant, enlarged")
    assert rows[-1].endswith("never fires")
    assert len(twin) == len(rows) + 2
    assert holding == "13 of its 16 filters hold a part: 3 different parts."


def test_a_filter_that_holds_no_part_is_listed_with_the_reason(
    own_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    few, pair, shaky = (replace(f, group=-1, holds=False) for f in own_run.filters[:3])
    changed = (replace(few, eligible=3), replace(pair, partner=7, mirror=0.1), replace(shaky, kept=0.2))
    write_run(replace(own_run, filters=(*changed, *own_run.filters[3:])))
    main(["filters", str(own_run.path)])
    rows = {row.split()[1]: row for row in capsys.readouterr().out.splitlines()}

    assert rows["0"].endswith("too few pictures")
    assert rows["1"].endswith("swaps places with filter 7")
    assert rows["2"].endswith("fails: grounding")
    assert [rows[f].split()[3] for f in "0123"] == ["no", "no", "no", "yes"]


def test_the_list_of_filters_that_were_not_judged_says_so(own_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    write_run(replace(own_run, filters=tuple(replace(f, eligible=-1, holds=False) for f in own_run.filters)))
    main(["filters", str(own_run.path)])

    assert f"“partscope measure {own_run.name}” tests them" in capsys.readouterr().out
