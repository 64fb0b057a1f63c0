"""Chapter 8: the same filter on the same pictures, after the first epoch and now. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.templates import masks
from icnn_engine.data import read_thumbnail
from icnn_engine.lecture.subject import Subject
from icnn_engine.runs.epoch_history import EpochHistory, read_history
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_list import losses_of

PAIRS, SIDE = 3, 480  # pictures that are shown, and their longest side in pixels


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """One `filter` on a `picture` of the run: its map after `epoch` and now, (n, n) each. `pixels`: of the picture,
    None where its file cannot be read. Shares: what part of a map's sum lies under its own mask, 0..1."""

    picture: int
    filter: int
    epoch: int
    pixels: np.ndarray | None
    before: np.ndarray
    after: np.ndarray

    @property
    def share_before(self) -> float:
        """Before."""
        return share_under_mask(self.before)

    @property
    def share_after(self) -> float:
        """Now."""
        return share_under_mask(self.after)


@dataclass(frozen=True, eq=False)
class History:
    """`pairs`: some pictures, those of the chosen filter first; `mean_before` and `mean_after`: mean shares over all
    `count` pictures with a history, `moved`: in how many of them the peak has moved. `losses`: (epoch, class loss,
    filter loss) of the interpretable network."""

    epochs: int
    pairs: tuple[BeforeAfter, ...]
    count: int
    mean_before: float
    mean_after: float
    moved: int
    losses: tuple[tuple[int, float, float], ...]


def share_under_mask(map: np.ndarray) -> float:
    """Return what part of a map's sum lies under the positive half of the mask of its peak; nan for a silent map."""
    total = float(map.sum())
    under = masks(len(map))[int(map.argmax())] > 0
    return float(map[under].sum()) / total if total > 0 else float("nan")


def before_after(run: Run, subject: Subject) -> History | None:
    """Return the history of some filters, None where the run has kept none."""
    history = read_history(run.path)
    fits = history.epochs and all(s.map.shape == (run.geometry.cells,) * 2 for s in history.epochs[0])
    if not fits or max(history.pictures) >= len(run.pictures):
        return None
    pairs = [_pair(run, history, picture, subject.filter) for picture in history.pictures]
    pairs = [pair for pair in pairs if pair.before.max() > 0 and pair.after.max() > 0]
    if not pairs:
        return None
    pairs.sort(key=lambda pair: (pair.filter != subject.filter, pair.epoch, not run.pictures[pair.picture].positive))
    shares = np.array([[pair.share_before, pair.share_after] for pair in pairs])
    return History(
        epochs=len(history.epochs),
        pairs=tuple(_with_pixels(run, pair) for pair in pairs[:PAIRS]),
        count=len(pairs),
        mean_before=float(shares[:, 0].mean()),
        mean_after=float(shares[:, 1].mean()),
        moved=sum(int(pair.before.argmax()) != int(pair.after.argmax()) for pair in pairs),
        losses=losses_of(run.path, NetworkName.INTERPRETABLE),
    )


def _pair(run: Run, history: EpochHistory, picture: int, wanted: int) -> BeforeAfter:
    """Return the earliest map that was kept of the wanted filter on a picture, else the one of the first epoch, with
    the map of the same filter now."""
    snapshots = [(epoch, history.at(epoch, picture)) for epoch in range(1, len(history.epochs) + 1)]
    half = snapshots[: max(len(snapshots) // 2, 1)]  # a map of the last epochs would show no change
    epoch, chosen = next(((epoch, s) for epoch, s in half if s.filter == wanted), snapshots[0])
    after = np.asarray(run.maps()[picture, chosen.filter], np.float32)
    return BeforeAfter(picture, chosen.filter, epoch, None, np.asarray(chosen.map, np.float32), after)


def _with_pixels(run: Run, pair: BeforeAfter) -> BeforeAfter:
    try:
        pixels = read_thumbnail(run.picture_path(pair.picture), SIDE)
    except PartscopeError:  # gone or changed: the maps are shown without it
        return pair
    return BeforeAfter(pair.picture, pair.filter, pair.epoch, pixels, pair.before, pair.after)
