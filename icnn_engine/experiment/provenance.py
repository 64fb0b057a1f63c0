"""Provenance of runs and experiments: versions of the software, departures from the paper."""

from __future__ import annotations

import platform

import numpy as np
import torch

import icnn_engine
from icnn_engine.core.config import (
    BLURRED_KERNEL,
    PAPER_KERNEL,
    SMOOTH_KERNEL,
    TrainSettings,
    Views,
    answer_of,
    answers_through_masks,
)

JITTER: dict[Views, str] = {
    "windows": "each picture as it is, or mirrored and moved: windows of wider maps",
    "plain": "pictures as they are, neither mirrored nor moved, for want of room or as asked for",
}


def versions() -> dict[str, str]:
    """Return the versions to install to reproduce a run to the digit."""
    return {
        "partscope": icnn_engine.__version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "numpy": np.__version__,
    }


def departures(settings: TrainSettings) -> list[str]:
    """Return the departures of a run from the paper, in words."""
    notes = ["BatchNorms of the trunk keep their pretrained statistics", "the strength is probed on the frozen trunk"]
    if settings.training == "quick":
        views = JITTER[settings.views or "windows"]
        notes = [
            "quick training: the trunk is frozen, only the new layers learn",
            f"AdamW with a one-cycle rate, weight decay {settings.weight_decay:g}; {views}",
        ]
    notes.append(
        f"{settings.filters} filters over the trunk's maps, brought to one scale by a BatchNorm without weights"
    )
    layers = f"hidden layers {', '.join(map(str, settings.hidden))} above the filters"
    if answer_of(settings.variant, settings.answer) != "layers":
        notes.append("the answer is a weighted sum of the filters' votes, without hidden layers")
        layers = f"the twin: {layers}"
    if not answers_through_masks(settings):
        notes.append(
            "once the filters have learned by their masks, the answer is fitted anew to the roots of the means of "
            "whole maps: it does not pass through the masks"
        )
    notes += [
        f"{settings.epochs} epochs; {layers}",
        "maps in units of each filter's usual peak; the class loss weighs all kinds of pictures alike",
        *_of_variant(settings),
    ]
    if settings.split == "released":
        notes.append("the split of the authors' code, which leaks: copies and photographs straddle it")
    return notes


def _of_variant(settings: TrainSettings) -> list[str]:
    if settings.variant == "paper":
        return ["one mask, on the new 3x3 conv; strength / t instead of the unpublished constant"]
    if settings.variant == "released":
        return [
            "strength / t instead of the release's constant, which assumes Caffe-VGG activations",
            "normalisers over a filter's own pictures, unweighted spreads (docs/maths.md)",
        ]
    size = f"{settings.kernel}x{settings.kernel}"
    sizes = {
        BLURRED_KERNEL: f"{size} (its answers blurred by 1 2 1)",
        SMOOTH_KERNEL: f"smooth {size} (3x3 weights two cells apart, blurred by 1 2 1)",
    }
    own = f"one mask, on the new {sizes.get(settings.kernel, size)} conv; the release's gradient without its 1/t"
    return [own] if settings.kernel == PAPER_KERNEL else [own, "the twin and the CAM network: a 3x3 conv"]
