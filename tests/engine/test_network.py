"""Masks in a network: what is kept, what the gradient sees, and that the twin is ordinary."""

import torch

from icnn_engine.device import generator
from icnn_engine.network import CamNetwork, PartNetwork, chosen_masks


def trunk(pictures=4):
    return torch.randn(pictures, 8, 7, 7, generator=torch.Generator().manual_seed(0)).relu()


def networks():
    masked, ordinary = (PartNetwork(8, 6, 7, kind, generator(3)) for kind in (True, False))
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
    assert not torch.equal(masked(trunk()).masked, ordinary(trunk()).masked)
    assert torch.equal(ordinary(trunk()).masked, ordinary(trunk()).maps)


def test_a_batch_of_one_gives_one_answer():
    masked, _ = networks()

    assert masked(trunk(1)).logits.shape == (1,)


def test_dropout_depends_on_its_generator_alone():
    masked, _ = networks()
    first = masked(trunk(), generator(1)).logits
    torch.manual_seed(99)

    assert torch.equal(first, masked(trunk(), generator(1)).logits)
    assert not torch.equal(first, masked(trunk(), generator(2)).logits)


def test_the_mean_of_a_cam_and_the_bias_make_up_the_answer():
    network = CamNetwork(8, 6, generator(0)).eval()
    seen = network(trunk())

    torch.testing.assert_close(network.cam(seen.maps).mean((1, 2)) + network.answer.bias, seen.logits)


def test_the_usual_peak_starts_at_the_first_batch_and_then_moves_slowly():
    masked, _ = networks()
    maps = torch.ones(2, 6, 7, 7)
    masked.note_peaks(maps * 10)
    masked.note_peaks(maps * 20)

    torch.testing.assert_close(masked.peak, torch.full((6,), 11.0))
