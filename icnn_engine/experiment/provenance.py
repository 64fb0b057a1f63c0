"""What a run or a table has to say of itself to be repeated and to be compared: versions, departures from the paper."""

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
    """What has to be installed to repeat a run to the digit."""
    return {
        "partscope": icnn_engine.__version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "numpy": np.__version__,
    }


def departures(settings: TrainSettings) -> list[str]:
    """In which ways a run departs from the paper, in words."""
    quick = settings.training == "quick"
    told = (
        [
            "quick training: the trunk is frozen, only the new layers learn",
            f"AdamW with a one-cycle rate, weight decay {settings.weight_decay:g}; "
            + JITTER[settings.views or "windows"],
        ]
        if quick
        else ["BatchNorms of the trunk keep their pretrained statistics", "the strength is probed on the frozen trunk"]
    )
    told.append(
        f"{settings.filters} filters over the trunk's maps, brought to one scale by a BatchNorm without weights"
    )
    layers = f"hidden layers {', '.join(map(str, settings.hidden))} above the filters"
    if answer_of(settings.variant, settings.answer) != "layers":
        told.append("the answer is a weighted sum of the filters' votes, without hidden layers")
        if not answers_through_masks(settings):
            told.append(
                "once the filters have learned by their masks, the answer is fitted anew to the roots of the means of "
                "whole maps: it does not pass through the masks"
            )
        layers = f"the twin: {layers}"
    told.append(f"{settings.epochs} epochs; {layers}")
    told.append("maps in units of each filter's usual peak; the class loss weighs all kinds of pictures alike")
    match settings.variant:
        case "paper":
            told.append("one mask, on the new 3x3 conv; strength / t instead of the unpublished constant")
        case "released":
            told.append("strength / t instead of the release's constant, which assumes Caffe-VGG activations")
            told.append("normalisers over a filter's own pictures, unweighted spreads (docs/maths.md)")
        case "partscope":
            size = f"{settings.kernel}x{settings.kernel}"
            if settings.kernel == BLURRED_KERNEL:
                size += " (its answers blurred by 1 2 1)"
            elif settings.kernel == SMOOTH_KERNEL:
                size = f"smooth {size} (3x3 weights two cells apart, blurred by 1 2 1)"
            told.append(f"one mask, on the new {size} conv; the release's gradient without its 1/t")
            if settings.kernel != PAPER_KERNEL:
                told.append("the twin and the CAM network: a 3x3 conv")
    if settings.split == "released":
        told.append("the split of the authors' code, which leaks: copies and photographs straddle it")
    return told
