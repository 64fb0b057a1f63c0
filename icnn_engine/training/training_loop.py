"""Trains several networks side by side on the same batches, epoch by epoch."""

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
    source: BatchSource,
    settings: TrainSettings,
    loss_weights: Mapping[str, float],
    finish_flag: FinishFlag,
    shown: str,
    checkpoint: Checkpoint | None = None,
    position: TrainingPosition | None = None,
) -> Operation[int]:
    """Train networks in place, side by side on the same batches.

    Parameters
    ----------
    networks : mapping of str to Network
        The networks by name, on the device that computes.
    source : BatchSource
        Makes the batches; all networks take the same ones.
    settings : TrainSettings
        Epochs, batch size, rates and the seed.
    loss_weights : mapping of str to float
        Weight of the filter loss of the networks that have one.
    finish_flag : FinishFlag
        Ends the training after the current epoch, so that all networks are trained equally long.
    shown : str
        Name of the network whose gallery and snapshots are yielded.
    checkpoint : Checkpoint, optional
        Where the state of the training is saved.
    position : TrainingPosition, optional
        Where an interrupted training goes on.

    Returns
    -------
    Operation[int]
        Yields StepDone, EpochDone and Warned; returns the number of epochs done.

    Raises
    ------
    TrainingError
        The losses diverged, or the memory is used up.
    """
    trainers = _trainers(networks, source, settings, loss_weights)
    begun = position or TrainingPosition(0, 0, False, {})
    for trainer in trainers if position else ():
        trainer.begin(begun.epoch, steps_of(len(source.train), settings))
        trainer.take_up(begun.networks[trainer.name])
    if begun.ended:
        return begun.epoch
    for epoch in range(begun.epoch, settings.epochs):
        yield from _epoch(trainers, source, settings, epoch, begun.step if epoch == begun.epoch else 0, checkpoint)
        for trainer in trainers:
            yield trainer.summary(source, epoch, trainer.name == shown)
        ended = finish_flag.finish or epoch + 1 == settings.epochs
        yield from _keep(checkpoint, trainers, epoch + 1, 0, ended)
        if ended:
            return epoch + 1
    return begun.epoch


def probe(head: PartNetwork, source: BatchSource, settings: TrainSettings, loss_weight: float) -> Operation[None]:
    """Train one head in place, for a few epochs."""
    trainers = _trainers({head.variant: head}, source, settings, {head.variant: loss_weight})
    for epoch in range(settings.epochs):
        yield from _epoch(trainers, source, settings, epoch)


def _trainers(
    networks: Mapping[str, Network], source: BatchSource, settings: TrainSettings, loss_weights: Mapping[str, float]
) -> list[NetworkTrainer]:
    return [
        NetworkTrainer(name, each, source, settings, loss_weights.get(name, 0.0)) for name, each in networks.items()
    ]


def _keep(
    checkpoint: Checkpoint | None, trainers: list[NetworkTrainer], epoch: int, step: int, ended: bool = False
) -> Operation[None]:
    if checkpoint is not None:
        problem = checkpoint.keep(TrainingPosition(epoch, step, ended, {each.name: each.held() for each in trainers}))
        if problem:
            yield Warned(problem)


def _epoch(
    trainers: list[NetworkTrainer],
    source: BatchSource,
    settings: TrainSettings,
    epoch: int,
    begun: int = 0,
    checkpoint: Checkpoint | None = None,
) -> Operation[None]:
    """Train one epoch; its first `begun` steps were done before the training was interrupted."""
    steps = steps_of(len(source.train), settings)
    if not begun:
        for trainer in trainers:
            trainer.begin(epoch, steps)
    batches = batches_on_device(source.batches(settings, epoch), trainers[0].device)
    for step, (inputs, labels) in enumerate(islice(batches, begun, None), begun):
        for trainer in trainers:
            before = trainer.micro_batches
            loss, told = trainer.step(inputs, labels, step)
            if trainer.micro_batches > before:
                yield Warned(_micro_batches_warning(trainer, len(labels)))
            yield StepDone(trainer.name, epoch + (step + 1) / steps, loss, told)
        if checkpoint is not None and checkpoint.due and step + 1 < steps:
            yield from _keep(checkpoint, trainers, epoch, step + 1)


def _micro_batches_warning(trainer: NetworkTrainer, batch: int) -> str:
    words = translate(
        "Errors",
        "The memory was not enough for {batch} pictures at once, so each step of the {network} network takes them "
        "through its backbone in {pieces} pieces: slower, and it learns the same.",
    )
    return words.format(batch=batch, network=trainer.name, pieces=trainer.micro_batches)
