"""Networks that learn side by side on the same batches, epoch by epoch."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from icnn_engine.core.config import TrainSettings, steps_of
from icnn_engine.core.events import FinishFlag, Operation, StepDone, Warned
from icnn_engine.core.language import translate
from icnn_engine.models.device import batches_on_device
from icnn_engine.models.network import PartNetwork
from icnn_engine.training.batches import BatchSource, Network
from icnn_engine.training.checkpoint import Checkpoint, TrainingPosition
from icnn_engine.training.train_step import NetworkTrainer


def train_networks(
    networks: Mapping[str, Network],
    lesson: BatchSource,
    settings: TrainSettings,
    strengths: Mapping[str, float],
    wish: FinishFlag,
    shown: str,
    checkpoint: Checkpoint | None = None,
    stand: TrainingPosition | None = None,
) -> Operation[int]:
    """Train networks in place, side by side on the same batches. Returns the epochs done.

    strengths: of the filter loss, by network, where one has it; shown: the network whose gallery is told; checkpoint:
    where the stand is kept; stand: where an interrupted training goes on. A wish to finish ends it after the epoch
    under way: all networks have learned for the same time.
    """
    learners = _learners(networks, lesson, settings, strengths)
    begun = stand or TrainingPosition(0, 0, False, {})
    for learner in learners if stand else ():
        learner.begin(begun.epoch, steps_of(len(lesson.train), settings))
        learner.take_up(begun.networks[learner.name])
    if begun.ended:
        return begun.epoch
    for epoch in range(begun.epoch, settings.epochs):
        yield from _epoch(learners, lesson, settings, epoch, begun.step if epoch == begun.epoch else 0, checkpoint)
        for learner in learners:
            yield learner.summary(lesson, epoch, learner.name == shown)
        ended = wish.finish or epoch + 1 == settings.epochs
        yield from _keep(checkpoint, learners, epoch + 1, 0, ended)
        if ended:
            return epoch + 1
    return begun.epoch


def probe(head: PartNetwork, lesson: BatchSource, settings: TrainSettings, strength: float) -> Operation[None]:
    """Train one head in place without looking at it in between."""
    learners = _learners({head.variant: head}, lesson, settings, {head.variant: strength})
    for epoch in range(settings.epochs):
        yield from _epoch(learners, lesson, settings, epoch)


def _learners(
    networks: Mapping[str, Network], lesson: BatchSource, settings: TrainSettings, strengths: Mapping[str, float]
) -> list[NetworkTrainer]:
    return [NetworkTrainer(name, each, lesson, settings, strengths.get(name, 0.0)) for name, each in networks.items()]


def _keep(
    checkpoint: Checkpoint | None, learners: list[NetworkTrainer], epoch: int, step: int, ended: bool = False
) -> Operation[None]:
    if checkpoint is not None:
        problem = checkpoint.keep(TrainingPosition(epoch, step, ended, {each.name: each.held() for each in learners}))
        if problem:
            yield Warned(problem)


def _epoch(
    learners: list[NetworkTrainer],
    lesson: BatchSource,
    settings: TrainSettings,
    epoch: int,
    begun: int = 0,
    checkpoint: Checkpoint | None = None,
) -> Operation[None]:
    """One epoch; the first `begun` steps of it were done before the training was interrupted."""
    steps = steps_of(len(lesson.train), settings)
    if not begun:
        for learner in learners:
            learner.begin(epoch, steps)
    batches = batches_on_device(lesson.batches(settings, epoch), learners[0].device)
    for step, (inputs, labels) in enumerate(islice(batches, begun, None), begun):
        for learner in learners:
            pieces = learner.pieces
            loss, told = learner.step(inputs, labels, step)
            if learner.pieces > pieces:
                yield Warned(_in_pieces(learner, len(labels)))
            yield StepDone(learner.name, epoch + (step + 1) / steps, loss, told)
        if checkpoint is not None and checkpoint.due and step + 1 < steps:
            yield from _keep(checkpoint, learners, epoch, step + 1)


def _in_pieces(learner: NetworkTrainer, batch: int) -> str:
    words = translate(
        "Errors",
        "The memory was not enough for {batch} pictures at once, so each step of the {network} network takes them "
        "through its backbone in {pieces} pieces: slower, and it learns the same.",
    )
    return words.format(batch=batch, network=learner.name, pieces=learner.pieces)
