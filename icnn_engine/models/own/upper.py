"""The part of a network that makes one of its layers and all above it, and how to run it without what lies below."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.language import translate
from icnn_engine.models.device import device_of
from icnn_engine.models.own.layers import Layer, answers_of

SAME = 1e-4  # of the size of the answers: up to here two passes count as the same


@dataclass(frozen=True)
class UpperPart:
    """What is computed from a module on.

    `entry`: the module that makes the layer; `modules`: those with parameters of their own from there on; `below`:
    shape of the output, without the pictures, of each module that ends before the entry begins.
    """

    entry: str
    modules: tuple[str, ...]
    below: tuple[tuple[str, tuple[int, ...]], ...]

    def parameters(self, network: nn.Module, above: bool = False) -> list[nn.Parameter]:
        """Return the parameters of the upper part. above: without those of the entry."""
        names = [n for n in self.modules if not (above and f"{n}.".startswith(f"{self.entry}."))]
        found = [p for name in names for p in network.get_submodule(name).parameters(recurse=False)]
        return [p for p in {id(p): p for p in found}.values() if p.is_floating_point()]

    @torch.no_grad()
    def input_of(self, network: nn.Module, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """Return the input of the entry and the answers (N, A), for (N, 3, S, S) pixels."""
        kept: list[Tensor] = []
        handle = network.get_submodule(self.entry).register_forward_pre_hook(lambda _, inputs: kept.append(inputs[0]))
        try:
            answers = answers_of(network(pixels))
            return kept[0], answers
        finally:
            handle.remove()

    def run(self, network: nn.Module, given: Tensor, size: int) -> Tensor:
        """Return the answers (N, A) for the input of the entry; what lies below is not computed."""
        with self._skipping_below(network, given):
            return answers_of(network(given.new_zeros(()).expand(len(given), 3, size, size)))

    @contextmanager
    def _skipping_below(self, network: nn.Module, given: Tensor) -> Iterator[None]:
        """Give the entry its input, and let each module below return zeros at once."""
        entry = network.get_submodule(self.entry)
        with ExitStack() as stack:
            for name, shape in self.below:
                module = network.get_submodule(name)
                blank = given.new_zeros(()).expand(len(given), *shape)
                module.forward = lambda *_inputs, _blank=blank, **_options: _blank
                stack.callback(module.__dict__.pop, "forward")
            handle = entry.register_forward_pre_hook(lambda _, inputs: (given, *inputs[1:]))
            stack.callback(handle.remove)
            yield

    @torch.no_grad()
    def is_enough(self, network: nn.Module, size: int) -> bool:
        """Return whether the input of the entry says all: nothing else from below reaches the answers."""
        pixels = torch.randn(2, 3, size, size, generator=torch.Generator().manual_seed(0)).to(device_of(network))
        given, answers = self.input_of(network, pixels)
        try:
            again = self.run(network, given.clone(), size)
        except (RuntimeError, ValueError, TypeError, IndexError, AttributeError):  # what the network's own code raises
            return False
        return bool((again - answers).abs().max() <= SAME * answers.abs().max())


@dataclass
class _Pass:
    """When the modules of a network begin and end in one pass."""

    begins: dict[str, list[int]] = field(default_factory=dict)
    ends: dict[str, list[int]] = field(default_factory=dict)
    shapes: dict[str, tuple[int, ...] | None] = field(default_factory=dict)
    now: int = 0

    def begin(self, name: str) -> None:
        self.now += 1
        self.begins.setdefault(name, []).append(self.now)

    def end(self, name: str, output: Any) -> None:
        self.now += 1
        self.ends.setdefault(name, []).append(self.now)
        self.shapes[name] = tuple(output.shape[1:]) if isinstance(output, Tensor) else None


def upper_part(network: nn.Module, layer: Layer, size: int) -> UpperPart:
    """Return the part of a network that makes a layer, and all that is computed after it.

    Parameters
    ----------
    network
    layer
    size
        Side of the input in pixels.

    Raises
    ------
    WeightsError
        Nothing with weights makes the layer.
    """
    seen = _watched(network, size)
    entry = _maker(network, layer, seen)
    start = seen.begins[entry][0]
    modules = [
        name
        for name, module in network.named_modules()
        if list(module.parameters(recurse=False)) and name in seen.begins and seen.begins[name][0] >= start
    ]
    before = [name for name, ends in seen.ends.items() if ends[-1] < start]
    top = [name for name in before if not any(name.startswith(f"{other}.") for other in before)]
    below = tuple((name, seen.shapes[name]) for name in top if len(seen.begins[name]) == 1)
    return UpperPart(entry, tuple(modules), tuple((name, shape) for name, shape in below if shape is not None))


@torch.no_grad()
def _watched(network: nn.Module, size: int) -> _Pass:
    seen = _Pass()
    with ExitStack() as stack:
        for name, module in network.named_modules():
            before = module.register_forward_pre_hook(lambda _, _inputs, name=name: seen.begin(name))
            after = module.register_forward_hook(lambda _, _inputs, output, name=name: seen.end(name, output))
            stack.callback(before.remove)
            stack.callback(after.remove)
        network(torch.zeros(2, 3, size, size, device=device_of(network)))
    return seen


def _maker(network: nn.Module, layer: Layer, seen: _Pass) -> str:
    """Return the name of the module that makes a layer: of a sequence its last step; of a layer without weights, such
    as an activation, the last one with a matrix of weights before it."""
    name: str = layer.name
    while isinstance(module := network.get_submodule(name), nn.Sequential):
        steps = [key for key, step in module.named_children() if any(True for _ in step.parameters())]
        if not steps:
            break
        name = f"{name}.{steps[-1]}"
    if any(p.ndim > 1 for p in network.get_submodule(name).parameters()):
        return name
    end = seen.ends[layer.name][-1]
    weighted = {n for n, m in network.named_modules() if any(p.ndim > 1 for p in m.parameters(recurse=False))}
    before = [n for n in weighted if n in seen.ends and seen.ends[n][-1] <= end]
    if not before:
        words = translate(
            "Errors",
            "Nothing with weights makes the layer {name}, so it cannot be converted. Choose a layer further up.",
        )
        raise WeightsError(words.format(name=layer.name))
    last: str = max(before, key=lambda n: seen.ends[n][-1])
    return last
