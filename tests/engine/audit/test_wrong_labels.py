"""Labels that are likely wrong."""

from __future__ import annotations

import numpy as np

from icnn_engine.audit.wrong_labels import JudgedLabels, folds_of, judged_labels
from icnn_engine.core.events import Progress, drain

PICTURES, SWAPPED = 90, (0, 31, 62)


def judged(labels: np.ndarray, features: np.ndarray, tied: np.ndarray | None = None) -> JudgedLabels:
    return drain(judged_labels(features, labels, np.arange(len(labels)) if tied is None else tied))


def three_kinds(seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Features (90, 8) of three kinds that lie apart, and their true labels."""
    labels = np.repeat(np.arange(3), PICTURES // 3)
    noise = np.random.default_rng(seed).normal(0, 0.3, (PICTURES, 8))
    return (noise + 2 * np.eye(3, 8)[labels]).astype(np.float32), labels


def test_swapped_labels_come_first_with_the_true_one_as_likelier() -> None:
    features, true = three_kinds()
    labels = true.copy()
    labels[list(SWAPPED)] = (true[list(SWAPPED)] + 1) % 3
    found = judged(labels, features)

    assert set(np.argsort(-found.margin)[:3]) == set(SWAPPED)
    assert found.likelier[list(SWAPPED)].tolist() == true[list(SWAPPED)].tolist()
    assert np.flatnonzero(found.confident).tolist() == list(SWAPPED)
    assert np.allclose(found.probabilities.sum(1), 1)


def test_where_features_say_nothing_no_label_is_confidently_wrong_more_often_than_by_chance() -> None:
    labels = np.repeat(np.arange(2), 60)
    found = judged(labels, np.random.default_rng(0).normal(size=(120, 8)).astype(np.float32))

    assert abs(found.margin[labels == 0].mean() - found.margin[labels == 1].mean()) < 0.2
    assert (found.margin < 0.9).all()


def test_copies_that_share_a_wrong_label_do_not_vouch_for_each_other() -> None:
    features, true = three_kinds()
    labels, tied = true.copy(), np.arange(PICTURES)
    features[:4] = features[0]  # four copies of one picture, all with the same wrong label
    labels[:4], tied[:4] = 1, 0
    apart, together = (judged(labels, features, groups) for groups in (np.arange(PICTURES), tied))

    assert (together.margin[:4] > 0.5).all()
    assert (together.margin[:4] > apart.margin[:4]).all()


def test_tied_pictures_are_never_on_both_sides_of_a_fold() -> None:
    labels, tied = np.repeat(np.arange(2), 20), np.arange(40) // 4
    folds = list(folds_of(labels, tied))

    assert len(folds) == 5
    for learned, held in folds:
        assert not set(tied[learned]) & set(tied[held])
    assert sorted(i for _, held in folds for i in held) == list(range(40))


def test_a_label_of_one_group_of_copies_leaves_nothing_to_judge_by() -> None:
    labels = np.array([0] * 10 + [1] * 3)
    found = judged(labels, np.eye(13, dtype=np.float32), np.array([*range(10), 10, 10, 10]))

    assert not found.confident.any()
    assert (found.margin <= 0).all()


def test_progress_is_told_for_every_fold() -> None:
    features, labels = three_kinds()
    events: list[object] = []
    drain(judged_labels(features, labels, np.arange(PICTURES)), events.append)

    assert [event.done for event in events if isinstance(event, Progress)] == [0, 1, 2, 3, 4]
