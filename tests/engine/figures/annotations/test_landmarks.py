"""landmarks.csv: read by Partscope itself, and corrected in its editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine.core.events import NetworkName
from icnn_engine.data import read_landmarks
from icnn_engine.data.tables.marks import MACHINE_COLUMN, read_marks
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.runs.run_folder import Run
from tests.engine.figures.annotations.annotated import PAIR, export, guesses_of, with_two_creatures


def test_the_reader_gives_the_same_positions(fake_run: Run, tmp_path: Path) -> None:
    path = export(fake_run, tmp_path, "landmarks") / "landmarks.csv"
    photographs = guesses_of(fake_run).photographs
    sizes = {one.name: (one.width, one.height) for one in photographs}
    found = read_landmarks(path, list(sizes), fake_run.images, sizes)
    read = {name: {(one.part, one.x, one.y) for one in marks} for name, marks in found.items()}

    assert read == {
        one.name: {(guess.part.name, guess.x, guess.y) for guess in one.instances[0].shown}
        for one in photographs
        if one.instances[0].shown
    }


def test_every_row_says_that_a_machine_made_it_and_how_sure_it_was(fake_run: Run, tmp_path: Path) -> None:
    path = export(fake_run, tmp_path, "landmarks") / "landmarks.csv"
    marks = read_marks(path, [picture.name for picture in fake_run.pictures])
    sure = [float(mark.further[MACHINE_COLUMN]) for row in marks.rows.values() for mark in row.values()]

    assert len(sure) > 24
    assert all(1 / 3 <= value <= 1 for value in sure)


def test_of_several_objects_the_surest_one_is_written(own_run: Run, tmp_path: Path) -> None:
    run = with_two_creatures(own_run)
    peaks_of(run, NetworkName.INTERPRETABLE)[1][0] /= 2
    path = export(run, tmp_path / "out", "landmarks") / "landmarks.csv"
    (pair,) = (one for one in guesses_of(run).photographs if one.name == PAIR)
    left, best = pair.instances
    marks = read_landmarks(path, [PAIR], sizes={PAIR: (336, 192)})[PAIR]

    assert left.score < best.score
    assert {(one.part, one.x, one.y) for one in marks} == {(one.part.name, one.x, one.y) for one in best.shown}


def test_of_a_published_object_positions_are_in_its_crop(own_run: Run, tmp_path: Path) -> None:
    first, *others = own_run.pictures
    run = replace(own_run, pictures=(replace(first, box="12,4,108,100", width=96, height=96), *others))
    path = export(run, tmp_path / "out", "landmarks") / "landmarks.csv"
    guesses = guesses_of(run).photographs[0].instances[0].shown
    marks = read_landmarks(path, [first.name])[first.name]

    assert [(one.x, one.y) for one in marks] == [
        pytest.approx((guess.x - 12, guess.y - 4), abs=1e-6) for guess in guesses
    ]
