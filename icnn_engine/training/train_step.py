"""Trains one network: its steps, its optimiser, and its summary after an epoch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from icnn_engine import metrics
from icnn_engine.core.config import QUICK_RATE, TrainSettings, steps_of
from icnn_engine.core.errors import TrainingError
from icnn_engine.core.events import BestPicture, EpochDone, FilterSnapshot, GalleryFilter
from icnn_engine.core.language import translate
from icnn_engine.data.selection import some_of_each
from icnn_engine.features.equivariance import head_maps
from icnn_engine.models import filter_loss
from icnn_engine.models.class_loss import class_loss, probabilities, shares_of
from icnn_engine.models.device import device_of, make_generator
from icnn_engine.models.distributed import process_group
from icnn_engine.models.network import Head, HeadOutput, PartNetwork, WholeNetwork
from icnn_engine.models.part_loss import paper_scale, part_loss, remember_batch
from icnn_engine.training.batches import BatchSource, Network, Samples
from icnn_engine.training.checkpoint import TrainingState, capture_state, restore_state

GALLERY_FILTERS, GALLERY_BEST = 12, 6
GALLERY_APART = 2.0  # cells between the peaks of two filters, on average, from which they show different parts
GLIMPSES = 16  # pictures looked at after every epoch
GALLERY_PICTURES = 200  # training pictures looked at for the live gallery
FULL_RATE, FULL_DROP, FULL_DROP_EPOCHS = 1e-4, 0.1, 10  # the release: 1e-4 -> 1e-5 over ten epochs, then flat
MOMENTUM, DECAY = 0.9, 5e-4  # the release's SGD


class NetworkTrainer:
    """One network with its optimiser."""

    def __init__(
        self, name: str, network: Network, source: BatchSource, settings: TrainSettings, strength: float
    ) -> None:
        self.name, self.network, self.settings, self.strength = name, network, settings, strength
        self.head: Head = network.head if isinstance(network, WholeNetwork) else network
        self.device, self.ranks, self.micro_batches = device_of(network), process_group(), settings.pieces
        self._changing = False  # the weights, by a step whose gradient is known
        labels = torch.from_numpy(source.train.labels)
        self.shares = shares_of(labels, self.head.shape.answers, settings.loss).to(self.device)
        self.density = shares_of(labels, self.head.shape.categories, "logistic").to(self.device)
        steps = steps_of(len(source.train), settings)
        self.optimiser, self.schedule = _optimiser(network, settings, steps, source.rate)

    def begin(self, epoch: int, steps: int) -> None:
        """Begin an epoch of `steps` steps."""
        self.epoch, self.losses = epoch, np.zeros((steps, 2))
        self.generator = make_generator(self.settings.seed, "dropout", self.name, epoch)

    def held(self) -> TrainingState:
        """Return everything that training changes."""
        return capture_state(self.network, self.optimiser, self.schedule, self.generator, self.losses)

    def take_up(self, held: TrainingState) -> None:
        """Restore the state of the current epoch."""
        kept = restore_state(held, self.network, self.optimiser, self.schedule, self.generator)
        self.losses[: len(kept)] = kept

    def step(self, inputs: Tensor, labels: Tensor, step: int) -> tuple[float, float]:
        """Take one optimiser step; return the class loss and the filter loss to log.

        In full training, a step that runs out of memory is repeated with more micro-batches, and so are later steps.
        Raises TrainingError if the losses diverge or the memory is used up.
        """
        self.losses[step] = self._within_memory(inputs, labels)
        if not np.isfinite(self.losses[step]).all():
            words = translate(
                "Errors",
                "The training of the {network} network diverged in epoch {epoch}. Lower the learning rate (now "
                "{rate:.1e}) or the strength (now {strength:g}), and start again.",
            )
            rate = self.schedule.get_last_lr()[0]
            told = {"network": self.name, "epoch": self.epoch + 1, "rate": rate, "strength": self.strength}
            raise TrainingError(words.format(**told))
        loss, told = self.losses[step].tolist()
        return loss, told

    def _within_memory(self, inputs: Tensor, labels: Tensor) -> tuple[float, float]:
        inputs, labels = inputs.to(self.device), labels.to(self.device)
        while True:
            before = self._undoable()
            try:
                return self._learn(inputs, labels)
            except (MemoryError, RuntimeError) as error:
                if not _memory_used_up(error):
                    raise
            # Outside the handler: as a context the error's frames would keep the tensors alive.
            if not self._can_take_more_micro_batches(len(labels)):
                raise TrainingError(self._too_little_memory(len(labels)))
            self._undo(before)
            self.micro_batches = min(2 * self.micro_batches, len(labels))

    def _can_take_more_micro_batches(self, batch: int) -> bool:
        """Not with several processes, because the others would wait, nor once the step has begun to change weights."""
        whole = isinstance(self.network, WholeNetwork)
        return whole and self.micro_batches < batch and self.ranks.count == 1 and not self._changing

    def _undoable(self) -> tuple[Tensor, list[Tensor]]:
        """What a step changes before the weights: the state of the dropout's generator, and the head's buffers."""
        return self.generator.get_state(), [buffer.clone() for buffer in self.head.buffers()]

    def _undo(self, before: tuple[Tensor, list[Tensor]]) -> None:
        self.generator.set_state(before[0])
        for buffer, value in zip(self.head.buffers(), before[1], strict=True):
            buffer.copy_(value)
        self.optimiser.zero_grad()
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    def _too_little_memory(self, batch: int) -> str:
        if not isinstance(self.network, WholeNetwork):
            told = translate(
                "Errors",
                "The memory was not enough for a step of {batch} pictures. Choose a smaller batch or fewer filters, "
                "or close other programs, and start again.",
            )
        elif self.micro_batches >= batch:
            told = translate(
                "Errors",
                "The memory was not enough for a step of {batch} pictures, not even where they go through the backbone "
                "one by one. Choose a smaller batch or another backbone, or close other programs, and start again.",
            )
        else:
            told = translate(
                "Errors",
                "The memory was not enough for a step of {batch} pictures in {pieces} pieces. Take twice as many "
                "pieces (--pieces {more}), which teaches the same with less memory, or choose a smaller batch, or "
                "close other programs, and start again.",
            )
        return told.format(batch=batch, pieces=self.micro_batches, more=2 * self.micro_batches)

    def _learn(self, inputs: Tensor, labels: Tensor) -> tuple[float, float]:
        self.network.train()
        self.optimiser.zero_grad()
        whole = isinstance(self.network, WholeNetwork)
        micro_batches = inputs.chunk(self.micro_batches * self.ranks.count) if whole else (inputs,)
        graphs: dict[int, Tensor] = {}
        seen = (
            self.network(inputs, self.generator)
            if len(micro_batches) == 1
            else self._forward_in_micro_batches(micro_batches, graphs)
        )
        loss = class_loss(seen.logits, labels, self.settings.loss, self.shares)
        extra, told = torch.zeros_like(loss), 0.0
        if isinstance(self.head, PartNetwork) and bool((labels >= 0).any()):
            remember_batch(self.head, seen, labels)
            extra, told = part_loss(self.head, seen, labels, self.density, self.strength, self.epoch)
        (loss + extra).backward()
        if len(micro_batches) > 1:
            self._backward_through_trunk(micro_batches, seen.trunk, graphs)
        self._changing = True
        self.optimiser.step()
        self.schedule.step()
        self._changing = False
        return loss.item(), told

    def _forward_in_micro_batches(self, micro_batches: Sequence[Tensor], graphs: dict[int, Tensor]) -> HeadOutput:
        """Compute the head's output; micro-batches pass the trunk one by one, in one process or several.

        Keep the autograd graph (`graphs`) only if this process owns exactly one micro-batch. Losses and normalisation
        depend on the whole batch, so the head sees all of it (gradient caching, Gao et al. 2021, cut at the trunk's
        maps). Accumulating gradients over micro-batches would give another gradient.
        """
        assert isinstance(self.network, WholeNetwork)
        owned, shape, maps = self.ranks.owned(micro_batches), self.head.shape, list[Tensor]()
        for number, part in enumerate(micro_batches):
            own = None
            if number in owned:
                with torch.set_grad_enabled(len(owned) == 1):
                    own = self.network.trunk_maps(part)
                if own.requires_grad:
                    graphs[number], own = own, own.detach()
            size = (len(part), shape.channels, shape.cells, shape.cells)
            maps.append(self.ranks.shared(own, number, len(micro_batches), size, self.device))
        seen: HeadOutput = self.network.head(torch.cat(maps).requires_grad_(), self.generator)
        return seen

    def _backward_through_trunk(
        self, micro_batches: Sequence[Tensor], trunk: Tensor, graphs: Mapping[int, Tensor]
    ) -> None:
        """Backpropagate the gradient of the trunk's maps through the trunk, one micro-batch at a time."""
        assert isinstance(self.network, WholeNetwork)
        assert trunk.grad is not None
        gradients = trunk.grad.split([len(part) for part in micro_batches])
        for number in self.ranks.owned(micro_batches):
            maps = graphs.get(number)
            (self.network.trunk_maps(micro_batches[number]) if maps is None else maps).backward(gradients[number])
        self.ranks.add_up(self.network.trunk, self.head)

    def summary(self, source: BatchSource, epoch: int, gallery: bool) -> EpochDone:
        """Evaluate the network on the val pictures after an epoch."""
        loss, told = self.losses.mean(0)
        maps, logits = head_maps(self.network, source.inputs(source.choose))
        between, positions = float("nan"), float("nan")
        if isinstance(self.head, PartNetwork):
            scaled = paper_scale(torch.from_numpy(maps), self.head.memory.peak.cpu())
            between, positions = (float(e.mean()) for e in filter_loss.entropies(scaled))
        answers = probabilities(torch.from_numpy(logits), self.settings.loss).numpy()
        shown = self._shown(source) if gallery else ((), ())
        return EpochDone(
            network=self.name,
            epoch=epoch + 1,
            epochs=self.settings.epochs,
            class_loss=float(loss),
            filter_loss=float(told),
            category_entropy=between,
            position_entropy=positions,
            balanced_accuracy=metrics.judge_answers(
                answers, source.choose.labels, self.settings.loss
            ).balanced_accuracy,
            gallery=shown[0],
            glimpses=shown[1],
        )

    def _shown(self, source: BatchSource) -> tuple[tuple[GalleryFilter, ...], tuple[FilterSnapshot, ...]]:
        """Return the steadiest filters of different parts with their best training pictures, and their snapshots."""
        own = np.flatnonzero(source.train.positive)
        shown = source.train.only(own[:: max(1, len(own) // GALLERY_PICTURES)][:GALLERY_PICTURES])
        maps, _ = head_maps(self.network, source.inputs(shown))
        cells, strengths = metrics.peaks(maps)
        chosen: list[int] = []
        for one in np.argsort(-np.nan_to_num(source.steadiness(self.network)), kind="stable"):
            apart = [np.linalg.norm(cells[:, one] - cells[:, other], axis=1).mean() for other in chosen]
            if len(chosen) < GALLERY_FILTERS and min(apart, default=99.0) > GALLERY_APART:
                chosen.append(int(one))
        best = np.argsort(-strengths, axis=0, kind="stable")[:GALLERY_BEST]

        def shown_best(i: int, f: int) -> BestPicture:
            row, column = cells[i, f].tolist()
            return BestPicture(int(shown.pictures[i]), (row, column), float(strengths[i, f]))

        gallery = tuple(GalleryFilter(f, tuple(shown_best(i, f) for i in best[:, f])) for f in chosen)
        return gallery, self._glimpses(shown, maps, strengths, np.array(chosen))

    def _glimpses(
        self, shown: Samples, maps: np.ndarray, strengths: np.ndarray, filters: np.ndarray
    ) -> tuple[FilterSnapshot, ...]:
        """Return a snapshot of the strongest filter on each of a few fixed pictures: in units of its usual peak, among
        filters of the picture's category. maps: (S, F, n, n); strengths: (S, F)."""
        if not isinstance(self.head, PartNetwork):
            return ()
        peak, category = (t.cpu().numpy()[filters] for t in (self.head.memory.peak, self.head.memory.category))
        found = []
        for i in some_of_each(shown.labels, GLIMPSES):
            own = category == shown.labels[i]
            strength = np.where(own if own.any() else True, strengths[i, filters] / peak, -1)
            f = int(filters[strength.argmax()])
            found.append(FilterSnapshot(int(shown.pictures[i]), f, maps[i, f].astype(np.float16)))
        return tuple(found)


def _memory_used_up(error: Exception) -> bool:
    """The CPU's allocator raises a plain RuntimeError ("can't allocate memory")."""
    words = str(error).lower()
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or (
        "memory" in words and ("out of" in words or "allocate" in words)
    )


def _optimiser(
    network: Network, settings: TrainSettings, steps: int, rate: float
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Quick: AdamW with a one-cycle rate. Full: the release's SGD, whose rate falls for ten epochs."""
    if settings.training == "quick":
        highest = settings.learning_rate or QUICK_RATE
        adam = torch.optim.AdamW(network.parameters(), highest, weight_decay=settings.weight_decay)
        return adam, torch.optim.lr_scheduler.OneCycleLR(adam, highest, max(settings.epochs * steps, 2))
    sgd = torch.optim.SGD(
        network.parameters(), settings.learning_rate or FULL_RATE * rate, MOMENTUM, weight_decay=DECAY
    )
    last = FULL_DROP_EPOCHS - 1

    def fallen(step: int) -> float:
        return float(FULL_DROP ** (min(step // steps, last) / last))

    return sgd, torch.optim.lr_scheduler.LambdaLR(sgd, fallen)
