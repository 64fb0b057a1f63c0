"""The strength of the filter loss is chosen by short probes."""

import numpy as np
import pytest
import torch

from icnn_engine.core.events import FinishFlag, LossWeightTried, Progress, drain
from icnn_engine.training import loss_weight
from icnn_engine.training.loss_weight import LADDER, choose_loss_weight
from icnn_engine.training.preparation import Prepared
from tests.toy_batches import map_lesson, prepared, settings


class LowFloor(Prepared):
    def floor(self, _variant):
        return -1.0


class HighFloor(Prepared):
    def floor(self, _variant):
        return 2.0


def chosen(kind=HighFloor, variant="partscope", wish=None, moved=20, **values):
    return drain(
        choose_loss_weight(prepared(map_lesson(moved=moved), settings(**values), kind), variant, wish or FinishFlag())
    )


@pytest.mark.parametrize("variant", ["partscope", "paper", "released"])
def test_the_strength_that_follows_well_enough_first_is_taken(variant):
    found = chosen(LowFloor, variant, epochs=1)

    assert [t.strength for t in found.tried] == [LADDER[variant][0]]
    assert found.strength == LADDER[variant][0]
    assert found.tried[0].accepted


def test_where_no_strength_follows_the_smallest_that_is_about_the_best_is_taken():
    found = chosen()
    most = max(t.equivariance for t in found.tried)

    assert not any(t.accepted for t in found.tried)
    assert [t.strength for t in found.tried] == list(LADDER["partscope"])
    assert found.strength == min(t.strength for t in found.tried if t.equivariance >= most - 0.02)


@pytest.mark.filterwarnings("error")
def test_where_too_few_pictures_can_be_moved_the_smallest_strength_is_taken():
    found = chosen(moved=1, epochs=1)

    assert all(np.isnan(t.equivariance) for t in found.tried)
    assert found.strength == LADDER["partscope"][0]


def test_a_wish_to_finish_ends_the_probes():
    wish = FinishFlag()
    wish.finish = True
    found = chosen(wish=wish, epochs=1)

    assert len(found.tried) == 1
    assert found.strength == found.tried[0].strength


def test_probes_are_the_same_every_time_and_each_is_told():
    told = []
    made = prepared(map_lesson(), settings(epochs=1), HighFloor)
    first = drain(choose_loss_weight(made, "partscope", FinishFlag()), told.append)
    torch.manual_seed(3)

    assert chosen(epochs=1) == first
    assert [event for event in told if isinstance(event, LossWeightTried)] == list(first.tried)
    assert all(isinstance(event, Progress | LossWeightTried) for event in told)


def test_a_rate_given_for_full_training_is_none_of_the_probes():
    quick, full = (settings(training=kind, learning_rate=1e-5, epochs=30) for kind in ("quick", "full"))

    assert loss_weight._short(quick).learning_rate == 1e-5
    assert loss_weight._short(full).learning_rate is None
    assert (loss_weight._short(full).training, loss_weight._short(full).epochs) == ("quick", 4)


def test_the_untrained_floor_is_of_the_variants_own_kernels():
    made = prepared(map_lesson(), settings(kernel=1))
    own, paper = made.untrained("partscope"), made.untrained("paper")

    assert (own.blurred, paper.blurred) == (True, False)
