"""Fine-tune a layer of a user's own network, and what lies above it, so that the layer's filters hold parts.

The network learns to give the original's answers (their Kullback-Leibler divergence) while the filter loss pulls each
filter to one place (paper, section 3). What lies below the layer is frozen: its output is computed once for each view
of a picture. Nothing but the chosen channels has a filter loss and masks, and a mask is put on every other picture
only, so that the network answers with masks and without.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from icnn_engine.core.annotations import Where
from icnn_engine.core.config import CONVERSION_RATE, CONVERSION_STRENGTH, TrainSettings, steps_of
from icnn_engine.core.errors import TrainingError
from icnn_engine.core.events import FinishFlag, NetworkName, Operation, StepDone
from icnn_engine.core.language import translate
from icnn_engine.models.class_loss import shares_of
from icnn_engine.models.device import device_of, make_generator
from icnn_engine.models.filter_layers import FilterMemory
from icnn_engine.models.filter_loss import released_loss
from icnn_engine.models.masking import chosen_masks
from icnn_engine.models.own.layers import Layer, answers_of, changed_output
from icnn_engine.models.own.network import OwnNetwork
from icnn_engine.models.own.upper import UpperPart, upper_part
from icnn_engine.training.conversion_views import Lessons, input_of, make_lessons

MASKED = 0.5  # share of the pictures whose maps are masked
SETTLING = 4  # the last fourth of the epochs: the answers come back, the filters stay
SETTLING_RATE = 1e-3


@dataclass(frozen=True, eq=False)
class ChosenFilters:
    """The channels of a layer that are its filters, (F,), and the category of each, (F,)."""

    channels: np.ndarray
    category: np.ndarray


def converted(
    network: OwnNetwork,
    paths: Sequence[Where],
    labels: np.ndarray,
    chosen: ChosenFilters,
    settings: TrainSettings,
    scratch: Path,
    finish_flag: FinishFlag,
) -> Operation[tuple[OwnNetwork, int]]:
    """Return the converted network and the number of epochs it learned; the given one is left as it is.

    Parameters
    ----------
    network
    paths, labels
        The training pictures, and the category of each (N,), -1 for none.
    chosen
        The filters.
    settings
        Epochs, batch, learning rate, strength (weight of the filter loss) and seed.
    scratch
        Folder for temporary files.
    finish_flag
        Ends the training after the current epoch.

    Raises
    ------
    WeightsError
        Nothing with weights makes the layer.
    TrainingError
        The losses diverged.
    """
    size = network.preprocessing.fit.size
    part = upper_part(network.module, network.layer, size)
    whole = not part.is_enough(network.module, size)
    lessons = yield from make_lessons(network, part, whole, paths, labels, settings.seed, scratch)
    changed = copy.deepcopy(network.module)
    learner = _Learner(network, changed, part, whole, chosen, settings, labels)
    epochs = yield from _learn(learner, lessons, settings, finish_flag)
    changed.requires_grad_(False)
    return replace_module(network, changed), epochs


def replace_module(network: OwnNetwork, module: nn.Module) -> OwnNetwork:
    """Return an opened network with another module of the same architecture."""
    source = network.source.model_copy(update={"layer": network.layer.name})
    return replace(network, source=source, module=module)


class _Learner:
    """The network that is converted, with its optimiser."""

    def __init__(
        self,
        network: OwnNetwork,
        module: nn.Module,
        part: UpperPart,
        whole: bool,
        chosen: ChosenFilters,
        settings: TrainSettings,
        labels: np.ndarray,
    ) -> None:
        self._network, self._part, self._whole = replace_module(network, module), part, whole
        self._layer, self._device = network.layer, device_of(module)
        self._channels, self._category = (
            torch.from_numpy(values).to(self._device) for values in (chosen.channels, chosen.category)
        )
        categories = int(labels.max()) + 1
        self._memory = FilterMemory(len(chosen.channels), categories).to(self._device)
        shares = shares_of(torch.from_numpy(labels), categories, "logistic").to(self._device)
        self._density = shares if categories > 1 else None
        self._strength = settings.strength or CONVERSION_STRENGTH
        self._rate = settings.learning_rate or CONVERSION_RATE
        self._generator = make_generator(settings.seed, "masks")
        self._masked = MASKED
        epochs = settings.epochs - settings.epochs // SETTLING
        self._optimise(part.parameters(module), self._rate, epochs * steps_of(len(labels), settings))

    def _optimise(self, parameters: list[nn.Parameter], rate: float, steps: int) -> None:
        self._network.module.requires_grad_(False)
        for parameter in parameters:
            parameter.requires_grad_(True)
        self._optimiser = torch.optim.AdamW(parameters, rate, weight_decay=0)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(self._optimiser, rate, max(2, steps))

    def settle(self, steps: int) -> bool:
        """Let only what lies above the layer learn, without masks and filter loss, so that the answers come back to the
        original's while the filters stay. Return whether anything lies above."""
        above = self._part.parameters(self._network.module, above=True)
        if above:
            self._masked = self._strength = 0.0
            self._optimise(above, min(self._rate, SETTLING_RATE), steps)
        return bool(above)

    def step(self, given: np.ndarray, wanted: Tensor, labels: np.ndarray) -> tuple[float, float]:
        """Learn from a batch; return the divergence from the original's answers and the filter loss, in nats."""
        seen: list[Tensor] = []
        masked = torch.rand(len(labels), generator=self._generator).lt(self._masked).to(self._device)

        def mask(output: Tensor) -> Tensor:
            changed, *read = masked_output(self._layer, self._channels, output, masked)
            seen.extend(read)
            return changed

        with changed_output(self._network.module, self._layer.name, mask):
            logits = self._answers(given)
        agreement = divergence(logits, wanted.to(self._device))
        shown = torch.from_numpy(labels).to(self._device)
        loss = self._filter_loss(seen[0], seen[1], shown)
        self._optimiser.zero_grad()
        (agreement + loss).backward()
        self._optimiser.step()
        self._schedule.step()
        return agreement.item(), loss.item()

    def _answers(self, given: np.ndarray) -> Tensor:
        module, size = self._network.module, self._network.preprocessing.fit.size
        if self._whole:
            return answers_of(module(input_of(self._network, given)))
        return self._part.run(module, torch.from_numpy(given).float().to(self._device), size)

    def _filter_loss(self, maps: Tensor, masks: Tensor, labels: Tensor) -> Tensor:
        if not bool((labels >= 0).any()):
            return maps.new_zeros(())
        self._memory.note(maps.detach(), labels)
        loss = released_loss(maps, masks, labels, self._category, self._memory.peak, self._density)
        return loss * (self._strength / len(labels))


def masked_output(layer: Layer, channels: Tensor, output: Tensor, masked: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Mask the filters of a layer, each about its peak.

    Parameters
    ----------
    layer
    channels
        (F,) of the filters.
    output
        Of the layer, for N pictures.
    masked
        (N,) bool: whether the maps of a picture are masked.

    Returns
    -------
    Tensor, Tensor, Tensor
        The output with masked filters, multiplied by max(mask, 0), which for maps without values below zero is
        `masking.masked`; the filters' maps and masks, (N, F, n, n).
    """
    maps = layer.maps(output)
    own = maps[:, channels].relu()
    masks = chosen_masks(own)
    factors = torch.ones_like(maps)
    factors[:, channels] = torch.where(masked[:, None, None, None], masks.clamp_min(0), 1.0)
    return output * layer.laid_out(factors, output), own, masks


def divergence(logits: Tensor, wanted: Tensor) -> Tensor:
    """Return the mean Kullback-Leibler divergence of answers (N, A) from wanted ones; one answer is yes or no."""
    if logits.shape[1] == 1:
        logits, wanted = (torch.cat([values, torch.zeros_like(values)], 1) for values in (logits, wanted))
    return functional.kl_div(logits.log_softmax(1), wanted.log_softmax(1), log_target=True, reduction="batchmean")


def _learn(learner: _Learner, lessons: Lessons, settings: TrainSettings, finish_flag: FinishFlag) -> Operation[int]:
    """Convert, then bring the answers back; return the number of epochs done."""
    last = settings.epochs // SETTLING
    random = np.random.default_rng(settings.seed)
    done = 0
    while done < settings.epochs - last and not finish_flag.finish:
        yield from _epoch(learner, lessons, settings, random, done)
        done += 1
    if last and learner.settle(last * steps_of(len(lessons.labels), settings)):
        for number in range(last):
            if number and finish_flag.finish:
                break
            yield from _epoch(learner, lessons, settings, random, done)
            done += 1
    return done


def _epoch(
    learner: _Learner, lessons: Lessons, settings: TrainSettings, random: np.random.Generator, epoch: int
) -> Operation[None]:
    """Go through the pictures, one of its views of each."""
    count, steps = len(lessons.labels), steps_of(len(lessons.labels), settings)
    order = np.concatenate([random.permutation(count) for _ in range(-(-steps * settings.batch // count))])
    for step in range(steps):
        rows = order[step * settings.batch : (step + 1) * settings.batch]
        views = random.integers(0, len(lessons.given), len(rows))
        losses = learner.step(lessons.given[views, rows], lessons.answers[views, rows], lessons.labels[rows])
        if not np.isfinite(losses).all():
            words = translate(
                "Errors",
                "The conversion diverged in epoch {epoch}. Lower the learning rate or the strength, and start again.",
            )
            raise TrainingError(words.format(epoch=epoch + 1))
        yield StepDone(NetworkName.INTERPRETABLE, epoch + (step + 1) / steps, *losses)
