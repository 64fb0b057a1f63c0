"""`suspects`: the list, and decisions."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.audit.suspects import KINDS
from icnn_engine.cli import main
from icnn_engine.cli.decision_arguments import SUSPECTS
from icnn_engine.core.atomic_files import write_array
from icnn_engine.runs.run_folder import Run, write_run


@pytest.fixture
def wrong_run(own_run: Run) -> Run:
    """A run in which pictures 0 and 1 have each other's kind of label."""
    labels = np.array([picture.label for picture in own_run.pictures])
    noise = np.random.default_rng(0).normal(0, 0.3, (len(labels), 8))
    write_array(own_run.path / "parts" / "trunk.npy", (noise + 2 * np.eye(2, 8)[labels]).astype(np.float16))
    chosen = [int(np.flatnonzero(labels == label)[0]) for label in (0, -1)]
    pictures = [replace(p, label=-1 - p.label) if i in chosen else p for i, p in enumerate(own_run.pictures)]
    run = replace(own_run, pictures=tuple(pictures))
    write_run(run)
    return run


def listed(run: Run, capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    """The lines that are printed about pictures."""
    assert main(["suspects", str(run.path), *more]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if ".png" in line or ".jpg" in line]


def rows_in(table: Path) -> list[list[str]]:
    return list(csv.reader(table.read_text(encoding="utf-8").splitlines()))


def wrong_names(run: Run) -> list[str]:
    return [p.name for p in run.pictures if (p.label >= 0) != (p.category != "_background")]


def test_the_kinds_that_can_be_asked_for_are_those_there_are() -> None:
    assert SUSPECTS == KINDS


def test_suspects_are_listed_and_those_decided_come_last(wrong_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = wrong_names(wrong_run)
    before = listed(wrong_run, capsys, "--kind", "label")
    first = one if one in before[0] else two
    main(["suspects", str(wrong_run.path), "--right", Path(first).name])
    told = capsys.readouterr().out
    after = listed(wrong_run, capsys, "--kind", "label")
    undecided = listed(wrong_run, capsys, "--kind", "label", "--open")
    main(["suspects", str(wrong_run.path), "--undo", first])
    capsys.readouterr()

    assert {name for name in (one, two) for line in before if name in line} == {one, two}
    assert "1 called right" in told
    assert first in after[-1]
    assert "right" in after[-1]
    assert not any(first in line for line in undecided)
    assert listed(wrong_run, capsys, "--kind", "label") == before


def test_corrections_and_what_is_left_out_go_into_the_folder(
    wrong_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = wrong_names(wrong_run)
    main(["suspects", str(wrong_run.path), "--correct", f"{one}=_background", "--leave-out", two])
    told = capsys.readouterr().out
    rows = rows_in(wrong_run.images / "corrections.csv")
    left = rows_in(wrong_run.images / "left_out.csv")

    assert "1 corrected, 1 left out" in told
    assert rows[1][:2] == [one, "_background"]
    assert rows[1][3].startswith("Looks like")
    assert left[1][0] == two
    assert (wrong_run.images / one).is_file()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (["--correct", "ONE"], "write PICTURE=CATEGORY"),
        (["--correct", "nowhere.png=creature"], "is no picture of"),
        (["--correct", "ONE=dog"], "There is no category dog"),
        (["--correct", "ONE=creature", "ONE=_background"], "is named twice"),
        (["--correct", "ONE=creature", "--right", "ONE"], "is named twice"),
    ],
)
def test_decisions_that_cannot_be_are_refused(
    wrong_run: Run, more: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = wrong_names(wrong_run)[0]

    assert main(["suspects", str(wrong_run.path), *(word.replace("ONE", name) for word in more)]) != 0
    assert why in capsys.readouterr().err
    assert not (wrong_run.images / "corrections.csv").exists()


def test_a_table_and_a_figure_are_written(wrong_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, figure = tmp_path / "suspects.csv", tmp_path / "suspects.png"
    lines = listed(wrong_run, capsys, "--first", "1", "--csv", str(table), "--grid", str(figure))
    head, *rows = rows_in(table)

    assert len([line for line in lines if "label" in line]) == 1
    assert {*wrong_names(wrong_run)} <= {row[0] for row in rows if row[1] == "label"}
    assert head[:3] == ["image", "kind", "score"]
    with Image.open(figure) as drawn:
        assert drawn.width > 1000
