"""The strength of the filter loss, chosen by short probes on the *choose* pictures, never by landmarks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.config import Variant
from icnn_engine.events import Operation, Progress, StrengthTried, Wish
from icnn_engine.preparation import Prepared
from icnn_engine.training import probe

LADDER: dict[Variant, tuple[float, ...]] = {
    "partscope": (1.5e-3, 3e-3, 6e-3, 1.2e-2),
    "paper": (1e-2, 2e-2, 4e-2, 8e-2),
    "released": (3e-3, 1e-2, 3e-2, 1e-1),
}
PROBE_EPOCHS = 4
GAIN = 0.35  # share of the way from untrained filters to perfect following that a probe has to go (docs/experiments.md)
ALIKE = 0.02  # where none goes so far: the smallest strength this close to the best


@dataclass(frozen=True, slots=True)
class Chosen:
    """The strength to train with, and the probes it was chosen by."""

    strength: float
    tried: tuple[StrengthTried, ...]


def choose_strength(prepared: Prepared, variant: Variant, wish: Wish) -> Operation[Chosen]:
    """The smallest strength whose probe follows the *choose* pictures well enough: `GAIN` of the way from untrained
    filters to 1; the smallest that followed about as well as the best where none does, or where the driver wishes to
    finish. Probes are quick ones, on the frozen trunk's maps, even where every layer will learn."""
    floor = prepared.floor()
    threshold = floor + GAIN * (1 - floor)
    short = prepared.settings.model_copy(
        update={"epochs": min(PROBE_EPOCHS, prepared.settings.epochs), "training": "quick"}
    )
    ladder, tried = LADDER[variant], list[StrengthTried]()
    for number, strength in enumerate(ladder):
        yield Progress("Choosing the strength", number, len(ladder))
        head = prepared.new_network(variant)
        for _step in probe(head, prepared.lesson, short, strength):
            yield Progress("Choosing the strength", number, len(ladder))
        reached = float(np.nanmean(prepared.lesson.steadiness(head)))
        tried.append(StrengthTried(strength, reached, threshold, reached >= threshold))
        yield tried[-1]
        if tried[-1].accepted or wish.finish:
            break
    most = max(t.equivariance for t in tried)
    best = next(t for t in tried if t.accepted or (t.equivariance >= most - ALIKE and not tried[-1].accepted))
    return Chosen(best.strength, tuple(tried))
