"""The layers of any network whose output has places: convolutions, blocks, and the tokens of transformers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from math import isqrt
from typing import Any

import torch
from torch import Tensor, nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.language import short_list, translate

LEAST_CELLS = 3  # of a side: with fewer there is no place to speak of
IDLE = (nn.Dropout, nn.Identity)  # they change nothing: the layer before them is listed
MOST_PREFIX = 5  # tokens before those of the patches: the category's, the distillation's, registers'

Change = Callable[[Tensor], Tensor]


class Layout(StrEnum):
    """How the output of a layer is laid out."""

    CHANNELS_FIRST = "channels first"  # (N, C, n, n)
    CHANNELS_LAST = "channels last"  # (N, n, n, C)
    TOKENS = "tokens"  # (N, prefix + n * n, C)


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer whose output has places: its module's name, kind, channels, cells a side, and layout."""

    name: str
    kind: str
    channels: int
    cells: int
    layout: Layout

    def maps(self, output: Tensor) -> Tensor:
        """Return the output as (N, C, n, n)."""
        match self.layout:
            case Layout.CHANNELS_FIRST:
                return output
            case Layout.CHANNELS_LAST:
                return output.permute(0, 3, 1, 2)
        patches = output[:, -self.cells * self.cells :].transpose(1, 2)
        return torch.unflatten(patches, 2, (self.cells, self.cells))

    def laid_out(self, maps: Tensor, output: Tensor) -> Tensor:
        """Return factors of maps, (N, C, n, n), laid out as an output of the layer; tokens without a place get 1."""
        match self.layout:
            case Layout.CHANNELS_FIRST:
                return maps
            case Layout.CHANNELS_LAST:
                return maps.permute(0, 2, 3, 1)
        patches = maps.flatten(2).transpose(1, 2)
        prefix = torch.ones_like(output[:, : output.shape[1] - patches.shape[1]])
        return torch.cat([prefix, patches], 1)

    def by_channel(self, values: Tensor) -> Tensor:
        """Return a value for each channel, (C,), shaped to be multiplied with the output."""
        return values.view(-1, 1, 1) if self.layout is Layout.CHANNELS_FIRST else values


class _ReachedError(Exception):
    """The forward pass is ended: the layer has been computed."""


def answers_of(output: Any) -> Tensor:
    """Return the logits (N, K) in what a network returned: a tensor, the first of several, or its `logits`."""
    found = getattr(output, "logits", output)
    if isinstance(found, dict):
        found = next(iter(found.values()), None)
    if isinstance(found, tuple | list):
        found = found[0] if found else None
    if not isinstance(found, Tensor) or found.ndim != 2:
        shape = tuple(found.shape) if isinstance(found, Tensor) else type(found).__name__
        words = translate(
            "Errors",
            "The network returns {shape} where numbers of shape (pictures, answers) are expected: only networks that "
            "classify pictures can be opened.",
        )
        raise WeightsError(words.format(shape=shape))
    return found


@torch.inference_mode()
def layers_of_network(network: nn.Module, size: int) -> tuple[Layer, ...]:
    """Return the layers of a network whose output has places, in the order in which they are computed.

    A module that is computed more than once in a pass is left out: its output has no single meaning.

    Parameters
    ----------
    network
        In eval mode.
    size
        Side of its input in pixels.

    Raises
    ------
    WeightsError
        No layer has places, or the network cannot read an input of this size.
    """
    found: dict[str, Layer | None] = {}
    seen: dict[str, int] = {}

    def hook(name: str) -> Callable[[nn.Module, Any, Any], None]:
        def note(module: nn.Module, _inputs: Any, output: Any) -> None:
            seen[name] = seen.get(name, 0) + 1
            found.pop(name, None)  # the order is that of the end of each module
            found[name] = _layer(name, module, output)

        return note

    kinds = [(name, module) for name, module in network.named_modules() if name and not isinstance(module, IDLE)]
    handles = [module.register_forward_hook(hook(name)) for name, module in kinds]
    try:
        answers_of(_forward(network, torch.zeros(2, 3, size, size)))
    finally:
        for handle in handles:
            handle.remove()
    layers = tuple(layer for name, layer in found.items() if layer is not None and seen[name] == 1)
    if not layers:
        words = translate("Errors", "No layer of this network has places: its parts cannot be looked at.")
        raise WeightsError(words)
    return layers


def _forward(network: nn.Module, pixels: Tensor) -> Any:
    try:
        return network(pixels)
    except Exception as error:  # whatever the code of a network raises
        words = translate(
            "Errors",
            "The network cannot read RGB pictures of {size} x {size} pixels ({error}). Give the size of its input "
            "(input size).",
        )
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise WeightsError(words.format(size=pixels.shape[-1], error=reason)) from error


def _layer(name: str, module: nn.Module, output: Any) -> Layer | None:
    """Return the layer, None where its output has no places."""
    kind = type(module).__name__
    if not isinstance(output, Tensor) or not output.is_floating_point() or len(output) != 2:
        return None
    if output.ndim == 4:
        _, a, b, c = output.shape
        if b == c >= LEAST_CELLS:
            return Layer(name, kind, a, b, Layout.CHANNELS_FIRST)
        return Layer(name, kind, c, a, Layout.CHANNELS_LAST) if a == b >= LEAST_CELLS else None
    if output.ndim == 3:
        _, tokens, channels = output.shape
        side = isqrt(tokens)
        if side >= LEAST_CELLS and tokens - side * side <= MOST_PREFIX:
            return Layer(name, kind, channels, side, Layout.TOKENS)
    return None


def chosen_layer(network: nn.Module, layers: tuple[Layer, ...], name: str) -> Layer:
    """Return the layer of a name. Raises WeightsError, saying what is wrong with the name."""
    if (found := next((layer for layer in layers if layer.name == name), None)) is not None:
        return found
    known = short_list([layer.name for layer in reversed(layers)])
    if name in dict(network.named_modules()):
        words = translate(
            "Errors",
            "The layer {name} has no spatial maps, or is computed more than once in a pass. Layers that have some: "
            "{known}.",
        )
    else:
        words = translate("Errors", "The network has no layer {name}. Layers with spatial maps: {known}.")
    raise WeightsError(words.format(name=name, known=known))


@contextmanager
def changed_output(network: nn.Module, name: str, change: Change) -> Iterator[None]:
    """Replace the output of a layer by `change` of it, in the block."""
    handle = network.get_submodule(name).register_forward_hook(lambda _module, _inputs, output: change(output))
    try:
        yield
    finally:
        handle.remove()


def output_of(network: nn.Module, name: str, pixels: Tensor) -> Tensor:
    """Return the output of a layer for (N, 3, S, S) pixels; what lies above it is not computed."""
    kept: list[Tensor] = []

    def keep(output: Tensor) -> Tensor:
        kept.append(output)
        raise _ReachedError

    with changed_output(network, name, keep):
        try:
            network(pixels)
        except _ReachedError:
            return kept[0]
    raise AssertionError(f"{name} is not computed")
