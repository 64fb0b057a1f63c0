"""Samples, and the protocol of the sources that make batches of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from torch import Tensor

from icnn_engine.core.config import TrainSettings, rounds_of, steps_of
from icnn_engine.models.network import Head, WholeNetwork

Network = Head | WholeNetwork


@dataclass(frozen=True, eq=False)
class Samples:
    """S samples: index of the picture (S,), its category (S,) or -1, and whether its cells are shuffled (S,)."""

    pictures: np.ndarray
    labels: np.ndarray
    shuffled: np.ndarray

    def __len__(self) -> int:
        return len(self.pictures)

    @property
    def positive(self) -> np.ndarray:
        """(S,) bool: the sample shows one of the categories."""
        shown: np.ndarray = self.labels >= 0
        return shown

    def only(self, rows: np.ndarray) -> Samples:
        return Samples(self.pictures[rows], self.labels[rows], self.shuffled[rows])


class BatchSource(Protocol):
    """Makes batches of the training samples; knows the val samples (`choose`)."""

    @property
    def train(self) -> Samples: ...

    @property
    def choose(self) -> Samples: ...

    @property
    def rate(self) -> float:
        """Factor of the learning rate for the backbone in full training (the release)."""
        ...

    def inputs(self, samples: Samples) -> Tensor:
        """Return the inputs of samples for evaluation: neither mirrored nor moved."""
        ...

    def batches(self, settings: TrainSettings, epoch: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield the batches of an epoch: inputs (B, …), labels (B,)."""
        ...

    def steadiness(self, network: Network) -> np.ndarray:
        """Return the equivariance (F,) of a network's filters on the val pictures."""
        ...


def epoch_batches(train: Samples, settings: TrainSettings, rng: np.random.Generator) -> Iterator[Samples]:
    """Yield the samples of each batch of an epoch in random order: each once, or more often in small sets."""
    order = np.concatenate([rng.permutation(len(train)) for _ in range(rounds_of(len(train), settings))])
    for picked in np.array_split(order, steps_of(len(train), settings)):
        yield train.only(picked)
