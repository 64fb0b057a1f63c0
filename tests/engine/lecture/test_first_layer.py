"""The first convolution and its activation, against torch and for every backbone."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from icnn_engine.core.config import BACKBONE_TITLES
from icnn_engine.features.trunk_maps import prepare
from icnn_engine.lecture.first_layer import first_layer
from icnn_engine.lecture.shrinking import shrinking
from icnn_engine.lecture.subject import subject_of
from icnn_engine.models.backbones import make_backbone


class OneBackbone:
    """Networks of a lecture with any backbone."""

    def __init__(self, run, name):
        self.run, self.backbone = run, make_backbone(name)
        self.backbone.trunk.requires_grad_(False)


def test_products_and_bias_sum_up_to_the_output_of_torch(networks, subject):
    layer = first_layer(networks, subject)
    pixels = functional.pad(prepare(layer.square[None], networks.backbone), (0, 1, 0, 1))
    kernel = torch.from_numpy(layer.kernel)[None]
    expected = functional.conv2d(pixels, kernel, torch.tensor([layer.bias]), stride=layer.stride)[0, 0].numpy()

    np.testing.assert_allclose(layer.response, expected, atol=1e-5)
    for stop in (*layer.stops, layer.edge):
        assert stop.total == pytest.approx(expected[stop.cell], abs=1e-5)
        np.testing.assert_allclose(stop.products, stop.values * layer.kernel)


def test_windows_show_the_pixels_of_the_picture(networks, subject):
    layer = first_layer(networks, subject)
    inputs = prepare(layer.square[None], networks.backbone)[0].numpy()

    for stop in layer.stops:
        y, x = stop.corner
        np.testing.assert_array_equal(stop.values, inputs[:, y : y + 3, x : x + 3])
    assert [stop.corner[1] for stop in layer.stops] == [layer.stops[0].corner[1] + 2 * i for i in range(3)]


@pytest.mark.parametrize("name", BACKBONE_TITLES)
def test_the_lecture_reads_every_backbone(fake_run, name):
    networks, about = OneBackbone(fake_run, name), subject_of(fake_run, 0, 0)
    layer, sizes = first_layer(networks, about), shrinking(networks, about)

    for stop in (*layer.stops, *([layer.edge] if layer.edge else [])):
        assert stop.total == pytest.approx(float(layer.response[stop.cell]), rel=1e-4, abs=1e-4)
    clipped = np.clip(layer.response, 0, layer.cap)
    np.testing.assert_allclose(layer.activated, clipped, rtol=1e-6)
    assert layer.share_of_zeros == pytest.approx(np.mean(layer.response <= 0))
    sides, fields = [len(stage.map) for stage in sizes.stages], [stage.field for stage in sizes.stages]
    assert sides == sorted(sides, reverse=True)
    assert sides[-1] == networks.backbone.cells
    assert fields == sorted(fields)
    assert fields[-1] == networks.backbone.field.size
