"""Networks learn: side by side, the same every time, stopped when asked, loud when numbers diverge."""

import numpy as np
import pytest
import torch

from icnn_engine.core.events import EpochDone, FinishFlag, NetworkName, drain
from icnn_engine.models.network import HeadOutput
from icnn_engine.models.part_loss import part_loss
from icnn_engine.training.training_loop import train_networks
from tests.engine.training.small_trainings import INTERPRETABLE, heads_of, same, trained
from tests.toy_batches import PICTURES, map_lesson, pixel_lesson, prepared, settings, whole

LESSONS = {"quick": map_lesson, "full": pixel_lesson}


@pytest.mark.parametrize("variant", ["partscope", "paper", "released"])
@pytest.mark.parametrize("kind", ["quick", "full"])
def test_equal_seeds_give_equal_weights_bit_for_bit(kind, variant):
    wanted = {"variant": variant, "training": kind, "epochs": 1}
    first, told, _ = trained(LESSONS[kind](), **wanted)
    torch.manual_seed(5)
    second, again, _ = trained(LESSONS[kind](), **wanted)
    other, _, _ = trained(LESSONS[kind](), seed=1, **wanted)

    assert all(same(network, second[name]) for name, network in first.items())
    assert not any(same(network, other[name]) for name, network in first.items())
    assert repr(told) == repr(again)


@pytest.mark.parametrize("kind", ["quick", "full"])
def test_the_twin_learns_the_same_whatever_learns_beside_it(kind):
    source, own = LESSONS[kind](), settings(training=kind, epochs=1)
    alone = {NetworkName.TWIN: heads_of(source, own)[NetworkName.TWIN]}
    drain(train_networks(alone, source, own, {}, FinishFlag(), NetworkName.TWIN))

    for variant in ("partscope", "released"):
        beside, _, _ = trained(LESSONS[kind](), variant=variant, training=kind, epochs=1)
        assert same(beside[NetworkName.TWIN], alone[NetworkName.TWIN])


@pytest.mark.parametrize("variant", ["partscope", "paper", "released"])
def test_every_network_learns_and_tells_each_epoch(source, variant):
    _, events, done = trained(source, variant=variant, epochs=6)
    epochs = [e for e in events if isinstance(e, EpochDone)]

    assert done == 6
    assert len(epochs) == 18
    for name in NetworkName:
        own = [e for e in epochs if e.network == name]
        assert own[-1].class_loss < own[0].class_loss
    assert all(np.isfinite(e.position_entropy) for e in epochs if e.network != NetworkName.CAM)
    assert epochs[0].gallery[0].best[0].strength > 0


@pytest.mark.parametrize("loss", ["logistic", "softmax"])
@pytest.mark.parametrize("kind", ["quick", "full"])
def test_several_categories_are_learned_and_divided_among_the_filters(kind, loss):
    wanted = {"training": kind, "loss": loss, "epochs": 3, "filters": 8}
    networks, events, _ = trained(LESSONS[kind](2), categories=2, **wanted)
    own = [e for e in events if isinstance(e, EpochDone) and e.network == INTERPRETABLE]
    head = getattr(networks[INTERPRETABLE], "head", networks[INTERPRETABLE])

    assert own[-1].class_loss < own[0].class_loss
    assert head.memory.by_category.shape == (2, 8)
    assert (head.memory.by_category.sum(1) > 0).all()
    assert kind == "full" or set(head.memory.category.tolist()) == {0, 1}
    assert 0 <= own[-1].balanced_accuracy <= 1


def test_every_layer_learns_in_full_training_and_each_network_has_a_trunk_of_its_own():
    source = pixel_lesson()
    networks, _, _ = trained(source, training="full", epochs=1)
    before = whole(heads_of(map_lesson(), settings())[INTERPRETABLE])

    for network in networks.values():
        assert not same(network.trunk, before.trunk)
    assert not same(networks[INTERPRETABLE].trunk, networks[NetworkName.TWIN].trunk)


def test_a_wish_to_finish_ends_all_networks_after_the_same_epoch(source):
    wish = FinishFlag()
    wish.finish = True
    _, events, done = trained(source, wish, epochs=9)

    assert done == 1
    assert {e.epoch for e in events if isinstance(e, EpochDone)} == {1}


def test_a_small_set_is_gone_through_more_than_once(source):
    sizes = [len(positive) for _, positive in source.batches(settings(), 0)]

    assert len(sizes) == 10
    assert sum(sizes) == 4 * PICTURES


def test_the_filter_loss_pulls_a_peak_up_and_its_far_cells_down(source):
    maps = torch.zeros(2, 1, 7, 7)
    maps[0, 0, 1, 1] = 1.0
    maps += 0.1
    maps.requires_grad_()
    own = settings(filters=2)
    network = prepared(source, own).new_network("partscope")
    network.memory.by_category[:] = 1.0
    seen = HeadOutput(maps.expand(2, 2, 7, 7), maps, maps, maps)
    loss, _ = part_loss(network, seen, torch.tensor([0, -1]), torch.ones(1), 1e-2, 0)
    loss.backward()

    assert maps.grad[0, 0, 1, 1] < 0
    assert maps.grad[0, 0, 6, 6] > 0
    assert (maps.grad[1] > 0).all()
