"""The variant `released` against a naive reading of the authors' code: plain loops in double precision."""

import math

import numpy as np
import pytest
import torch

from icnn_engine.models import filter_loss
from icnn_engine.models.device import make_generator
from icnn_engine.models.filter_layers import FilterMemory
from icnn_engine.models.masking import beta_target, centroid_masks
from icnn_engine.models.network import HeadShape, PartNetwork
from icnn_engine.models.part_loss import part_loss, remember_batch

A = 0.5
SHAPE = HeadShape(channels=4, cells=7, filters=5, categories=2, answers=2, hidden=(6,), pool=(3, 2))
LABELS = torch.tensor([0, 1, 1, -1, 0, 1])


def maps(pictures=6, filters=4, n=5, scale=1.0, seed=0):
    random = torch.Generator().manual_seed(seed)
    return (torch.randn(pictures, filters, n, n, generator=random, dtype=torch.float64) * scale).relu()


def masks_of(x, beta=2.0):
    return centroid_masks(x, torch.full(x.shape[1:2], beta, dtype=x.dtype))


def naive_mask(x, beta):
    """The mask of one map (lists of lists) around its rounded centroid, on an axis from -1 to 1."""
    n, total = len(x), sum(map(sum, x))
    cells = [(i, j) for i in range(n) for j in range(n)]
    row = round(sum(i * x[i][j] for i, j in cells) / total)
    column = round(sum(j * x[i][j] for i, j in cells) / total)
    axis = [-1 + 2 * i / (n - 1) for i in range(n)]
    return [
        [max(1 - beta * (abs(axis[i] - axis[row]) + abs(axis[j] - axis[column])), -1) for j in range(n)]
        for i in range(n)
    ]


def naive_spread(x):
    """Root of the mean squared distance of a map's activation to its centroid, in cells."""
    n, total = len(x), sum(map(sum, x))
    cells = [(i, j) for i in range(n) for j in range(n)]
    row = sum(i * x[i][j] for i, j in cells) / total
    column = sum(j * x[i][j] for i, j in cells) / total
    return math.sqrt(sum(((i - row) ** 2 + (j - column) ** 2) * x[i][j] for i, j in cells) / total)


def naive_weights(values, usual):
    """S / mean S, S = e^{s/a} (s - A + a)."""
    raw = [math.exp(s / A) * (s - usual + A) for s in values]
    return [one / (sum(raw) / len(raw)) for one in raw]


def usual_of(values):
    return A * math.log(sum(math.exp(s / A) for s in values) / len(values))


def naive_gradient(x, mask, labels, category, density=None):
    """Filter by filter, picture by picture. A filter's pictures are compared with those of its category, by their masks
    flipped over these pictures and the filters of the category; the others among themselves."""
    x, mask = x.numpy(), mask.numpy()
    pictures, filters = x.shape[:2]
    out = np.zeros_like(x)
    for f in range(filters):
        own = [k for k in range(pictures) if labels[k] == category[f]]
        rest = [k for k in range(pictures) if labels[k] != category[f]]
        alike = [g for g in range(filters) if category[g] == category[f]]
        partner = alike[::-1][alike.index(f)]
        fit = [(x[k, f] * mask[k, f]).mean() for k in own]
        other = [(x[k, f] * mask[turned, partner]).mean() for k, turned in zip(own, own[::-1], strict=True)]
        level = [-x[k, f].mean() for k in rest]
        share = 0.5 if density is None else float(density[category[f]])
        for k, weight in zip(own, naive_weights(fit, usual_of(other)), strict=True):
            out[k, f] = -0.5 / share * weight * mask[k, f]
        for k, weight in zip(rest, naive_weights(level, usual_of(level)), strict=True):
            out[k, f] = 0.5 / (1 - share) * weight
    return torch.from_numpy(out)


@pytest.mark.parametrize("beta", [1.5, 2.0, 3.0])
def test_a_mask_lies_around_the_rounded_centroid_of_its_map(beta):
    x = maps()

    for k in range(6):
        for f in range(4):
            naive = naive_mask(x[k, f].tolist(), beta)
            np.testing.assert_allclose(masks_of(x, beta)[k, f].numpy(), naive, atol=1e-12)


def test_beta_starts_at_the_papers_and_its_mask_is_the_papers_around_a_single_cell():
    network = PartNetwork(SHAPE, "released", make_generator(0))
    one_cell = torch.zeros(1, 1, 7, 7)
    one_cell[0, 0, 2, 4] = 3.0
    away = (torch.arange(7)[:, None] - 2).abs() + (torch.arange(7) - 4).abs()

    assert network.memory.beta.tolist() == [2.0] * 5
    torch.testing.assert_close(masks_of(one_cell)[0, 0], (1 - 4 / 6 * away).clamp_min(-1))  # beta / n = 4 / (n - 1)


def test_beta_moves_towards_three_by_the_spread_in_cells_within_its_limits():
    broad, narrow = maps(n=9), maps(n=9)
    narrow[:, :, 3:, :], narrow[:, :, :, 3:] = 0, 0

    for x in (broad, narrow):
        for f, found in enumerate(beta_target(x).tolist()):
            spread = np.mean([naive_spread(x[k, f].tolist()) for k in range(6)])
            assert found == pytest.approx(min(max(3 / spread, 1.5), 3.0))
    assert beta_target(broad).tolist() == [1.5] * 4
    assert (beta_target(narrow) > 1.5).all()


def test_the_beta_of_a_silent_filter_stays_and_nothing_becomes_nan():
    memory, x = FilterMemory(2, 1).double(), maps(filters=2)
    x[:, 1] = 0
    memory.note(x, torch.zeros(6, dtype=torch.long))
    memory.note_spread(x, torch.zeros(6, dtype=torch.long))

    assert memory.beta[0] == pytest.approx(0.9 * 2 + 0.1 * beta_target(x)[0].item())
    assert memory.beta[1] == 2.0
    assert torch.isfinite(masks_of(x)).all()


def test_beta_looks_at_the_pictures_of_the_filters_own_category():
    memory, x = FilterMemory(4, 2).double(), maps(n=9)
    for category, own in enumerate((slice(0, 2), slice(2, 4))):
        shows = category == LABELS
        x[~shows, own] *= 0.1
        x[shows, own, 3:, :] = 0  # narrow on the pictures of the filter's category, broad on others
        x[shows, own, :, 3:] = 0
    memory.note(x, LABELS)
    memory.note_spread(x, LABELS)

    assert memory.category.tolist() == [0, 0, 1, 1]
    for f, category in enumerate(memory.category.tolist()):
        target = beta_target(x[category == LABELS, f : f + 1])
        assert target > 1.5
        assert memory.beta[f].item() == pytest.approx(0.9 * 2 + 0.1 * target.item())


def test_one_category_pulls_its_pictures_under_their_masks_and_pushes_the_others_down():
    x, labels, category = maps(), torch.where(LABELS == 1, 0, -1), torch.zeros(4, dtype=torch.long)
    found = filter_loss.released_gradient(x, masks_of(x), labels, category)

    torch.testing.assert_close(found, naive_gradient(x, masks_of(x), labels, category))
    assert (found[labels < 0] > 0).all()


def test_several_categories_have_their_own_pictures_and_weights_by_density():
    x, category, density = maps(), torch.tensor([1, 0, 1, 0]), torch.tensor([0.3, 0.6])
    found = filter_loss.released_gradient(x, masks_of(x), LABELS, category, density)

    torch.testing.assert_close(found, naive_gradient(x, masks_of(x), LABELS, category, density))


def test_pictures_of_a_filters_category_are_never_pushed_down_as_negatives():
    x, category = maps(), torch.tensor([1, 0, 1, 0])
    found = filter_loss.released_gradient(x, masks_of(x), LABELS, category, torch.tensor([0.3, 0.6]))

    for f in range(4):
        for k in range(6):
            pulled = (found[k, f] * masks_of(x)[k, f] <= 0).all()
            assert pulled == (LABELS[k] == category[f])


def test_a_mean_below_zero_turns_no_sign_around():
    x = maps(pictures=2, filters=2, scale=20.0)
    mask = torch.ones_like(x)
    mask[:, 0] = -1  # fits badly, and the mismatched masks, the other filter's, far better: S - A + a below zero
    found = filter_loss.released_gradient(x, mask, torch.zeros(2, dtype=torch.long), torch.zeros(2, dtype=torch.long))

    torch.testing.assert_close(found[:, 0], torch.ones_like(x[:, 0]))  # -m at weight 1
    assert torch.isfinite(found).all()


def test_the_loss_has_the_written_gradient_in_units_of_the_usual_peaks():
    x, category, peak = maps().requires_grad_(), torch.tensor([1, 0, 1, 0]), torch.tensor([1.0, 2.0, 0.5, 3.0]).double()
    density, masks = torch.tensor([0.3, 0.6]), masks_of(x.detach())
    loss = 3 * filter_loss.released_loss(x, masks, LABELS, category, peak, density)
    loss.backward()
    scaled = x.detach() / peak[:, None, None]
    written = filter_loss.released_gradient(scaled, masks, LABELS, category, density)

    torch.testing.assert_close(x.grad, 3 * written / peak[:, None, None])
    torch.testing.assert_close(loss.detach(), 3 * (scaled * written).sum())


@pytest.mark.parametrize("labels", [[0], [-1]])
def test_a_batch_of_one_has_a_finite_gradient(labels):
    x = maps(pictures=1)
    found = filter_loss.released_gradient(x, masks_of(x), torch.tensor(labels), torch.zeros(4, dtype=torch.long))

    assert torch.isfinite(found).all()
    assert found.any()


def test_at_activations_of_ten_thousand_the_picture_that_fits_best_gets_all_the_weight():
    x = maps(scale=1e4).float()
    found = filter_loss.released_gradient(x, torch.ones_like(x), LABELS, torch.tensor([1, 0, 1, 0]))

    assert torch.isfinite(found).all()
    assert found[:, 1, 0, 0].tolist() == [0, 4, 0, 0, -2, 0]  # of pictures 0 and 4, and of the four others


def released_network(trunk):
    network = PartNetwork(SHAPE, "released", make_generator(1)).double()
    seen = network(trunk)
    remember_batch(network, seen, LABELS)
    return network, seen


def added(network, seen, epoch=0):
    return part_loss(network, seen, LABELS, torch.tensor([0.4, 0.5]), 0.02, epoch)[0]


def test_the_gradient_goes_to_the_pooled_maps_and_where_it_learns_to_the_trunks():
    trunk = maps(filters=4, n=7).requires_grad_()
    network, seen = released_network(trunk)
    pooled, memory, below = network.pool(seen.maps), network.memory, network.filters.trunk_memory
    density = torch.tensor([0.4, 0.5])
    wanted = 0.0
    for x, own in ((pooled, memory), (seen.trunk, below)):
        scaled = (x / own.peak[:, None, None]).detach()
        mask = centroid_masks(x, own.beta)
        naive = naive_gradient(scaled, mask, LABELS, own.category, density)
        wanted = wanted + (x / own.peak[:, None, None] * naive).sum() * 0.02 / 6
    (found,) = torch.autograd.grad(added(network, seen), trunk, retain_graph=True)
    (naive_sum,) = torch.autograd.grad(wanted, trunk)

    torch.testing.assert_close(found, naive_sum)


def test_a_frozen_trunk_is_masked_and_gets_no_gradient():
    trunk = maps(filters=4, n=7)
    network, seen = released_network(trunk)
    added(network, seen).backward()
    plain = PartNetwork(SHAPE, "ordinary", make_generator(1)).double()

    assert not torch.equal(seen.maps, plain(trunk).maps)
    assert network.filters.conv.weight.grad.abs().sum() > 0
    assert trunk.grad is None


def test_its_weight_falls_with_the_epoch():
    network, seen = released_network(maps(filters=4, n=7))

    assert added(network, seen, epoch=3).item() == pytest.approx(added(network, seen).item() / 4)


def test_the_gradient_of_the_answer_passes_by_the_masks_positive_part_alone():
    network = PartNetwork(SHAPE, "released", make_generator(1)).double()
    x = maps(filters=5, n=7).requires_grad_()
    pooled = network.pool(x)
    weights = torch.randn(pooled.shape, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
    (network.mask(x) * weights).sum().backward()
    (own,) = torch.autograd.grad(pooled, x, weights * centroid_masks(pooled, network.memory.beta).clamp_min(0))
    silent = x.detach() == 0

    torch.testing.assert_close(x.grad[~silent], own[~silent])
