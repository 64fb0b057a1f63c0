"""Masks on the filters of a layer, whatever its layout, and the divergence that keeps the answers."""

import pytest
import torch

from icnn_engine.models.own.layers import Layer, Layout
from icnn_engine.training.conversion import divergence, masked_output

CELLS = 5


def output_with_peaks(layout: Layout) -> torch.Tensor:
    """Three channels over 5 x 5 cells, all 1 but a peak of 2 at row 0, column 0."""
    maps = torch.ones(2, 3, CELLS, CELLS)
    maps[:, :, 0, 0] = 2
    match layout:
        case Layout.CHANNELS_FIRST:
            return maps
        case Layout.CHANNELS_LAST:
            return maps.permute(0, 2, 3, 1)
    return torch.cat([torch.full((2, 1, 3), 7.0), maps.flatten(2).transpose(1, 2)], 1)


@pytest.mark.parametrize("layout", list(Layout))
def test_chosen_channels_are_masked_about_their_peak_in_every_layout(layout):
    layer, output = Layer("top", "Conv2d", 3, CELLS, layout), output_with_peaks(layout)
    masked, own, _ = masked_output(layer, torch.tensor([1]), output, torch.tensor([True, False]))
    maps = layer.maps(masked)

    assert own.shape == (2, 1, CELLS, CELLS)
    assert maps[0, 1, 0, 0] == 2
    assert maps[0, 1, 4, 4] == 0
    assert torch.equal(maps[0, 0], layer.maps(output)[0, 0])
    assert torch.equal(masked[1], output[1])
    if layout is Layout.TOKENS:
        assert torch.equal(masked[:, 0], output[:, 0])


@pytest.mark.parametrize("answers", [1, 3])
def test_equal_answers_diverge_by_nothing_and_others_by_something(answers):
    logits = torch.randn(4, answers)

    assert divergence(logits, logits) == pytest.approx(0, abs=1e-6)
    assert divergence(logits, -logits) > 0.01
