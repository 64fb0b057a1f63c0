"""The trunk's maps of pictures."""

from __future__ import annotations

import numpy as np

from icnn_engine.features.map_cache import ViewKind
from icnn_engine.features.trunk_maps import TrunkMaps, _pieces


def test_batches_are_split_by_their_pixels_but_never_into_single_pictures() -> None:
    sizes = {
        side: [_pieces(np.zeros((count, side, side, 3), np.uint8)) for count in (1, 2, 5, 16)] for side in (224, 320)
    }

    assert sizes[224] == [1, 1, 2, 4]
    assert sizes[320] == [1, 1, 2, 8]


def test_the_means_of_maps_are_in_the_order_of_the_pictures_not_of_the_store() -> None:
    stored = np.arange(3 * 2 * 2 * 2, dtype=np.float16).reshape(3, 2, 2, 2)
    maps = TrunkMaps({ViewKind.PLAIN: stored}, {ViewKind.PLAIN: np.array([2, 0, 1])})

    assert np.array_equal(maps.means(), stored.mean((2, 3))[[2, 0, 1]])


def test_the_means_of_maps_near_the_largest_number_that_is_stored_do_not_overflow() -> None:
    stored = np.full((1, 1, 14, 14), 60000, np.float16)

    assert TrunkMaps({ViewKind.PLAIN: stored}, {ViewKind.PLAIN: np.array([0])}).means() == 60000
