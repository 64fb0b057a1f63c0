"""The filter loss against naive double-precision readings of the paper and of the release."""

import numpy as np
import pytest
import torch

from icnn_engine import filter_loss, templates
from icnn_engine.masking import chosen_masks


def maps(pictures=5, filters=3, n=4, scale=30.0, seed=0):
    random = torch.Generator().manual_seed(seed)
    return (torch.randn(pictures, filters, n, n, generator=random, dtype=torch.float64) * scale).relu()


def naive_likelihood(x):
    """p(x|T) of one filter, (N, T), by exp and division."""
    table = templates.templates(x.shape[-1])
    raw = np.exp(np.einsum("nij,tij->nt", x.numpy(), table))
    return raw / raw.sum(0)


def test_the_loss_is_minus_the_mutual_information_of_equation_1():
    x, prior = maps(), templates.priors(4)

    for f, told in enumerate(filter_loss.paper_loss(x)):
        likelihood = naive_likelihood(x[:, f])
        evidence = (likelihood * prior).sum(1, keepdims=True)
        assert -told.item() == pytest.approx((prior * likelihood * np.log(likelihood / evidence)).sum())


def test_the_entropies_make_up_the_loss_as_equation_5_says():
    x, prior = maps(), templates.priors(4)
    between, positions = filter_loss.entropies(x)

    entropy_of_templates = -(prior * np.log(prior)).sum()
    torch.testing.assert_close(filter_loss.paper_loss(x), -entropy_of_templates + between + positions)


def test_the_gradient_is_that_of_finite_differences():
    x = maps(n=3, scale=10.0).requires_grad_()

    assert torch.autograd.gradcheck(lambda y: filter_loss.paper_loss(y), (x,))


def test_the_gradient_is_the_corrected_equation_4_with_its_sign():
    x = maps().requires_grad_()
    filter_loss.paper_loss(x).sum().backward()
    table, prior = templates.templates(4), templates.priors(4)

    for f in range(x.shape[1]):
        likelihood = naive_likelihood(x[:, f].detach())
        log_ratio = np.log(likelihood / (likelihood * prior).sum(1, keepdims=True))
        divergence = (likelihood * log_ratio).sum(0)
        exact = -np.einsum("t,tij,nt->nij", prior, table, likelihood * (log_ratio - divergence))
        np.testing.assert_allclose(x.grad[:, f].numpy(), exact, atol=1e-12)


@pytest.mark.parametrize("scale", [0.0, 1e4, 1e6])
def test_the_loss_stays_finite_at_any_scale(scale):
    x = (maps(scale=1.0) * scale).float().requires_grad_()
    loss = filter_loss.paper_loss(x)
    loss.sum().backward()

    assert torch.isfinite(loss).all()
    assert torch.isfinite(x.grad).all()


def test_a_common_shift_of_all_traces_changes_nothing():
    x = maps()
    statistics = filter_loss.template_statistics(x)
    shifted = filter_loss.template_statistics(x + 7.0)

    torch.testing.assert_close(statistics.log_likelihood, shifted.log_likelihood)


def test_a_batch_of_one_has_nothing_to_tell_apart():
    torch.testing.assert_close(filter_loss.paper_loss(maps(pictures=1)), torch.zeros(3, dtype=torch.float64))


def test_pictures_are_normalised_over_pictures_and_not_over_filters():
    x = maps()

    torch.testing.assert_close(filter_loss.paper_loss(x)[1:2], filter_loss.paper_loss(x[:, 1:2]))


def labels_of(positive):
    return torch.where(positive, 0, -1)


def released(x, positive):
    category = torch.zeros(x.shape[1], dtype=torch.long)
    return filter_loss.released_gradient(x, chosen_masks(x), labels_of(positive), category)


def naive_released(x, mask, positive):
    """Method 2 of the release, element by element."""
    a, out = 0.5, torch.zeros_like(x)
    rows = np.flatnonzero(positive.numpy())
    flipped = mask[positive].flip(0, 1)
    for f in range(x.shape[1]):
        s = np.array([(x[r, f] * mask[r, f]).mean().item() for r in rows])
        other = np.array([(x[r, f] * flipped[k, f]).mean().item() for k, r in enumerate(rows)])
        big_s = np.exp(s / a) * (s - a * np.log(np.mean(np.exp(other / a))) + a)
        for k, r in enumerate(rows):
            out[r, f] = -mask[r, f] * big_s[k] / big_s.mean()
        rest = np.flatnonzero(~positive.numpy())
        q = np.array([x[r, f].mean().item() for r in rest])
        big_r = np.exp(-q / a) * (-q - a * np.log(np.mean(np.exp(-q / a))) + a)
        for k, r in enumerate(rest):
            out[r, f] = big_r[k] / big_r.mean()
    return out


def test_the_released_gradient_pulls_positives_under_their_mask_and_pushes_negatives_down():
    x, positive = maps(pictures=6, scale=0.5), torch.tensor([True, True, True, False, True, False])
    mask = chosen_masks(x)

    found = filter_loss.released_gradient(x, mask, labels_of(positive), torch.zeros(x.shape[1], dtype=torch.long))
    torch.testing.assert_close(found, naive_released(x, mask, positive))


def test_with_several_categories_each_filter_has_its_own_positives_and_weights():
    x, labels = maps(pictures=6, filters=4, scale=0.5), torch.tensor([0, 1, 1, -1, 0, 1])
    mask, category, density = chosen_masks(x), torch.tensor([1, 0, 1, 0]), torch.tensor([0.3, 0.6])
    found = filter_loss.released_gradient(x, mask, labels, category, density)

    for one in (0, 1):
        own, shows = category == one, labels == one
        naive = naive_released(x[:, own], mask[:, own], shows)
        naive[shows] *= 0.5 / density[one]
        naive[~shows] *= 0.5 / (1 - density[one])
        torch.testing.assert_close(found[:, own], naive)


@pytest.mark.parametrize("positive", [[True], [False]])
def test_the_released_gradient_of_one_picture_is_finite(positive):
    x = maps(pictures=1)

    assert torch.isfinite(released(x, torch.tensor(positive))).all()


def test_the_released_gradient_is_safe_at_activations_of_ten_thousand():
    x, positive = maps(scale=1e4).float(), torch.tensor([True, False, True, False, True])

    assert torch.isfinite(released(x, positive)).all()


def test_diversity_is_the_mean_cosine_of_pairs_one_for_equal_filters():
    x = maps(filters=1).repeat(1, 4, 1, 1)
    peak = x.flatten(2).amax(2).mean(0)

    assert filter_loss.diversity_loss(x, peak).item() == pytest.approx(1)


def test_diversity_of_filters_that_fire_at_different_cells_is_near_zero():
    x = torch.zeros(2, 3, 4, 4)
    for f in range(3):
        x[:, f, f, f] = 5.0

    assert filter_loss.diversity_loss(x, torch.full((3,), 5.0)).item() < 0.05
