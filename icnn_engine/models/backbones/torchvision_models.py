"""torchvision's models, or words that help where torch and torchvision do not fit together."""

from __future__ import annotations

from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.language import translate

MISMATCH = (
    "torch and torchvision here come from different builds (for example a torch for the CPU beside the usual "
    "torchvision), so that neither can be used. Install both together from one place: "
    "python -m pip install --force-reinstall torch torchvision"
)

try:
    from torchvision import models
    from torchvision.models.densenet import _DenseBlock as DenseBlock
    from torchvision.models.densenet import _DenseLayer as DenseLayer
    from torchvision.models.resnet import BasicBlock, Bottleneck
    from torchvision.models.squeezenet import Fire
except (RuntimeError, OSError) as error:  # "operator torchvision::nms does not exist", or a library that will not load
    raise PartscopeError(translate("Errors", "{mismatch}\n({error})").format(mismatch=MISMATCH, error=error)) from error

__all__ = ["BasicBlock", "Bottleneck", "DenseBlock", "DenseLayer", "Fire", "models"]
