import copy

import numpy as np
import pytest
import torch
from torch.nn import functional

from icnn_engine.core.config import QUICK_RATE
from icnn_engine.core.errors import TrainingError
from icnn_engine.core.events import FinishFlag, Warned, drain
from icnn_engine.models.network import WholeNetwork
from icnn_engine.training import train_step
from icnn_engine.training.training_loop import train_networks
from tests.engine.training.small_trainings import INTERPRETABLE, heads_of, trained
from tests.toy_batches import CELLS, STRIDE, map_lesson, pixel_lesson, prepared, settings, whole


def test_the_rate_of_full_training_falls_tenfold_over_ten_epochs_times_the_backbones_factor():
    own = settings(training="full", learning_rate=None, epochs=12)
    network = whole(heads_of(map_lesson(), own)[INTERPRETABLE])
    optimiser, schedule = train_step._optimiser(network, own, 3, rate=30.0)
    rates = []
    for _step in range(3 * 12):
        rates.append(schedule.get_last_lr()[0])
        optimiser.step()
        schedule.step()

    np.testing.assert_allclose(rates[::3], 30 * np.append(np.logspace(-4, -5, 10), [1e-5] * 2))
    assert rates[0] == rates[2]
    assert (optimiser.defaults["momentum"], optimiser.defaults["weight_decay"]) == (0.9, 5e-4)


def test_quick_training_decays_weights_as_the_settings_say():
    own = settings(learning_rate=None, weight_decay=0.2)
    optimiser, _ = train_step._optimiser(heads_of(map_lesson(), own)[INTERPRETABLE], own, 3, rate=1.0)

    assert isinstance(optimiser, torch.optim.AdamW)
    assert optimiser.param_groups[0]["weight_decay"] == 0.2
    assert optimiser.param_groups[0]["max_lr"] == QUICK_RATE


def test_divergence_is_told_with_what_to_try(source):
    source.maps.arrays["plain"][:] = np.nan

    with pytest.raises(TrainingError, match=r"interpretable network diverged in epoch 1.*learning rate.*strength"):
        trained(source)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."),
        RuntimeError("[enforce fail at alloc_cpu.cpp:114] DefaultCPUAllocator: can't allocate memory"),
    ],
)
def test_memory_used_up_is_told_with_what_to_try_and_keeps_nothing_alive(source, monkeypatch, error):
    def fail(*_arguments):
        raise error

    monkeypatch.setattr(train_step, "class_loss", fail)
    with pytest.raises(TrainingError, match=r"step of \d+ pictures.*smaller batch") as told:
        trained(source)

    assert told.value.__context__ is None


def test_an_error_that_is_not_about_memory_stays_what_it_is(source, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError("shapes cannot be multiplied")

    monkeypatch.setattr(train_step, "class_loss", fail)

    with pytest.raises(RuntimeError, match="shapes cannot be multiplied"):
        trained(source)


@pytest.mark.parametrize("variant", ["ordinary", "partscope", "paper", "released"])
@pytest.mark.parametrize("pieces", [2, 3, 16])
def test_a_batch_in_pieces_gives_the_gradient_of_the_whole_batch(variant, pieces):
    source = pixel_lesson()
    gradients, told = [], []
    for number in (1, pieces):
        own = settings(variant="partscope" if variant == "ordinary" else variant, training="full", pieces=number)
        network = whole(prepared(map_lesson(), own).new_network(variant)).double()
        one = train_step.NetworkTrainer("one", network, source, own, 0.05)
        one.begin(0, 10)
        inputs, labels = next(source.batches(own, 0))
        told.append(one.step(inputs.double(), labels, 0))
        gradients.append({name: p.grad for name, p in network.named_parameters()})
    first, second = gradients

    assert told[0] == pytest.approx(told[1], rel=1e-9)
    assert all(float(first[name].abs().max()) > 0 for name in ("trunk.0.weight", "head.filters.conv.weight"))
    for name, gradient in first.items():
        torch.testing.assert_close(second[name], gradient, rtol=1e-8, atol=1e-12)


def test_plain_accumulation_over_halves_would_give_another_gradient():
    source, own = pixel_lesson(), settings(training="full")
    inputs, labels = next(source.batches(own, 0))
    gradients = []
    for halves in (1, 2):
        network = whole(prepared(map_lesson(), own).new_network("partscope"))
        for part, shown in zip(inputs.chunk(halves), labels.chunk(halves), strict=True):
            one = train_step.NetworkTrainer("one", network, source, own, 0.05)
            one.begin(0, 10)
            one.optimiser.zero_grad = lambda: None  # so that gradients add up
            one.optimiser.param_groups[0]["lr"] = 0.0
            one.step(part, shown, 0)
        gradients.append(network.trunk[0].weight.grad / halves)

    assert float((gradients[0] - gradients[1]).norm() / gradients[0].norm()) > 0.01


def trained_in_double_precision(pieces):
    """Networks after an epoch. In single precision two orders of the same sums lead some weights further apart at every
    step, how far depends on the processor; in double precision they stay together."""
    source, own = pixel_lesson(), settings(training="full", epochs=1, pieces=pieces)
    networks = {name: network.double() for name, network in heads_of(source, own).items()}
    before = {name: copy.deepcopy(network.state_dict()) for name, network in networks.items()}
    drain(train_networks(networks, source, own, {INTERPRETABLE: 1e-3}, FinishFlag(), "none"))
    return before, {name: network.state_dict() for name, network in networks.items()}


def test_in_pieces_the_whole_training_goes_the_same_way():
    before, whole_batches = trained_in_double_precision(1)
    _, in_pieces = trained_in_double_precision(4)

    for name, state in whole_batches.items():
        assert state.keys() == in_pieces[name].keys()
        assert float((state["trunk.0.weight"] - before[name]["trunk.0.weight"]).abs().max()) > 1e-3
        for key, value in state.items():
            torch.testing.assert_close(in_pieces[name][key], value, rtol=1e-7, atol=1e-9)


def test_in_pieces_a_step_remembers_less_on_its_way_through_the_trunk():
    def most_remembered(pieces):
        own = settings(training="full", pieces=pieces)
        source, kept = pixel_lesson(), []
        one = train_step.NetworkTrainer(
            "one", whole(prepared(map_lesson(), own).new_network("partscope")), source, own, 0.05
        )
        one.begin(0, 10)
        inputs, labels = next(source.batches(own, 0))

        def pack(tensor):
            kept.append(len(tensor) if tensor.shape[1:] == (3, CELLS * STRIDE, CELLS * STRIDE) else 0)
            return tensor

        with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
            one.step(inputs, labels, 0)
        return max(kept), len(labels)

    at_once, batch = most_remembered(1)

    assert at_once == batch
    assert most_remembered(4)[0] == -(-batch // 4)


def short_of_memory(most):
    """A trunk's way up which there is memory to remember for so many pictures at most."""
    way = WholeNetwork.trunk_maps

    def trunk_maps(network, pixels):
        maps = way(network, pixels)
        if torch.is_grad_enabled() and len(pixels) > most:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return maps

    return trunk_maps


def test_where_the_memory_is_not_enough_a_batch_is_taken_in_pieces_as_if_from_the_beginning(monkeypatch):
    from_the_beginning, _, _ = trained(pixel_lesson(), training="full", epochs=1, pieces=4)
    monkeypatch.setattr(WholeNetwork, "trunk_maps", short_of_memory(4))
    later, events, _ = trained(pixel_lesson(), training="full", epochs=1)
    told = [event.text for event in events if isinstance(event, Warned)]

    assert len(told) == len(later)
    assert all("in 4 pieces" in text for text in told)
    for name, network in later.items():
        for key, value in network.state_dict().items():
            assert torch.equal(from_the_beginning[name].state_dict()[key], value), key


def test_memory_that_is_not_enough_for_one_picture_is_told(monkeypatch):
    monkeypatch.setattr(WholeNetwork, "trunk_maps", short_of_memory(0))
    with pytest.raises(TrainingError, match="not even where they go through the backbone one by one"):
        trained(pixel_lesson(), training="full")


def test_a_step_that_began_to_change_the_weights_is_not_taken_again(monkeypatch):
    def fail(*_arguments):
        raise MemoryError

    monkeypatch.setattr(torch.optim.SGD, "step", fail)
    with pytest.raises(TrainingError, match="--pieces 4"):
        trained(pixel_lesson(), training="full", pieces=2)


def test_a_trunk_in_mixed_precision_learns_nearly_the_same_and_the_head_sees_single_precision():
    source, own, gradients = pixel_lesson(), settings(training="full"), []
    inputs, labels = next(source.batches(own, 0))
    for mixed in (False, True):
        network = whole(prepared(map_lesson(), own).new_network("partscope"))
        network.mixed = mixed
        one = train_step.NetworkTrainer("one", network, source, own, 0.05)
        one.begin(0, 10)
        one.step(inputs, labels, 0)
        maps = network.trunk_maps(inputs)
        gradients.append(network.trunk[0].weight.grad)
        assert maps.dtype == torch.float32
    coarse = maps.bfloat16().float()

    assert torch.equal(maps, coarse)
    assert functional.cosine_similarity(*(one.flatten() for one in gradients), dim=0) > 0.99
