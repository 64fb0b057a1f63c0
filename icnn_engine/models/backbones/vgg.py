"""VGG-16 (Simonyan & Zisserman 2015), as torchvision defines it: 512 maps of 14 x 14 at 224 pixels."""

from __future__ import annotations

from torch import nn

from icnn_engine.models.backbones.torchvision_models import models

CONVOLUTIONS = tuple(  # MatConvNet's names, in order
    f"conv{stage}_{number}" for stage, count in enumerate((2, 2, 3, 3, 3), 1) for number in range(1, count + 1)
)


def make_trunk() -> nn.Module:
    """Everything up to conv5_3 and its ReLU: the last pooling is left out. torchvision's keys without `features.`."""
    trunk: nn.Module = models.vgg16(weights=None, init_weights=False).features[:-1]
    return trunk
