"""Chooses the weight of the filter loss (the setting `strength`) by short probes on val, without landmarks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.config import PROBE_EPOCHS, TrainSettings, Variant
from icnn_engine.core.events import FinishFlag, LossWeightTried, Operation, Progress
from icnn_engine.training.preparation import Prepared
from icnn_engine.training.training_loop import probe

LADDER: dict[Variant, tuple[float, ...]] = {
    "partscope": (1.5e-3, 3e-3, 6e-3, 1.2e-2),
    "paper": (1e-2, 2e-2, 4e-2, 8e-2),
    "released": (3e-3, 1e-2, 3e-2, 1e-1),
}
GAIN = 0.35  # share of the way from untrained filters to perfect following that a probe has to go (docs/experiments.md)
ALIKE = 0.02  # where none goes so far: the smallest strength this close to the best


@dataclass(frozen=True, slots=True)
class ChosenWeight:
    """The chosen weight of the filter loss, and the probes that it was chosen by."""

    strength: float
    tried: tuple[LossWeightTried, ...]


def choose_loss_weight(prepared: Prepared, variant: Variant, finish_flag: FinishFlag) -> Operation[ChosenWeight]:
    """Return the smallest weight whose probe reaches the threshold: `GAIN` of the way from untrained filters to 1.

    If no probe reaches it, or the driver asks to finish, return the smallest weight that is about as good as the best.
    Probes train on the frozen trunk's maps, even before full training.
    """
    floor = prepared.floor(variant)
    threshold = floor + GAIN * (1 - floor)
    short = _short(prepared.settings)
    ladder, tried = LADDER[variant], list[LossWeightTried]()
    for number, strength in enumerate(ladder):
        yield Progress("Choosing the strength", number, len(ladder))
        head = prepared.new_network(variant).to(prepared.device)
        for _step in probe(head, prepared.source, short, strength):
            yield Progress("Choosing the strength", number, len(ladder))
        reached = metrics.mean_of_known(prepared.source.steadiness(head))
        tried.append(LossWeightTried(strength, reached, threshold, reached >= threshold))
        yield tried[-1]
        if tried[-1].accepted or finish_flag.finish:
            break
    if tried[-1].accepted:
        return ChosenWeight(tried[-1].strength, tuple(tried))
    followed = np.nan_to_num([t.equivariance for t in tried])  # nan: too few pictures to see any filter follow
    about_best = int(np.argmax(followed >= followed.max() - ALIKE))
    return ChosenWeight(tried[about_best].strength, tuple(tried))


def _short(settings: TrainSettings) -> TrainSettings:
    """Settings of a probe; a learning rate for full training does not apply to its optimiser."""
    rate = settings.learning_rate if settings.training == "quick" else None
    epochs = min(PROBE_EPOCHS, settings.epochs)
    return settings.model_copy(update={"epochs": epochs, "training": "quick", "learning_rate": rate})
