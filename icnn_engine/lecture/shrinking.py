"""Chapter 4: how the map shrinks stage by stage, and how large a field one of its cells sees."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import nn

from icnn_engine.core.events import NetworkName
from icnn_engine.core.receptive_field import compose
from icnn_engine.data import to_square
from icnn_engine.features.trunk_maps import prepare
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.lecture.networks import LectureNetworks
from icnn_engine.lecture.pixels import read_original
from icnn_engine.lecture.subject import Subject
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.backbones.layer_geometry import layers_of

SHRINKING = (nn.Conv2d, nn.MaxPool2d, nn.AvgPool2d)
SHOWN = (nn.ReLU, nn.ReLU6, nn.MaxPool2d, nn.AvgPool2d)  # whose outputs are maps without negative values
Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Stage:
    """The maps of one size: `layer` that made them smaller (Conv2d, MaxPool2d, AvgPool2d), its `kernel` and `step`;
    `channels` maps, of which `map` (n, n) changes most; a cell sees `field` pixels of the input, and `box` (left,
    top, right, bottom) of it is seen by the cell where the filter's peak lies."""

    layer: str
    kernel: int
    step: int
    channels: int
    map: np.ndarray
    field: int
    box: Box


@dataclass(frozen=True, eq=False)
class Shrinking:
    """`stages` of the backbone; then the filter's own map, in which a cell sees `field` pixels in theory, `box`, and
    mainly the middle `effective_field` of them, `effective_box`."""

    square: np.ndarray
    stages: tuple[Stage, ...]
    map: np.ndarray
    peak: tuple[int, int]
    field: int
    box: Box
    effective_field: float
    effective_box: Box


def shrinking(networks: LectureNetworks, subject: Subject) -> Shrinking:
    """Return the sizes of the maps on the way to the filter, and what their cells see."""
    run, backbone = networks.run, networks.backbone
    square = to_square(read_original(run, subject), backbone.input_size)
    cell = peaks_of(run, NetworkName.INTERPRETABLE)[0][subject.picture, subject.filter]
    peak = int(cell[0]), int(cell[1])
    size, wide = run.geometry.input_size, run.filters[subject.filter].effective_field
    return Shrinking(
        square=square,
        stages=_stages(backbone, _watched(backbone, square), run.geometry.centre(cell)),
        map=np.asarray(run.maps()[subject.picture, subject.filter], np.float32),
        peak=peak,
        field=run.geometry.field,
        box=run.geometry.box(peak, run.geometry.field, size, size),
        effective_field=wide,
        effective_box=run.geometry.box(peak, wide, size, size),
    )


@dataclass
class _Seen:
    """The layer that made a map smaller, and the map of that size that changes most."""

    layer: nn.Module
    channels: int = 0
    map: np.ndarray = field(default_factory=lambda: np.zeros((1, 1), np.float32))


@torch.inference_mode()
def _watched(backbone: Backbone, square: np.ndarray) -> list[_Seen]:
    """Run the trunk on a picture and return the stages that its maps pass."""
    stages, side = list[_Seen](), [backbone.input_size]

    def watch(module: nn.Module, _inputs: object, output: torch.Tensor) -> None:
        strides = isinstance(module, SHRINKING) and _side(module.stride) > 1
        if strides and output.shape[-1] < side[0]:
            stages.append(_Seen(module))
        if stages and isinstance(module, SHOWN) and (strides or output.shape[-1] <= side[0]):
            strongest = int(output[0, :, 1:-1, 1:-1].std((1, 2)).argmax())  # zeros around the map make edges of it
            stages[-1].channels, stages[-1].map = output.shape[1], output[0, strongest].numpy().copy()
        side[0] = min(side[0], output.shape[-1])

    with ExitStack() as hooks:
        for module in backbone.trunk.modules():
            if isinstance(module, (*SHRINKING, *SHOWN)):
                hooks.callback(module.register_forward_hook(watch).remove)
        backbone.trunk(prepare(square[None], backbone))
    return stages


def _stages(backbone: Backbone, seen: list[_Seen], centre: np.ndarray) -> tuple[Stage, ...]:
    """Return the stages with the field of their cells; `centre`: the (row, column) pixel of the filter's peak."""
    layers = layers_of(backbone.trunk)
    ends = [*[i for i, layer in enumerate(layers) if layer.stride > 1][1:], len(layers)]
    made = []
    for one, end in zip(seen, ends, strict=True):
        seeing = compose(layers[:end])
        row, column = np.round((centre - seeing.start) / seeing.stride) * seeing.stride + seeing.start
        half, module = seeing.size / 2, one.layer
        assert isinstance(module, SHRINKING)
        made.append(
            Stage(
                layer=type(module).__name__,
                kernel=_side(module.kernel_size),
                step=_side(module.stride),
                channels=one.channels,
                map=one.map,
                field=seeing.size,
                box=(column + 0.5 - half, row + 0.5 - half, column + 0.5 + half, row + 0.5 + half),
            )
        )
    return tuple(made)


def _side(value: int | tuple[int, ...] | None) -> int:
    return value[0] if isinstance(value, tuple) else int(value or 1)
