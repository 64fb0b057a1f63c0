"""Measuring tells of rows that match no picture, and refuses tables that cannot be of these pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.events import Event, Warned, drain
from icnn_engine.evaluation.measure import measure
from icnn_engine.runs.run_folder import Run, open_run


def lines_of(run: Run) -> list[str]:
    return (run.images / "landmarks.csv").read_text(encoding="utf-8").splitlines()


def put(run: Run, name: str, lines: list[str]) -> Path:
    path = run.images / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def warnings_of(run: Run, landmarks: Path | None = None) -> list[str]:
    events: list[Event] = []
    drain(measure(run, landmarks), events.append)
    return [event.text for event in events if isinstance(event, Warned)]


def test_of_a_table_of_the_run_s_own_pictures_no_row_is_told(own_run: Run) -> None:
    assert not [text for text in warnings_of(own_run) if "match no picture" in text]


def test_rows_that_match_no_picture_are_told(own_run: Run) -> None:
    head, *rows = lines_of(own_run)
    put(own_run, "landmarks.csv", [head, rows[0], *(f"/data/{row}" for row in rows[1::2]), *rows[2::2]])
    put(own_run, "boxes.csv", ["image,x,y,width,height", f"{own_run.pictures[0].name},1,2,9,9", "gone.jpg,1,2,9,9"])
    told = warnings_of(own_run)

    assert told[0].startswith(
        f"landmarks.csv: {len(rows) // 2} of {len(rows)} rows match no picture, the first is line 3"
    )
    assert told[1].startswith("boxes.csv: 1 of 2 rows match no picture, the first is line 3 (gone.jpg)")


def test_landmarks_that_a_network_guessed_are_told(own_run: Run) -> None:
    head, *rows = lines_of(own_run)
    put(own_run, "landmarks.csv", [f"{head},machine_confidence", f"{rows[0]},0.71", *(f"{row}," for row in rows[1:])])
    told = warnings_of(own_run)

    assert told[0].startswith(f"landmarks.csv: 1 of {len(rows)} landmarks are guesses of a network")


def test_a_table_that_is_given_is_tried_like_the_folder_s_own(own_run: Run, tmp_path: Path) -> None:
    head, *rows = lines_of(own_run)
    marks = tmp_path / "marks.csv"
    marks.write_text("\n".join([head, *rows, *(f"gone/{row}" for row in rows[1:])]), encoding="utf-8")

    assert warnings_of(own_run, marks)[0].startswith(f"marks.csv: {len(rows) - 1} of {2 * len(rows) - 1} rows match no")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (lambda name, part, _x, y: (name, part, "99999", y), r"line 2: the point \(99999, .* lies outside"),
        (lambda name, part, x, y: (name, part, f"{float(x) / 900}", f"{float(y) / 900}"), "within 0 and 1"),
        (lambda name, part, x, y: (f"/data/{name}", part, x, y), "rows match no picture"),
        (lambda name, part, x, y: (name, part, x, y, "77"), "line 2: 5 values, but 4 columns"),
    ],
)
def test_a_table_that_cannot_be_of_these_pictures_changes_no_figure(own_run: Run, changed, told: str) -> None:
    head, *rows = lines_of(own_run)
    drain(measure(own_run))
    before = open_run(own_run.path).table
    put(own_run, "landmarks.csv", [head, *(",".join(changed(*row.split(","))) for row in rows)])

    with pytest.raises(LandmarksError, match=told):
        drain(measure(own_run))
    assert open_run(own_run.path).table == before
