"""Accuracy of slices, beside the rest on equal terms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.audit.slice_accuracy import accuracy_of_rows, difference_of, slice_accuracy
from icnn_engine.audit.slice_text import parse_slice
from icnn_engine.audit.slice_words import caution
from icnn_engine.inspection.best_pictures import side_rows
from icnn_engine.metrics import Interval, share_interval
from icnn_engine.runs.run_folder import Run
from tests.fake_run import held_out, make_fake_run, with_answers


@pytest.fixture
def own(tmp_path: Path) -> Run:
    """A run whose answers may be replaced."""
    return make_fake_run(tmp_path)


def test_a_slice_of_one_category_is_compared_with_the_rest_of_that_category(own: Run) -> None:
    creatures, background = held_out(own, 0), held_out(own, -1)
    answers = dict.fromkeys((*creatures, *background), 0.9) | dict.fromkeys(creatures[:2], 0.1)
    run = with_answers(own, answers)
    found = accuracy_of_rows(run, np.array(creatures[:4]))

    assert (found.inside.pictures, found.inside.right) == (4, 2)
    assert (found.rest.pictures, found.rest.right) == (len(creatures) - 4, len(creatures) - 4)
    assert found.whole.pictures == len(creatures) + len(background)
    assert found.difference.mean == pytest.approx(-0.5)
    assert found.equal


def test_the_rest_of_several_categories_is_weighed_as_the_slice_is(own: Run) -> None:
    creatures, background = held_out(own, 0), held_out(own, -1)
    run = with_answers(own, dict.fromkeys((*creatures, *background), 0.9))  # creatures right, background wrong
    found = accuracy_of_rows(run, np.array([*creatures[:3], background[0]]))

    assert found.inside.share.mean == found.rest.share.mean == pytest.approx(0.75)
    assert found.difference.mean == pytest.approx(0)


def test_only_pictures_of_the_sides_that_a_slice_has_are_its_rest(fake_run: Run) -> None:
    test = [i for i in held_out(fake_run, 0) if fake_run.pictures[i].side == "test"]
    found = accuracy_of_rows(fake_run, np.array(test[:1]))

    assert found.rest.pictures == len(test) - 1


def test_training_pictures_are_not_counted_among_those_held_out(fake_run: Run) -> None:
    assert slice_accuracy(fake_run, parse_slice(fake_run, "train")).inside.pictures == 0
    assert slice_accuracy(fake_run, parse_slice(fake_run, "train"), "train").inside.pictures > 0


def test_a_whole_category_has_no_rest_of_its_own_and_says_so(fake_run: Run) -> None:
    slice = parse_slice(fake_run, "category creature")
    found = slice_accuracy(fake_run, slice, None)

    assert not found.equal
    assert found.rest.pictures == sum(not picture.positive for picture in fake_run.pictures)
    assert "other categories" in caution(slice, found)


def test_a_slice_without_any_mistake_has_an_interval_with_a_width(own: Run) -> None:
    creatures = held_out(own, 0)
    found = accuracy_of_rows(with_answers(own, dict.fromkeys(creatures, 0.9)), np.array(creatures[:2]))

    assert found.inside.share.mean == 1
    assert found.inside.share.low < 0.5
    assert found.difference.low < 0 < found.difference.high


def test_the_difference_has_the_interval_that_newcombe_published() -> None:
    found = difference_of(share_interval(56, 70), share_interval(48, 80))  # 1998, table II, (a), method 10

    assert [found.mean, found.low, found.high] == pytest.approx([0.2, 0.0524, 0.3339], abs=1e-4)


def test_too_small_slices_and_slices_chosen_by_answers_say_that_they_say_nothing(fake_run: Run) -> None:
    wrong, small = parse_slice(fake_run, "wrong"), parse_slice(fake_run, "category creature and test")
    few = accuracy_of_rows(fake_run, side_rows(fake_run, "test")[:2])

    assert "chosen by their answers" in caution(wrong, slice_accuracy(fake_run, wrong))
    assert few.small
    assert caution(small, few) == "Only 2 pictures: at least 10 are needed to say anything."
    assert caution(small, replace(few, inside=replace(few.inside, pictures=12), equal=True)).startswith("Only 4 other")


def test_one_picture_is_not_told_of_as_several(fake_run: Run) -> None:
    slice = parse_slice(fake_run, "test")
    found = slice_accuracy(fake_run, slice)
    enough, one = replace(found.inside, pictures=12), replace(found.inside, pictures=1)

    assert caution(slice, replace(found, inside=one)) == "Only 1 picture: at least 10 are needed to say anything."
    assert caution(slice, replace(found, inside=enough, rest=one)).startswith("Only 1 other picture: ")


def test_an_empty_slice_has_no_share(fake_run: Run) -> None:
    found = accuracy_of_rows(fake_run, np.array([], dtype=np.int64))

    assert found.inside.pictures == 0
    assert np.isnan([found.inside.share.mean, found.difference.mean]).all()
    assert isinstance(found.rest.share, Interval)
