"""Heads learn on stored maps: side by side, the same every time, stopped when asked, loud when numbers diverge."""

import numpy as np
import pytest
import torch

from icnn_engine.config import make_settings
from icnn_engine.errors import TrainingError
from icnn_engine.events import EpochDone, NetworkName, Wish, drain
from icnn_engine.feature_store import TrunkMaps
from icnn_engine.lessons import MapLesson
from icnn_engine.moves import Shifts
from icnn_engine.network import Seen, Shape
from icnn_engine.part_loss import part_loss
from icnn_engine.preparation import Prepared
from icnn_engine.receptive_field import MapGeometry
from icnn_engine.strength import choose_strength
from icnn_engine.training import Samples, train_networks

INTERPRETABLE = NetworkName.INTERPRETABLE
PICTURES, CHANNELS, CELLS = 40, 6, 7


@pytest.fixture
def lesson() -> MapLesson:
    """Maps in which one trunk map is bright somewhere on pictures of the category, and nowhere on others."""
    random = np.random.default_rng(0)
    positive = np.arange(PICTURES) % 2 == 0
    plain = random.random((PICTURES, CHANNELS, CELLS, CELLS)).astype(np.float16)
    wide = random.random((PICTURES, 2, CHANNELS, CELLS + 4, CELLS + 4)).astype(np.float16)
    for i in np.flatnonzero(positive):
        plain[i, 0, random.integers(CELLS), random.integers(CELLS)] += 6
        wide[i, :, 0, 5, 5] += 6
    everyone = np.arange(PICTURES)
    samples = Samples(everyone, np.where(positive, 0, -1), np.zeros(PICTURES, bool))
    middle = torch.from_numpy(plain[positive])
    shifts = Shifts(middle, torch.stack([middle] * 4), MapGeometry(112, CELLS, 16, 7.5, 200))
    maps = TrunkMaps(plain, plain[:, :, :, ::-1].copy(), wide, everyone)
    return MapLesson(maps, samples, samples.only(everyone[:20]), shifts)


def settings(**values):
    return make_settings({"filters": 4, "epochs": 2, "batch": 16, "learning_rate": 5e-3, **values})


def prepared(lesson, own, kind=Prepared):
    shape = Shape(CHANNELS, CELLS, own.filters)
    return kind(None, "", None, own, shape, lesson.shifts.geometry, lesson, None)


def trained(lesson, wish=None, **values):
    own = settings(**values)
    heads = {
        NetworkName.INTERPRETABLE: prepared(lesson, own).new_network(own.variant),
        NetworkName.TWIN: prepared(lesson, own).new_network("ordinary"),
        NetworkName.CAM: prepared(lesson, own).new_cam_network(),
    }
    events = []
    training = train_networks(heads, lesson, own, {INTERPRETABLE: 1e-3}, wish or Wish(), INTERPRETABLE)
    done = drain(training, events.append)
    return heads, events, done


def test_equal_seeds_give_equal_weights_bit_for_bit(lesson):
    first, _, _ = trained(lesson)
    torch.manual_seed(5)
    second, _, _ = trained(lesson)

    for name, head in first.items():
        for key, value in head.state_dict().items():
            assert torch.equal(value, second[name].state_dict()[key]), (name, key)


@pytest.mark.parametrize("variant", ["partscope", "paper", "released"])
def test_every_network_learns_and_tells_each_epoch(lesson, variant):
    _, events, done = trained(lesson, variant=variant, epochs=6)
    epochs = [e for e in events if isinstance(e, EpochDone)]

    assert done == 6
    assert len(epochs) == 18
    for name in NetworkName:
        own = [e for e in epochs if e.network == name]
        assert own[-1].class_loss < own[0].class_loss
    assert all(np.isfinite(e.position_entropy) for e in epochs if e.network != NetworkName.CAM)
    assert epochs[0].gallery[0].best[0].strength > 0


def test_a_wish_to_finish_ends_all_networks_after_the_same_epoch(lesson):
    wish = Wish()
    wish.finish = True
    _, events, done = trained(lesson, wish, epochs=9)

    assert done == 1
    assert {e.epoch for e in events if isinstance(e, EpochDone)} == {1}


def test_divergence_is_told_with_what_to_try(lesson):
    lesson.maps.plain[:] = np.nan

    with pytest.raises(TrainingError, match=r"diverged in epoch 1.*learning rate"):
        trained(lesson)


def test_a_small_set_is_gone_through_more_than_once(lesson):
    sizes = [len(positive) for _, positive in lesson.batches(settings(), 0)]

    assert len(sizes) == 10
    assert sum(sizes) == 4 * PICTURES


def test_shuffled_negatives_keep_textures_and_lose_places(lesson):
    twice = np.concatenate([lesson.train.pictures] * 2)
    negative = np.arange(len(twice)) >= PICTURES
    labels = np.where(negative, -1, 0)
    shuffled = MapLesson(lesson.maps, Samples(twice, labels, negative), lesson.choose, lesson.shifts)
    maps, given = next(shuffled.batches(settings(batch=80), 0))
    own = np.asarray(lesson.maps.plain, np.float32)
    sums = np.sort(own.reshape(PICTURES, CHANNELS, -1), axis=2)

    for one in maps[given < 0].numpy():
        match = np.abs(np.sort(one.reshape(CHANNELS, -1), axis=1) - sums).sum((1, 2)).argmin()
        assert np.abs(np.sort(one.reshape(CHANNELS, -1), axis=1) - sums[match]).max() < 1e-3
        assert not any(np.allclose(one, view) for view in (own[match], own[match][:, :, ::-1]))


def test_the_filter_loss_pulls_a_peak_up_and_its_far_cells_down(lesson):
    maps = torch.zeros(2, 1, 7, 7)
    maps[0, 0, 1, 1] = 1.0
    maps += 0.1
    maps.requires_grad_()
    own = settings(filters=2, diversity=0.0)
    network = prepared(lesson, own).new_network("partscope")
    network.memory.by_category[:] = 1.0
    seen = Seen(maps.expand(2, 2, 7, 7), maps, maps, maps)
    loss, _ = part_loss(network, seen, torch.tensor([0, -1]), torch.ones(1), own, 1e-2, 0)
    loss.backward()

    assert maps.grad[0, 0, 1, 1] < 0
    assert maps.grad[0, 0, 6, 6] > 0
    assert (maps.grad[1] > 0).all()


class LowFloor(Prepared):
    def floor(self):
        return -1.0


class HighFloor(Prepared):
    def floor(self):
        return 2.0


def test_the_strength_that_follows_well_enough_first_is_taken(lesson):
    chosen = drain(choose_strength(prepared(lesson, settings(), LowFloor), "partscope", Wish()))

    assert len(chosen.tried) == 1
    assert chosen.strength == chosen.tried[0].strength


def test_where_no_strength_follows_the_smallest_that_is_about_the_best_is_taken(lesson):
    chosen = drain(choose_strength(prepared(lesson, settings(), HighFloor), "partscope", Wish()))
    most = max(t.equivariance for t in chosen.tried)

    assert not any(t.accepted for t in chosen.tried)
    assert chosen.strength == min(t.strength for t in chosen.tried if t.equivariance >= most - 0.02)
