"""Chapters 2 and 3: the first filter slides over the picture, and what the activation leaves of its map."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from icnn_engine.data import to_square
from icnn_engine.features.trunk_maps import prepare
from icnn_engine.lecture.networks import LectureNetworks
from icnn_engine.lecture.pixels import read_original
from icnn_engine.lecture.subject import Subject
from icnn_engine.models.backbones import Backbone

STOPS = 3  # windows beside each other that the lecture stops at
ACTIVATIONS = (nn.ReLU, nn.ReLU6)


@dataclass(frozen=True, eq=False)
class WindowSum:
    """One position of the kernel: `cell` of the map; `corner`, the (row, column) of its first pixel in the picture (may
    lie outside); `values` of the window and `products` with the kernel, (3, k, k); their sum with the bias is
    `total`."""

    cell: tuple[int, int]
    corner: tuple[int, int]
    values: np.ndarray
    products: np.ndarray
    total: float


@dataclass(frozen=True, eq=False)
class FirstLayer:
    """The first convolution of the backbone and its activation, for a filter whose map changes much over the picture.

    `kernel`: (3, k, k) and `bias`, with its batch normalisation (if `folded`) already in both. `padding`: rows and
    columns of zeros added (before, after). `stops`: windows beside each other; `edge`: one that hangs over the edge,
    None where none does. `response`: (n, n) map before, `activated` after the activation, whose class is `activation`;
    `cap`: its highest value, None where there is none."""

    square: np.ndarray
    channel: int
    channels: int
    kernel: np.ndarray
    bias: float
    folded: bool
    stride: int
    padding: tuple[int, int]
    stops: tuple[WindowSum, ...]
    edge: WindowSum | None
    response: np.ndarray
    activation: str
    activated: np.ndarray
    cap: float | None

    @property
    def share_of_zeros(self) -> float:
        """Share of the cells that the activation sets to 0."""
        return float(np.mean(self.activated <= 0))

    @property
    def share_capped(self) -> float:
        """Share of the cells that it cuts at its highest value."""
        return 0.0 if self.cap is None else float(np.mean(self.response > self.cap))


def first_layer(networks: LectureNetworks, subject: Subject) -> FirstLayer:
    """Return what the first layer of the backbone computes of the picture."""
    backbone = networks.backbone
    square = to_square(read_original(networks.run, subject), backbone.input_size)
    conv, before, after, activation, activated = _recorded(backbone, square)
    around = int(conv.padding[0])
    padded = np.pad(before, ((0, 0), (around, around), (around, around)))
    added = padded.shape[1] - backbone.input_size
    first = around + _zeros_before(backbone)
    channel = _telling(after)
    kernel = conv.weight[channel].detach().numpy()
    bias = 0.0 if conv.bias is None else float(conv.bias[channel])
    stride = int(conv.stride[0])

    def window(row: int, column: int) -> WindowSum:
        y, x, side = row * stride, column * stride, kernel.shape[1]
        values = padded[:, y : y + side, x : x + side]
        products = values * kernel
        return WindowSum((row, column), (y - first, x - first), values, products, float(products.sum()) + bias)

    response = after[channel]
    row, column = _start(response)
    return FirstLayer(
        square=square,
        channel=channel,
        channels=len(after),
        kernel=kernel,
        bias=bias,
        folded=_is_folded(backbone),
        stride=stride,
        padding=(first, added - first),
        stops=tuple(window(row, column + step) for step in range(STOPS)),
        edge=_edge_window(window, len(response), first, added),
        response=response,
        activation=type(activation).__name__,
        activated=activated[channel],
        cap=6.0 if isinstance(activation, nn.ReLU6) else None,
    )


def _edge_window(window: Callable[[int, int], WindowSum], cells: int, first: int, added: int) -> WindowSum | None:
    """Return the window in a corner where there are zeros."""
    if not added:
        return None
    return window(0, 0) if first else window(cells - 1, cells - 1)


def _telling(responses: np.ndarray) -> int:
    """Return the filter whose map changes most for its mean, of the half that change most: it finds edges or colours,
    not brightness, which would look like the picture."""
    spread, mean = responses.std((1, 2)), np.abs(responses.mean((1, 2)))
    return int(np.where(spread >= np.median(spread), spread / (mean + spread + 1e-9), -1).argmax())


def _start(response: np.ndarray) -> tuple[int, int]:
    """Return the first of the stops: those windows whose answers differ most, away from the edge."""
    inner = np.lib.stride_tricks.sliding_window_view(response[1:-1, 1:-1], STOPS, axis=1)
    row, column = np.unravel_index(int(np.ptp(inner, axis=2).argmax()), inner.shape[:2])
    return int(row) + 1, int(column) + 1


def _is_folded(backbone: Backbone) -> bool:
    """Return whether a batch normalisation follows the first convolution."""
    modules = [m for m in backbone.trunk.modules() if isinstance(m, nn.Conv2d | nn.BatchNorm2d)]
    return isinstance(modules[1], nn.BatchNorm2d)


def _zeros_before(backbone: Backbone) -> int:
    """Return how many rows of zeros a module of its own adds above the picture."""
    modules = [m for m in backbone.trunk.modules() if isinstance(m, nn.Conv2d | nn.ZeroPad2d)]
    return int(modules[0].padding[2]) if isinstance(modules[0], nn.ZeroPad2d) else 0


Recorded = tuple[nn.Conv2d, np.ndarray, np.ndarray, nn.Module, np.ndarray]


@torch.inference_mode()
def _recorded(backbone: Backbone, square: np.ndarray) -> Recorded:
    """Return the first convolution, its input (3, h, w) and output (C, n, n), and the activation with its output."""
    trunk, seen = backbone.inference_trunk, list[tuple[nn.Module, np.ndarray, np.ndarray]]()

    def record(module: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
        if len(seen) < 2 and isinstance(module, ACTIVATIONS if seen else nn.Conv2d):
            seen.append((module, inputs[0][0].numpy().copy(), output[0].numpy().copy()))

    with ExitStack() as hooks:
        for module in trunk.modules():
            if isinstance(module, (nn.Conv2d, *ACTIVATIONS)):
                hooks.callback(module.register_forward_hook(record).remove)
        trunk(prepare(square[None], backbone))
    (conv, before, after), (activation, _before, activated) = seen
    assert isinstance(conv, nn.Conv2d)
    return conv, before, after, activation, activated
