"""Pictures that are unlike the training pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.audit.novelty import abstention, novelties, novelty_of
from icnn_engine.audit.novelty_words import abstention_words, unlike_by, unlike_words
from icnn_engine.core.atomic_files import write_array
from icnn_engine.inspection.look import Look, look_at
from icnn_engine.runs.run_folder import TRUNK_FILE, Run
from tests.fake_run import make_fake_run


def elsewhere(look: Look) -> Look:
    """The look at the same picture as if it were none of the run's."""
    return replace(look, picture=None)


def test_maps_that_no_training_picture_has_are_unlike_and_those_of_a_held_out_picture_are_not(fake_run: Run) -> None:
    usual = elsewhere(look_at(fake_run, 10))
    strange = replace(usual, maps=usual.maps[::-1] * 9, twin_maps=usual.twin_maps[::-1] * 9)
    known, unknown = novelty_of(fake_run, usual), novelty_of(fake_run, strange)

    assert known is not None
    assert unknown is not None
    assert not known.unlike
    assert unlike_words(known) == ""
    assert unknown.unlike
    assert unknown.as_far < known.as_far
    assert unknown.as_unsure == known.as_unsure
    assert "should not be trusted" in unlike_words(unknown)
    assert "5 are as unlike" in unlike_by(unknown)


def test_a_surer_answer_is_less_unlike(fake_run: Run) -> None:
    look = elsewhere(look_at(fake_run, 10))
    unsure = novelty_of(fake_run, replace(look, answers=np.array([0.55], np.float32)))
    sure = novelty_of(fake_run, replace(look, answers=np.array([0.9999], np.float32)))

    assert unsure is not None
    assert sure is not None
    assert unsure.as_unlike < sure.as_unlike
    assert unsure.as_far == sure.as_far


def test_about_one_held_out_picture_in_twenty_is_unlike_and_more_of_them_with_a_lower_coverage(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path, pictures=120)
    held = [row for row, picture in enumerate(run.pictures) if picture.side != "train"]
    usual, strict = novelties(run), novelties(run, coverage=0.5)

    assert usual is not None
    assert strict is not None
    assert 1 <= sum(usual[row].unlike for row in held) <= 0.05 * len(held) + 1
    assert sum(strict[row].unlike for row in held) >= 0.4 * len(held)


def test_what_is_stored_and_what_is_looked_at_agree(fake_run: Run) -> None:
    stored = novelties(fake_run)

    assert stored is not None
    for row in (10, 15, 18):
        looked = novelty_of(fake_run, look_at(fake_run, row))
        assert looked is not None
        assert looked.as_unlike == pytest.approx(stored[row].as_unlike, abs=0.06)


def test_of_too_few_pictures_nothing_is_said(own_run: Run) -> None:
    assert novelty_of(own_run, look_at(own_run, 0)) is None
    assert novelties(own_run) is None
    assert abstention(own_run) is None
    assert abstention_words(None) == unlike_words(None) == ""


def test_the_features_of_the_trunk_are_compared_where_they_are_kept(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path)
    features = np.random.default_rng(0).uniform(1, 2, (len(run.pictures), 8))
    write_array(run.path / "parts" / TRUNK_FILE, features.astype(np.float16))
    usual = elsewhere(look_at(run, 10))
    strange = replace(usual, trunk=np.array([9, 0, 9, 0, 9, 0, 9, 0], np.float32))
    found = [novelty_of(run, look) for look in (usual, strange, replace(usual, trunk=None))]

    assert found[0] is not None
    assert found[1] is not None
    assert found[1].as_far < found[0].as_far
    assert found[2] is None


def test_what_is_gained_counts_the_test_pictures_and_says_so(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path, pictures=120)
    found = abstention(run)

    assert found is not None
    assert found.tested == sum(picture.side == "test" for picture in run.pictures)
    assert found.unlike_wrong <= min(found.unlike, found.wrong)
    assert found.by_score.coverage[-1] == found.by_probability.coverage[-1] == 1
    assert found.by_score.accuracy[-1] == pytest.approx(1 - found.wrong / found.tested)
    assert f"{found.unlike} of {found.tested} test pictures" in abstention_words(found)
