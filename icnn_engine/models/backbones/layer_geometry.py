"""What a torch module does to positions, read off the module itself."""

from __future__ import annotations

from itertools import chain

from torch import nn

from icnn_engine.core.receptive_field import LayerGeometry, compose
from icnn_engine.models.backbones.efficientnet import InvertedResidual
from icnn_engine.models.backbones.torchvision_models import BasicBlock, Bottleneck, DenseBlock, DenseLayer, Fire

# Modules that leave every position where it is. Local response normalisation looks along the filters only.
STILL = (nn.ReLU, nn.ReLU6, nn.Dropout, nn.BatchNorm2d, nn.LocalResponseNorm)


def layers_of(module: nn.Module) -> tuple[LayerGeometry, ...]:
    """The layers of `module` as geometry sees them; of parallel branches the one that sees most.

    Raises TypeError for a kind of module whose geometry is not known here: better than a wrong field.
    """
    match module:
        case nn.Sequential():
            return _chain(*module)
        case DenseBlock():
            return _chain(*module.values())
        case Fire():
            return layers_of(module.squeeze) + _widest(layers_of(module.expand1x1), layers_of(module.expand3x3))
        case BasicBlock():
            return _widest(_chain(module.conv1, module.conv2), _shortcut(module))
        case Bottleneck():
            return _widest(_chain(module.conv1, module.conv2, module.conv3), _shortcut(module))
        case DenseLayer():  # its block hands on its input beside what it made of it
            return _widest(_chain(module.conv1, module.conv2), ())
        case InvertedResidual():
            made = _chain(module.expand, module.depthwise, module.project)
            return _widest(made, ()) if module.is_residual else made
        case nn.Conv2d():
            return (_layer(module, _square(module.dilation)),)
        case nn.MaxPool2d():
            return (_layer(module, _square(module.dilation)),)
        case nn.AvgPool2d():
            return (_layer(module, 1),)
        case nn.ZeroPad2d():
            left, _right, top, _bottom = module.padding  # at the right and bottom it adds cells and moves none
            return (LayerGeometry(kernel=1, padding=_square((top, left))),)
        case _ if isinstance(module, STILL):
            return ()
    raise TypeError(f"The receptive field of a {type(module).__name__} is not known.")


def _chain(*modules: nn.Module) -> tuple[LayerGeometry, ...]:
    return tuple(chain.from_iterable(layers_of(module) for module in modules))


def _layer(module: nn.Conv2d | nn.MaxPool2d | nn.AvgPool2d, dilation: int) -> LayerGeometry:
    return LayerGeometry(_square(module.kernel_size), _square(module.stride), _square(module.padding), dilation)


def _shortcut(block: BasicBlock | Bottleneck) -> tuple[LayerGeometry, ...]:
    return () if block.downsample is None else layers_of(block.downsample)


def _widest(*branches: tuple[LayerGeometry, ...]) -> tuple[LayerGeometry, ...]:
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
