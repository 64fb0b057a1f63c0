"""Batch normalisation folded into the convolution before it, for trunks that are not trained."""

from __future__ import annotations

import copy
from itertools import pairwise

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


@torch.inference_mode(False)  # weights that are made in inference mode could not be used for gradients of pixels
def folded(trunk: nn.Module) -> nn.Module:
    """A copy of a trunk in eval mode without the normalisation that directly follows a convolution.

    W' = W * gamma / sqrt(var + eps) and b' = (b - mean) * gamma / sqrt(var + eps) + beta give the same maps up to
    rounding. A pair is two neighbouring children of one module, in the order in which they are registered: so they are
    computed in every trunk of `backbones`, and a test compares the maps. A trunk without any is returned itself.
    """
    if not any(isinstance(module, nn.BatchNorm2d) for module in trunk.modules()):
        return trunk
    made = copy.deepcopy(trunk)
    for module in list(made.modules()):
        children = list(module.named_children())
        for (name, layer), (following, norm) in pairwise(children):
            if isinstance(layer, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
                setattr(module, name, fuse_conv_bn_eval(layer, norm))
                setattr(module, following, nn.Identity())
    return made
