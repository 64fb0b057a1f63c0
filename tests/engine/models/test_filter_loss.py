"""The filter loss against naive double-precision readings of the paper."""

import numpy as np
import pytest
import torch

from icnn_engine.core import templates
from icnn_engine.models import filter_loss


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
