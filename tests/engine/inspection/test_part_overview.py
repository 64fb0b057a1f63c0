"""All parts of a run at a glance: which pictures come first, where parts are marked, runs without parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.inspection.clear_peaks import FAINT, clear_peaks, usual_top
from icnn_engine.inspection.part_overview import best_of_parts, part_overviews, place_of
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.run_folder import Run
from tests.fake_run import true_parts

OWN = NetworkName.INTERPRETABLE


def test_each_part_stands_for_its_first_filter_and_is_marked_where_it_is(fake_run: Run) -> None:
    (overview,) = part_overviews(fake_run)
    index = overview.pictures[0]
    picture, truth = fake_run.pictures[index], true_parts(fake_run)
    first = overview.parts[0]
    place = place_of(fake_run, first.first, overview.pictures[0], tuple(overview.cells[0, 0]))
    x, y = truth[picture.name]["head"]

    assert overview.holds
    assert overview.tested
    assert [part.filters for part in overview.parts] == list(fake_run.groups())
    assert (place.x, place.y) == pytest.approx((x / picture.width, y / picture.height), abs=0.1)
    assert place.box[0] < place.x < place.box[2]


def test_the_pictures_are_test_pictures_and_those_with_most_parts_come_first(fake_run: Run) -> None:
    (overview,) = part_overviews(fake_run)
    counts = overview.clear.sum(1)

    assert {fake_run.pictures[index].side for index in overview.pictures} == {"test"}
    assert {fake_run.pictures[index].label for index in overview.pictures} == {0}
    assert list(counts) == sorted(counts, reverse=True)
    assert [part.seen for part in overview.parts] == list(overview.clear.sum(0))
    assert best_of_parts(fake_run, overview, 2)[0][0].picture in overview.pictures


def test_a_peak_is_clear_from_a_third_of_the_usual_one_on(fake_run: Run) -> None:
    strengths = peaks_of(fake_run, OWN)[1][:, 0]
    clear = clear_peaks(fake_run, OWN, 0)

    assert np.array_equal(clear, strengths >= FAINT * usual_top(fake_run, OWN, 0))
    assert 0 < clear.sum() < len(clear)


def test_a_filter_that_never_fires_is_clear_nowhere(fake_run: Run) -> None:
    dead = next(filter.index for filter in fake_run.filters if filter.dead)

    assert not clear_peaks(fake_run, OWN, dead).any()


def test_of_several_categories_each_has_its_own_parts_and_pictures(several_run: Run) -> None:
    creature, insect = part_overviews(several_run)

    assert [part.mark for part in creature.parts] == [0, 1]
    assert [part.mark for part in insect.parts] == [2]
    assert {several_run.pictures[index].label for index in insect.pictures} <= {1}
    assert not set(creature.pictures) & set(insect.pictures)


def test_without_parts_the_closest_filters_stand_for_them(fake_run: Run) -> None:
    alone = tuple(replace(filter, group=-1, holds=False, mirror=0.1) for filter in fake_run.filters)
    run = replace(fake_run, filters=alone)
    (overview,) = part_overviews(run)

    assert not overview.holds
    assert [part.first for part in overview.parts] == list(closest_filters(alone)[:3])
    assert [(part.mark, part.group) for part in overview.parts] == [(0, -1), (1, -1), (2, -1)]


def test_without_test_pictures_others_are_shown(fake_run: Run) -> None:
    run = replace(fake_run, pictures=tuple(replace(picture, side="train") for picture in fake_run.pictures))
    (overview,) = part_overviews(run)

    assert not overview.tested
    assert overview.pictures
