"""Refits the last linear layer on whole feature maps after training (not in the paper).

Filters find their parts through masks and the filter loss, and masking costs accuracy. The final answer does not pass
through the masks: the filters stay as they are, and the last layer is fitted again on their whole maps, by a logistic
(or softmax) regression with a ridge penalty, a convex problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from icnn_engine.core.config import TrainSettings, steps_of
from icnn_engine.core.events import Operation, Progress
from icnn_engine.features.equivariance import HEAD_BATCH
from icnn_engine.models.class_loss import class_loss, shares_of
from icnn_engine.models.device import batches_on_device, device_of
from icnn_engine.models.network import PartNetwork, WholeNetwork
from icnn_engine.training.batches import BatchSource, Network

PASSES = 4  # over the training pictures, as in training; 6 passes were no better on val
RIDGE = 1.6e-5  # weight of the sum of squared weights (docs/experiments.md)
FIT_STEPS = 200  # of L-BFGS, at most
INVARIANCE = 10.0  # weight of the squared change of the logits by what is forbidden (docs/deciding.md)


@dataclass(frozen=True, eq=False)
class Forbidden:
    """What an answer must not use. `filters`: columns of the votes that get no weight; `changes` (M, F): how votes
    change when it is put into a picture, or taken out of one."""

    filters: tuple[int, ...]
    changes: Tensor


def refit_heads(networks: Mapping[str, Network], source: BatchSource, settings: TrainSettings) -> Operation[None]:
    """Refit the last layer of networks in place, where the setting `answer` is `weighed`.

    Parameters
    ----------
    networks : mapping of str to Network
    source : BatchSource
        Makes the batches of the training.
    settings : TrainSettings

    Returns
    -------
    Operation[None]
        Yields Progress.
    """
    for network in networks.values():
        head = network.head if isinstance(network, WholeNetwork) else network
        if isinstance(head, PartNetwork) and head.weighed is not None:
            votes, labels = yield from _votes(network, head, source, settings)
            shares = shares_of(torch.from_numpy(source.train.labels), head.shape.answers, settings.loss)
            weight, bias = fit_head(votes, labels, settings, shares)
            with torch.no_grad():
                head.answer.weight.copy_(weight)
                head.answer.bias.copy_(bias)
                head.weighed.fill_(True)


def _votes(
    network: Network, head: PartNetwork, source: BatchSource, settings: TrainSettings
) -> Operation[tuple[Tensor, Tensor]]:
    """Return the votes (P, F) of the filters in some passes over the training pictures, and the labels (P,)."""
    network.eval()
    device, votes, labels = device_of(network), list[Tensor](), list[Tensor]()
    total = PASSES * steps_of(len(source.train), settings)
    yield Progress("Weighing the answer", 0, total)
    for inputs, shown in batches_on_device(_passes(source, settings), device):
        with torch.inference_mode():
            for part in inputs.split(max(1, min(HEAD_BATCH, len(inputs) // settings.pieces))):
                votes.append(head.whole_votes(network(part.to(device)).maps).cpu())
        labels.append(shown.cpu())
        yield Progress("Weighing the answer", len(labels), total)
    return torch.cat(votes), torch.cat(labels)


def _passes(source: BatchSource, settings: TrainSettings) -> Iterator[tuple[Tensor, Tensor]]:
    for number in range(PASSES):
        yield from source.batches(settings, settings.epochs + number)


def fit_head(
    votes: Tensor, labels: Tensor, settings: TrainSettings, shares: Tensor, forbidden: Forbidden | None = None
) -> tuple[Tensor, Tensor]:
    """Fit weights and biases by L-BFGS from zero: least class loss plus `RIDGE` times the squared weights.

    Parameters
    ----------
    votes : Tensor, shape (P, F)
    labels : Tensor, shape (P,)
        Category of each picture, -1 for none.
    settings : TrainSettings
        Its class loss.
    shares : Tensor, shape (K,)
        `shares_of` the training set.
    forbidden : Forbidden, optional
        What the answer must not use: adds `INVARIANCE` times the mean squared change of the logits by it.

    Returns
    -------
    Tensor, shape (K, F), and Tensor, shape (K,)
        Weights and biases, float64.
    """
    votes = votes.double()
    used = torch.ones(votes.shape[1], dtype=torch.float64)
    if forbidden is not None:
        used[list(forbidden.filters)] = 0
    weight = torch.zeros(len(shares), votes.shape[1], dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(len(shares), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=FIT_STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        own = weight * used
        found = class_loss(votes @ own.T + bias, labels, settings.loss, shares) + RIDGE * own.square().sum()
        if forbidden is not None:
            found = found + INVARIANCE * (forbidden.changes.double() @ own.T).square().mean()
        found.backward()
        return found

    optimiser.step(loss)
    return (weight * used).detach(), bias.detach()
