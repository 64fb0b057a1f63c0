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
FEWEST_STEPS = 10  # of an epoch: small sets are gone through more than once
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
    """Train the heads in place, side by side on the same batches. Returns the epochs done.

    A wish to finish ends it after the epoch under way: all heads have learned for the same time.
    """
    learners = _learners(networks, lesson, settings, strength)
    for epoch in range(settings.epochs):
        yield from _epoch(learners, lesson, settings, epoch)
        for learner in learners:
            yield learner.summary(lesson, epoch)
        if wish.finish:
            return epoch + 1
    return settings.epochs


def probe(head: PartNetwork, lesson: Lesson, settings: TrainSettings, strength: float) -> Operation[None]:
    """Train one head in place without looking at it in between."""
    learners = _learners({NetworkName.INTERPRETABLE: head}, lesson, settings, strength)
    for epoch in range(settings.epochs):
        yield from _epoch(learners, lesson, settings, epoch)


def _learners(
    networks: dict[NetworkName, Head], lesson: Lesson, settings: TrainSettings, strength: float
) -> list[_Learner]:
    steps = settings.epochs * steps_of(lesson, settings)
    return [_Learner(name, head, settings, strength, steps) for name, head in networks.items()]


def _epoch(learners: list[_Learner], lesson: Lesson, settings: TrainSettings, epoch: int) -> Operation[None]:
    steps = steps_of(lesson, settings)
    for learner in learners:
        learner.begin(epoch, steps)
    for step, (trunk, positive) in enumerate(batches(lesson, settings, epoch)):
        for learner in learners:
            class_loss, told = learner.step(trunk, positive, lesson, step)
            yield StepDone(learner.name, epoch + (step + 1) / steps, class_loss, told)


class _Learner:
    """One head with its optimiser."""

    def __init__(self, name: NetworkName, head: Head, settings: TrainSettings, strength: float, steps: int) -> None:
        self.name, self.head, self.settings, self.strength = name, head, settings, strength
        self.optimiser = torch.optim.AdamW(head.parameters(), settings.learning_rate)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, settings.learning_rate, max(steps, 2))

    def begin(self, epoch: int, steps: int) -> None:
        """Begin an epoch of so many steps."""
        self.epoch, self.losses = epoch, np.zeros((steps, 2))
        self.random = generator(self.settings.seed, "dropout", self.name, epoch)

    def step(self, trunk: Tensor, positive: Tensor, lesson: Lesson, step: int) -> tuple[float, float]:
        """One step of optimisation: class loss, and filter loss as it is told. Raises TrainingError on divergence."""
        self.losses[step] = self._learn(trunk, positive, float(lesson.train.positive.mean()))
        if not np.isfinite(self.losses[step]).all():
            raise TrainingError(
                f"The training of the {self.name} network diverged in epoch {self.epoch + 1}. Lower the learning rate "
                f"(now {self.settings.learning_rate:g}) or the strength (now {self.strength:g}), and start again."
            )
        class_loss, told = self.losses[step].tolist()
        return class_loss, told

    def _learn(self, trunk: Tensor, positive: Tensor, share: float) -> tuple[float, float]:
        self.head.train()
        seen = self.head(trunk, self.random)
        even = torch.where(positive, 0.5 / share, 0.5 / (1 - share))
        class_loss = functional.binary_cross_entropy_with_logits(seen.logits, positive.float(), weight=even)
        extra, told = torch.zeros(()), 0.0
        if isinstance(self.head, PartNetwork) and positive.any():
            self.head.note_peaks(seen.maps[positive])
            if self.head.is_masked:
                extra, told = part_loss(seen.maps, positive, self.head.peak, self.settings, self.strength, self.epoch)
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


def steps_of(lesson: Lesson, settings: TrainSettings) -> int:
    """Steps of an epoch: as many as the pictures fill, and no fewer than `FEWEST_STEPS`."""
    return max(FEWEST_STEPS, -(-len(lesson.train) // settings.batch))


def batches(lesson: Lesson, settings: TrainSettings, epoch: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Batches of an epoch, ((B, C, n, n) float32, (B,) bool): every sample once (small sets: as often as needed), in
    random order, as it is or mirrored; every other batch shows random n x n windows of the wide maps (jitter)."""
    random = np.random.default_rng([settings.seed, epoch])
    steps = steps_of(lesson, settings)
    rounds = max(1, round(steps * settings.batch / len(lesson.train)))
    order = np.concatenate([random.permutation(len(lesson.train)) for _ in range(rounds)])
    for number, picked in enumerate(np.array_split(order, steps)):
        samples = lesson.train.only(picked)
        mirrored = random.integers(0, 2, len(samples))
        corners = random.integers(0, lesson.maps.wide.shape[-1] - lesson.maps.cells + 1, (len(samples), 2))
        maps = _gathered(lesson.maps, samples, mirrored, corners if number % 2 else None)
        if samples.shuffled.any():
            maps[samples.shuffled] = shuffle_cells(maps[samples.shuffled], random)
        yield torch.from_numpy(maps).float(), torch.from_numpy(samples.positive)


def _gathered(maps: TrunkMaps, samples: Samples, mirrored: np.ndarray, corners: np.ndarray | None) -> np.ndarray:
    """(B, C, n, n) float16 of samples, from the wide maps where corners (B, 2) are given."""
    found = np.empty((len(samples), maps.channels, maps.cells, maps.cells), np.float16)
    for place, (picture, mirror) in enumerate(zip(samples.pictures, mirrored, strict=True)):
        row = maps.row[picture]
        if corners is not None:
            top, left = corners[place]
            found[place] = maps.wide[row, mirror, :, top : top + maps.cells, left : left + maps.cells]
        else:
            found[place] = maps.mirrored[row] if mirror else maps.plain[picture]
    return found
