"""What a network saw in a few pictures after every epoch, kept in the run folder to be looked at again. No torch.

history/pictures.npy   (P,) indices of the pictures in the run
history/filters.npy    (E, P) the filter that answered strongest to each after each of E epochs
history/maps.npy       (E, P, n, n) float16, its map before masking: 16 pictures of 13 x 13 cells take 5.4 kB an epoch
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from icnn_engine.core.events import FilterSnapshot
from icnn_engine.core.files import read_array, write_array

FOLDER = "history"


@dataclass(frozen=True, eq=False)
class EpochHistory:
    """The glimpses of E epochs: the same pictures in each."""

    epochs: tuple[tuple[FilterSnapshot, ...], ...] = ()

    @property
    def pictures(self) -> tuple[int, ...]:
        """The pictures, by their index in the run."""
        return tuple(glimpse.picture for glimpse in self.epochs[0]) if self.epochs else ()

    def and_then(self, glimpses: tuple[FilterSnapshot, ...]) -> EpochHistory:
        """With one more epoch."""
        return EpochHistory((*self.epochs, glimpses))

    def at(self, epoch: int, picture: int) -> FilterSnapshot:
        """What was seen in a picture after an epoch, counted from 1."""
        return next(glimpse for glimpse in self.epochs[epoch - 1] if glimpse.picture == picture)


def write_history(run: Path, epochs: Sequence[tuple[FilterSnapshot, ...]]) -> None:
    """Keep the glimpses of all epochs in a run folder."""
    if not epochs or not epochs[0]:
        return
    place = run / FOLDER
    write_array(place / "pictures.npy", np.array([glimpse.picture for glimpse in epochs[0]], np.int64))
    write_array(place / "filters.npy", np.array([[g.filter for g in epoch] for epoch in epochs], np.int32))
    write_array(place / "maps.npy", np.array([[g.map for g in epoch] for epoch in epochs], np.float16))


def read_history(run: Path) -> EpochHistory:
    """What a run folder keeps of its epochs; empty for runs that have none, or none that can be read."""
    try:
        pictures, filters, maps = (read_array(run / FOLDER / f"{name}.npy") for name in ("pictures", "filters", "maps"))
    except (OSError, ValueError):
        return EpochHistory()
    fits = filters.shape == maps.shape[:2] and filters.shape[1:] == pictures.shape and maps.ndim == 4
    if not fits or {filters.dtype.kind, pictures.dtype.kind} != {"i"}:
        return EpochHistory()
    return EpochHistory(
        tuple(
            tuple(FilterSnapshot(int(p), int(f), m) for p, f, m in zip(pictures, own, seen, strict=True))
            for own, seen in zip(filters, maps, strict=True)
        )
    )
