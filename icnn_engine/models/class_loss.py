"""The class loss and the answers of a network: one category against the rest, or several (logistic or softmax).

Labels: (N,) the category a picture shows, 0 to C - 1; -1 for none (background). Answers: logits (N, K); K = C, or C + 1
with softmax and a background, which then is the last answer.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from icnn_engine.core.config import ClassLoss


def shares_of(labels: Tensor, answers: int, loss: ClassLoss) -> Tensor:
    """(K,) share of the pictures to which each answer belongs: what the class loss weighs by."""
    targets = _one_hot(labels, answers, loss)
    return targets.float().mean(0)


def class_loss(logits: Tensor, labels: Tensor, loss: ClassLoss, shares: Tensor) -> Tensor:
    """Compute the class loss, in which all kinds of pictures weigh alike.

    Parameters
    ----------
    logits : Tensor, shape (N, K)
    labels : Tensor, shape (N,)
        Category of each picture, -1 for none.
    loss : ClassLoss
        'logistic': binary cross entropy, mean over categories; 'softmax': cross entropy.
    shares : Tensor, shape (K,)
        `shares_of` the training set.

    Returns
    -------
    Tensor, scalar
        Mean over the pictures, in nats.
    """
    targets = _one_hot(labels, logits.shape[1], loss)
    if loss == "softmax":
        weight = (1 / (shares.clamp_min(1e-6) * len(shares))).to(logits)
        return functional.cross_entropy(logits, targets.float().argmax(1), weight, reduction="none").mean()
    even = torch.where(targets, 0.5 / shares.clamp_min(1e-6), 0.5 / (1 - shares).clamp_min(1e-6))
    return functional.binary_cross_entropy_with_logits(logits, targets.float(), weight=even)


def probabilities(logits: Tensor, loss: ClassLoss) -> Tensor:
    """Return the probabilities of logits.

    Parameters
    ----------
    logits : Tensor, shape (N, K)
    loss : ClassLoss
        'logistic': of each category by itself; 'softmax': of one among all.

    Returns
    -------
    Tensor, shape (N, K)
    """
    return logits.softmax(1) if loss == "softmax" else logits.sigmoid()


def log_odds(logits: Tensor, loss: ClassLoss) -> Tensor:
    """Return log(p / (1 - p)) of the probabilities p of logits, exact where p rounds to 0 or 1.

    Parameters
    ----------
    logits : Tensor, shape (N, K)
    loss : ClassLoss
        As in `probabilities`.

    Returns
    -------
    Tensor, shape (N, K)
    """
    if loss == "logistic":
        return logits
    own = torch.eye(logits.shape[1], dtype=torch.bool, device=logits.device)
    others = logits[:, None].masked_fill(own, -torch.inf)  # (N, K, K): for each answer the logits of the others
    return logits - others.logsumexp(2)


def _one_hot(labels: Tensor, answers: int, loss: ClassLoss) -> Tensor:
    """(N, K) bool."""
    wanted = torch.where(labels < 0, answers - 1, labels) if loss == "softmax" else labels
    return wanted[:, None] == torch.arange(answers, device=labels.device)
