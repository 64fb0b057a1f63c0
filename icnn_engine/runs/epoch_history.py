"""Feature maps of a few pictures after every epoch, kept in the run folder. No torch.

history/pictures.npy   (P,) indices of the pictures in the run
history/filters.npy    (E, P) the filter that answered strongest to each after each of E epochs
history/maps.npy       (E, P, n, n) float16, its map before masking: 16 pictures of 13 x 13 cells take 5.4 kB an epoch
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from icnn_engine.core.atomic_files import read_array, write_array
from icnn_engine.core.events import FilterSnapshot

FOLDER = "history"


@dataclass(frozen=True, eq=False)
class EpochHistory:
    """The snapshots of E epochs: the same pictures in each."""

    epochs: tuple[tuple[FilterSnapshot, ...], ...] = ()

    @property
    def pictures(self) -> tuple[int, ...]:
        """Indices of the pictures in the run."""
        return tuple(snapshot.picture for snapshot in self.epochs[0]) if self.epochs else ()

    def and_then(self, snapshots: tuple[FilterSnapshot, ...]) -> EpochHistory:
        """Return the history with one more epoch."""
        return EpochHistory((*self.epochs, snapshots))

    def at(self, epoch: int, picture: int) -> FilterSnapshot:
        """Return the snapshot of a picture after an epoch, counted from 1."""
        return next(snapshot for snapshot in self.epochs[epoch - 1] if snapshot.picture == picture)


def write_history(run: Path, epochs: Sequence[tuple[FilterSnapshot, ...]]) -> None:
    """Keep the snapshots of all epochs in a run folder."""
    if not epochs or not epochs[0]:
        return
    write_array(run / FOLDER / "pictures.npy", np.array([s.picture for s in epochs[0]], np.int64))
    write_array(run / FOLDER / "filters.npy", np.array([[s.filter for s in epoch] for epoch in epochs], np.int32))
    write_array(run / FOLDER / "maps.npy", np.array([[s.map for s in epoch] for epoch in epochs], np.float16))


def read_history(run: Path) -> EpochHistory:
    """Read the history of a run; empty for runs that have none, or none that can be read."""
    try:
        pictures, filters, maps = (read_array(run / FOLDER / f"{name}.npy") for name in ("pictures", "filters", "maps"))
    except (OSError, ValueError):
        return EpochHistory()
    fits = filters.shape == maps.shape[:2] and filters.shape[1:] == pictures.shape and maps.ndim == 4
    if not fits or {filters.dtype.kind, pictures.dtype.kind} != {"i"}:
        return EpochHistory()
    return EpochHistory(
        tuple(
            tuple(map(FilterSnapshot, pictures.tolist(), of_epoch.tolist(), maps_of_epoch))
            for of_epoch, maps_of_epoch in zip(filters, maps, strict=True)
        )
    )
