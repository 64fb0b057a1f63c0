"""Departures of runs from the paper, in words."""

from __future__ import annotations

from icnn_engine.core.config import (
    BLURRED_KERNEL,
    PAPER_KERNEL,
    SMOOTH_KERNEL,
    TrainSettings,
    answer_of,
    answers_through_masks,
)
from icnn_engine.core.language import ENGLISH, speaking, translate
from icnn_engine.runs.run_folder import Run


def tr(text: str) -> str:
    """Return a text about a departure in the current language."""
    return translate("Departures", text)


def departures_of(run: Run) -> tuple[str, ...]:
    """Return what a run has noted, in the current language; as it is stored where today's program says it otherwise."""
    stored = tuple(map(str, run.info.get("departures", ())))
    known = dict(zip(stored_departures(run.settings), departures(run.settings), strict=True))
    return tuple(known.get(text, text) for text in stored)


def stored_departures(settings: TrainSettings) -> list[str]:
    """Return the departures of a run as its files note them: in English."""
    with speaking(ENGLISH):
        return departures(settings)


def departures(settings: TrainSettings) -> list[str]:
    """Return the departures of a run from the paper, in the current language."""
    notes = _of_training(settings)
    text = tr("{count} filters over the trunk's maps, brought to one scale by a BatchNorm without weights")
    notes.append(text.format(count=settings.filters))
    layers = tr("{count} epochs; hidden layers {sizes} above the filters")
    if answer_of(settings.variant, settings.answer) != "layers":
        notes.append(tr("the answer is a weighted sum of the filters' votes, without hidden layers"))
        layers = tr("{count} epochs; the twin: hidden layers {sizes} above the filters")
    if not answers_through_masks(settings):
        notes.append(
            tr(
                "once the filters have learned by their masks, the answer is fitted anew to the roots of the means of "
                "whole maps: it does not pass through the masks"
            )
        )
    notes += [
        layers.format(count=settings.epochs, sizes=", ".join(map(str, settings.hidden))),
        tr("maps in units of each filter's usual peak; the class loss weighs all kinds of pictures alike"),
        *_of_variant(settings),
    ]
    if settings.region == "object":
        notes.append(tr("the networks read the region in which the object was found (objects.csv), not whole pictures"))
    if settings.region == "boxes":
        notes.append(tr("the networks read the boxes that come with the folder (objects.csv), not whole pictures"))
    if settings.split == "released":
        notes.append(tr("the split of the authors' code, which leaks: copies and photographs straddle it"))
    return notes


def _of_training(settings: TrainSettings) -> list[str]:
    if settings.training != "quick":
        return [
            tr("BatchNorms of the trunk keep their pretrained statistics"),
            tr("the strength is probed on the frozen trunk"),
        ]
    rate = tr(
        "AdamW with a one-cycle rate, weight decay {decay}; each picture as it is, or mirrored and moved: windows of "
        "wider maps"
    )
    if settings.views == "plain":
        rate = tr(
            "AdamW with a one-cycle rate, weight decay {decay}; pictures as they are, neither mirrored nor moved, for "
            "want of room or as asked for"
        )
    frozen = tr("quick training: the trunk is frozen, only the new layers learn")
    return [frozen, rate.format(decay=f"{settings.weight_decay:g}")]


def _of_variant(settings: TrainSettings) -> list[str]:
    if settings.variant == "paper":
        return [tr("one mask, on the new 3x3 conv; strength / t instead of the unpublished constant")]
    if settings.variant == "released":
        return [
            tr("strength / t instead of the release's constant, which assumes Caffe-VGG activations"),
            tr("normalisers over a filter's own pictures, unweighted spreads (docs/maths.md)"),
        ]
    size = f"{settings.kernel}x{settings.kernel}"
    sizes = {
        BLURRED_KERNEL: tr("{size} (its answers blurred by 1 2 1)").format(size=size),
        SMOOTH_KERNEL: tr("smooth {size} (3x3 weights two cells apart, blurred by 1 2 1)").format(size=size),
    }
    text = tr("one mask, on the new {layer} conv; the release's gradient without its 1/t")
    own = text.format(layer=sizes.get(settings.kernel, size))
    return [own] if settings.kernel == PAPER_KERNEL else [own, tr("the twin and the CAM network: a 3x3 conv")]
