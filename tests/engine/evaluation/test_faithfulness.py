"""Faithfulness measures on networks whose answers are known."""

import numpy as np
import pytest
import torch
from PIL import Image

from icnn_engine.core.events import drain
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.evaluation import faithfulness
from icnn_engine.evaluation.tables import PeakTable
from icnn_engine.models.backbones import make_backbone
from icnn_engine.models.device import make_generator
from icnn_engine.models.network import CamNetwork, HeadShape, PartNetwork

SHAPE = HeadShape(channels=8, cells=7, filters=5, categories=2, answers=2, hidden=(6,))


def part_network(variant="partscope"):
    return PartNetwork(SHAPE, variant, make_generator(1)).eval()


def test_a_network_that_always_says_the_same_has_flat_curves(tmp_path):
    backbone = make_backbone("squeezenet1_1")
    head = CamNetwork(HeadShape(512, 13, 4), make_generator(0))
    torch.nn.init.zeros_(head.answer.weight)
    torch.nn.init.zeros_(head.answer.bias)
    random = np.random.default_rng(0)
    paths = [tmp_path / f"{number}.png" for number in range(2)]
    for path in paths:
        Image.fromarray(random.integers(0, 255, (40, 40, 3), dtype=np.uint8)).save(path)
    network = faithfulness.ExplainedNetwork(head, faithfulness.TrunkCache(backbone), "logistic")
    table = drain(faithfulness.deletion_table(network, paths, np.zeros(2, int), MapGeometry(224, 13, 16, 15.0, 239)))

    assert set(table) == {
        f"{kind}{order}" for kind in ("deletion", "insertion") for order in ("", "_random", "_centre")
    }
    assert all(value == pytest.approx(0.5) for value in table.values())


def test_a_backbone_looks_at_the_same_pictures_once(monkeypatch):
    seen = []
    monkeypatch.setattr(
        faithfulness, "trunk_maps", lambda squares, _b: seen.append(1) or torch.ones(len(squares), 1, 2, 2)
    )
    cache = faithfulness.TrunkCache(make_backbone("squeezenet1_1"))
    squares = np.zeros((2, 8, 8, 3), np.uint8)

    assert torch.equal(cache.maps(squares), cache.maps(squares.copy()))
    cache.maps(squares + 1)
    assert len(seen) == 2


@pytest.mark.parametrize("variant", ["partscope", "released", "ordinary"])
def test_contributions_are_maps_times_the_answers_gradient(variant):
    head = part_network(variant).double()
    trunk = torch.rand(2, 8, 7, 7, generator=make_generator(4)).double()
    asked = torch.tensor([0, 1])
    found = faithfulness.contributions(head, trunk, asked)
    maps = head.filters(trunk).detach()
    picture, f = 1, int(found[1].abs().sum((1, 2)).argmax())
    row, column = divmod(int(found[1, f].abs().argmax()), 7)
    step = 1e-6
    moved = [maps.clone(), maps.clone()]
    for one, sign in zip(moved, (-1, 1), strict=True):
        one[picture, f, row, column] += sign * step
    low, high = (head.classify(head.mask(one))[picture, 1].item() for one in moved)

    assert found.shape == maps.shape
    slope = (high - low) / (2 * step)
    assert found[picture, f, row, column].item() == pytest.approx(
        slope * maps[picture, f, row, column].item(), rel=0.05
    )


def test_a_filter_on_the_landmark_is_nearer_than_the_centre_and_chosen():
    geometry = MapGeometry(112, 7, 16, 7.5, 100)
    random = np.random.default_rng(0)
    cells = random.integers(0, 7, (20, 3, 2))
    points = geometry.centre(cells[:, 1]).astype(float)[:, None] + 5.0
    peaks = {"ours": PeakTable(cells, np.ones((20, 3)), np.zeros(3, int))}
    tables = faithfulness.localisation_table(peaks, points, geometry)

    assert tables["ours"]["landmark_distance"] == pytest.approx(0)
    assert tables["floors"]["landmark_distance"] > 0.1


def test_answers_from_filters_that_fire_on_the_background_are_told():
    head = part_network()
    trunk = torch.rand(6, 8, 7, 7, generator=make_generator(4))
    labels = np.zeros(6, int)

    assert faithfulness.background_share(head, trunk, labels, np.full(5, 0.5)) == pytest.approx(1)
    assert faithfulness.background_share(head, trunk, labels, np.full(5, 0.9)) == pytest.approx(0)
    assert np.isnan(faithfulness.background_share(head, trunk, labels, np.full(5, np.nan)))
