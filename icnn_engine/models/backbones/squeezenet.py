"""SqueezeNet 1.1 (Iandola et al. 2016), as torchvision defines it: 512 maps of 13 x 13 at 224 pixels."""

from __future__ import annotations

from torch import nn

from icnn_engine.models.backbones.torchvision_models import models


def make_trunk() -> nn.Module:
    """Everything up to fire9, whose two branches end in a ReLU. torchvision's keys without `features.`."""
    trunk: nn.Module = models.squeezenet1_1(weights=None).features
    return trunk
