"""Which of torchvision's architectures a file of weights was saved from, by its keys and shapes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import prod
from typing import Any

from torch import Tensor

from icnn_engine.core.language import translate
from icnn_engine.models.backbones.torchvision_models import models
from icnn_engine.models.own.architectures import IMAGENET_ANSWERS, Architecture, architecture, torchvision_names
from icnn_engine.models.own.states import is_needed, reference_of, without_prefixes

MOST_TRIED = 12  # architectures with about as many parameters: making all of them takes 17 s, these 1 to 2 s
BUFFERS = ("running_mean", "running_var", "num_batches_tracked", "relative_position_index", "relative_coords_table")


def recognised(state: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of torchvision's architectures that have the keys of a file and its shapes, but for the number
    of answers; empty where there is none."""
    tensors = {str(key): value for key, value in state.items() if isinstance(value, Tensor)}
    kept = [value.shape for key, value in tensors.items() if is_needed(key) and not key.endswith(BUFFERS)]
    count = sum(map(prod, kept))
    nearest = sorted(torchvision_names(), key=lambda name: abs(_parameters(name) - count))[:MOST_TRIED]
    return tuple(name for name in sorted(nearest) if _is_of(architecture(name), tensors)) if tensors else ()


def recognised_words(state: Mapping[str, Any], named: str = "") -> str:
    """Return a sentence on the architectures of a file, empty where none but the `named` one is found."""
    if not (names := [name for name in recognised(state) if name != named]):
        return ""
    return translate("Errors", "Its keys and shapes are those of {names}.").format(names=", ".join(names))


@cache
def _parameters(name: str) -> int:
    """Return the number of parameters with 1000 answers."""
    return int(models.get_model_weights(name).DEFAULT.meta["num_params"])


def _is_of(known: Architecture, tensors: Mapping[str, Tensor]) -> bool:
    """Return whether keys and shapes are those of an architecture; only what has a row an answer may have others."""
    own = reference_of(known)
    given = without_prefixes(tensors, own, known.rename)
    if {key for key in own if is_needed(key)} != {key for key in given if is_needed(key)}:
        return False
    return all(_is_alike(own[key].shape, given[key].shape) for key in own if is_needed(key))


def _is_alike(own: tuple[int, ...], given: tuple[int, ...]) -> bool:
    return own == given or (len(own) == len(given) > 0 and own[0] == IMAGENET_ANSWERS and own[1:] == given[1:])
