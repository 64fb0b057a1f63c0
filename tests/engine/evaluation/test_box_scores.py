"""Which filter finds the boxes: chosen on the val side, counted on the test side, beside its baselines."""

from __future__ import annotations

import numpy as np
import pytest

from icnn_engine.core.events import NetworkName, drain
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.evaluation.box_scores import FEWEST, BoxedPictures, box_scores, run_box_scores
from icnn_engine.evaluation.measure import measure
from icnn_engine.evaluation.tables import PeakTable
from icnn_engine.runs.run_folder import Run, Table

GEOMETRY = MapGeometry(input_size=224, cells=14, stride=16, start=7.5, field=100)
COUNT = 20  # pictures of each side that are marked, and as many that are not


def planted(
    finds: tuple[float, ...], outside: int = 0, per_side: int = COUNT, seed: int = 0
) -> tuple[PeakTable, BoxedPictures]:
    """Peaks of filters that each find the box in a share of the marked pictures of val and test, in a far corner else;
    they fire there and not elsewhere. `outside`: test pictures whose box is not in what is read."""
    random = np.random.default_rng(seed)
    sides = np.repeat(["choose", "test"], 2 * per_side)
    marked = np.tile(np.repeat([True, False], per_side), 2)
    at = random.integers(3, 13, (len(sides), 2))
    cells = np.zeros((len(sides), len(finds), 2), int)
    for f, share in enumerate(finds):
        hit = np.arange(len(sides)) % per_side < round(share * per_side)
        cells[hit, f] = at[hit]
    middle = GEOMETRY.centre(at.astype(float))
    boxes = np.where(marked[:, None], np.hstack([middle - 4, middle + 4]), np.nan)
    boxes[np.flatnonzero(marked & (sides == "test"))[:outside]] = np.nan
    strengths = np.repeat(np.where(marked, 1.0, 0.1)[:, None], len(finds), axis=1)
    peaks = PeakTable(cells, strengths, np.zeros(len(finds), int))
    return peaks, BoxedPictures(np.where(marked, 0, -1), sides, marked, boxes[:, None])


def scored(finds: tuple[float, ...], field: float = 40.0, **given: int) -> Table:
    return box_scores(*(lambda p: (p[0], np.full(len(finds), field), p[1]))(planted(finds, **given)), GEOMETRY)


def test_the_filter_that_finds_the_boxes_is_named_and_counted() -> None:
    table = scored((0.2, 0.9, 0.5))

    assert table["box_filter"] == 1.0
    assert table["box_found"] == pytest.approx(0.9)
    assert table["box_found_low"] < 0.9 < table["box_found_high"]  # type: ignore[operator]
    assert (table["box_found_firing"], table["box_fires_elsewhere"]) == pytest.approx((0.9, 0.0))
    assert (table["box_tested"], table["box_others"]) == (COUNT, COUNT)


def test_a_filter_that_always_stays_at_one_place_is_no_better_than_chance() -> None:
    table = scored((0.0,))

    assert table["box_found"] == 0.0
    assert 0.02 < table["box_found_random"] < 0.06  # type: ignore[operator]
    assert table["box_found_constant"] < 0.4  # type: ignore[operator]


def test_a_box_outside_of_what_is_read_counts_as_missed() -> None:
    assert scored((1.0,), outside=5)["box_found"] == pytest.approx(1 - 5 / COUNT)


def test_a_crop_that_is_smaller_than_the_box_holds_none() -> None:
    small, large = scored((1.0,), field=6.0), scored((1.0,), field=40.0)

    assert (small["box_in_crop"], large["box_in_crop"]) == (0.0, 1.0)
    assert 0.0 < large["box_in_crop_random"] < 0.05  # type: ignore[operator]


def test_with_few_marked_pictures_nothing_is_measured() -> None:
    assert scored((1.0,), per_side=FEWEST - 1) == {}
    assert scored((1.0,), per_side=FEWEST)["box_tested"] == FEWEST


def with_boxes(run: Run, part: str = "head") -> None:
    """Write a box of 12 pixels around a landmark of each picture."""
    rows = [row.split(",") for row in (run.images / "landmarks.csv").read_text(encoding="utf-8").splitlines()[1:]]
    boxes = [f"{name},{float(x) - 6:.1f},{float(y) - 6:.1f},12,12" for name, mark, x, y, *_ in rows if mark == part]
    (run.images / "boxes.csv").write_text("\n".join(["image,x,y,width,height", *boxes]), encoding="utf-8")


def test_measuring_a_run_with_boxes_names_the_filter_of_the_marked_part(
    own_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icnn_engine.evaluation.box_scores.FEWEST", 2)
    with_boxes(own_run)
    table = drain(measure(own_run))
    filter = own_run.filters[int(table["box_filter"] or 0)]

    assert table["box_part"] == filter.group + 1 == 1
    assert table["box_found"] > 2 * table["box_found_random"]  # type: ignore[operator]
    assert table["twin_box_tested"] == table["box_tested"]


def test_a_run_without_boxes_has_no_such_rows(own_run: Run) -> None:
    nothing = np.zeros(len(own_run.pictures), bool), np.full((len(own_run.pictures), 1, 4), np.nan)

    assert run_box_scores(own_run, NetworkName.TWIN, *nothing) == {}
    assert not any("box_" in key for key in drain(measure(own_run)))
