"""The strength of the filter loss, chosen by short probes on the *choose* pictures, never by landmarks."""

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
    """The strength to train with, and the probes it was chosen by."""

    strength: float
    tried: tuple[LossWeightTried, ...]


def choose_loss_weight(prepared: Prepared, variant: Variant, wish: FinishFlag) -> Operation[ChosenWeight]:
    """The smallest strength whose probe follows the *choose* pictures well enough: `GAIN` of the way from untrained
    filters to 1; the smallest that followed about as well as the best where none does, or where the driver wishes to
    finish. Probes are quick ones, on the frozen trunk's maps, even where every layer will learn."""
    floor = prepared.floor(variant)
    threshold = floor + GAIN * (1 - floor)
    short = _short(prepared.settings)
    ladder, tried = LADDER[variant], list[LossWeightTried]()
    for number, strength in enumerate(ladder):
        yield Progress("Choosing the strength", number, len(ladder))
        head = prepared.new_network(variant).to(prepared.device)
        for _step in probe(head, prepared.lesson, short, strength):
            yield Progress("Choosing the strength", number, len(ladder))
        reached = metrics.mean_of_known(prepared.lesson.steadiness(head))
        tried.append(LossWeightTried(strength, reached, threshold, reached >= threshold))
        yield tried[-1]
        if tried[-1].accepted or wish.finish:
            break
    if tried[-1].accepted:
        return ChosenWeight(tried[-1].strength, tuple(tried))
    followed = np.nan_to_num([t.equivariance for t in tried])  # nan: too few pictures to see any filter follow
    about_best = int(np.argmax(followed >= followed.max() - ALIKE))
    return ChosenWeight(tried[about_best].strength, tuple(tried))


def _short(settings: TrainSettings) -> TrainSettings:
    """Settings of a probe. A learning rate given for full training is of another optimiser."""
    rate = settings.learning_rate if settings.training == "quick" else None
    epochs = min(PROBE_EPOCHS, settings.epochs)
    return settings.model_copy(update={"epochs": epochs, "training": "quick", "learning_rate": rate})
