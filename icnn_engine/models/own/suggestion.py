"""Which layer of a network is looked at unless the user names one: found in the graph that autograd keeps of a pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import torch
from torch import Tensor, nn

from icnn_engine.models.own.layers import Layer, Layout, answers_of, changed_output

USUAL_CELLS = 10  # of a side: the suggested layer is the last one with as many
MOST_SIGNED = 6  # layers that all passes through, among which one without values below zero is looked for
SAME = 0.01  # of the distance of two pictures' answers, up to which answers count as the same


@dataclass(frozen=True, eq=False)
class _Computed:
    """An output of a layer, the node of autograd's graph that made it, and whether it is nowhere below zero. Both are
    noted when it is made: what follows may change it in place."""

    output: Tensor
    node: Any
    is_positive: bool


@torch.inference_mode(False)
def suggested_layer(network: nn.Module, layers: tuple[Layer, ...], size: int) -> Layer:
    """Return the last layer with at least `USUAL_CELLS` a side that all of the answer passes through and whose cells
    count for it; rather one whose output is nowhere below zero, and not the answers' own maps.

    Whether something passes by a layer is read from the graph of one pass: the pixels must not be reached from the
    answers without it. Of the layer found it is tried: with its output for another picture the answer must be that
    about the other picture.
    """
    pixels = torch.randn(2, 3, size, size, generator=torch.Generator().manual_seed(0)).requires_grad_()
    answers, passed, otherwise = _passed(network, layers, pixels)
    tried = (layer for layer in passed if _is_swapped(network, layer, pixels.detach(), answers))
    return next(tried, otherwise)


@torch.enable_grad()
def _passed(network: nn.Module, layers: tuple[Layer, ...], pixels: Tensor) -> tuple[Tensor, tuple[Layer, ...], Layer]:
    """Return the answers, the layers to be tried, the likeliest first, and the one to take if none stands the trial.
    The graph, which holds all that the network computed, is gone afterwards."""
    answers, computed = _traced(network, layers, pixels)
    most = min(USUAL_CELLS, max(layer.cells for layer in layers))
    fine = [layer for layer in reversed(layers) if layer.cells >= most and layer.channels != answers.shape[1]]
    through = [layer for layer in fine if not _passes_by(answers.grad_fn, computed[layer.name].node, pixels)]
    passed = islice(_that_count(through, answers, computed), MOST_SIGNED)
    ordered = sorted(passed, key=lambda layer: not computed[layer.name].is_positive)  # else the order remains
    return answers.detach(), tuple(ordered), (through or fine or layers)[0]


def _traced(network: nn.Module, layers: tuple[Layer, ...], pixels: Tensor) -> tuple[Tensor, Mapping[str, _Computed]]:
    """Return the answers, and what each layer computed by its name."""
    computed: dict[str, _Computed] = {}

    def noting(name: str) -> Callable[[nn.Module, Any, Tensor], None]:
        def note(_module: nn.Module, _inputs: Any, output: Tensor) -> None:
            computed[name] = _Computed(output, output.grad_fn, bool((output >= 0).all()))

        return note

    handles = [network.get_submodule(one.name).register_forward_hook(noting(one.name)) for one in layers]
    try:
        return answers_of(network(pixels.clone())), computed  # the network may change its input in place
    finally:
        for handle in handles:
            handle.remove()


def _passes_by(start: Any, node: Any, pixels: Tensor) -> bool:
    """Return whether a path leads from a node of autograd's graph to the pixels without another node."""
    waiting, known = [start], {None, node}
    while waiting:
        if (here := waiting.pop()) in known:
            continue
        known.add(here)
        if getattr(here, "variable", None) is pixels:
            return True
        waiting += [below for below, _ in here.next_functions]
    return False


def _that_count(layers: list[Layer], answers: Tensor, computed: Mapping[str, _Computed]) -> Iterator[Layer]:
    """Yield the layers on whose cells the answers depend: at a transformer's end they may depend on the category's
    token alone. Where they depend on nothing, as in networks that begin with a last layer of zeros, yield all."""
    factors = torch.randn(answers.shape, generator=torch.Generator().manual_seed(1))
    for layer in layers:
        if layer.layout is not Layout.TOKENS or torch.equal(answers, answers.flip(0)):
            yield layer
            continue
        (slope,) = torch.autograd.grad((answers * factors).sum(), computed[layer.name].output, retain_graph=True)
        if bool(layer.maps(slope).any()):
            yield layer


@torch.no_grad()
def _is_swapped(network: nn.Module, layer: Layer, pixels: Tensor, answers: Tensor) -> bool:
    """Return whether the answers about two pictures are swapped by swapping the layer's output."""
    with changed_output(network, layer.name, lambda output: output.flip(0)):
        swapped = answers_of(network(pixels))
    apart = (answers - answers.flip(0)).norm()
    return bool((swapped - answers.flip(0)).norm() <= SAME * apart)
