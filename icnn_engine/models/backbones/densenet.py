"""DenseNet-121 (Huang et al. 2017), as torchvision defines it: 1024 maps of 14 x 14 at 224 pixels."""

from __future__ import annotations

import re
from collections import OrderedDict

from torch import nn

from icnn_engine.models.backbones.torchvision_models import models

STAGES = (
    *("conv0", "norm0", "relu0", "pool0"),
    *("denseblock1", "transition1", "denseblock2", "transition2", "denseblock3"),
)
UNUSED = ("classifier.", "features.transition3.conv.", "features.denseblock4.", "features.norm5.")


def make_trunk() -> nn.Module:
    """Everything up to denseblock3, with the norm and ReLU of transition3. torchvision's keys without `features.`.

    A dense block ends in convolutions; the next layer reads them normalised and cut at zero, and so do the filters.
    """
    features = models.densenet121(weights=None).features
    top = nn.Sequential(OrderedDict(norm=features.transition3.norm, relu=features.transition3.relu))
    stages = OrderedDict((name, getattr(features, name)) for name in STAGES)
    return nn.Sequential(OrderedDict(stages, transition3=top))


def rename(key: str) -> str:
    """torchvision's key of today for a key of its files, which are older: 'norm.1.weight' -> 'norm1.weight'."""
    return re.sub(r"(denselayer\d+\.(?:norm|conv))\.([12]\.)", r"\1\2", key)
