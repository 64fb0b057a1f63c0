"""Puts the weights of a file into a network of a named architecture, every key and shape checked first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

import torch
from torch import Tensor, nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.language import translate
from icnn_engine.models.own.architectures import IMAGENET_ANSWERS, Architecture

PREFIXES = ("module.", "_orig_mod.", "model.", "net.", "network.", "backbone.")  # that training scripts put before keys
COUNT = "num_batches_tracked"  # of batch normalisation in training; older files have none
AUXILIARY = ("AuxLogits.", "aux1.", "aux2.")  # heads that only training uses
HALVES = (torch.float16, torch.bfloat16)


def loaded(architecture: Architecture, state: Mapping[str, Any]) -> tuple[nn.Module, tuple[str, ...]]:
    """Return a network with the weights of a file.

    Parameters
    ----------
    architecture
    state
        Tensors by key.

    Returns
    -------
    nn.Module
        With as many answers as the file has; float32, in eval mode, without gradients.
    tuple of str
        Notes for the user, such as that half precision was converted.

    Raises
    ------
    WeightsError
        The file is of another network: the first differing key, its expected shape and the one found.
    """
    reference = reference_of(architecture)
    given = without_prefixes(state, reference, architecture.rename)
    network = architecture.make(_answers(reference, given))
    notes = fill(network, given, architecture.name)
    return network, notes


def reference_of(architecture: Architecture) -> Mapping[str, Tensor]:
    """Return the tensors of a network of 1000 answers; where possible, without numbers."""
    try:
        with torch.device("meta"):
            return architecture.make(IMAGENET_ANSWERS).state_dict()
    except (RuntimeError, NotImplementedError):  # torchvision's RegNets compute with tensors while they are made
        return architecture.make(IMAGENET_ANSWERS).state_dict()


def is_needed(key: str) -> bool:
    """Return whether a network needs a tensor to answer."""
    return not key.endswith(COUNT) and not key.startswith(AUXILIARY)


def fill(network: nn.Module, given: Mapping[str, Any], title: str) -> tuple[str, ...]:
    """Put checked weights into a network; return notes for the user. Raises WeightsError."""
    own = network.state_dict()
    for key, tensor in own.items():
        if is_needed(key):
            _check(key, given.get(key), tensor, title)
    surplus = [key for key in given if key not in own and is_needed(key)]
    if surplus:
        words = translate(
            "Errors",
            "These are not weights of {title}: the file also holds {key} of shape {shape}, which that network has not. "
            "Choose the architecture that the file was saved from.",
        )
        raise WeightsError(words.format(title=title, key=surplus[0], shape=_shape(given[surplus[0]])))
    tensors = {key: value for key, value in given.items() if isinstance(value, Tensor)}
    usable = {key: value for key, value in tensors.items() if key in own and value.shape == own[key].shape}
    notes = _notes(list(usable.values()))
    usable = {key: value.float() if value.dtype in HALVES else value for key, value in usable.items()}
    own.update(usable)  # it knows the version of the network's layout, which files may lack and MNASNet asks for
    network.load_state_dict(own)
    network.eval().requires_grad_(False)
    return notes


def without_prefixes(
    state: Mapping[str, Any], reference: Mapping[str, Any], rename: Callable[[str], str]
) -> dict[str, Any]:
    """Return the weights by today's keys, without prefixes that all keys share and the architecture has not."""
    given = {str(key): value for key, value in state.items()}
    for _ in PREFIXES:
        prefix = next((p for p in PREFIXES if given and all(key.startswith(p) for key in given)), "")
        if not prefix or any(key.startswith(prefix) for key in reference):
            break
        given = {key.removeprefix(prefix): value for key, value in given.items()}
    return {rename(key): value for key, value in given.items()}


def _answers(reference: Mapping[str, Tensor], given: Mapping[str, Any]) -> int:
    """Return the number of answers of a file: the rows of its classifier, as many as the architecture has at 1000."""
    last = [key for key, own in reference.items() if own.shape and own.shape[0] == IMAGENET_ANSWERS]
    found = [given[key].shape[0] for key in last if isinstance(given.get(key), Tensor) and given[key].ndim]
    return found[-1] if found else IMAGENET_ANSWERS


def _check(key: str, given: object, own: Tensor, title: str) -> None:
    """Raise WeightsError unless `given` can stand where `own` stands."""
    shape = tuple(own.shape)
    if given is None:
        wrong = translate("Errors", "it has no {key}, which should be of shape {shape}")
    elif not _is_plain(given) or own.is_floating_point() is not given.is_floating_point():
        wrong = translate(
            "Errors",
            "{key} is quantised or no tensor of numbers (shape {shape} expected): save the state_dict of the network "
            "before quantisation",
        )
    elif given.shape != own.shape:
        wrong = translate("Errors", "{key} is of shape {found}, {shape} is expected") + _channels(given, own)
    elif given.is_floating_point() and not bool(torch.isfinite(given).all()):
        wrong = translate("Errors", "{key} (shape {shape}) holds values that are not finite numbers")
    else:
        return
    words = translate(
        "Errors", "These are not weights of {title}: {wrong}. Choose the architecture that the file was saved from."
    )
    raise WeightsError(words.format(title=title, wrong=wrong.format(key=key, shape=shape, found=_shape(given))))


def _is_plain(given: object) -> TypeGuard[Tensor]:
    """Return whether a value is a tensor of plain numbers."""
    if not isinstance(given, Tensor) or given.is_quantized or given.layout is not torch.strided or given.is_meta:
        return False
    return not given.is_complex() and not (given.is_floating_point() and given.element_size() < 2)


def _channels(given: Tensor, own: Tensor) -> str:
    """Return what to say of a first convolution that reads another number of channels."""
    is_first = given.ndim == own.ndim == 4 and own.shape[1] == 3 and given.shape[0] == own.shape[0]
    if not is_first or given.shape[2:] != own.shape[2:]:
        return ""
    return " " + translate("Errors", "(it reads {count} channels; pictures are read as RGB, 3 channels)").format(
        count=given.shape[1]
    )


def _notes(tensors: list[Tensor]) -> tuple[str, ...]:
    if not any(tensor.dtype in HALVES for tensor in tensors):
        return ()
    words = translate("Errors", "The weights were saved in half precision; they are computed with in single precision.")
    return (words,)


def _shape(value: object) -> str:
    return str(tuple(value.shape)) if isinstance(value, Tensor) else type(value).__name__
