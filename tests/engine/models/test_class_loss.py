"""The class losses against loops, and what the networks' answers are."""

import math

import pytest
import torch

from icnn_engine.models.class_loss import class_loss, log_odds, probabilities, shares_of

LABELS = torch.tensor([0, 2, -1, 1, 0, 0, -1])


def logits(answers, seed=0):
    return torch.randn(len(LABELS), answers, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def log_sigmoid(x):
    return -math.log1p(math.exp(-x))


def test_logistic_is_the_mean_of_balanced_yes_or_no_questions():
    values, shares = logits(3), shares_of(LABELS, 3, "logistic")
    total = 0.0
    for row, label in zip(values.tolist(), LABELS.tolist(), strict=True):
        for category, value in enumerate(row):
            share = sum(one == category for one in LABELS.tolist()) / len(LABELS)
            total -= 0.5 / share * log_sigmoid(value) if label == category else 0.5 / (1 - share) * log_sigmoid(-value)

    assert class_loss(values, LABELS, "logistic", shares).item() == pytest.approx(total / (3 * len(LABELS)))


def test_softmax_has_an_answer_for_the_background_and_weighs_all_kinds_alike():
    values, shares = logits(4), shares_of(LABELS, 4, "softmax")
    total = 0.0
    for row, label in zip(values.tolist(), LABELS.tolist(), strict=True):
        share = sum(one == label for one in LABELS.tolist()) / len(LABELS)
        answer = 3 if label < 0 else label
        total -= (row[answer] - math.log(sum(map(math.exp, row)))) / (4 * share)

    assert class_loss(values, LABELS, "softmax", shares).item() == pytest.approx(total / len(LABELS))
    assert shares.tolist() == pytest.approx([3 / 7, 1 / 7, 1 / 7, 2 / 7])


def test_one_category_is_the_balanced_question_alone():
    labels, values = torch.tensor([0, -1, -1, -1]), torch.tensor([[2.0], [1.0], [0.0], [-1.0]])
    found = class_loss(values, labels, "logistic", shares_of(labels, 1, "logistic"))
    wanted = (2 * -log_sigmoid(2.0) + 2 / 3 * -(log_sigmoid(-1.0) + log_sigmoid(0.0) + log_sigmoid(1.0))) / 4

    assert found.item() == pytest.approx(wanted)


def test_a_category_without_training_pictures_makes_no_loss_infinite():
    labels = torch.tensor([0, 0])
    for loss, answers in (("logistic", 2), ("softmax", 2)):
        assert torch.isfinite(class_loss(torch.zeros(2, answers), labels, loss, shares_of(labels, answers, loss)))


def test_probabilities_are_each_for_itself_or_one_among_all():
    values = logits(3)

    torch.testing.assert_close(probabilities(values, "logistic"), torch.sigmoid(values))
    torch.testing.assert_close(probabilities(values, "softmax").sum(1), torch.ones(len(LABELS), dtype=torch.float64))


@pytest.mark.parametrize("loss", ["logistic", "softmax"])
def test_log_odds_are_those_of_the_probabilities(loss):
    chances = probabilities(logits(3), loss)

    torch.testing.assert_close(log_odds(logits(3), loss), torch.log(chances / (1 - chances)))


def test_log_odds_tell_sure_answers_apart():
    sure = log_odds(torch.tensor([[400.0, 0.0], [500.0, 0.0]]), "softmax")

    assert sure[:, 0].tolist() == [400.0, 500.0]
