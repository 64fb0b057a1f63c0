"""The trunk's maps of pictures."""

from __future__ import annotations

import numpy as np

from icnn_engine.features.trunk_maps import _pieces


def test_batches_are_split_by_their_pixels_but_never_into_single_pictures() -> None:
    sizes = {
        side: [_pieces(np.zeros((count, side, side, 3), np.uint8)) for count in (1, 2, 5, 16)] for side in (224, 320)
    }

    assert sizes[224] == [1, 1, 2, 4]
    assert sizes[320] == [1, 1, 2, 8]
