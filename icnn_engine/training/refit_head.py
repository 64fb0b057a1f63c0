"""The answer fitted anew once the filters have learned: how much what each sees in its whole map counts.

An extension beyond the paper. Filters find their parts through masks and the filter loss; what their masks take away
costs accuracy. So the finished answer does not pass through the masks: the filters stay as they are, and only the last
linear layer is fitted: a logistic (or softmax) regression with a ridge penalty, which is a convex problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import torch
from torch import Tensor

from icnn_engine.core.config import TrainSettings, steps_of
from icnn_engine.core.events import Operation, Progress
from icnn_engine.features.equivariance import HEAD_BATCH
from icnn_engine.models.class_loss import class_loss, shares_of
from icnn_engine.models.device import batches_on_device, device_of
from icnn_engine.models.network import PartNetwork, WholeNetwork
from icnn_engine.training.batches import BatchSource, Network

PASSES = 4  # over the training pictures, as in training; with 6 votes told the same on *choose*
RIDGE = 1.6e-5  # weight of the sum of squared weights (docs/experiments.md)
FIT_STEPS = 200  # of L-BFGS, at most


def refit_heads(networks: Mapping[str, Network], lesson: BatchSource, settings: TrainSettings) -> Operation[None]:
    """Fit, in place, the answers of those networks that are to be weighed; the others stay as they are."""
    for network in networks.values():
        head = network.head if isinstance(network, WholeNetwork) else network
        if isinstance(head, PartNetwork) and head.weighed is not None:
            votes, labels = yield from _votes(network, head, lesson, settings)
            shares = shares_of(torch.from_numpy(lesson.train.labels), head.shape.answers, settings.loss)
            weight, bias = fit_head(votes, labels, settings, shares)
            with torch.no_grad():
                head.answer.weight.copy_(weight)
                head.answer.bias.copy_(bias)
                head.weighed.fill_(True)


def _votes(
    network: Network, head: PartNetwork, lesson: BatchSource, settings: TrainSettings
) -> Operation[tuple[Tensor, Tensor]]:
    """(P, F) votes of the filters about the training pictures, some passes of them, and their labels (P,). No more
    pictures go through at once than while it learned."""
    network.eval()
    device, votes, labels = device_of(network), list[Tensor](), list[Tensor]()
    total = PASSES * steps_of(len(lesson.train), settings)
    yield Progress("Weighing the answer", 0, total)
    for inputs, shown in batches_on_device(_passes(lesson, settings), device):
        with torch.inference_mode():
            for part in inputs.split(max(1, min(HEAD_BATCH, len(inputs) // settings.pieces))):
                votes.append(head.whole_votes(network(part.to(device)).maps).cpu())
        labels.append(shown.cpu())
        yield Progress("Weighing the answer", len(labels), total)
    return torch.cat(votes), torch.cat(labels)


def _passes(lesson: BatchSource, settings: TrainSettings) -> Iterator[tuple[Tensor, Tensor]]:
    for number in range(PASSES):
        yield from lesson.batches(settings, settings.epochs + number)


def fit_head(votes: Tensor, labels: Tensor, settings: TrainSettings, shares: Tensor) -> tuple[Tensor, Tensor]:
    """(K, F), (K,): weights and biases of the least class loss plus `RIDGE` times the squares of the weights, float64.

    votes: (P, F); labels: (P,); shares: (K,), `shares_of` the training set. Begins at zero, so that nothing
    but the filters and the pictures decides.
    """
    votes = votes.double()
    weight = torch.zeros(len(shares), votes.shape[1], dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(len(shares), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=FIT_STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        found = class_loss(votes @ weight.T + bias, labels, settings.loss, shares) + RIDGE * weight.square().sum()
        found.backward()
        return found

    optimiser.step(loss)
    return weight.detach(), bias.detach()
