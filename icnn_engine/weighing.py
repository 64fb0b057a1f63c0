"""The answer fitted anew once the filters have learned: what each sees in its whole map, weighed by ridge regression.

An extension beyond the paper. Filters find their parts through masks and the filter loss; what their masks take away
costs accuracy. So the finished answer does not pass through the masks: the filters stay as they are, and only the last
linear layer is fitted, which is a convex problem with one solution.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import torch
from torch import Tensor

from icnn_engine.class_loss import class_loss, shares_of
from icnn_engine.config import TrainSettings, steps_of
from icnn_engine.device import device_of
from icnn_engine.events import Operation, Progress
from icnn_engine.network import PartNetwork, WholeNetwork
from icnn_engine.samples import Lesson, Network

PASSES = 4  # over the training pictures, mirrored and moved as in training
RIDGE = 1.6e-5  # weight of the sum of squared weights (docs/experiments.md)
FIT_STEPS = 200  # of L-BFGS, at most


def weigh_answers(networks: Mapping[str, Network], lesson: Lesson, settings: TrainSettings) -> Operation[None]:
    """Fit, in place, the answers of those networks that are to be weighed; the others stay as they are."""
    for network in networks.values():
        head = network.head if isinstance(network, WholeNetwork) else network
        if isinstance(head, PartNetwork) and head.weighed is not None:
            sums, labels = yield from _seen(network, head, lesson, settings)
            shares = shares_of(torch.from_numpy(lesson.train.labels), head.shape.answers, settings.loss)
            weight, bias = fitted(sums, labels, head, settings, shares)
            with torch.no_grad():
                head.answer.weight.copy_(weight)
                head.answer.bias.copy_(bias)
                head.weighed.fill_(True)


def _seen(
    network: Network, head: PartNetwork, lesson: Lesson, settings: TrainSettings
) -> Operation[tuple[Tensor, Tensor]]:
    """(P, F) what the filters see in the training pictures, some passes of them, and their labels (P,)."""
    network.eval()
    device, sums, labels = device_of(network), list[Tensor](), list[Tensor]()
    total = PASSES * steps_of(len(lesson.train), settings)
    yield Progress("Weighing the answer", 0, total)
    for inputs, shown in _passes(lesson, settings):
        with torch.inference_mode():
            sums.append(head.sums(network(inputs.to(device)).maps).cpu())
        labels.append(shown)
        yield Progress("Weighing the answer", len(sums), total)
    return torch.cat(sums), torch.cat(labels)


def _passes(lesson: Lesson, settings: TrainSettings) -> Iterator[tuple[Tensor, Tensor]]:
    for number in range(PASSES):
        yield from lesson.batches(settings, settings.epochs + number)


def fitted(
    sums: Tensor, labels: Tensor, head: PartNetwork, settings: TrainSettings, shares: Tensor
) -> tuple[Tensor, Tensor]:
    """(K, F), (K,): weights and biases of the least class loss plus `RIDGE` times the squares of the weights, float64.

    sums: (P, F) what filters see; labels: (P,); shares: `shares_of` the training set. Begins at zero, so that nothing
    but the filters and the pictures decides.
    """
    sums = sums.double()
    weight = torch.zeros(head.shape.answers, sums.shape[1], dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(head.shape.answers, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=FIT_STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        found = class_loss(sums @ weight.T + bias, labels, settings.loss, shares) + RIDGE * weight.square().sum()
        found.backward()
        return found

    optimiser.step(loss)
    return weight.detach(), bias.detach()
