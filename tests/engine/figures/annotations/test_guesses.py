"""Guesses of parts: where the Filters page marks them, in pixels of the upright photograph."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import numpy as np
import pytest

from icnn_engine.core.annotations import WithBrightness
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.figures.annotations.guesses import guess_parts, parts_of
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.inspection.clear_peaks import clear_peaks
from icnn_engine.inspection.part_overview import part_overviews, place_of
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.changed_pictures import known, turn
from tests.engine.figures.annotations.annotated import CELL, PAIR, guesses_of, laid_on_its_side, with_two_creatures
from tests.fake_run import PARTS, true_parts

OWN = NetworkName.INTERPRETABLE


def named(run: Run, *names: str) -> Run:
    notes = Notes()
    for group, name in enumerate(names):
        notes = notes.having((OWN, "part", group), Note(name))
    write_notes(run.path, notes)
    return run


def test_every_part_is_near_its_true_place(fake_run: Run) -> None:
    truth, away = true_parts(fake_run), []
    for photograph in guesses_of(fake_run).photographs:
        (instance,) = photograph.instances
        for part, guess in zip(PARTS, instance.guesses, strict=True):
            x, y = truth[photograph.name][part]
            away.append((abs(guess.x - x) / photograph.width, abs(guess.y - y) / photograph.height))

    assert len(away) == 3 * 24
    assert np.max(away) < 0.6 * CELL


def test_a_point_is_where_the_filters_page_marks_the_part(fake_run: Run) -> None:
    (overview,) = part_overviews(fake_run)
    photographs = {one.name: one for one in guesses_of(fake_run).photographs}
    for row, picture in enumerate(overview.pictures):
        size = fake_run.pictures[picture].width, fake_run.pictures[picture].height
        (instance,) = photographs[fake_run.pictures[picture].name].instances
        for column, (part, guess) in enumerate(zip(overview.parts, instance.guesses, strict=True)):
            place = place_of(fake_run, part.first, picture, tuple(overview.cells[row, column]))

            assert (guess.x, guess.y) == pytest.approx((place.x * size[0], place.y * size[1]), abs=0.01)
            assert guess.visible == overview.clear[row, column]


def test_a_part_is_visible_unless_its_peak_is_faint(own_run: Run) -> None:
    _cells, strengths = peaks_of(own_run, OWN)
    strengths[0, 0], strengths[1, 0] = 0.01, 1e9
    faint, strong = (photograph.instances[0].guesses[0] for photograph in guesses_of(own_run).photographs[:2])

    assert (faint.visible, faint.confidence < 1 / 3) == (False, True)
    assert (strong.visible, strong.confidence) == (True, 1.0)
    assert clear_peaks(own_run, OWN, 0)[:2].tolist() == [False, True]


def test_several_objects_of_a_photograph_are_several_instances_in_its_own_pixels(own_run: Run) -> None:
    truth = true_parts(own_run)
    names = [picture.name for picture in own_run.pictures[:2]]
    run = with_two_creatures(own_run)
    photographs = {one.name: one for one in guesses_of(run).photographs}
    pair = photographs[PAIR]

    assert (pair.width, pair.height) == (192 + 144, 192)
    assert [instance.box for instance in pair.instances] == [(0, 0, 192, 144), (192, 0, 336, 192)]
    assert [instance.whole for instance in pair.instances] == [False, False]
    for name, instance, shift in zip(names, pair.instances, (0, 192), strict=True):
        for part, guess in zip(PARTS, instance.guesses, strict=True):
            x, y = truth[name][part]
            assert hypot(guess.x - x - shift, guess.y - y) < 192 * CELL
    assert all(one.instances[0].whole for name, one in photographs.items() if name != PAIR)


def test_a_picture_with_an_exif_rotation_is_upright(own_run: Run) -> None:
    before = guesses_of(own_run).photographs
    after = guesses_of(laid_on_its_side(own_run, 0)).photographs

    assert after == before
    assert (after[0].width, after[0].height) == (192, 144)


def test_every_category_has_parts_of_its_own(several_run: Run) -> None:
    guesses = guesses_of(several_run)
    shown = {
        several_run.pictures[instance.picture].category: [guess.part.label for guess in instance.guesses]
        for photograph in guesses.photographs
        for instance in photograph.instances
    }

    assert shown == {"creature": ["creature: Part 1", "creature: Part 2"], "insect": ["insect: Part 3"]}


def test_parts_have_the_users_names_each_its_own(own_run: Run) -> None:
    parts = parts_of(named(own_run, "머리", "머리", "creature"))

    assert [part.name for part in parts] == ["머리", "머리 (2)", "creature"]
    assert [part.label for part in parts] == ["머리", "머리 (2)", "creature (3)"]


def test_a_photograph_of_a_category_without_parts_is_listed_without_an_object(several_run: Run) -> None:
    kept = tuple(replace(one, group=-1) if one.category == 1 else one for one in several_run.filters)
    photographs = guesses_of(replace(several_run, filters=kept)).photographs

    assert {bool(one.instances) for one in photographs if one.name.startswith("creature")} == {True}
    assert {bool(one.instances) for one in photographs if one.name.startswith("insect")} == {False}


def test_pictures_that_changed_since_the_training_are_left_out(own_run: Run) -> None:
    run = known(own_run)
    turn(run, 1)
    names = [one.name for one in drain(guess_parts(run, (0, 1, 2))).photographs]

    assert names == [run.pictures[0].name, run.pictures[2].name]


def test_of_a_published_object_the_size_of_its_photograph_is_read(own_run: Run) -> None:
    first, *others = own_run.pictures
    boxed = replace(first, box="12,4,108,100", width=96, height=96)
    photograph, *_ = guesses_of(replace(own_run, pictures=(boxed, *others))).photographs
    (instance,) = photograph.instances

    assert not isinstance(boxed.where(own_run.images), WithBrightness)
    assert (photograph.width, photograph.height) == (192, 144)
    assert instance.box == (12, 4, 108, 100)
    assert all(12 <= guess.x <= 108 and 4 <= guess.y <= 100 for guess in instance.guesses)
