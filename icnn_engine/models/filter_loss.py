"""The filter loss of Zhang, Wu, Zhu (CVPR 2018): pure functions of feature maps, in the paper's form and the release's.

x is a batch of feature maps after ReLU, (N, C, n, n): N pictures, C filters. Every statistic is per filter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from icnn_engine.core import templates

RELEASE_A = 0.5  # release: the temperature `a` of S and R


@dataclass(frozen=True, slots=True)
class TemplateStatistics:
    """log p(x|T), (N, C, n^2+1); log p(x), (N, C, 1); log p(T), (n^2+1,). Sums over x run over the N pictures."""

    log_likelihood: Tensor
    log_evidence: Tensor
    log_prior: Tensor


def template_statistics(x: Tensor) -> TemplateStatistics:
    """Compute the distributions of equations 1 and 2, stable for any scale of x (paper, section 3).

    Parameters
    ----------
    x : Tensor, shape (N, C, n, n)
        Feature maps after ReLU, in units of the templates.

    Returns
    -------
    TemplateStatistics
        log p(x|T) with p(x|T) = exp(tr(x.T)) / Z_T, Z_T summed over pictures; log p(x); log p(T).
    """
    n = x.shape[-1]
    table = torch.as_tensor(templates.templates(n), dtype=x.dtype, device=x.device).flatten(1)
    log_prior = torch.as_tensor(templates.priors(n), dtype=x.dtype, device=x.device).log()
    traces = x.flatten(2) @ table.T
    log_likelihood = traces - traces.logsumexp(0, keepdim=True)
    return TemplateStatistics(log_likelihood, (log_likelihood + log_prior).logsumexp(2, keepdim=True), log_prior)


def paper_loss(x: Tensor) -> Tensor:
    """Compute the filter loss of the paper, equation 1: minus the mutual information of pictures and templates.

    Parameters
    ----------
    x : Tensor, shape (N, C, n, n)
        Feature maps after ReLU, in units of the templates.

    Returns
    -------
    Tensor, shape (C,)
        -sum p(T) p(x|T) log[p(x|T) / p(x)] of each filter, in nats.
    """
    s = template_statistics(x)
    gain = s.log_likelihood.exp() * (s.log_likelihood - s.log_evidence)
    return -(gain.sum(0) * s.log_prior.exp()).sum(-1)


def entropies(x: Tensor) -> tuple[Tensor, Tensor]:
    """(C,), (C,) nats: eq. 6, H(T'|X) between 'shows the part' and 'shows it not', and eq. 7, the sum over pictures of
    p(T+, x) H(T+|X=x) over positions. With H(T) they make up eq. 5: paper_loss = -H(T) + eq. 6 + eq. 7."""
    s = template_statistics(x)
    log_posterior = s.log_likelihood + s.log_prior - s.log_evidence
    evidence = s.log_evidence.squeeze(2).exp()
    log_present = log_posterior[..., :-1].logsumexp(2)
    log_absent = log_posterior[..., -1]
    between = -(log_present.exp() * log_present + log_absent.exp() * log_absent)
    within = log_posterior[..., :-1] - log_present.unsqueeze(2)
    positions = -(within.exp() * within).sum(2) * log_present.exp()
    return (evidence * between).sum(0), (evidence * positions).sum(0)


def released_gradient(
    x: Tensor, mask: Tensor, labels: Tensor, category: Tensor, density: Tensor | None = None
) -> Tensor:
    """(N, C, n, n): the release's gradient of the filter loss with respect to x, per picture, before its factor k.

    x: maps divided by each filter's usual peak; mask: the masks (peak 1) chosen for them; labels: (N,) category each
    picture shows, -1 for none; category: (C,) category each filter answers to. Pictures of its category pull a filter
    up under their mask by -m S/mean(S), the others push it down by R/mean(R) everywhere; S and R compare a picture
    with the usual one, S by masks of other pictures and filters (the normaliser). density: share of the pictures that
    show each category; the two kinds then weigh .5 / their share (the release, several categories).
    """
    weights = _released_weights(x, mask, labels, category, torch.ones(x.shape[1]).to(x), density)
    return weights.push[..., None, None] - weights.pull[..., None, None] * mask


def released_loss(
    x: Tensor, mask: Tensor, labels: Tensor, category: Tensor, peak: Tensor, density: Tensor | None = None
) -> Tensor:
    """Return a loss with the gradient of the authors' release, which has a gradient but no loss.

    Parameters
    ----------
    x : Tensor, shape (N, C, n, n)
        Feature maps after ReLU.
    mask : Tensor, shape (N, C, n, n)
    labels : Tensor, shape (N,)
        Category of each picture, -1 for none.
    category : Tensor, shape (C,)
        Category of each filter.
    peak : Tensor, shape (C,)
        Usual peak of each filter, the unit of its maps.
    density : Tensor, optional
        `shares_of` the training set.

    Returns
    -------
    Tensor, scalar
        Its gradient with respect to x is `released_gradient`; its value is the product of gradient and maps.
    """
    weights = _released_weights(x.detach(), mask, labels, category, peak, density)
    loss: Tensor = _Released.apply(x, mask, weights.pull / peak, weights.push / peak, weights.told)
    return loss


@dataclass(frozen=True, slots=True)
class _Weights:
    """How hard each picture pulls each filter under its mask, (N, C), and pushes it down, (N, C); what that makes
    together, a scalar."""

    pull: Tensor
    push: Tensor
    told: Tensor


def _released_weights(
    x: Tensor, mask: Tensor, labels: Tensor, category: Tensor, peak: Tensor, density: Tensor | None
) -> _Weights:
    cells = x.shape[-1] ** 2
    level = x.sum((2, 3)) / (cells * peak)
    pull, push, told = torch.zeros_like(level), torch.zeros_like(level), level.new_zeros(())
    for one in category.unique().tolist():
        filters = (category == one).nonzero().squeeze(1)
        shows = labels == one
        share = 0.5 if density is None else float(density[one])
        if len(rows := shows.nonzero()):
            own, its = _some(x, rows, filters), _some(mask, rows, filters)
            fit = (own * its).mean((2, 3)) / peak[filters]
            usual = (own * its.flip(0, 1)).mean((2, 3)) / peak[filters]
            pull[rows, filters] = weight = 0.5 / share * _relative_weight(fit, usual)
            told = told - cells * (weight * fit).sum()
        if len(rows := (~shows).nonzero()):
            lowest = -level[rows, filters]
            push[rows, filters] = weight = 0.5 / max(1 - share, 1e-6) * _relative_weight(lowest, lowest)
            told = told - cells * (weight * lowest).sum()
    return _Weights(pull, push, told)


def _some(x: Tensor, rows: Tensor, filters: Tensor) -> Tensor:
    """Some pictures (R, 1) and filters (F,) of maps; all filters are not picked one by one."""
    return x[rows.squeeze(1)] if len(filters) == x.shape[1] else x[rows, filters]


class _Released(torch.autograd.Function):
    """A gradient that is written down instead of derived: one pass over the maps, none of them kept twice."""

    @staticmethod
    def forward(ctx: Any, _x: Tensor, mask: Tensor, pull: Tensor, push: Tensor, told: Tensor) -> Tensor:
        ctx.save_for_backward(mask, pull, push)
        return told.clone()

    @staticmethod
    def backward(ctx: Any, above: Tensor) -> tuple[Tensor | None, ...]:
        mask, pull, push = ctx.saved_tensors
        pulled, pushed = ((above * weight)[..., None, None] for weight in (pull, push))
        return torch.addcmul(pushed, pulled, mask, value=-1), None, None, None, None


def _relative_weight(s: Tensor, usual: Tensor) -> Tensor:
    """(N, C): S / mean S over pictures, S = e^{s/a} (s - A + a), A = a log mean e^{s'/a}; common shifts cancel."""
    a = RELEASE_A
    log_count = torch.log(torch.tensor(float(len(usual)), dtype=s.dtype, device=s.device))
    normaliser = a * ((usual / a).logsumexp(0, keepdim=True) - log_count)
    raw = torch.exp((s - s.amax(0, keepdim=True)) / a) * (s - normaliser + a)
    mean = raw.mean(0, keepdim=True)
    return torch.where(mean > 0, raw / mean.clamp_min(1e-12), torch.ones_like(raw))  # mean < 0 would flip every sign
