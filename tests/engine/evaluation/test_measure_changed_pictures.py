"""Measuring a run anew whose pictures or landmarks have changed: no figure is lost or made poorer."""

from __future__ import annotations

import pytest

from icnn_engine.cli import main
from icnn_engine.core.events import Warned, drain
from icnn_engine.evaluation.measure import measure, unchanged_marks
from icnn_engine.report.parts import _behind_centre
from icnn_engine.runs.run_folder import Run, open_run, write_table
from tests.changed_pictures import known, turn


@pytest.fixture
def run(own_run: Run) -> Run:
    """A run of a test's own that knows its pictures by their digests, as trainings write them."""
    return known(own_run)


@pytest.mark.parametrize("lost", ["the folder", "the landmarks"])
def test_a_figure_that_cannot_be_measured_anew_keeps_its_value_and_says_so(
    run: Run, lost: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if lost == "the folder":
        run.images.rename(run.images.with_name("away"))
    else:
        (run.images / "landmarks.csv").unlink()
    status = main(["measure", str(run.path)])
    told = capsys.readouterr()

    assert status == 0
    assert open_run(run.path).table == run.table
    assert "they keep their earlier values" in told.err
    assert "instability" in told.err
    assert f"{run.table['instability']:.3f}".removeprefix("0") in told.out


def test_landmarks_without_a_row_take_no_figure_away(run: Run) -> None:
    (run.images / "landmarks.csv").write_text("image,part,x,y\n", encoding="utf-8")

    assert main(["measure", str(run.path)]) == 0
    assert open_run(run.path).table == run.table


def test_too_few_landmarks_take_no_figure_away(run: Run) -> None:
    head, *rows = (run.images / "landmarks.csv").read_text(encoding="utf-8").splitlines()
    few = [row for row in rows if row.startswith(f"{run.pictures[0].name},")]
    (run.images / "landmarks.csv").write_text("\n".join([head, *few, ""]), encoding="utf-8")
    table = drain(measure(run))

    assert table["instability"] == run.table["instability"]
    assert {key for key, value in run.table.items() if value is not None} <= {
        key for key, value in table.items() if value is not None
    }


def test_figures_of_boxes_stay_where_only_landmarks_are_left(run: Run) -> None:
    write_table(run.path, run.table | {"in_box_4": 0.5, "instability": 0.9})
    table = drain(measure(open_run(run.path)))

    assert table["in_box_4"] == 0.5
    assert table["instability"] != 0.9


def test_a_picture_that_has_changed_makes_no_figure_poorer(run: Run) -> None:
    drain(measure(run))
    whole = (run.path / "table.toml").read_text(encoding="utf-8")
    turn(run, next(i for i, one in enumerate(run.pictures) if one.positive and one.side == "test"))
    said: list[object] = []
    drain(measure(open_run(run.path)), said.append)

    assert (run.path / "table.toml").read_text(encoding="utf-8") == whole
    assert len([event for event in said if isinstance(event, Warned)]) == 2


def test_given_landmarks_of_a_picture_that_has_changed_are_left_out(run: Run) -> None:
    whole = drain(measure(run))
    marked = [i for i, one in enumerate(run.pictures) if one.positive and one.side == "test"]
    rows = (run.images / "landmarks.csv").read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if not row.startswith(f"{run.pictures[marked[0]].name},")]
    own = run.path / "fewer.csv"
    own.write_text("\n".join([*kept, ""]), encoding="utf-8")
    fewer = drain(measure(run, own))
    turn(run, marked[0])
    said: list[object] = []
    found = drain(measure(run, run.images / "landmarks.csv"), said.append)

    assert found["instability"] == fewer["instability"] != whole["instability"]
    first, *_kept = (event.text for event in said if isinstance(event, Warned))
    assert run.pictures[marked[0]].name in first


def test_marks_of_changed_pictures_are_not_compared_with_what_the_run_stored(run: Run) -> None:
    marks = {one.name: index for index, one in enumerate(run.pictures)}
    turn(run, 0)

    assert unchanged_marks(run, marks) == {name: index for name, index in marks.items() if index != 0}


def test_a_report_uses_no_marks_of_changed_pictures(run: Run) -> None:
    shown = tuple(range(len(run.filters)))
    assert _behind_centre(run, shown) is not None
    turn(run, *range(len(run.pictures)))

    assert _behind_centre(run, shown) is None
