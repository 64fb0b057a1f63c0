"""The answer that is fitted anew once the filters have learned."""

import numpy as np
import pytest
import torch

from icnn_engine.core.events import Progress, drain
from icnn_engine.evaluation import faithfulness
from icnn_engine.models.class_loss import class_loss, shares_of
from icnn_engine.models.device import make_generator
from icnn_engine.models.network import HeadShape, PartNetwork
from icnn_engine.training.refit_head import PASSES, RIDGE, Forbidden, fit_head, refit_heads
from tests.toy_batches import map_lesson, pixel_lesson, prepared, settings, whole

SHAPE = HeadShape(channels=8, cells=7, filters=6, answer="weighed")


def weighed(source, own, categories=1):
    network = prepared(source, own, categories=categories).new_network("partscope")
    drain(refit_heads({"own": network}, source, own))
    return network.eval()


def test_a_weighed_answer_adds_up_roots_of_what_filters_see_anywhere():
    network = PartNetwork(SHAPE, "partscope", make_generator(3)).eval()
    network.memory.by_category[0] = torch.arange(1.0, 7)
    maps = torch.rand(2, 6, 7, 7, generator=make_generator(1))
    by_masks = network.mask(maps)
    network.weighed.fill_(True)
    logits = network.classify(network.mask(maps))
    votes = (maps.mean((2, 3)) / torch.arange(1.0, 7)).sqrt()

    assert not torch.equal(by_masks, maps)
    assert torch.equal(network.mask(maps), maps)
    torch.testing.assert_close(logits, votes @ network.answer.weight.T + network.answer.bias, atol=1e-4, rtol=0)


def test_weighing_changes_the_last_layer_only_whatever_that_had_learned():
    source, own = map_lesson(), settings()
    before = prepared(source, own).new_network("partscope").state_dict()
    network, other = (prepared(source, own).new_network("partscope") for _ in range(2))
    torch.nn.init.constant_(other.answer.weight, 3.0)
    events = []
    for one in (network, other):
        drain(refit_heads({"own": one}, source, own), events.append)
    after = network.state_dict()

    assert {key for key in after if not torch.equal(after[key], before[key])} == {
        "answer.weight",
        "answer.bias",
        "weighed",
    }
    assert torch.equal(network.answer.weight, other.answer.weight)
    assert events[-1] == Progress("Weighing the answer", PASSES * 10, PASSES * 10)


@pytest.mark.parametrize("loss", ["logistic", "softmax"])
def test_the_fit_is_the_least_loss_that_weighing_pictures_can_reach(loss):
    own = settings(loss=loss)
    head = prepared(map_lesson(2), own, categories=2).new_network("partscope")
    labels = torch.arange(60) % 3 - 1
    shares = shares_of(labels, head.shape.answers, loss)
    votes = torch.rand(60, 4, generator=make_generator(2)) + (labels[:, None] == torch.arange(4)).float()
    weight, bias = (one.requires_grad_() for one in fit_head(votes, labels, own, shares))
    found = class_loss(votes.double() @ weight.T + bias, labels, loss, shares) + RIDGE * weight.square().sum()
    slopes = torch.autograd.grad(found, [weight, bias])

    assert weight.shape == (head.shape.answers, 4)
    assert max(float(slope.abs().max()) for slope in slopes) < 1e-4
    assert found.item() < 0.5


def test_a_weighed_network_tells_the_pictures_apart():
    source, own = map_lesson(), settings(filters=12)
    network = weighed(source, own)
    with torch.inference_mode():
        logits = network(source.inputs(source.train).float()).logits[:, 0].numpy()

    assert np.mean((logits > 0) == source.train.positive) >= 0.8


@pytest.mark.parametrize(
    ("variant", "answer"),
    [("partscope", "votes"), ("partscope", "layers"), ("paper", "weighed"), ("ordinary", "weighed")],
)
def test_other_answers_stay_as_they_were_learned(variant, answer):
    source, own = map_lesson(), settings(answer=answer)
    network = prepared(source, own).new_network(variant)
    before = {key: value.clone() for key, value in network.state_dict().items()}
    drain(refit_heads({"one": network, "cam": prepared(source, own).new_cam_network()}, source, own))

    assert all(torch.equal(value, before[key]) for key, value in network.state_dict().items())
    assert not network.is_weighed


def test_a_network_with_a_trunk_of_its_own_is_weighed_through_it():
    source, own = pixel_lesson(), settings(training="full")
    head = PartNetwork(HeadShape(6, 7, 4, answer="weighed"), "partscope", make_generator(0))
    network = whole(head)
    trunk = {key: value.clone() for key, value in network.trunk.state_dict().items()}
    drain(refit_heads({"own": network}, source, own))

    assert head.is_weighed
    assert torch.isfinite(head.answer.weight).all()
    assert all(torch.equal(value, trunk[key]) for key, value in network.trunk.state_dict().items())


def test_a_silent_map_says_nothing_and_has_a_gradient():
    network = PartNetwork(SHAPE, "partscope", make_generator(3)).eval()
    network.weighed.fill_(True)
    torch.nn.init.constant_(network.filters.conv.bias, -1e3)  # nothing ever fires
    found = faithfulness.contributions(
        network, torch.rand(2, 8, 7, 7, generator=make_generator(1)), torch.zeros(2).long()
    )

    assert torch.equal(found, torch.zeros_like(found))


def test_an_answer_without_a_forbidden_filter_ignores_what_others_see_of_it():
    """Filter 0 sees the mark, filter 1 a little of it, filter 2 what is looked for, faintly."""
    generator = make_generator(5)
    labels = torch.tensor([0] * 40 + [-1] * 40)
    mark, shows = (labels == 0).float(), (labels == 0).float()
    noise = torch.randn(80, 3, generator=generator) * 0.1
    votes = torch.stack([mark, 0.5 * mark, 0.3 * shows], 1) + noise
    changes = torch.tensor([[1.0, 0.5, 0.0]]).repeat(10, 1)
    shares = shares_of(labels, 1, "logistic")
    plain, _ = fit_head(votes, labels, settings(), shares)
    own, _ = fit_head(votes, labels, settings(), shares, Forbidden((0,), changes))

    assert float((changes @ plain.float().T).mean()) > 1
    assert float(own[0, 0]) == 0
    assert abs(float((changes @ own.float().T).mean())) < 0.1
    assert float(own[0, 2]) > 1
