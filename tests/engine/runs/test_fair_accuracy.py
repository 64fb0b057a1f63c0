"""Accuracies of runs that were trained against their own pictures shuffled."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.inspection.predictions import answered
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import headline, verdict_sentences
from icnn_engine.runs.fair_accuracy import fair_table, predicted_by
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.runs.run_list import summary_of
from tests.fake_run import make_fake_run, make_shuffled_run

SHUFFLED = {"background": "shuffled", "accuracy_is_recognition": False}


@pytest.fixture(scope="module")
def worse(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run of two categories, no background, that names 20 of 36 test pictures wrong; its twin none. Many of its
    right answers are below one half."""
    return make_shuffled_run(tmp_path_factory.mktemp("worse"), wrong=20)


def test_of_several_categories_it_counts_which_one_is_named(worse: Run) -> None:
    accuracy = run_verdict(worse).accuracy

    assert (accuracy.tested, accuracy.right, accuracy.twin_right, accuracy.guessing) == (36, 16, 36, 0.5)
    assert sum(answer.right for answer in answered(worse, side="test")) == accuracy.right


def test_a_loss_of_several_categories_is_said_in_plain_words(worse: Run) -> None:
    verdict = run_verdict(worse)
    told = verdict_sentences(verdict)

    assert verdict.loses
    assert "less often" in told.price
    assert "accuracy is lost" in told.price
    assert "Only which category a picture shows was tested" in told.basis
    assert "right on" in headline(verdict)


def test_every_table_has_the_number_of_the_verdict(worse: Run) -> None:
    accuracy, listed = run_verdict(worse).accuracy, summary_of(worse.path)

    assert listed is not None
    assert (listed.accuracy, listed.twin_accuracy) == pytest.approx((accuracy.own.mean, accuracy.twin.mean))
    assert worse.table["balanced_accuracy"] == pytest.approx(accuracy.own.mean)
    assert worse.table["twin_balanced_accuracy"] == pytest.approx(accuracy.twin.mean)
    assert worse.table["accuracy"] == pytest.approx(16 / 36)


def test_one_category_with_shuffled_negatives_has_no_accuracy(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path, pictures=20)
    alone = replace(run, info={**run.info, **SHUFFLED})

    assert not [key for key in fair_table(alone) if "accuracy" in key]
    assert fair_table(run) == run.table


def test_answers_that_cannot_be_read_leave_no_accuracy(worse: Run, tmp_path: Path) -> None:
    path = tmp_path / "copy"
    shutil.copytree(worse.path, path)
    (path / "answers" / "twin.npy").unlink()

    assert "twin_balanced_accuracy" not in open_run(path).table
    assert "balanced_accuracy" in open_run(path).table


def test_a_softmax_answer_of_none_is_not_named_where_every_picture_shows_a_category(worse: Run) -> None:
    answers = np.array([[0.1, 0.2, 0.7]])
    softmax = replace(worse, settings=worse.settings.model_copy(update={"loss": "softmax"}))

    assert predicted_by(softmax, answers).tolist() == [1]
