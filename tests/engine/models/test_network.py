"""Masks in a network: what is kept, what the gradient sees, and that the twin is ordinary."""

import pytest
import torch
from torch.nn.functional import conv2d

from icnn_engine.models.device import make_generator
from icnn_engine.models.filter_layers import FilterLayer
from icnn_engine.models.masking import chosen_masks
from icnn_engine.models.network import CamNetwork, HeadShape, PartNetwork


def trunk(pictures=4):
    return torch.randn(pictures, 8, 7, 7, generator=torch.Generator().manual_seed(0)).relu()


SHAPE = HeadShape(channels=8, cells=7, filters=6)


def networks(first="partscope"):
    masked, ordinary = (PartNetwork(SHAPE, kind, make_generator(3)) for kind in (first, "ordinary"))
    return masked.eval(), ordinary.eval()


def test_the_value_at_the_peak_passes_the_mask_unchanged():
    maps = torch.rand(2, 3, 5, 5)
    masked = torch.relu(maps * chosen_masks(maps))

    torch.testing.assert_close(masked.flatten(2).amax(2), maps.flatten(2).amax(2))


def test_a_mask_takes_away_what_lies_far_from_the_peak():
    maps = torch.zeros(1, 1, 8, 8)
    maps[0, 0, 1, 1], maps[0, 0, 6, 6], maps[0, 0, 1, 2] = 2.0, 1.0, 1.0
    masked = torch.relu(maps * chosen_masks(maps))

    assert masked[0, 0, 6, 6] == 0
    assert masked[0, 0, 1, 2] == 0.5


def test_network_and_twin_begin_with_the_same_weights_and_see_the_same_maps():
    masked, ordinary = networks()

    torch.testing.assert_close(masked(trunk()).maps, ordinary(trunk()).maps)
    assert not torch.equal(masked(trunk()).kept, ordinary(trunk()).kept)
    assert torch.equal(ordinary(trunk()).kept, ordinary(trunk()).maps)


def test_a_batch_of_one_gives_one_answer():
    masked, _ = networks()

    assert masked(trunk(1)).logits.shape == (1, 1)


def test_dropout_depends_on_its_generator_alone():
    masked, _ = networks()
    first = masked(trunk(), make_generator(1)).logits
    torch.manual_seed(99)

    assert torch.equal(first, masked(trunk(), make_generator(1)).logits)
    assert not torch.equal(first, masked(trunk(), make_generator(2)).logits)


def test_the_mean_of_a_cam_and_the_bias_make_up_the_answer():
    network = CamNetwork(HeadShape(8, 7, 6, categories=3, answers=3), make_generator(0)).eval()
    seen = network(trunk())

    for answer in range(3):
        cam = network.cam(seen.maps, answer).mean((1, 2)) + network.answer.bias[answer]
        torch.testing.assert_close(cam, seen.logits[:, answer])
    asked = torch.tensor([2, 0, 1, 2])
    torch.testing.assert_close(network.cam(seen.maps, asked)[2], network.cam(seen.maps, 1)[2])


def test_the_usual_peak_starts_at_the_first_batch_and_then_moves_slowly():
    masked, _ = networks()
    maps, labels = torch.ones(2, 6, 7, 7), torch.zeros(2, dtype=torch.long)
    masked.memory.note(maps * 10, labels)
    masked.memory.note(maps * 20, labels)

    torch.testing.assert_close(masked.memory.peak, torch.full((6,), 11.0))


def test_a_filter_answers_to_the_category_of_its_highest_mean_peak():
    network = PartNetwork(HeadShape(8, 7, 2, categories=2, answers=2), "partscope", make_generator(0))
    maps = torch.zeros(3, 2, 7, 7)
    maps[0, 0, 1, 1], maps[1, 1, 2, 2], maps[2, 0, 3, 3] = 2.0, 1.0, 9.0  # the last picture shows no category
    network.memory.note(maps, torch.tensor([1, 0, -1]))

    assert network.memory.category.tolist() == [1, 0]


def test_the_released_network_masks_the_trunk_and_the_pooled_maps():
    released, ordinary = networks("released")
    seen, plain = released(trunk()), ordinary(trunk())

    assert seen.kept.shape[-1] == SHAPE.pooled == 3
    assert not torch.equal(seen.maps, plain.maps)
    assert ((seen.kept == 0) | (seen.kept <= released.pool(seen.maps) + 1e-6)).all()


@pytest.mark.parametrize("variant", ["partscope", "paper", "released", "ordinary"])
def test_the_gradient_of_the_answer_is_nowhere_where_the_mask_is_below_zero(variant):
    network, _ = networks(variant)
    maps = trunk()[:, :6].requires_grad_()
    network.mask(maps).sum().backward()
    kept = network.mask(maps.detach())

    assert torch.isfinite(maps.grad).all()
    if variant in ("partscope", "paper"):
        assert (maps.grad[kept == 0] == 0).all()


def test_masks_by_centroid_are_those_of_numpy():
    from icnn_engine.core import templates
    from icnn_engine.models.masking import beta_target, centroid_masks

    maps = trunk()[:, :6]
    maps[1, 2] = 0
    found = centroid_masks(maps, torch.full((6,), 1.7)).numpy()
    pooled = torch.nn.functional.max_pool2d(maps, 3, 2).numpy()

    for n in range(4):
        for f in range(6):
            assert abs(found[n, f] - templates.centroid_mask(maps[n, f].numpy(), 1.7)).max() < 1e-6
            assert (templates.max_pooled(maps[n, f].numpy(), (3, 2)) == pooled[n, f]).all()
    assert torch.isnan(beta_target(torch.zeros(2, 3, 7, 7))).all()
    one_cell = torch.zeros(1, 1, 7, 7)
    one_cell[0, 0, 2, 4] = 5.0
    assert beta_target(one_cell).item() == 3.0  # no spread at all
    assert beta_target(torch.ones(1, 1, 7, 7)).item() == pytest.approx(1.5)


VOTING = HeadShape(channels=8, cells=7, filters=6, answer="votes")


def test_a_filter_votes_by_what_its_mask_leaves_wherever_that_is():
    network = PartNetwork(VOTING, "partscope", make_generator(3)).eval()
    maps = torch.zeros(2, 6, 7, 7)
    maps[0, 2, 3, 3], maps[0, 2, 3, 4] = 2.0, 1.0
    maps[1, 2, 2, 4], maps[1, 2, 2, 5] = 2.0, 1.0
    maps[:, 2, 6, 0] = 1.5  # far from the peak: masked away
    logits = network.classify(network.mask(maps))
    beside = 1 - 4 / 7  # of the mask, a cell from its peak
    around = 1 + 4 * beside  # what the mask adds up to: farther cells are below zero

    torch.testing.assert_close(logits[0], logits[1])
    expected = network.answer.weight[0, 2] * (2 + beside) / around + network.answer.bias[0]
    torch.testing.assert_close(logits[0, 0], expected)


def test_smooth_kernels_are_small_ones_two_cells_apart_and_blurred():
    layer = FilterLayer(2, 3, make_generator(3), kernel=7)
    blur = torch.tensor([1.0, 2, 1]) / 4
    apart = torch.zeros(3, 2, 5, 5)
    apart[..., ::2, ::2] = layer.conv.weight.detach()
    whole = conv2d(apart.flatten(0, 1)[:, None], torch.outer(blur, blur)[None, None], padding=2).reshape(3, 2, 7, 7)
    trunk = torch.randn(1, 2, 15, 15, generator=make_generator(1))

    maps = layer.eval()(trunk)
    expected = torch.relu(conv2d(layer.norm(trunk), whole, layer.conv.bias, padding=3))

    inside = slice(1, -1)  # at the edges the blur meets zeros
    assert torch.allclose(maps[..., inside, inside], expected[..., inside, inside], atol=1e-5)


def test_filters_of_one_cell_answer_where_the_trunk_does_and_those_of_smooth_kernels_beside_it():
    trunk = torch.zeros(1, 2, 13, 13)
    trunk[0, :, 6, 4] = 5.0

    def places(kernel):
        layer = FilterLayer(2, 40, make_generator(3), kernel=kernel).eval()
        maps = layer(trunk)[0] - layer(torch.zeros_like(trunk))[0]
        own = maps[maps.flatten(1).amax(1) > 1e-3]
        assert len(own) > 10
        return {divmod(int(one), 13) for one in own.flatten(1).argmax(1)}

    assert places(1) == {(6, 4)}
    assert len(places(7)) > 4


def test_the_answers_of_one_cell_are_blurred():
    layer = FilterLayer(2, 3, make_generator(3), kernel=1).eval()
    trunk = torch.randn(1, 2, 9, 9, generator=make_generator(1))
    blur = torch.tensor([1.0, 2, 1]) / 4
    answers = layer.conv(layer.norm(trunk))[0, :, None]

    expected = torch.relu(conv2d(answers, torch.outer(blur, blur)[None, None], padding=1))[None, :, 0]

    torch.testing.assert_close(layer(trunk), expected)


@pytest.mark.parametrize("variant", ["ordinary", "paper", "released"])
def test_only_our_own_recipe_votes(variant):
    with_votes, without = (PartNetwork(shape, variant, make_generator(3)) for shape in (VOTING, SHAPE))

    assert with_votes.state_dict().keys() == without.state_dict().keys()
    assert len(with_votes.hidden) == 1
    assert len(PartNetwork(VOTING, "partscope", make_generator(3)).hidden) == 0


def test_only_filters_of_our_own_recipe_see_more_than_the_papers():
    wide = HeadShape(channels=8, cells=7, filters=6, kernel=5)
    bright = torch.zeros(1, 8, 7, 7)
    bright[0, :, 0, 2] = 1.0

    def seen_from(network, row):
        conv = network.filters.conv.double()  # plain sums of products, no transform: what is not seen adds exactly zero
        maps = conv(torch.cat([bright, torch.zeros_like(bright)]).double())[:, :, row, 2]
        return not torch.equal(maps[0], maps[1])

    own, paper = (PartNetwork(wide, variant, make_generator(3)) for variant in ("partscope", "paper"))

    assert [seen_from(own, row) for row in (1, 2, 3)] == [True, True, False]
    assert [seen_from(paper, row) for row in (1, 2, 3)] == [True, False, False]
    others = [PartNetwork(wide, variant, make_generator(3)) for variant in ("ordinary", "released")]
    for network in (*others, CamNetwork(wide, make_generator(3))):
        assert network.filters.conv.kernel_size == (3, 3)
