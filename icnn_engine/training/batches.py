"""What networks learn from: samples, and the lessons that show them."""

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
    """What is learned from or judged on: index of a picture (S,), category it shows (S,), -1 for none, cells shuffled
    (S,)."""

    pictures: np.ndarray
    labels: np.ndarray
    shuffled: np.ndarray

    def __len__(self) -> int:
        return len(self.pictures)

    @property
    def positive(self) -> np.ndarray:
        """(S,) bool: shows one of the categories."""
        shown: np.ndarray = self.labels >= 0
        return shown

    def only(self, rows: np.ndarray) -> Samples:
        return Samples(self.pictures[rows], self.labels[rows], self.shuffled[rows])


class BatchSource(Protocol):
    """What networks learn from: samples of two sides, and how a network gets to see them."""

    @property
    def train(self) -> Samples: ...

    @property
    def choose(self) -> Samples: ...

    @property
    def rate(self) -> float:
        """The release's factor of the learning rate for the backbone (full training)."""
        ...

    def inputs(self, samples: Samples) -> Tensor:
        """What a network takes of samples as they are judged: neither mirrored nor moved."""
        ...

    def batches(self, settings: TrainSettings, epoch: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Batches of an epoch: inputs (B, …), labels (B,)."""
        ...

    def steadiness(self, network: Network) -> np.ndarray:
        """(F,) equivariance of a network's filters on *choose* pictures."""
        ...


def epoch_batches(train: Samples, settings: TrainSettings, random: np.random.Generator) -> Iterator[Samples]:
    """The samples of each batch of an epoch: every one once (small sets: as often as needed), in random order."""
    order = np.concatenate([random.permutation(len(train)) for _ in range(rounds_of(len(train), settings))])
    for picked in np.array_split(order, steps_of(len(train), settings)):
        yield train.only(picked)
