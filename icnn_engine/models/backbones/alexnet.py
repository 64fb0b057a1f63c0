"""AlexNet as torchvision defines it (Krizhevsky 2014, one tower): 256 maps of 13 x 13 at 224 pixels."""

from __future__ import annotations

from torch import nn

from icnn_engine.models.backbones.torchvision_models import models


def make_trunk() -> nn.Module:
    """Everything up to conv5 and its ReLU: the last pooling is left out. torchvision's keys without `features.`."""
    trunk: nn.Module = models.alexnet(weights=None).features[:-1]
    return trunk
