"""ResNet-18 and ResNet-50 (He et al. 2016), as torchvision defines them: 256 and 1024 maps of 14 x 14 at 224 pixels."""

from __future__ import annotations

from collections import OrderedDict

from torch import nn

from icnn_engine.models.backbones.torchvision_models import models

# layer4 has 7 x 7 cells, too few to tell parts apart: the trunk ends below it.
STAGES = ("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3")
UNUSED = ("layer4.", "fc.")


def make_trunk_18() -> nn.Module:
    """Everything up to layer3, whose blocks end in a ReLU. torchvision's keys."""
    return _stages(models.resnet18(weights=None))


def make_trunk_50() -> nn.Module:
    """Everything up to layer3, whose blocks end in a ReLU. torchvision's keys."""
    return _stages(models.resnet50(weights=None))


def _stages(network: nn.Module) -> nn.Module:
    return nn.Sequential(OrderedDict((name, getattr(network, name)) for name in STAGES))
