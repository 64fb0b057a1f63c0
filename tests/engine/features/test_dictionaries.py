"""Parts without training: k-means and NMF find directions that are there, and read new maps alike."""

import numpy as np
import pytest
import torch

from icnn_engine.core.events import drain
from icnn_engine.features.dictionaries import DICTIONARIES, dictionary
from icnn_engine.features.untrained_parts import MOST, Untrained, write_floor_parts


def maps_of_two_things(pictures: int = 12) -> torch.Tensor:
    """Maps (N, 6, 5, 5) of which each cell holds the first three channels or the last three."""
    random = np.random.default_rng(0)
    which = random.integers(0, 2, (pictures, 5, 5))
    maps = np.zeros((pictures, 6, 5, 5), np.float32)
    for channel in range(6):
        maps[:, channel] = (which == channel // 3) * random.uniform(1, 2, which.shape)
    return torch.from_numpy(maps)


@pytest.mark.parametrize("kind", DICTIONARIES)
def test_two_things_are_told_apart_cell_by_cell(kind):
    maps = maps_of_two_things()
    layer = dictionary(kind, maps, 2)
    found = layer(maps).argmax(1)
    truth = (maps[:, 3] > 0).long()

    assert ((found == truth).float().mean() > 0.99) or ((found == 1 - truth).float().mean() > 0.99)
    assert (layer(maps) >= 0).all()


@pytest.mark.parametrize("kind", DICTIONARIES)
def test_the_same_maps_give_the_same_dictionary_and_never_more_parts_than_cells(kind):
    maps = maps_of_two_things(1)[:, :, :2, :2]

    assert dictionary(kind, maps, 16)(maps).shape == (1, 4, 2, 2)
    torch.testing.assert_close(dictionary(kind, maps, 2)(maps), dictionary(kind, maps, 2)(maps))


def test_floors_are_left_out_where_their_maps_would_take_too_much_room(tmp_path):
    def trunk_of(_rows):
        raise AssertionError("nothing is computed")

    untrained = Untrained(torch.nn.Identity(), np.zeros((2, 2)))
    drain(write_floor_parts(tmp_path, trunk_of, np.arange(3), np.arange(MOST + 1), untrained))

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", DICTIONARIES)
def test_of_few_channels_as_many_parts_are_made_as_can_be(kind):
    maps = maps_of_two_things()[:, :2]
    found = dictionary(kind, maps, 16)(maps)

    assert found.shape[1] == (16 if kind == "kmeans" else 2)
    assert torch.isfinite(found).all()


@pytest.mark.parametrize("kind", DICTIONARIES)
def test_maps_without_anything_are_no_error(kind):
    maps = torch.zeros(3, 6, 5, 5)

    assert torch.isfinite(dictionary(kind, maps, 4)(maps)).all()
