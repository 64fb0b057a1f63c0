"""The filter loss of Zhang, Wu, Zhu (CVPR 2018): pure functions of feature maps, in the paper's form and the release's.

x is a batch of feature maps after ReLU, (N, C, n, n): N pictures, C filters. Every statistic is per filter.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from icnn_engine import templates

RELEASE_A = 0.5  # release: the temperature `a` of S and R
SOFT_PEAK = 0.15  # temperature of the diversity term's softmax, in units of the filter's mean peak


@dataclass(frozen=True, slots=True)
class TemplateStatistics:
    """log p(x|T), (N, C, n^2+1); log p(x), (N, C, 1); log p(T), (n^2+1,). Sums over x run over the N pictures."""

    log_likelihood: Tensor
    log_evidence: Tensor
    log_prior: Tensor


def template_statistics(x: Tensor) -> TemplateStatistics:
    """The distributions of eq. 1-2 safe for any scale of x: p(x|T) = exp(tr(x.T)) / Z_T, Z_T over pictures."""
    n = x.shape[-1]
    table = torch.as_tensor(templates.templates(n), dtype=x.dtype, device=x.device).flatten(1)
    log_prior = torch.as_tensor(templates.priors(n), dtype=x.dtype, device=x.device).log()
    traces = x.flatten(2) @ table.T
    log_likelihood = traces - traces.logsumexp(0, keepdim=True)
    return TemplateStatistics(log_likelihood, (log_likelihood + log_prior).logsumexp(2, keepdim=True), log_prior)


def paper_loss(x: Tensor) -> Tensor:
    """(C,) exact eq. 1: minus the mutual information of pictures and templates, -sum p(T) p(x|T) log[p(x|T)/p(x)]."""
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
    gradient = torch.zeros_like(x)
    for one in category.unique().tolist():
        filters = (category == one).nonzero().squeeze(1)
        shows = labels == one
        share = 0.5 if density is None else float(density[one])
        for rows, part, weight in ((shows, _pulled, 0.5 / share), (~shows, _pushed, 0.5 / max(1 - share, 1e-6))):
            at = rows.nonzero()
            if len(at):
                gradient[at, filters] = weight * part(x[at, filters], mask[at, filters])
    return gradient


def _pulled(x: Tensor, mask: Tensor) -> Tensor:
    fit, usual = (x * mask).mean((2, 3)), (x * mask.flip(0, 1)).mean((2, 3))
    return -mask * _relative_weight(fit, usual)[..., None, None]


def _pushed(x: Tensor, _mask: Tensor) -> Tensor:
    level = -x.mean((2, 3))
    return _relative_weight(level, level)[..., None, None].expand_as(x)


def _relative_weight(s: Tensor, usual: Tensor) -> Tensor:
    """(N, C): S / mean S over pictures, S = e^{s/a} (s - A + a), A = a log mean e^{s'/a}; common shifts cancel."""
    a = RELEASE_A
    log_count = torch.log(torch.tensor(float(len(usual)), dtype=s.dtype, device=s.device))
    normaliser = a * ((usual / a).logsumexp(0, keepdim=True) - log_count)
    raw = torch.exp((s - s.amax(0, keepdim=True)) / a) * (s - normaliser + a)
    mean = raw.mean(0, keepdim=True)
    return torch.where(mean > 0, raw / mean.clamp_min(1e-12), torch.ones_like(raw))  # mean < 0 would flip every sign


def diversity_loss(x: Tensor, peak: Tensor) -> Tensor:
    """Scalar: mean over pairs of filters of the cosine of their spatial softmax maps (an extension beyond the paper).

    x: (N, C, n, n) maps of pictures of the category; peak: (C,) mean peak of each filter, the softmax's scale.
    The sum over pairs is taken from the square of the sum, so no pair is ever formed.
    """
    count = x.shape[1]
    where = torch.softmax((x / (SOFT_PEAK * peak[:, None, None])).flatten(2), dim=2)
    unit = torch.nn.functional.normalize(where, dim=2)
    together = unit.sum(1).square().sum(1)
    return ((together - count) / (count * (count - 1))).mean()
