"""The strength of the filter loss, chosen by short probes on the *choose* pictures, never by landmarks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.config import TrainSettings
from icnn_engine.device import generator
from icnn_engine.events import Operation, Progress, StrengthTried, Wish
from icnn_engine.moves import equivariance_of_shifts
from icnn_engine.network import PartNetwork
from icnn_engine.training import Lesson, probe

LADDER = {"partscope": (1.5e-3, 3e-3, 6e-3, 1.2e-2), "paper": (1e-2, 2e-2, 4e-2, 8e-2)}
PROBE_EPOCHS = 4
GAIN = 0.35  # share of the way from untrained filters to perfect following that a probe has to go (docs/experiments.md)
ALIKE = 0.02  # where none goes so far: the smallest strength this close to the best


@dataclass(frozen=True, slots=True)
class Chosen:
    """The strength to train with, and the probes it was chosen by."""

    strength: float
    tried: tuple[StrengthTried, ...]


def new_part_network(lesson: Lesson, settings: TrainSettings, masked: bool) -> PartNetwork:
    """The interpretable network or its twin, with the same first weights."""
    random = generator(settings.seed, "weights")
    return PartNetwork(lesson.maps.channels, settings.filters, lesson.maps.cells, masked, random)


def choose_strength(lesson: Lesson, settings: TrainSettings, floor: float, wish: Wish) -> Operation[Chosen]:
    """The smallest strength whose probe follows the *choose* pictures well enough: `GAIN` of the way from `floor`
    (untrained filters) to 1; the smallest that followed about as well as the best where none does, or where the driver
    wishes to finish."""
    threshold = floor + GAIN * (1 - floor)
    short = settings.model_copy(update={"epochs": min(PROBE_EPOCHS, settings.epochs)})
    ladder, tried = LADDER[settings.variant], list[StrengthTried]()
    for number, strength in enumerate(ladder):
        yield Progress("Choosing the strength", number, len(ladder))
        head = new_part_network(lesson, settings, masked=True)
        for _step in probe(head, lesson, short, strength):
            yield Progress("Choosing the strength", number, len(ladder))
        reached = float(np.nanmean(equivariance_of_shifts(head.filters, lesson.shifts)))
        tried.append(StrengthTried(strength, reached, threshold, reached >= threshold))
        yield tried[-1]
        if tried[-1].accepted or wish.finish:
            break
    most = max(t.equivariance for t in tried)
    best = next(t for t in tried if t.accepted or (t.equivariance >= most - ALIKE and not tried[-1].accepted))
    return Chosen(best.strength, tuple(tried))
