"""Quick training: the heads of a run learn together, epoch by epoch, on the same batches of stored trunk maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from icnn_engine import filter_loss, metrics
from icnn_engine.config import TrainSettings
from icnn_engine.device import generator
from icnn_engine.errors import TrainingError
from icnn_engine.events import BestPicture, EpochDone, GalleryFilter, NetworkName, Operation, StepDone, Wish
from icnn_engine.feature_store import TrunkMaps
from icnn_engine.moves import Shifts, equivariance_of_shifts, head_maps, sigmoid
from icnn_engine.negatives import shuffle_cells
from icnn_engine.network import CamNetwork, PartNetwork, chosen_masks

Head = PartNetwork | CamNetwork
GALLERY_FILTERS, GALLERY_BEST = 12, 6
GALLERY_PICTURES = 200  # training pictures looked at for the live gallery


@dataclass(frozen=True, eq=False)
class Samples:
    """What is learned from or judged on: index of a picture (S,), shows the category (S,), cells shuffled (S,)."""

    pictures: np.ndarray
    positive: np.ndarray
    shuffled: np.ndarray

    def __len__(self) -> int:
        return len(self.pictures)

    def only(self, rows: np.ndarray) -> Samples:
        return Samples(self.pictures[rows], self.positive[rows], self.shuffled[rows])


@dataclass(frozen=True, eq=False)
class Lesson:
    """All that a training reads: trunk maps, the samples of two sides, the moved pictures of *choose*."""

    maps: TrunkMaps
    train: Samples
    choose: Samples
    shifts: Shifts


def plain_maps(maps: TrunkMaps, samples: Samples) -> Tensor:
    """(S, C, n, n) float16 trunk maps of samples as they are judged: neither mirrored nor moved."""
    found = np.asarray(maps.plain[samples.pictures])
    if samples.shuffled.any():
        found[samples.shuffled] = shuffle_cells(found[samples.shuffled], np.random.default_rng(0))
    return torch.from_numpy(found)


def train_networks(
    networks: dict[NetworkName, Head], lesson: Lesson, settings: TrainSettings, strength: float, wish: Wish
) -> Operation[int]:
    """Train the heads in place, an epoch of each in turn, on equal batches. Returns the epochs done.

    A wish to finish ends it when every head is through the epoch under way: all have learned for the same time.
    """
    steps = -(-2 * len(lesson.train) // settings.batch)
    epochs = settings.epochs
    learners = [_Learner(name, head, settings, strength, epochs * steps) for name, head in networks.items()]
    for epoch in range(epochs):
        for learner in learners:
            yield from learner.epoch(lesson, epoch, steps)
            yield learner.summary(lesson, epoch)
        if wish.finish:
            return epoch + 1
    return epochs


def probe(head: PartNetwork, lesson: Lesson, settings: TrainSettings, strength: float) -> Operation[None]:
    """Train one head in place without looking at it in between."""
    steps = -(-2 * len(lesson.train) // settings.batch)
    learner = _Learner(NetworkName.INTERPRETABLE, head, settings, strength, settings.epochs * steps)
    for epoch in range(settings.epochs):
        yield from learner.epoch(lesson, epoch, steps)


class _Learner:
    """One head with its optimiser."""

    def __init__(self, name: NetworkName, head: Head, settings: TrainSettings, strength: float, steps: int) -> None:
        self.name, self.head, self.settings, self.strength = name, head, settings, strength
        self.optimiser = torch.optim.AdamW(head.parameters(), settings.learning_rate)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, settings.learning_rate, max(steps, 2))

    def epoch(self, lesson: Lesson, epoch: int, steps: int) -> Operation[None]:
        self.losses = np.zeros((steps, 2))
        losses = self.losses
        random = generator(self.settings.seed, "dropout", self.name, epoch)
        for step, (trunk, positive) in enumerate(batches(lesson, self.settings, epoch)):
            losses[step] = self._step(trunk, positive, lesson, random, epoch)
            if not np.isfinite(losses[step]).all():
                raise TrainingError(
                    f"The training of the {self.name} network diverged in epoch {epoch + 1}. Lower the learning rate "
                    f"(now {self.settings.learning_rate:g}) or the strength (now {self.strength:g}), and start again."
                )
            yield StepDone(self.name, epoch + (step + 1) / steps, float(losses[step, 0]), float(losses[step, 1]))

    def _step(
        self, trunk: Tensor, positive: Tensor, lesson: Lesson, random: torch.Generator, epoch: int
    ) -> tuple[float, float]:
        self.head.train()
        seen = self.head(trunk, random)
        share = float(lesson.train.positive.mean())
        even = torch.where(positive, 0.5 / share, 0.5 / (1 - share))
        class_loss = functional.binary_cross_entropy_with_logits(seen.logits, positive.float(), weight=even)
        extra, told = torch.zeros(()), 0.0
        if isinstance(self.head, PartNetwork) and positive.any():
            self.head.note_peaks(seen.maps[positive])
            if self.head.is_masked:
                extra, told = part_loss(seen.maps, positive, self.head.peak, self.settings, self.strength, epoch)
        self.optimiser.zero_grad()
        (class_loss + extra).backward()
        self.optimiser.step()
        self.schedule.step()
        return class_loss.item(), told

    def summary(self, lesson: Lesson, epoch: int) -> EpochDone:
        """The head judged on the *choose* pictures after an epoch."""
        class_loss, told = self.losses.mean(0)
        maps, logits = head_maps(self.head, plain_maps(lesson.maps, lesson.choose))
        between, positions = float("nan"), float("nan")
        gallery: tuple[GalleryFilter, ...] = ()
        if isinstance(self.head, PartNetwork):
            scaled = paper_scale(torch.from_numpy(maps), self.head.peak)
            between, positions = (float(e.mean()) for e in filter_loss.entropies(scaled))
            if self.head.is_masked:
                gallery = self._gallery(lesson)
        balanced = metrics.balanced_accuracy(sigmoid(logits), lesson.choose.positive)
        return EpochDone(
            network=self.name,
            epoch=epoch + 1,
            epochs=self.settings.epochs,
            class_loss=float(class_loss),
            filter_loss=float(told),
            category_entropy=between,
            position_entropy=positions,
            balanced_accuracy=balanced,
            gallery=gallery,
        )

    def _gallery(self, lesson: Lesson) -> tuple[GalleryFilter, ...]:
        """The steadiest filters of different parts, with their best training pictures."""
        shown = lesson.train.only(np.flatnonzero(lesson.train.positive)[:GALLERY_PICTURES])
        maps, _ = head_maps(self.head, plain_maps(lesson.maps, shown))
        cells, strengths = metrics.peaks(maps)
        steadiness = np.nan_to_num(equivariance_of_shifts(self.head.filters, lesson.shifts))
        chosen: list[int] = []
        for one in np.argsort(-steadiness, kind="stable"):
            apart = [np.linalg.norm(cells[:, one] - cells[:, other], axis=1).mean() for other in chosen]
            if len(chosen) < GALLERY_FILTERS and min(apart, default=99.0) > metrics.GROUP_CUT:
                chosen.append(int(one))
        best = np.argsort(-strengths, axis=0, kind="stable")[:GALLERY_BEST]

        def shown_best(i: int, f: int) -> BestPicture:
            row, column = cells[i, f].tolist()
            return BestPicture(int(shown.pictures[i]), (row, column), float(strengths[i, f]))

        return tuple(GalleryFilter(f, tuple(shown_best(i, f) for i in best[:, f])) for f in chosen)


def paper_scale(maps: Tensor, peak: Tensor) -> Tensor:
    """Maps in the scale of the templates: each filter's usual peak becomes n^2, so that traces with T (whose tau is
    0.5 / n^2) are of order one, as they are at the activations of the paper's networks."""
    floor = 0.05 * peak.median().clamp_min(1e-6)
    return maps / torch.maximum(peak, floor)[:, None, None] * maps.shape[-1] ** 2


def part_loss(
    maps: Tensor, positive: Tensor, peak: Tensor, settings: TrainSettings, strength: float, epoch: int
) -> tuple[Tensor, float]:
    """What the filters learn besides the answer, and its size as it is told.

    `partscope`: the release's gradient, added to the maps as strength / B, and the diversity term. `paper`: exact
    eq. 1 with weight strength / t at epoch t, on maps scaled by `paper_scale`.
    """
    if settings.variant == "paper":
        exact = filter_loss.paper_loss(paper_scale(maps, peak)).sum() * strength / (epoch + 1)
        return exact, exact.item()
    floor = 0.05 * peak.median().clamp_min(1e-6)
    scaled = maps / torch.maximum(peak, floor)[:, None, None]
    with torch.no_grad():
        gradient = filter_loss.released_gradient(scaled, chosen_masks(maps), positive)
    pulled = (scaled * gradient).sum() * (strength / len(maps))
    if settings.diversity and positive.sum() > 0:
        pulled = pulled + settings.diversity * filter_loss.diversity_loss(maps[positive], torch.maximum(peak, floor))
    return pulled, pulled.item()


def batches(lesson: Lesson, settings: TrainSettings, epoch: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Batches of an epoch, ((B, C, n, n) float32, (B,) bool): every sample as it is and mirrored, in random order;
    every other batch shows random n x n windows of the wide maps (translation jitter). Equal for every head."""
    order_of, random = generator(settings.seed, "order", epoch), np.random.default_rng([settings.seed, epoch])
    order = torch.randperm(2 * len(lesson.train), generator=order_of).numpy()
    for number, start in enumerate(range(0, len(order), settings.batch)):
        picked = order[start : start + settings.batch]
        samples, mirrored = lesson.train.only(picked // 2), picked % 2
        find = _moved if number % 2 else _unmoved
        maps = find(lesson.maps, lesson.maps.row[samples.pictures], samples, mirrored, random)
        if samples.shuffled.any():
            maps[samples.shuffled] = shuffle_cells(maps[samples.shuffled], random)
        yield torch.from_numpy(maps), torch.from_numpy(samples.positive)


def _unmoved(
    maps: TrunkMaps, rows: np.ndarray, samples: Samples, mirrored: np.ndarray, _random: np.random.Generator
) -> np.ndarray:
    found = np.empty((len(rows), *maps.plain.shape[1:]), np.float32)
    found[mirrored == 0] = maps.plain[samples.pictures[mirrored == 0]]
    found[mirrored == 1] = maps.mirrored[rows[mirrored == 1]]
    return found


def _moved(
    maps: TrunkMaps, rows: np.ndarray, _samples: Samples, mirrored: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    n, room = maps.cells, maps.wide.shape[-1] - maps.cells + 1
    corners = random.integers(0, room, (len(rows), 2))
    found = np.empty((len(rows), *maps.plain.shape[1:]), np.float32)
    for place, (row, side, (top, left)) in enumerate(zip(rows, mirrored, corners, strict=True)):
        found[place] = maps.wide[row, side, :, top : top + n, left : left + n]
    return found
