from dataclasses import replace

import numpy as np
import torch

from icnn_engine.features.equivariance import DIRECTIONS, equivariance_of_shifts
from icnn_engine.features.map_cache import ViewKind
from icnn_engine.features.trunk_maps import TrunkMaps
from icnn_engine.training.batch_sources import MapBatches
from icnn_engine.training.batches import Samples
from tests.toy_batches import CHANNELS, PICTURES, map_lesson, prepared, settings


def test_a_batch_shows_pictures_as_they_are_or_moved_windows_of_their_mirrors(source):
    plain, wide = source.maps.arrays[ViewKind.PLAIN], source.maps.arrays[ViewKind.WIDE]
    seen = [maps for epoch in range(4) for maps, _ in source.batches(settings(), epoch)]
    cells, places = plain.shape[-1], source.maps.places
    windows = {
        wide[picture, :, top : top + cells, left : left + cells].astype(np.float32).tobytes(): (top, left)
        for picture in range(PICTURES)
        for top in range(places)
        for left in range(places)
    }
    own = {one.astype(np.float32).tobytes() for one in plain}
    found = [one.contiguous().numpy().tobytes() for maps in seen for one in maps]
    moved = [windows[one] for one in found if one not in own]

    assert 0.35 < len(moved) / len(found) < 0.65
    assert len(set(moved)) > places**2 / 2


def test_shuffled_negatives_keep_textures_and_lose_places(source):
    twice = np.concatenate([source.train.pictures] * 2)
    negative = np.arange(len(twice)) >= PICTURES
    labels = np.where(negative, -1, 0)
    plain = TrunkMaps({ViewKind.PLAIN: source.maps.arrays[ViewKind.PLAIN]}, source.maps.slot)
    shuffled = MapBatches(plain, Samples(twice, labels, negative), source.choose, source.shifts)
    maps, given = next(shuffled.batches(settings(batch=80), 0))
    own = np.asarray(source.maps.arrays["plain"], np.float32)
    sums = np.sort(own.reshape(PICTURES, CHANNELS, -1), axis=2)

    for one in maps[given < 0].numpy():
        match = np.abs(np.sort(one.reshape(CHANNELS, -1), axis=1) - sums).sum((1, 2)).argmin()
        assert np.abs(np.sort(one.reshape(CHANNELS, -1), axis=1) - sums[match]).max() < 1e-3
        assert not any(np.allclose(one, view) for view in (own[match], own[match][:, :, ::-1]))


def test_filters_are_judged_on_the_moved_pictures_of_their_own_category():
    source = map_lesson(categories=2)
    still = torch.from_numpy(source.shifts.labels == 1)[:, None, None, None]  # pictures of one category do not move
    moved = [torch.roll(source.shifts.middle, (-down, -right), (2, 3)) for down, right in DIRECTIONS]
    moved = torch.stack([torch.where(still, source.shifts.middle, one) for one in moved])
    source = replace(source, shifts=replace(source.shifts, moved=moved))
    head = prepared(source, settings(), categories=2).new_network("partscope")
    head.memory.by_category[:] = torch.tensor([[1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0]])
    own = source.shifts.labels[:, None] == np.array([0, 1, 0, 1])
    expected = equivariance_of_shifts(head.filters, source.shifts, own)

    np.testing.assert_array_equal(source.steadiness(head), expected)
    assert expected[[0, 2]].min() > expected[[1, 3]].max()
