"""What a torch module does to positions, read off the module itself."""

from __future__ import annotations

from itertools import chain

from torch import nn

from icnn_engine.backbones.zoo import Fire
from icnn_engine.receptive_field import Layer, compose


def layers_of(module: nn.Module) -> tuple[Layer, ...]:
    """The layers of `module` as geometry sees them; of parallel branches the one that sees most.

    Raises TypeError for a kind of module whose geometry is not known here: better than a wrong field.
    """
    match module:
        case nn.Sequential():
            return tuple(chain.from_iterable(layers_of(part) for part in module))
        case Fire():
            return layers_of(module.squeeze) + _widest(layers_of(module.expand1x1), layers_of(module.expand3x3))
        case nn.Conv2d() | nn.MaxPool2d():
            return (
                Layer(
                    kernel=_square(module.kernel_size),
                    stride=_square(module.stride),
                    padding=_square(module.padding),
                    dilation=_square(module.dilation),
                ),
            )
        case nn.ReLU() | nn.Dropout():
            return ()
    raise TypeError(f"The receptive field of a {type(module).__name__} is not known.")


def _widest(*branches: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """The branch with the largest field; all must be centred on the same pixels."""
    fields = [compose(branch) for branch in branches]
    if len({(field.stride, field.start) for field in fields}) > 1:
        raise ValueError("The branches of a module look at different places.")
    return max(zip(branches, fields, strict=True), key=lambda pair: pair[1].size)[0]


def _square(value: object) -> int:
    """3 of 3 or of (3, 3)."""
    match value:
        case int():
            return value
        case (int(rows), int(columns)) if rows == columns:
            return rows
    raise ValueError(f"Only square, symmetric layers are known here, not {value}.")
